from latency.facets.dev_agent import *
