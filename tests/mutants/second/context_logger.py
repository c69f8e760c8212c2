"""Consoles that break a clause each."""

from collections.abc import Callable

from latency_shim import Logger
from mutants import context_logger as first
from mutants import violates
from reference.loggers import Console


class SUITE(first.SUITE):
    make: Callable[[], Logger] = Console


@violates("it accepts any number of values")
class Formats(Console):
    """Many values are merged into the message, whether it has room for them or not."""

    def write(self, level: str, message: str, values: tuple[object, ...]) -> None:
        super().write(level, message % values if len(values) > 3 else message, values)


@violates("it accepts any number of values")
class Braces(Console):
    """A message with braces must have a value for each."""

    def write(self, level: str, message: str, values: tuple[object, ...]) -> None:
        super().write(level, message.format(*values), values)
