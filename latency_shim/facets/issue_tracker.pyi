# Generated from latency-stubs/facets/issue_tracker.pyi by `nox -s generate`; do not edit.
from latency.facets.issue_tracker import *
