from latency.facets.source_control import *
