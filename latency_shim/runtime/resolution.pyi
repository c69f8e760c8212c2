# Generated from latency-stubs/runtime/resolution.pyi by `nox -s generate`; do not edit.
from latency.runtime.resolution import *
