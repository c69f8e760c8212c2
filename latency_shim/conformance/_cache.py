"""What is remembered: plans of interfaces that are in use, and classes that are known to conform."""

import sys
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar, get_origin
from weakref import ref

from latency_shim.conformance._inspection import is_a, module_of, own_values, qualname

MOST_LOOSE = 8
"""Plans that are kept of interfaces that no module holds, if the plans hold these interfaces in turn."""
MOST_ALIASES = 512
"""Plans that are kept of interfaces with arguments."""

LOOKED_AT = 24
_in_turn: deque[int] = deque()
_loose: deque[int] = deque()
_aliases: deque[int] = deque()

_P = TypeVar("_P")
plans: dict[int, tuple[Any, Any]] = {}
"""Plans by the id of the interface, each with a weak reference to the interface."""


def plan_of(form: Any, compiled: Callable[[Any], _P]) -> _P:
    """Return the plan of an interface, compiled once for as long as there is the interface."""
    place = id(form)
    entry = plans.get(place)
    if entry is not None:
        plan: _P = entry[1]
        return plan
    plan = compiled(form)
    held: Callable[[], Any]
    try:
        forget = plans.pop  # which is still there when the interpreter ends
        held = ref(form, lambda _: forget(place, None) and None)  # before the id can be another's
    except TypeError:  # some aliases cannot be referred to weakly
        held = partial(_itself, form)
    plans[place] = held, plan
    _in_turn.append(place)
    _forget()
    return plan


def _itself(form: Any) -> Any:
    return form


def _forget() -> None:
    """Forget the oldest plans of interfaces that no module holds: they may be in use, but then are compiled again.

    A plan may hold its own interface, as the type of a parameter does, and so a whole module that was reloaded. A few
    plans are looked at each time, so that the time does not grow with their number.
    """
    for _ in range(min(LOOKED_AT, len(_in_turn))):
        place = _in_turn.popleft()
        entry = plans.get(place)
        form = None if entry is None else entry[0]()
        if form is None:
            continue
        origin = form if is_a(form, type) else get_origin(form)
        is_loose = not is_held(form if origin is None else origin)
        queue = _loose if is_loose else _aliases if origin is not form else _in_turn
        queue.append(place)
    for queue, most in ((_loose, MOST_LOOSE), (_aliases, MOST_ALIASES)):
        while len(queue) > most:
            plans.pop(queue.popleft(), None)


def is_held(form: Any) -> bool:
    """Check whether the module that defines a class still holds it."""
    name = getattr(form, "__module__", None) if not is_a(form, type) else module_of(form)
    thing: Any = sys.modules.get(name) if type(name) is str else None
    path = qualname(form) if is_a(form, type) else getattr(form, "__name__", "")
    for part in str(path).split("."):
        if thing is None:
            return False
        thing = type.__dict__["__dict__"].__get__(thing).get(part) if is_a(thing, type) else own_values(thing).get(part)
    return thing is form


class KnownClasses:
    """Classes of which every object has methods that conform, for as long as there are these classes.

    They are stored by id, since a class may define its own hash.
    """

    __slots__ = ("ids",)

    def __init__(self) -> None:
        self.ids: dict[int, ref[type]] = {}

    def add(self, kind: type) -> None:
        """Note that all objects of a class conform."""
        ids, place = self.ids, id(kind)
        ids[place] = ref(kind, lambda _: ids.pop(place, None) and None)  # before its id can be another's

    def __contains__(self, kind: object) -> bool:
        return id(kind) in self.ids
