"""Consoles that break a clause each."""

from collections.abc import Callable
from typing import Any

from latency_shim import Logger
from mutants import context_logger as first
from mutants import violates
from reference.loggers import Console


class SUITE(first.SUITE):
    make: Callable[[], Logger] = Console


@violates("it accepts any number of values")
class Braces(Console):
    """A message with braces must have a value for each."""

    def write(self, level: str, message: str, values: tuple[object, ...]) -> None:
        super().write(level, message.format(*values), values)


@violates("it accepts any number of values")
class AsksForTruth(Console):
    """Values that are not true are left out."""

    def write(self, level: str, message: str, values: tuple[object, ...]) -> None:
        super().write(level, message, tuple(value for value in values if value))


@violates("it accepts any number of values")
class ComparesValues(Console):
    """A value that comes twice is written once."""

    def write(self, level: str, message: str, values: tuple[object, ...]) -> None:
        kept: list[object] = []
        for value in values:
            if value not in kept:
                kept.append(value)
        super().write(level, message, tuple(kept))


@violates("it accepts any number of values")
class TwentyValues(Console):
    """There may be twenty values."""

    def write(self, level: str, message: str, values: tuple[object, ...]) -> None:
        if len(values) > 20:
            raise ValueError("too many values")
        super().write(level, message, values)


@violates("it accepts any number of values")
class CallsValues(Console):
    """Values that can be called are called, if they are not classes."""

    def write(self, level: str, message: str, values: tuple[Any, ...]) -> None:
        super().write(
            level, message, tuple(one() if callable(one) and not isinstance(one, type) else one for one in values)
        )


@violates("it accepts any number of values")
class EmptyMessages(Console):
    """An empty message is refused."""

    def write(self, level: str, message: str, values: tuple[object, ...]) -> None:
        super().write(level, message[0] + message[1:], values)


@violates("it accepts any number of values")
class Ascii(Console):
    """Messages must be ASCII."""

    def write(self, level: str, message: str, values: tuple[object, ...]) -> None:
        super().write(level, message.encode("ascii").decode(), values)
