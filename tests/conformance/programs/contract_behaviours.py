"""Behaviours of the contract: contexts whose data are methods, streams of a class of one's own, own record classes."""

import asyncio
import datetime
import logging
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from latency_shim import (
    AbortSignal,
    DecisionRequest,
    DevAgent,
    EventBus,
    HealthCheck,
    InvokeOptions,
    IssueQuery,
    IssueSpec,
    IssueTracker,
    IssueUpdate,
    Logger,
    PluginContext,
    PluginManifest,
    PluginStateStore,
    StateStore,
)
from latency_shim import facets
from typing_extensions import Self

T = TypeVar("T")

NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
MANIFEST: "PluginManifest" = {"id": "a", "version": "1.0.0", "name": "A", "provides": [], "requires": []}

# Contexts


class State:
    def get(self, key: str) -> Any: ...

    def set(self, key: str, value: object) -> None: ...

    def delete(self, key: str) -> bool:
        return True

    def has(self, key: str) -> bool:
        return True


class Log:
    def debug(self, message: str, *values: object) -> None: ...

    def info(self, message: str, *values: object) -> None: ...

    def warn(self, message: str, *values: object) -> None: ...

    def error(self, message: str, *values: object) -> None: ...


@dataclass
class Answer:
    decision: str
    metadata: object | None = None


class Calls:
    def require(self, facet: str, qualifier: str | None = None) -> Any: ...

    def optional(self, facet: str, qualifier: str | None = None) -> Any: ...

    def provide(self, facet: str, implementation: object, qualifier: str | None = None) -> None: ...

    async def request_decision(self, request: DecisionRequest) -> Answer:
        return Answer("yes")


class Context(Calls):
    def __init__(self, manifest: PluginManifest = MANIFEST) -> None:
        self.manifest = manifest
        self.logger = logging.getLogger("a")
        self.state = State()


class PropertyContext(Calls):
    @property
    def manifest(self) -> PluginManifest:
        return MANIFEST

    @property
    def logger(self) -> Log:
        return Log()

    @property
    def state(self) -> State:
        return State()


class MethodContext(Calls):
    def manifest(self) -> PluginManifest:
        return MANIFEST

    def logger(self) -> Log:
        return Log()

    def state(self) -> State:
        return State()


class LoggerMethodContext(Context):
    def __init__(self) -> None:
        self.manifest = MANIFEST
        self.state = State()

    def logger(self) -> Log:  # type: ignore[override]
        return Log()


class AsyncStateContext(PropertyContext):
    async def state(self) -> State:  # type: ignore[override]
        return State()


class ClassContext(Calls):
    manifest = MANIFEST
    logger = Log()
    state = State

    def __init__(self) -> None: ...


class TextLoggerContext(PropertyContext):
    @property
    def logger(self) -> str:  # type: ignore[override]
        return "a"


class NoLoggerContext(Calls):
    manifest = MANIFEST
    state = State()


class NoneContext(Calls):
    manifest = MANIFEST
    state = State()
    logger = None


class DictStateContext(Calls):
    manifest = MANIFEST
    logger = Log()
    state: dict[str, object] = {}


class EmptyManifestContext(Calls):
    manifest: Any = {}
    logger = Log()
    state = State()


class AsyncRequireContext(PropertyContext):
    async def require(self, facet: str, qualifier: str | None = None) -> Any: ...  # type: ignore[override]


class SyncDecisionContext(PropertyContext):
    def request_decision(self, request: DecisionRequest) -> Answer:  # type: ignore[override]
        return Answer("yes")


class TextDecisionContext(PropertyContext):
    async def request_decision(self, request: DecisionRequest) -> str:  # type: ignore[override]
        return "yes"


class RenamedContext(PropertyContext):
    def require(self, facet: str, name: str | None = None) -> Any: ...  # type: ignore[override]


context: PluginContext = Context()
context_property: PluginContext = PropertyContext()
context_methods: PluginContext = MethodContext()  # E: manifest method-for-data; logger method-for-data; state method-for-data
context_logger_method: PluginContext = LoggerMethodContext()  # E: logger method-for-data
context_async_state: PluginContext = AsyncStateContext()  # E: state method-for-data
context_state_class: PluginContext = ClassContext()  # E: state class-not-instance
context_text_logger: PluginContext = TextLoggerContext()  # E: logger return-type
context_no_logger: PluginContext = NoLoggerContext()  # E: logger missing-property
context_none: PluginContext = NoneContext()  # E: logger wrong-object
context_dict_state: PluginContext = DictStateContext()  # E: state.set missing-member; state.delete missing-member; state.has missing-member
context_manifest: PluginContext = EmptyManifestContext()  # R: manifest.id missing-key; manifest.version missing-key; manifest.name missing-key; manifest.provides missing-key; manifest.requires missing-key -- what is typed as Any is looked at
context_manifest_id: PluginContext = Context({"id": "", "version": "1", "name": "A", "provides": [], "requires": []})  # R: manifest.id invalid-value; manifest.version invalid-value -- the rules of manifests hold wherever one stands
context_async_require: PluginContext = AsyncRequireContext()  # E: require async-for-sync
context_sync_decision: PluginContext = SyncDecisionContext()  # E: request_decision sync-for-async
context_text_decision: PluginContext = TextDecisionContext()  # E: request_decision return-type
context_renamed: PluginContext = RenamedContext()  # E: require parameter-name

