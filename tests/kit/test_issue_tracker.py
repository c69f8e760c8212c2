"""Issue trackers that keep the contract."""

from mutants.issue_tracker import SUITE


class TestMemoryIssueTracker(SUITE):
    pass
