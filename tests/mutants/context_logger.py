"""Loggers of the composition that break a promise each."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from latency_shim import Logger
from latency_shim.testing import LoggerContract
from mutants import breaks, keeps_all


class Lines:
    """A logger that keeps what it is given."""

    def __init__(self) -> None:
        self.lines: list[object] = []

    def debug(self, message: str, /, *args: object) -> None:
        self.lines.append((message, args))

    def info(self, message: str, /, *args: object) -> None:
        self.lines.append((message, args))

    def warn(self, message: str, /, *args: object) -> None:
        self.lines.append((message, args))

    def error(self, message: str, /, *args: object) -> None:
        self.lines.append((message, args))


class SUITE(LoggerContract):
    make: Callable[[], Logger] = Lines

    @pytest.fixture
    def logger(self) -> Logger:
        return self.make()


@breaks("test_it_conforms_to_the_interface")
class TakesFour(Lines):
    """`debug` takes four values and no more."""

    def debug(  # type: ignore[override] # as the mutant means
        self, message: str, a: object = 0, b: object = 0, c: object = 0, d: object = 0, /
    ) -> None:
        super().debug(message, a, b, c, d)


@breaks("test_debug_takes_any_number_of_values")
class WantsValues(Lines):
    """`debug` puts values in where there are none."""

    def debug(self, message: str, /, *args: object) -> None:
        super().debug(message % args)


@breaks("test_info_takes_any_number_of_values")
class JoinsText(Lines):
    """`info` joins values that must be text."""

    def info(self, message: str, /, *args: Any) -> None:
        super().info(" ".join([message, *args]))


@breaks("test_warn_takes_any_number_of_values")
class SortsValues(Lines):
    """`warn` sorts its values, which must be of one kind for that."""

    def warn(self, message: str, /, *args: Any) -> None:
        super().warn(message, *sorted(args))


@breaks("test_error_takes_any_number_of_values")
class HashesValues(Lines):
    """`error` wants values that can be hashed."""

    def error(self, message: str, /, *args: object) -> None:
        super().error(message, *{*args})


@keeps_all
class AsTheStandardLibrary(logging.Logger):
    """The standard library's own, without a handler of its own."""

    def __init__(self) -> None:
        super().__init__("contract", logging.DEBUG)


@keeps_all
class TakesMore:
    """Methods are partials of one, which takes keywords too."""

    def __init__(self) -> None:
        self.debug, self.info, self.warn, self.error = (partial(self.log, level) for level in range(4))

    def log(self, level: int, message: object, *values: object, **fields: object) -> None:
        self.last = level, message, values, fields


@keeps_all
class SaysNothing:
    """All methods are one that does nothing."""

    def debug(self, *args: object) -> None:
        pass

    info = warn = error = debug


@breaks("test_what_is_taken_in_any_history")
class FormatsWithBraces(Lines):
    """A message with braces must have a value for each of them."""

    def info(self, message: str, /, *args: object) -> None:
        super().info(message.format(*args), *args)
