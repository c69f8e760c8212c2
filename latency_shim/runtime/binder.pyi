from latency.runtime.binder import *
