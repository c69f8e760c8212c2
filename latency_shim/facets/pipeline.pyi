# Generated from latency-stubs/facets/pipeline.pyi by `nox -s generate`; do not edit.
from latency.facets.pipeline import *
