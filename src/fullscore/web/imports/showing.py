"""An import as its page draws it: counts that add up, a ribbon of them, reasons by what they say."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fullscore.usecases.imports import Imported, Told

_ROWS_SHOWN = 12
_GROUPS_SHOWN = 200
# The ribbon is drawn on a thousand units; what is there at all can be seen.
_WIDE, _GAP, _LEAST = 1000, 2, 6
STATES = {
    "reading": "being looked at", "asking": "what is it?", "proposed": "waits for your yes",
    "waiting": "will be brought in", "running": "not finished", "done": "brought in",
    "stopped": "stopped", "discarded": "put away", "undoing": "being taken back", "undone": "taken back",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """One term of the sum of rows: how many, in words, and how the ribbon colours it."""

    name: str
    rows: int
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of the ribbon."""

    name: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Group:
    """Rows about which the same is to be said."""

    sentence: str
    column: str | None
    rows: str
    count: int


def counts(file: Imported) -> tuple[Count, ...]:
    """Return what the rows come to, in the order of the ribbon; together they are all rows."""
    same = "the same, left alone" if file.register else "kept with the file"
    terms = [
        Count("new", file.created, "new"), Count("changed", file.updated, "changed"),
        Count("yours", file.conflicts, "yours kept"), Count("same", file.left, same),
        Count("refused", file.refused, "refused"),
    ]  # fmt: skip
    if not file.register:
        return (terms[3], *(terms[4:] if file.refused else ()))
    return tuple(term for term in terms if term.rows or term.name != "yours")


def share(terms: Iterable[Count]) -> tuple[Part, ...]:
    """Return the ribbon; empty stretches are left out."""
    shown = [term for term in terms if term.rows]
    free = _WIDE - _LEAST * len(shown)
    rows, parts, start = sum(term.rows for term in shown), [], 0.0
    for term in shown:
        width = _LEAST + free * term.rows / rows
        gap = 0 if term is shown[-1] else _GAP
        parts.append(Part(term.name, round(start, 1), round(width - gap, 1)))
        start += width
    return tuple(parts)


def rows_words(file: Imported) -> str:
    """Return what the total of the sum is called."""
    one = (file.rows if file.is_asking else file.applied) == 1
    return f"{'row' if one else 'rows'} {'in the file' if file.is_finished else 'so far'}"


def told(terms: Iterable[Count]) -> str:
    """Return the sum as words, for whoever does not see the ribbon."""
    return ", ".join(f"{term.rows:,} {term.words}" for term in terms)


def title(file: Imported) -> str:
    """Return the answer of the page: what became of the file."""
    if file.state in _TITLES:
        return _TITLES[file.state].format(file=file.file)
    taken = file.created + file.updated + file.conflicts
    refused = f", {file.refused:,} refused" if file.refused else ""
    if not file.register:
        return f"{file.file} is kept whole"
    if not taken:
        return f"Nothing has changed{refused}"
    return f"{taken:,} {'row' if taken == 1 else 'rows'} brought in{refused}"


_TITLES = {
    "waiting": "{file} is next",
    "running": "{file} is not finished",
    "stopped": "{file} was stopped",
    "discarded": "{file} was put away",
    "reading": "Looking at {file}",
    "undoing": "{file} is being taken back",
    "undone": "{file} was taken back",
}


def grouped(reasons: Iterable[Told]) -> tuple[Group, ...]:
    """Return reasons that say the same as one line, the most frequent first."""
    lines: dict[tuple[str, str | None], list[int]] = {}
    for reason in reasons:
        lines.setdefault((reason.sentence, reason.column), []).append(reason.line)
    return _groups(lines)


def by_row(reasons: Iterable[Told]) -> tuple[Group, ...]:
    """Return rows of which the same is said, each row in one group, so that they add up."""
    rows: dict[int, list[Told]] = {}
    for reason in reasons:
        rows.setdefault(reason.line, []).append(reason)
    lines: dict[tuple[str, str | None], list[int]] = {}
    for line, told in rows.items():
        sentence = " ".join(dict.fromkeys(each.sentence for each in told))
        columns = ", ".join(dict.fromkeys(each.column for each in told if each.column))
        lines.setdefault((sentence, columns or None), []).append(line)
    return _groups(lines)


def _groups(lines: Mapping[tuple[str, str | None], list[int]]) -> tuple[Group, ...]:
    groups = [
        Group(sentence, column, _rows(found), len(found)) for (sentence, column), found in lines.items()
    ]
    return tuple(sorted(groups, key=lambda group: -group.count)[:_GROUPS_SHOWN])


def _rows(lines: list[int]) -> str:
    shown = ", ".join(f"{line:,}" for line in lines[:_ROWS_SHOWN])
    more = f" and {len(lines) - _ROWS_SHOWN:,} more" if len(lines) > _ROWS_SHOWN else ""
    return f"{'row' if len(lines) == 1 else 'rows'} {shown}{more}" if any(lines) else ""


def reasons(file: Imported) -> dict[str, tuple[Group, ...]]:
    """Return what is to be said of rows: why refused, which own edits stayed, what is worth a look."""
    yours = "import-own-edit-kept"
    return {
        "refusals": by_row(each for each in file.reasons if each.is_refusal),
        "kept": grouped(each for each in file.reasons if each.code == yours),
        "notes": grouped(each for each in file.reasons if not each.is_refusal and each.code != yours),
    }