# Agents: a class of one's own as the stream


@dataclass
class Result:
    output: str
    invocation_id: str
    usage: None = None


@dataclass
class Chunk:
    text: str
    metadata: Mapping[str, object] | None = None


@dataclass
class Capabilities:
    streaming: bool = True
    cancellation: bool = True
    models: Sequence[str] = ()


class Stream:
    def __aiter__(self) -> "Stream":
        return self

    async def __anext__(self) -> Chunk:
        raise StopAsyncIteration


class SelfStream:
    def __aiter__(self) -> Self:
        return self

    def __anext__(self) -> Awaitable[Chunk]:
        raise StopAsyncIteration

    async def aclose(self) -> None: ...


class InheritingStream(AsyncIterator[Chunk]):
    async def __anext__(self) -> Chunk:
        raise StopAsyncIteration


class GenericStream(Generic[T]):
    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        raise StopAsyncIteration


class TextStream:
    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        raise StopAsyncIteration


class UntypedStream:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


class HalfStream:
    async def __anext__(self) -> Chunk:
        raise StopAsyncIteration


class IterableOnly:
    def __aiter__(self) -> AsyncIterator[Chunk]:
        raise StopAsyncIteration


class SyncStream:
    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Chunk:
        raise StopIteration


class Agent:
    async def invoke(self, prompt: str, options: InvokeOptions | None = None) -> Result:
        return Result("a", "1")

    async def cancel(self, invocation_id: str) -> None: ...

    async def get_capabilities(self) -> Capabilities:
        return Capabilities()


class StreamAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> Stream:
        return Stream()


class SelfStreamAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> "SelfStream":
        return SelfStream()


class InheritingAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> InheritingStream:
        return InheritingStream()


class GenericAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> GenericStream[Chunk]:
        return GenericStream()


class UntypedAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> UntypedStream:
        return UntypedStream()


class GeneratorAgent(Agent):
    async def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> AsyncIterator[Chunk]:
        yield Chunk("a")


class AsyncGeneratorAgent(Agent):
    async def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> AsyncGenerator[Chunk, None]:
        yield Chunk("a")


class IteratorAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> AsyncIterator[Chunk]:
        raise LookupError


class GenericTextAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> GenericStream[str]:
        return GenericStream()


class TextStreamAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> TextStream:
        return TextStream()


class TextIteratorAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> AsyncIterator[str]:
        raise LookupError


class HalfStreamAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> HalfStream:
        return HalfStream()


class IterableAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> AsyncIterable[Chunk]:
        return IterableOnly()


class OwnIterableAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> IterableOnly:
        return IterableOnly()


class SyncStreamAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> SyncStream:
        return SyncStream()


class ListAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> list[Chunk]:
        return []


class CoroutineAgent(Agent):
    async def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> Stream:
        return Stream()


class AwaitableStreamAgent(Agent):
    def invoke_stream(self, prompt: str, options: InvokeOptions | None = None) -> Awaitable[Stream]:
        raise LookupError


class FutureAgent(StreamAgent):
    def invoke(self, prompt: str, options: InvokeOptions | None = None) -> "asyncio.Future[Result]":  # type: ignore[override]
        raise LookupError


class SyncAgent(StreamAgent):
    def invoke(self, prompt: str, options: InvokeOptions | None = None) -> Result:  # type: ignore[override]
        return Result("a", "1")


class TextAgent(StreamAgent):
    async def invoke(self, prompt: str, options: InvokeOptions | None = None) -> str:  # type: ignore[override]
        return "a"


class BytesAgent(StreamAgent):
    async def invoke(self, prompt: bytes, options: InvokeOptions | None = None) -> Result:  # type: ignore[override]
        return Result("a", "1")


class OptionsAgent(StreamAgent):
    async def invoke(self, prompt: str, options: InvokeOptions) -> Result:  # type: ignore[override]
        return Result("a", "1")


class MappingAgent(StreamAgent):
    async def invoke(self, prompt: str, options: Mapping[str, object] | None = None) -> Result:
        return Result("a", "1")


