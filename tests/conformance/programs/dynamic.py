"""Classes with `__getattr__`, class variables of protocols, namespaces, proxies and mocks of which little is known."""

import types
import weakref
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, cast
from unittest.mock import AsyncMock, MagicMock, Mock, create_autospec


class HasSize(Protocol):
    @property
    def size(self) -> int: ...


class SetsSize(Protocol):
    size: int


class Runs(Protocol):
    def run(self, number: int, /) -> str: ...


class AsyncRuns(Protocol):
    async def run(self, number: int, /) -> str: ...


class SizeAndRun(Protocol):
    size: int

    def run(self, number: int, /) -> str: ...


class Len(Protocol):
    def __len__(self) -> int: ...


# `__getattr__`


class Ones:
    def __getattr__(self, name: str) -> int:
        return 1


class Anything:
    def __getattr__(self, name: str) -> Any:
        return lambda *args: "a"


class Refuses:
    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


class Raises:
    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)


class Passes:
    def __init__(self, target: object) -> None:
        self.target = target

    def __getattr__(self, name: str) -> Any:
        return getattr(self.target, name)


class OwnAccess:
    def __getattribute__(self, name: str) -> Any:
        return 1 if name == "size" else object.__getattribute__(self, name)


class SizeOnly:
    size = 1

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


class Right:
    size = 1

    def run(self, number: int) -> str:
        return "a"

    def __len__(self) -> int:
        return 1


class Wrong:
    size = "a"

    def run(self) -> str:
        return "a"


ones: HasSize = Ones()  # S: the attribute is there when it is looked up
ones_runs: Runs = Ones()  # E: run not-callable
anything: Runs = Anything()  # S: the attribute is there when it is looked up
anything_size: HasSize = Anything()  # E: size wrong-value|method-for-data
refuses: HasSize = Refuses()  # E: size missing-property
refuses_runs: Runs = Refuses()  # E: run missing-member
raises: HasSize = Raises()  # E: size unverifiable
raises_runs: Runs = Raises()  # E: run unverifiable
passes: SizeAndRun = Passes(Right())  # S: the attributes are there when they are looked up
passes_wrong: SizeAndRun = Passes(Wrong())  # E: size wrong-value; run too-few-parameters
passes_nothing: SizeAndRun = Passes(1)  # E: size missing-property; run missing-member
passes_len: Len = Passes(Right())  # E: __len__ missing-member
own_access: HasSize = OwnAccess()  # S: the attribute is there when it is looked up
own_access_runs: Runs = OwnAccess()  # E: run missing-member
size_only: HasSize = SizeOnly()
size_only_runs: Runs = SizeOnly()  # E: run missing-member

# Namespaces, proxies


def text(number: int) -> str:
    return "a"


namespace: SizeAndRun = types.SimpleNamespace(size=1, run=text)  # S: a namespace has any attributes
namespace_wrong: SizeAndRun = types.SimpleNamespace(size="a", run=str)  # E: size wrong-value
namespace_missing: SizeAndRun = types.SimpleNamespace(size=1)  # E: run missing-member
namespace_none: SizeAndRun = types.SimpleNamespace(size=1, run=None)  # E: run member-is-none
whole = Right()
proxy: SizeAndRun = weakref.proxy(whole)
wrong = Wrong()
proxy_wrong: SizeAndRun = weakref.proxy(wrong)  # R: size wrong-value; run too-few-parameters -- a proxy is judged by what it stands for

# Mocks


mock: SizeAndRun = Mock()  # R: . unverifiable -- a mock has whatever is asked for
magic_mock: SizeAndRun = MagicMock()  # R: . unverifiable -- a mock has whatever is asked for
mock_of_class: Runs = Mock(spec=Right)
mock_of_protocol: Runs = Mock(spec=Runs)
mock_of_wrong: Runs = Mock(spec=Wrong)  # R: run too-few-parameters -- a mock is judged by what it was made after
autospec: Runs = create_autospec(Right, instance=True)
async_mock: AsyncRuns = AsyncMock(spec=AsyncRuns)

# Class variables


class ClassSize(Protocol):
    size: ClassVar[int]


class ClassSizeAndRun(Protocol):
    size: ClassVar[int]

    def run(self, number: int, /) -> str: ...


class BareClassSize(Protocol):
    size: ClassVar = 1


class Runner:
    def run(self, number: int) -> str:
        return "a"


class InClass(Runner):
    size = 1


class AnnotatedInClass(Runner):
    size: int = 1


class IsClassVar(Runner):
    size: ClassVar[int] = 1


class BareClassVar(Runner):
    size: ClassVar = 1


class TextClassVar(Runner):
    size: ClassVar[str] = "a"


class InInit(Runner):
    def __init__(self) -> None:
        self.size = 1


@dataclass
class Field(Runner):
    size: int = 1


class Property(Runner):
    @property
    def size(self) -> int:
        return 1


is_class_var: ClassSize = IsClassVar()
is_class_var_runs: ClassSizeAndRun = IsClassVar()
bare_class_var: ClassSize = BareClassVar()
text_class_var: ClassSize = TextClassVar()  # E: size wrong-value
class_in_class: ClassSize = InClass()  # S: the class has the value itself
class_annotated: ClassSize = AnnotatedInClass()  # S: the class has the value itself
class_field: ClassSize = Field()  # S: the class has the value itself
class_nothing: ClassSize = Runner()  # E: size missing-property
class_bare: BareClassSize = IsClassVar()
instance_class_var: SetsSize = IsClassVar()  # E: size read-only
instance_class_var_runs: SizeAndRun = IsClassVar()  # E: size read-only
instance_text: SetsSize = TextClassVar()  # E: size wrong-value; size read-only

# Objects that say that they are something else


class Liar:
    @property
    def __class__(self) -> type:  # type: ignore[override]
        return Right


class Disguised:
    __class__ = Right  # type: ignore[assignment]


liar: Runs = cast("Runs", Liar())  # R: run missing-member -- what an object says of its class is not believed
disguised: Runs = cast("Runs", Disguised())  # R: run missing-member -- what an object says of its class is not believed
cast_none: Runs = cast("Runs", None)  # R: . wrong-object -- a cast changes nothing
cast_class: Runs = cast("Runs", Right)  # R: . class-not-instance -- a cast changes nothing
