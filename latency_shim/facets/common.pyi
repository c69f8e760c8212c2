from latency.facets.common import *
