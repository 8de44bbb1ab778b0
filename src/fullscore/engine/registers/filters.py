"""Filters: the closed list of words each kind of column understands."""

from collections.abc import Mapping

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.cleaning import Plain, clean, shown
from fullscore.engine.registers.columns import Column, Kind

_TEXT = ("contains", "is", "empty")
_ORDERED = ("is", "before", "after", "empty")

WORDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.TEXT: _TEXT,
    Kind.LONG_TEXT: ("contains", "empty"),
    Kind.EMAIL: _TEXT,
    Kind.INTEGER: _ORDERED,
    Kind.NUMBER: _ORDERED,
    Kind.MONEY: _ORDERED,
    Kind.DATE: _ORDERED,
    Kind.YES_NO: ("is",),
    Kind.CHOICE: ("is", "in", "empty"),
    Kind.REFERENCE: ("is", "in", "contains", "empty"),
}
# Words whose value is compared as text, whatever the column holds.
_AS_TEXT = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.EMAIL, Kind.REFERENCE})
_LONGEST = 200


def compared(column: Column, word: str, value: str, subject: Subject) -> tuple[Plain, ...] | Finding:
    """Return the values a filter compares with, or the finding that refuses the filter."""
    if word not in WORDS[column.kind]:
        choices = WORDS[column.kind]
        values: dict[str, Value] = {"field": column.label, "value": shown(word), "choices": choices}
        return Finding("filter-not-understood", subject, values)
    if word == "empty":
        return ()
    parts = [part.strip() for part in value.split(",")] if word == "in" else [value.strip()]
    found: list[Plain] = []
    for part in parts:
        one = _one(column, part, subject)
        if isinstance(one, Finding):
            return one
        found.append(one)
    return tuple(found)


def _one(column: Column, part: str, subject: Subject) -> Plain | Finding:
    if column.kind in _AS_TEXT:
        return part.replace("\x00", "")[:_LONGEST].encode("utf-8", "replace").decode()
    plain = Column(column.name, column.label, column.kind, column.field_class, True, choices=column.choices)
    return clean(plain, part, subject)
