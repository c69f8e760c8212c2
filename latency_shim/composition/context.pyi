from latency.composition.context import *
