# Generated from latency-stubs/facets/workflow.pyi by `nox -s generate`; do not edit.
from latency.facets.workflow import *
