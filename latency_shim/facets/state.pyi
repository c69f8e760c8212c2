from latency.facets.state import *
