# Generated from latency-stubs/runtime/binder.pyi by `nox -s generate`; do not edit.
from latency.runtime.binder import *