agent_stream: DevAgent = StreamAgent()
agent_self: DevAgent = SelfStreamAgent()
agent_inheriting: DevAgent = InheritingAgent()
agent_generic: DevAgent = GenericAgent()
agent_untyped: DevAgent = UntypedAgent()
agent_generator: DevAgent = GeneratorAgent()
agent_async_generator: DevAgent = AsyncGeneratorAgent()
agent_iterator: DevAgent = IteratorAgent()
agent_mapping: DevAgent = MappingAgent()
agent_missing: DevAgent = Agent()  # E: invoke_stream missing-member
agent_text_stream: DevAgent = TextStreamAgent()  # E: invoke_stream return-type
agent_generic_text: DevAgent = GenericTextAgent()  # E: invoke_stream return-type
agent_text_iterator: DevAgent = TextIteratorAgent()  # E: invoke_stream return-type
agent_half: DevAgent = HalfStreamAgent()  # E: invoke_stream return-type
agent_iterable: DevAgent = IterableAgent()  # E: invoke_stream return-type
agent_own_iterable: DevAgent = OwnIterableAgent()  # E: invoke_stream return-type
agent_sync_stream: DevAgent = SyncStreamAgent()  # E: invoke_stream return-type
agent_list: DevAgent = ListAgent()  # E: invoke_stream return-type
agent_coroutine: DevAgent = CoroutineAgent()  # E: invoke_stream coroutine-for-iterator
agent_awaitable: DevAgent = AwaitableStreamAgent()  # E: invoke_stream coroutine-for-iterator
agent_future: DevAgent = FutureAgent()  # S: callers await the result, and any awaitable will do
agent_sync: DevAgent = SyncAgent()  # E: invoke sync-for-async
agent_text: DevAgent = TextAgent()  # E: invoke return-type
agent_bytes: DevAgent = BytesAgent()  # E: invoke parameter-type
agent_options: DevAgent = OptionsAgent()  # E: invoke parameter-required; invoke parameter-type

# Trackers: classes of one's own for the records


@dataclass(frozen=True)
class Ticket:
    id: str = "1"
    title: str = "a"
    body: str = ""
    state: Any = "open"
    labels: list[str] = field(default_factory=list)
    assignees: tuple[str, ...] = ()
    created_at: datetime.datetime = NOW
    updated_at: datetime.datetime = NOW


@dataclass(frozen=True)
class Note:
    id: str
    body: str
    author: str
    created_at: datetime.datetime


@dataclass
class Page(Generic[T]):
    items: list[T]
    total: int
    has_more: bool = False


class Tracker:
    async def create_issue(self, spec: IssueSpec) -> Ticket:
        return Ticket()

    async def get_issue(self, id: str) -> Ticket:
        return Ticket()

    async def update_issue(self, id: str, update: IssueUpdate) -> Ticket:
        return Ticket()

    async def list_issues(self, query: IssueQuery) -> Page[Ticket]:
        return Page([], 0)

    async def add_comment(self, issue_id: str, comment: str) -> Note:
        return Note("1", comment, "me", NOW)

    async def list_comments(self, issue_id: str) -> list[Note]:
        return []


class NotePages(Tracker):
    async def list_issues(self, query: IssueQuery) -> Page[Note]:  # type: ignore[override]
        return Page([], 0)


class Lists(Tracker):
    async def list_issues(self, query: IssueQuery) -> list[Ticket]:  # type: ignore[override]
        return []


class Swapped(Tracker):
    async def get_issue(self, id: str) -> Note:  # type: ignore[override]
        raise LookupError


class PageOfComments(Tracker):
    async def list_comments(self, issue_id: str) -> Page[Note]:  # type: ignore[override]
        return Page([], 0)


class QueryByDict(Tracker):
    async def list_issues(self, query: dict[str, Any]) -> Page[Ticket]:  # type: ignore[override]
        return Page([], 0)


class QueryByText(Tracker):
    async def list_issues(self, query: str) -> Page[Ticket]:  # type: ignore[override]
        return Page([], 0)


class UpdateForQuery(Tracker):
    async def list_issues(self, query: IssueUpdate) -> Page[Ticket]:  # type: ignore[override]
        return Page([], 0)


class IntIds(Tracker):
    async def get_issue(self, id: int) -> Ticket:  # type: ignore[override]
        return Ticket()


class GivesNone(Tracker):
    async def get_issue(self, id: str) -> Ticket | None:  # type: ignore[override]
        return None


