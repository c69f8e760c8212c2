from latency.facets.pipeline import *
