from latency.facets.health_check import *
