# Generated from latency-stubs/composition/context.pyi by `nox -s generate`; do not edit.
from latency.composition.context import *
