"""Objects that are something else entirely: None, coroutines, functions, classes, another interface of the contract."""

import functools
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any, Protocol

from latency_shim import (
    CICDPipeline,
    EventBus,
    FacetRegistry,
    HealthCheck,
    IssueTracker,
    PluginContext,
    PluginManifest,
    SecretStore,
    StateStore,
    WorkflowEngine,
)
from typing_extensions import TypedDict


class Stores(Protocol):
    async def get(self, key: str, /) -> object: ...

    async def put(self, key: str, value: object, /) -> None: ...


class Page(Protocol):
    """A record."""

    @property
    def items(self) -> Sequence[int]: ...

    @property
    def total(self) -> int: ...


class Both(Protocol):
    name: str

    def run(self) -> None: ...


class Call(Protocol):
    def __call__(self, number: int, /) -> str: ...


class Empty(Protocol): ...


class Row(TypedDict):
    name: str


class AStore:
    async def get(self, key: str) -> object: ...

    async def put(self, key: str, value: object) -> None: ...


async def make_store() -> AStore:
    return AStore()


async def make_page() -> Any: ...


def make_store_now() -> AStore:
    return AStore()


def generate() -> Iterator[AStore]:
    yield AStore()


async def generate_later() -> AsyncIterator[AStore]:
    yield AStore()


def called(number: int) -> str:
    return "a"


def called_with_text(number: str) -> str:
    return number


class Secrets:
    async def get_secret(self, key: str) -> str | None: ...

    async def set_secret(self, key: str, value: str) -> None: ...

    async def delete_secret(self, key: str) -> bool:
        return True

    async def has_secret(self, key: str) -> bool:
        return True


class State:
    async def get(self, key: str) -> Any: ...

    async def set(self, key: str, value: object) -> None: ...

    async def delete(self, key: str) -> bool:
        return True

    async def has(self, key: str) -> bool:
        return True

    async def keys(self, prefix: str | None = None) -> list[str]:
        return []


class StateAndMore(State):
    def close(self) -> None: ...


class Nothing:
    pass


coroutine = make_store()
other_coroutine = make_page()
for each in coroutine, other_coroutine:
    each.close()

# None


none_behaviour: Stores = None  # E: . wrong-object
none_record: Page = None  # E: . wrong-object
none_both: Both = None  # E: . wrong-object
none_call: Call = None  # E: . wrong-object
none_contract: IssueTracker = None  # E: . wrong-object
none_context: PluginContext = None  # E: . wrong-object
none_empty: Empty = None
none_typed_dict: Row = None  # E: . wrong-value
none_manifest: PluginManifest = None  # E: . wrong-value

# Coroutines, of which the result is meant


coroutine_behaviour: Stores = coroutine  # E: . wrong-object
coroutine_record: Page = coroutine  # E: . wrong-object
coroutine_both: Both = coroutine  # E: . wrong-object
coroutine_call: Call = coroutine  # E: . wrong-object
coroutine_contract: StateStore = coroutine  # E: . wrong-object
coroutine_any: StateStore = other_coroutine  # E: . wrong-object
coroutine_empty: Empty = coroutine
coroutine_typed_dict: Row = coroutine  # E: . wrong-value|wrong-object

# Functions, of which the result is meant


function_behaviour: Stores = make_store_now  # E: . wrong-object
function_async: Stores = make_store  # E: . wrong-object
function_record: Page = make_store_now  # E: . wrong-object
function_both: Both = make_store_now  # E: . wrong-object
function_contract: StateStore = make_store_now  # E: . wrong-object
function_generator: Stores = generate  # E: . wrong-object
function_lambda: Stores = lambda: AStore()  # E: . wrong-object
function_builtin: Stores = len  # E: . wrong-object
function_bound: Stores = AStore().get  # E: . wrong-object
function_of_module: Stores = json.dumps  # E: . wrong-object
function_call: Call = called
function_call_wrong: Call = called_with_text  # E: __call__ parameter-type
function_empty: Empty = called
function_typed_dict: Row = make_store_now  # E: . wrong-value|wrong-object

# Classes, of which an instance is meant


class_behaviour: Stores = AStore  # E: . class-not-instance
class_record: Page = Nothing  # E: . class-not-instance
class_contract: StateStore = State  # E: . class-not-instance
class_other: StateStore = Secrets  # E: . class-not-instance
class_nothing: StateStore = Nothing  # E: . class-not-instance
class_builtin: StateStore = dict  # E: . class-not-instance
class_protocol: StateStore = StateStore  # E: . class-not-instance
class_partial: Stores = functools.partial(AStore)  # E: . wrong-object
class_empty: Empty = Nothing
class_typed_dict: Row = Nothing  # E: . wrong-value|class-not-instance
class_of_typed_dict: Row = Row  # E: . wrong-value|class-not-instance

# An object of another interface of the contract


state_state: StateStore = State()
state_tracker: IssueTracker = State()  # E: . wrong-object
state_secrets: SecretStore = State()  # E: . wrong-object
state_pipeline: CICDPipeline = State()  # E: . wrong-object
state_context: PluginContext = State()  # E: . wrong-object
state_more_tracker: IssueTracker = StateAndMore()  # E: . wrong-object
secrets_secrets: SecretStore = Secrets()
secrets_state: StateStore = Secrets()  # E: . wrong-object
secrets_tracker: IssueTracker = Secrets()  # E: . wrong-object
secrets_bus: EventBus = Secrets()  # E: . wrong-object
secrets_registry: FacetRegistry = Secrets()  # E: . wrong-object
secrets_health: HealthCheck = Secrets()  # E: . wrong-object
secrets_engine: WorkflowEngine = Secrets()  # E: . wrong-object
secrets_own: Both = Secrets()  # E: name missing-property; run missing-member
secrets_typed_dict: Row = Secrets()  # E: . wrong-value

# Anything else: what is missing is listed


nothing_behaviour: Stores = Nothing()  # E: get missing-member; put missing-member
nothing_record: Page = Nothing()  # E: items missing-property; total missing-property
nothing_secrets: SecretStore = Nothing()  # E: get_secret missing-member; set_secret missing-member; delete_secret missing-member; has_secret missing-member
int_both: Both = 1  # E: name missing-property; run missing-member
text_secrets: SecretStore = "a"  # E: get_secret missing-member; set_secret missing-member; delete_secret missing-member; has_secret missing-member
module_secrets: SecretStore = json  # E: get_secret missing-member; set_secret missing-member; delete_secret missing-member; has_secret missing-member
generator_both: Both = generate()  # E: . wrong-object
list_both: Both = []  # E: name missing-property; run missing-member

# Within values


class Holds(TypedDict, total=False):
    store: Stores
    stores: Sequence[Stores]
    optional: Stores | None
    call: Call


holds: Holds = {"store": AStore(), "optional": None, "call": called}
holds_items: Holds = {"stores": [AStore()]}
holds_coroutine: Holds = {"store": coroutine}  # E: store wrong-object
holds_function: Holds = {"store": make_store_now}  # E: store wrong-object
holds_class: Holds = {"stores": [AStore(), AStore]}  # E: stores[1] class-not-instance
holds_none_item: Holds = {"stores": [None]}  # E: stores[0] wrong-object
holds_none: Holds = {"store": None}  # E: store none-for-absent-key
holds_nothing: Holds = {"store": Nothing()}  # E: store.get missing-member; store.put missing-member
