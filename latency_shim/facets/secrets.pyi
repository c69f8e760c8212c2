from latency.facets.secrets import *
