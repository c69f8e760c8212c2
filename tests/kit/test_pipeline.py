"""Pipelines that keep the contract."""

from mutants.pipeline import SUITE


class TestMemoryCICDPipeline(SUITE):
    pass
