from latency.runtime.registry import *
