from latency.facets.events import *
