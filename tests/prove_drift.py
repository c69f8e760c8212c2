"""Show which comparison catches which edit: `python tests/prove_drift.py`; fails where one is caught by neither.

An edit that stubtest is said to catch and does not, or the other way round, fails too, so that the list in
`drift_edits.py` stays true.
"""

import sys
import tempfile
from pathlib import Path

import drift
from drift_edits import EDITS
from stubtest_latency import findings

ROOT = Path(__file__).parent.parent


def main() -> int:
    """Apply each edit in turn and print a table."""
    wrong = 0
    print(f"{'edit of the shim':40} {'syntax trees':14} stubtest")
    for edit in EDITS:
        with tempfile.TemporaryDirectory() as folder:
            shim = edit.apply(ROOT / "latency_shim", Path(folder))
            by_trees = bool(drift.differences(ROOT / "latency-stubs", shim))
            by_stubtest = bool(findings(shim))
        verdict = "" if by_trees and by_stubtest == edit.by_stubtest else "  <- not as expected"
        wrong += bool(verdict)
        print(f"{edit.kind:40} {'caught' if by_trees else '-':14} {'caught' if by_stubtest else '-'}{verdict}")
    print(f"{len(EDITS)} edits, {wrong} not as expected")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
