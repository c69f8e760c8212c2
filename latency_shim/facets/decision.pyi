# Generated from latency-stubs/facets/decision.pyi by `nox -s generate`; do not edit.
from latency.facets.decision import *
