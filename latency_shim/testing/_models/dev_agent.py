"""Histories of coding agents: calls that end, take too long, are aborted, or are left in the middle."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, ClassVar

from latency_shim import DevAgent, FacetError
from latency_shim.testing._boundary import implementation
from latency_shim.testing._histories import Broken, Histories, History, Model, Step

INVOKE = "Send the agent a prompt and wait for the whole answer."
IDS = "Id of the call, another one for each call."
EMPTY = "`FacetError` with code `VALIDATION` when the prompt is empty"
TIMEOUT = "Milliseconds after which this call fails with `TIMEOUT`; absent: the agent's own limit."
SIGNAL = "When it is set the call fails with `CANCELLED`."
STREAM = "Send the agent a prompt and iterate over the answer as it comes."
CODES = "It fails with the same codes as `invoke`, at the call or at the first step of the iteration."
METADATA = "Extra data for logs, traces or the provider; opaque."
CANCEL = "Cancel a running call; does nothing when it is unknown or over."
ABLE = "Return the capabilities of this agent."

HOLDS = 0.02
"""Seconds that a call goes on before something happens to it."""


class ModestSignal:
    """A signal with nothing but what the contract asks of one."""

    def __init__(self, answer: object) -> None:
        self._event, self._answer = asyncio.Event(), answer

    def is_set(self) -> bool:
        """Return whether a call is to be aborted."""
        return self._event.is_set()

    async def wait(self) -> object:
        """Wait until a call is to be aborted."""
        await self._event.wait()
        return self._answer

    def set(self) -> None:
        """Abort."""
        self._event.set()


class AgentModel(Model):
    """An agent beside its calls.

    Left open, and never asked: what it answers, how long it takes, blank prompts, a limit of 0 and below, and whether
    an empty prompt or a signal comes first.
    """

    pools: ClassVar[Mapping[str, Sequence[Any]]] = {
        "stream": (False, True),
        "options": (
            None,
            {},
            {"metadata": {}},
            {"metadata": {"": None, "timeout_ms": 1, "signal": "x", "prompt": "", "a": [object]}},
            {"timeout_ms": 1e9},
            {"timeout_ms": 86_400_000},
        ),
        "limit": (20, 15.5, 0.5, 0.01),
        "signal": (0, 1, 2),
        "form": tuple(range(8)),
    }
    steps: ClassVar[Mapping[str, Sequence[str]]] = {
        "invoke": ("options", "stream"),
        "empty": ("options", "stream"),
        "too_long": ("limit", "stream"),
        "abort": ("signal", "stream"),
        "aborted_before": ("signal", "stream"),
        "together": ("signal", "stream"),
        "late": ("signal", "stream"),
        "leave": ("form",),
        "cancel": ("form",),
    }
    looks: ClassVar[Mapping[str, Sequence[str]]] = {"capabilities": ()}
    length: ClassVar[int] = 6

    def __init__(self, look_at: str | None, agent: DevAgent, prompts: tuple[str, str], lacks: Iterable[str]) -> None:
        super().__init__(look_at)
        self.agent, (self.prompt, self.long) = agent, prompts
        self.streams, self.cancels = ("streaming" not in lacks), ("cancellation" not in lacks)
        self.ids: list[str] = []
        self.able: object = None

    def new_signal(self, kind: int) -> Any:
        """Return a signal."""
        return asyncio.Event() if not kind else ModestSignal((None, False)[kind - 1])

    async def answered(self, prompt: str, options: Any, *, stream: bool) -> list[str]:
        """Ask; return the pieces of the answer."""
        arguments = () if options is None else (options,)
        if stream:
            return [piece.text async for piece in self.agent.invoke_stream(prompt, *arguments)]
        found = await self.agent.invoke(prompt, *arguments)
        self.ids.append(found.invocation_id)
        return [found.output]

    def text(self, name: str, options: str, *, stream: bool) -> str:
        """Return the text of a call."""
        given = f"{name}, {options}" if options else name
        return f"[piece async for piece in agent.invoke_stream({given})]" if stream else f"await agent.invoke({given})"

    async def invoke(self, options: Any, stream: bool) -> None:  # noqa: FBT001 - a step has arguments of all types
        """Call the agent."""
        if stream and not self.streams:
            return
        text = self.text("prompt", "" if options is None else repr(options), stream=stream)
        promise = STREAM if stream else METADATA if options and "metadata" in options else INVOKE
        await self.awaited(promise, text, lambda: self.answered(self.prompt, options, stream=stream))
        if not stream:
            self.lines.append("")
            self.expect(IDS, len({*self.ids}) == len(self.ids), "each call has an id of its own", self.ids)
            del self.lines[-1:]

    async def fails(self, promise: str, code: str, text: str, call: Callable[[], Awaitable[object]]) -> None:
        """Put a call that must fail."""
        await self.refused(promise, (code,), text, call)

    async def empty(self, options: Any, stream: bool) -> None:  # noqa: FBT001
        """Call the agent with an empty prompt."""
        if stream and not self.streams:
            return
        text = self.text("''", "" if options is None else repr(options), stream=stream)
        promise = CODES if stream else EMPTY
        await self.fails(promise, "VALIDATION", text, lambda: self.answered("", options, stream=stream))

    async def too_long(self, limit: float, stream: bool) -> None:  # noqa: FBT001
        """Call the agent for a time that is too short; then once more, without a limit."""
        if stream and not self.streams:
            return
        options: Any = {"timeout_ms": limit}
        text = self.text("long_prompt", repr(options), stream=stream)
        await self.fails(TIMEOUT, "TIMEOUT", text, lambda: self.answered(self.long, options, stream=stream))
        await self.invoke(None, stream)

    async def abort(self, kind: int, stream: bool) -> None:  # noqa: FBT001
        """Set a signal while the agent is at work; then call it once more, with another one."""
        if not self.cancels or (stream and not self.streams):
            return
        signal = self.new_signal(kind)
        asyncio.get_running_loop().call_later(HOLDS, signal.set)
        options: Any = {"signal": signal, "timeout_ms": 60_000}
        text = self.text("long_prompt", "{'signal': signal}", stream=stream)
        self.lines.append("loop.call_later(0.02, signal.set)")
        await self.fails(SIGNAL, "CANCELLED", text, lambda: self.answered(self.long, options, stream=stream))
        await self.invoke({"signal": self.new_signal(kind)}, stream)

    async def aborted_before(self, kind: int, stream: bool) -> None:  # noqa: FBT001
        """Call the agent with a signal that is set."""
        if stream and not self.streams:
            return
        signal = self.new_signal(kind)
        signal.set()
        self.lines.append("signal.set()")
        for _ in range(2):
            text = self.text("long_prompt", "{'signal': signal}", stream=stream)
            options: Any = {"signal": signal}
            await self.fails(SIGNAL, "CANCELLED", text, lambda: self.answered(self.long, options, stream=stream))  # noqa: B023

    async def late(self, kind: int, stream: bool) -> None:  # noqa: FBT001
        """Set a signal when its call is over; then call the agent again."""
        if stream and not self.streams:
            return
        signal = self.new_signal(kind)
        await self.invoke({"signal": signal}, stream)
        signal.set()
        self.lines.append("signal.set()")
        await self.invoke(None, stream)

    async def together(self, kind: int, stream: bool) -> None:  # noqa: FBT001
        """Call the agent several times at once, and abort one of the calls."""
        if not self.cancels or (stream and not self.streams):
            return
        signal, other = self.new_signal(kind), self.new_signal(kind)
        asyncio.get_running_loop().call_later(HOLDS, signal.set)
        calls = (
            self.answered(self.long, {"signal": signal}, stream=stream),
            self.answered(self.long, {"timeout_ms": 15}, stream=stream),
            self.answered(self.prompt, {"signal": other}, stream=stream),
            self.answered(self.long, {"signal": signal}, stream=False),
            self.answered(self.prompt, None, stream=False),
            self.after(2 * HOLDS, self.answered(self.prompt, {"signal": other}, stream=stream)),
        )
        self.lines.append("# at once: two calls with a signal that is set, one that takes too long, and three others")
        found = await asyncio.gather(*calls, return_exceptions=True)
        expected = ["CANCELLED", "TIMEOUT", "", "CANCELLED", "", ""]
        told = [
            one.code if isinstance(one, FacetError) else repr(one) if isinstance(one, BaseException) else ""
            for one in found
        ]
        self.expect(SIGNAL, told == expected, f"their codes are {expected}", told)
        self.lines.append("")
        self.expect(IDS, len({*self.ids}) == len(self.ids), "each call has an id of its own", self.ids)
        del self.lines[-1:]

    async def after(self, seconds: float, call: Awaitable[Any]) -> Any:
        """Wait, then call."""
        await asyncio.sleep(seconds)
        return await call

    async def leave(self, form: int) -> None:
        """Leave a stream in the middle; then call the agent again."""
        if not self.streams:
            return
        prompt = self.prompt if form % 3 else self.long  # an agent may give the whole answer in one piece
        pieces: AsyncIterator[Any] = self.agent.invoke_stream(prompt, {"timeout_ms": 60_000})
        self.lines.append("pieces = agent.invoke_stream(prompt); await anext(pieces)  # and no more of it")
        if form % 3:
            await self.awaited(STREAM, self.lines.pop(), lambda: anext(pieces))
        close: Any = getattr(pieces, "aclose", None)
        if close is not None and form % 3 != 1:
            await self.awaited(STREAM, "await pieces.aclose()", close)
        await self.invoke(None, stream=True)
        await self.invoke(None, stream=False)
        if close is not None and form % 3 == 1:
            await self.awaited(STREAM, "await pieces.aclose()", close)

    async def cancel(self, form: int) -> None:
        """Cancel what is unknown or over, while another call is running."""
        own = self.ids[-1] if self.ids else "no-such-invocation"
        other = (own, "no-such-invocation", "", f"{own} ", own[:-1], "*", "None", f"{own}x")[form]
        running = asyncio.ensure_future(self.answered(self.prompt, {"timeout_ms": 60_000}, stream=False))
        await asyncio.sleep(0)
        self.lines.append("# while a call is running:")
        try:
            text = f"await agent.cancel({other!r})"
            call: Any = partial(self.agent.cancel, other)
            found: object = await self.awaited(CANCEL, text, call)
            self.expect(CANCEL, found is None, f"({text}) is None", found)
            self.lines.append("")
            try:
                await running
            except Exception as error:
                self.lines[-1] = f"# but the running call raises {error!r}"
                raise Broken(CANCEL) from error
            del self.lines[-1:]
        finally:
            running.cancel()
        await self.invoke(None, stream=False)
        text = "await agent.cancel(the id of the last call)"
        await self.awaited(CANCEL, text, partial(self.agent.cancel, self.ids[-1]))
        await self.invoke(None, stream=False)

    async def capabilities(self) -> None:
        """Look at what the agent can do."""
        found = await self.awaited(ABLE, "await agent.get_capabilities()", self.agent.get_capabilities)
        able = (found.streaming, found.cancellation, [*found.models])
        self.able = self.able or able
        self.expect(ABLE, able == self.able, f"its capabilities are still {self.able}", able)

    @classmethod
    def tables(cls) -> Iterable[History]:
        """Return tables of all kinds of calls."""
        for stream in 0, 1:
            able: list[Step] = [("capabilities", ())]
            options = [*range(len(cls.pools["options"]))]
            yield [
                *able,
                *(("invoke", (at, stream)) for at in options),
                *(("empty", (at, stream)) for at in options),
                *able,
            ]
            yield [*(("too_long", (at, stream)) for at in range(4)), *able]
            for signal in range(3):
                yield [
                    ("abort", (signal, stream)),
                    ("aborted_before", (signal, stream)),
                    ("late", (signal, stream)),
                    *able,
                ]
            yield [("together", (0, stream)), ("together", (2, stream)), ("invoke", (0, stream)), *able]
        yield [("leave", (1,)), ("leave", (2,)), ("leave", (0,)), ("capabilities", ())]
        yield [("invoke", (0, 0)), *(("cancel", (at,)) for at in range(8)), ("capabilities", ())]


class DevAgentHistories(Histories):
    """The tests of histories that `DevAgentContract` has."""

    histories: ClassVar[int] = 5

    def test_what_becomes_of_calls_in_any_history(self, it: DevAgent, prompt: str, long_prompt: str) -> None:
        """Send the agent a prompt and wait for the whole answer. … Send the agent a prompt and iterate over the answer as
        it comes. … It fails with the same codes as `invoke`, at the call or at the first step of the iteration. … When
        it is set the call fails with `CANCELLED`. … Milliseconds after which this call fails with `TIMEOUT` … does
        nothing when it is unknown or over.

        If this fails, the message is a program in which a call does not end as it must.
        """
        tested: Any = implementation(it)
        make = partial(AgentModel, None, tested, (prompt, long_prompt), frozenset(self.lacks))
        self.holds(make, self.drawn(AgentModel, None))
