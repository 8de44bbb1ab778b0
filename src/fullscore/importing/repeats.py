"""Rows of one file that claim to be the same thing: the first is taken, the later ones are refused.

This depends on the file alone, so that an import that was cut off decides the same when it goes on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.importing.records import Context, Key, Line, Reason, Record

# A dock's network address is seen on every laptop that stood on it.
_LENT = frozenset({"mac"})


def without_repeats(context: Context, lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines; one whose key stood on an earlier line is refused and names that line."""
    seen = _Seen()
    for line in lines:
        keys = [(record, key) for record in line.records[:1] for key in _telling(record)]
        again = next((pair for pair in keys if seen.on(*pair) is not None), None)
        if line.refusals or again is None:
            for pair in keys if not line.refusals else ():
                seen.note(*pair, line.number)
            yield line
        else:
            yield replace(line, refusals=(_reason(context, line, *again, seen.on(*again) or 0),))


class _Seen:
    """On which line each key stood; by column, because a hundred thousand rows have three keys each."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], dict[str, int]] = {}

    def on(self, record: Record, key: Key) -> int | None:
        return self._lines.get((record.register, key.column), {}).get(key.value.casefold())

    def note(self, record: Record, key: Key, line: int) -> None:
        self._lines.setdefault((record.register, key.column), {})[key.value.casefold()] = line


def _telling(record: Record) -> tuple[Key, ...]:
    """Return the keys that two rows of one file cannot share."""
    if record.is_shared:
        return ()
    own = (Key("source id", record.source_id),) if record.source_id else ()
    strong = (*own, *(key for key in record.keys if key.is_strong))
    firm = tuple(key for key in strong if key.column not in _LENT)
    return firm or strong or (() if record.together else record.keys)


def _reason(context: Context, line: Line, record: Record, key: Key, first: int) -> Reason:
    column = record.headers.get(key.column) or key.column
    values: dict[str, Value] = {"column": column, "value": key.value, "first": first}
    return Reason(
        column, Finding("import-repeated", Subject("imports", f"{context.file}:{line.number}"), values)
    )
