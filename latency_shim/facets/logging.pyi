from latency.facets.logging import *
