# Generated from latency-stubs/facets/state.pyi by `nox -s generate`; do not edit.
from latency.facets.state import *