tracker: IssueTracker = Tracker()
tracker_note_pages: IssueTracker = NotePages()  # E: list_issues return-type
tracker_lists: IssueTracker = Lists()  # E: list_issues return-type
tracker_swapped: IssueTracker = Swapped()  # E: get_issue return-type
tracker_comments: IssueTracker = PageOfComments()  # E: list_comments return-type
tracker_dict: IssueTracker = QueryByDict()  # S: a TypedDict is a dict at run time
tracker_text: IssueTracker = QueryByText()  # E: list_issues parameter-type
tracker_ids: IssueTracker = IntIds()  # E: get_issue parameter-type
tracker_none: IssueTracker = GivesNone()  # E: get_issue return-type

# Loggers, stores, buses, signals


class Stores:
    async def get(self, key: str) -> object: ...

    async def set(self, key: str, value: object) -> None: ...

    async def delete(self, key: str) -> bool:
        return True

    async def has(self, key: str) -> bool:
        return True

    async def keys(self, prefix: str | None = None) -> list[str]:
        return []


class TextStores(Stores):
    async def set(self, key: str, value: str) -> None: ...  # type: ignore[override]


class GeneratedKeys(Stores):
    async def keys(self, prefix: str | None = None) -> AsyncIterator[str]:  # type: ignore[override]
        yield "a"


class SetKeys(Stores):
    async def keys(self, prefix: str | None = None) -> set[str]:  # type: ignore[override]
        return set()


class Lambdas(Stores):
    has = lambda self, key: True  # type: ignore[assignment]


class Bus:
    async def emit(self, event: str, data: Any = None) -> None: ...

    def on(self, event: str, handler: Callable[[Any], Any]) -> Callable[[], None]:
        raise LookupError

    def off(self, event: str, handler: Callable[[Any], Any]) -> None: ...


class BusOfPayloads(Bus):
    async def emit(self, event: str, payload: object | None = None) -> None: ...  # type: ignore[override]


class BusOfTexts(BusOfPayloads):
    def on(self, event: str, handler: Callable[[str], Any]) -> Callable[[], None]:  # type: ignore[override]
        raise LookupError


class AsyncBus(BusOfPayloads):
    async def on(self, event: str, handler: Callable[[Any], Any]) -> Callable[[], None]:  # type: ignore[override]
        raise LookupError


class Health:
    def __init__(self) -> None:
        self.contributors: dict[str, Callable[[], Awaitable[Any]]] = {}

    async def get_health(self) -> Any: ...

    def register_contributor(self, name: str, contributor: Callable[[], Awaitable[Any]]) -> None: ...


class SyncHealth(Health):
    def register_contributor(self, name: str, contributor: Callable[[], int]) -> None: ...  # type: ignore[override]


class QuietLog:
    def debug(self, message: str) -> None: ...

    info = warn = error = debug


class FacetLog:
    def debug(self, message: str, context: Mapping[str, object] | None = None) -> None: ...

    def info(self, message: str, context: Mapping[str, object] | None = None) -> None: ...

    def warn(self, message: str, context: Mapping[str, object] | None = None) -> None: ...

    def error(self, message: str, context: Mapping[str, object] | None = None) -> None: ...


class FacetLogWithChild(FacetLog):
    def child(self, context: Mapping[str, object]) -> Self:
        return self


class FacetLogWithTextChild(FacetLog):
    def child(self, context: Mapping[str, object]) -> str:
        return "a"


class Flag:
    def __init__(self) -> None:
        self.is_set = lambda: True

    async def wait(self) -> bool:
        return True


log: Logger = Log()
log_standard: Logger = logging.getLogger("a")
log_module: Logger = logging
log_quiet: Logger = QuietLog()  # E: debug missing-var-positional; info missing-var-positional; warn missing-var-positional; error missing-var-positional
state: PluginStateStore = State()
stores: StateStore = Stores()
stores_text: StateStore = TextStores()  # E: set parameter-type
stores_generated: StateStore = GeneratedKeys()  # E: keys iterator-for-coroutine
stores_set: StateStore = SetKeys()  # E: keys return-type
stores_lambda: StateStore = Lambdas()  # R: has unverifiable -- what a lambda gives only a call would tell
signal: AbortSignal = Flag()
signal_event: AbortSignal = asyncio.Event()
bus: EventBus = BusOfPayloads()
bus_renamed: EventBus = Bus()  # E: emit parameter-name
bus_of_texts: EventBus = BusOfTexts()
bus_async: EventBus = AsyncBus()  # E: on async-for-sync
health: HealthCheck = Health()
health_sync: HealthCheck = SyncHealth()  # E: register_contributor parameter-type
facet_log: facets.Logger = FacetLogWithChild()
facet_log_missing: facets.Logger = FacetLog()  # E: child missing-member
facet_log_child: facets.Logger = FacetLogWithTextChild()  # E: child return-type
