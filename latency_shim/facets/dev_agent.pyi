# Generated from latency-stubs/facets/dev_agent.pyi by `nox -s generate`; do not edit.
from latency.facets.dev_agent import *
