"""An extension of griffe, which reads the stubs for the documentation: functions that only have overloads stay.

A stub declares such a function by its overloads alone. Griffe keeps them beside the members of the class, expects the
implementation to follow, and has no member without it.
"""

from typing import Any

import griffe


def is_deprecated(overload: griffe.Function) -> bool:
    """Check whether an overload is there for type checkers to report a call."""
    return any(one.callable_path.endswith("deprecated") for one in overload.decorators)


class Stubs(griffe.Extension):
    """Make a function of each group of overloads that has no implementation; leave out labels that say nothing."""

    def on_attribute_instance(self, *, attr: griffe.Attribute, **_: Any) -> None:
        """Remove what an annotation in a protocol or TypedDict is to griffe."""
        attr.labels -= {"class-attribute", "instance-attribute"}

    def on_class_members(self, *, cls: griffe.Class, **_: Any) -> None:
        """Add the methods that a class lacks."""
        for name, declared in cls.overloads.items():
            overloads = [one for one in declared if not is_deprecated(one)]
            if overloads and name not in cls.members:
                function = griffe.Function(
                    name,
                    parameters=overloads[0].parameters,
                    returns=overloads[0].returns,
                    lineno=overloads[0].lineno,
                    endlineno=overloads[-1].endlineno,
                    docstring=overloads[0].docstring,
                )
                function.overloads = overloads
                cls.set_member(name, function)
