# Generated from latency-stubs/facets/common.pyi by `nox -s generate`; do not edit.
from latency.facets.common import *
