"""How the errors of the contract are pickled and copied."""

import copyreg
from typing import Any


def reduce_error(self: BaseException) -> tuple[Any, ...]:
    """Rebuild without a call of `__init__`, whose parameters a subclass may have changed."""
    return copyreg.__newobj__, (type(self), *self.args), self.__dict__.copy()  # type: ignore[attr-defined]
