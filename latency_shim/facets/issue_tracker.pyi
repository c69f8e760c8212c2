from latency.facets.issue_tracker import *
