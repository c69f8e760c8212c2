from latency.runtime.resolution import *
