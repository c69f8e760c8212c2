from latency.facets.decision import *
