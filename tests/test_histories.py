"""Histories are the same for everybody, and a counterexample is short."""

from pathlib import Path
from typing import Any

import pytest

from latency_shim.memory import MemoryRegistry
from latency_shim.testing import FacetRegistryContract
from latency_shim.testing._histories import Draw, Remembered, Shrinking, Step
from latency_shim.testing._models.binder import World
from latency_shim.testing._models.registry import RegistryModel

GUIDE = (Path(__file__).parent.parent / "docs" / "testing.md").read_text(encoding="utf-8")
POOLS = {"put": ("key", "value"), "look": ("key",)}


class LastOfEquals(MemoryRegistry):
    """Among equals the one wins that was registered, or replaced, first."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.touched: dict[tuple[str, str | None], int] = {}

    def register(self, facet: str, provider: object, /, options: Any = None) -> None:
        super().register(facet, provider, options)
        self.count += 1
        self.touched[facet, options.get("qualifier") if options else None] = self.count

    def resolve(self, facet: str, /, qualifier: str | None = None) -> Any:
        if qualifier is None:
            key = [(-one.priority, self.touched[facet, one.qualifier], one.qualifier) for one in self.list(facet)]
            return self._entries[facet][min(key)[2]].provider if key else None
        return super().resolve(facet, qualifier)


def told(implementation: Any, look_at: str) -> str:
    """Return how a registry fails."""
    suite: Any = type("TestIt", (FacetRegistryContract,), {})()
    with pytest.raises(pytest.fail.Exception) as caught:
        suite._holds(look_at, implementation)  # noqa: SLF001 - as its tests do
    suite._loop.close()  # noqa: SLF001
    return str(caught.value)


def test_the_guide_shows_a_real_counterexample() -> None:
    assert f"```output\n{told(LastOfEquals, 'resolve')}\n```" in GUIDE


def test_choices_depend_on_seed_and_number_alone() -> None:
    first, again, other = Draw(0, 1), Draw(0, 1), Draw(0, 2)
    drawn = [[draw.below(1000) for _ in range(5)] for draw in (first, again, other)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0] == [139, 192, 868, 849, 868]


@pytest.mark.parametrize("model", [RegistryModel, World])
def test_a_history_is_drawn_alike_again(model: Any) -> None:
    assert model.drawn(Draw("seed", 7), None) == model.drawn(Draw("seed", 7), None)


def test_a_shorter_history_keeps_only_what_fails() -> None:
    history: list[Step] = [("put", (at % 5, at % 7)) for at in range(40)]

    def fails(steps: Any) -> bool:
        return bool(sum(places[1] > 2 for _, places in steps) > 1)

    assert Shrinking(history, fails, POOLS, 5.0).run() == [("put", (0, 3)), ("put", (0, 3))]


def test_two_steps_that_fail_together_are_found_without_a_replay_of_a_longer_history() -> None:
    history: list[Step] = [("put", (0, at)) for at in range(400)]
    lengths: set[int] = set()

    def fails(steps: Any) -> bool:
        lengths.add(len(steps))
        return bool(steps) and steps[-1] == history[-1] and history[50] in steps

    assert Shrinking(history, fails, POOLS, 60.0).run() == [history[50], history[-1]]
    assert max(lengths) == 2


def test_what_is_known_of_an_implementation_is_kept_until_another_one_is_used() -> None:
    remembered, one, other = Remembered[list[str]](), object(), object()
    remembered.of(one, list).append("an id")
    assert remembered.of(one, list) == ["an id"]
    assert remembered.of(other, list) == []
    assert remembered.of(one, list) == []


def test_no_time_to_shorten_leaves_the_history_as_it_is() -> None:
    history: list[Step] = [("put", (1, 1)), ("look", (1,))]
    assert Shrinking(history, lambda _: True, POOLS, 0).run() == history


def test_a_seed_of_your_own_draws_other_histories() -> None:
    assert RegistryModel.drawn(Draw(0, 3), "list") != RegistryModel.drawn(Draw(1, 3), "list")
