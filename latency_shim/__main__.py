"""The command line as `python -m latency_shim`."""

import sys

from latency_shim.cli import run

if __name__ == "__main__":
    sys.exit(run())
