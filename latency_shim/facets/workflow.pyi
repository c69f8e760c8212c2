from latency.facets.workflow import *
