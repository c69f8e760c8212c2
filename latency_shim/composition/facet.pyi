from latency.composition.facet import *
