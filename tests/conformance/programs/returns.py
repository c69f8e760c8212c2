"""Results of plain methods: covariant."""

# fmt: off
from typing import Any, Protocol


class Get(Protocol):
    def get(self) -> int: ...


class Same:
    def get(self) -> int:
        return 1


class Text:
    def get(self) -> str:
        return ""


same: Get = Same()
text: Get = Text()  # E: get return-type
