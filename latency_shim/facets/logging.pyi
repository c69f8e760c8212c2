# Generated from latency-stubs/facets/logging.pyi by `nox -s generate`; do not edit.
from latency.facets.logging import *
