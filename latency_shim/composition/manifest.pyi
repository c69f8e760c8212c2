# Generated from latency-stubs/composition/manifest.pyi by `nox -s generate`; do not edit.
from latency.composition.manifest import *
