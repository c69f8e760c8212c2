# Generated from latency-stubs/composition/facet.pyi by `nox -s generate`; do not edit.
from latency.composition.facet import *
