"""Pipelines that keep the contract."""

from mutants.pipeline import SUITE


class TestInMemoryCICDPipeline(SUITE):
    pass
