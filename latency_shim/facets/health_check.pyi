# Generated from latency-stubs/facets/health_check.pyi by `nox -s generate`; do not edit.
from latency.facets.health_check import *
