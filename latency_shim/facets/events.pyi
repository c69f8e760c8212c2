# Generated from latency-stubs/facets/events.pyi by `nox -s generate`; do not edit.
from latency.facets.events import *
