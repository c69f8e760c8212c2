# Generated from latency-stubs/runtime/registry.pyi by `nox -s generate`; do not edit.
from latency.runtime.registry import *
