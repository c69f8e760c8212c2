# Generated from latency-stubs/facets/source_control.pyi by `nox -s generate`; do not edit.
from latency.facets.source_control import *
