# Generated from latency-stubs/facets/secrets.pyi by `nox -s generate`; do not edit.
from latency.facets.secrets import *
