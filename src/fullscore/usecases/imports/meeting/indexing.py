"""An index that keeps little where there is much: a hundred thousand rows have half a million keys."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Generic, TypeVar, cast

T = TypeVar("T")
# What more rows than this share ("localhost") identifies none of them, and need not be looked through.
_MOST_ALIKE = 64
_NOTHING: Mapping[str, object] = MappingProxyType({})


class Index(Generic[T]):
    """Things by column and form; most forms mean a single thing, and then no list is kept for it."""

    def __init__(self) -> None:
        self._columns: dict[str, dict[str, object]] = {}

    def put(self, column: str, form: str, thing: T) -> None:
        """Let a thing, which is no tuple itself, be found by one more form."""
        forms = self._columns.setdefault(column, {})
        there = forms.get(form)
        if there is None:
            forms[form] = thing
        elif not isinstance(there, tuple):
            forms[form] = there if there is thing else (there, thing)
        elif len(there) < _MOST_ALIKE and thing not in there:
            forms[form] = (*there, thing)

    def get(self, column: str, form: str) -> tuple[T, ...]:
        """Return what was put here under a form."""
        there = self._columns.get(column, _NOTHING).get(form, ())
        return there if isinstance(there, tuple) else (cast("T", there),)
