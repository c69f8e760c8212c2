from latency.composition.manifest import *
