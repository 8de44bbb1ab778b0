"""An import as its page draws it: a ribbon of counts, reasons by what they say."""

from collections.abc import Iterable
from dataclasses import dataclass

from fullscore.usecases.imports import Imported, Told

_ROWS_SHOWN = 12
_GROUPS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of the ribbon, in rows from the left."""

    name: str
    start: int
    rows: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows about which the same is to be said."""

    sentence: str
    column: str | None
    rows: str
    count: int


def title(file: Imported) -> str:
    """Return the answer of the page: what became of the file."""
    taken, refused = file.created + file.updated, f", {file.refused:,} refused" if file.refused else ""
    if not file.is_finished:
        return f"Reading {file.file}"
    if file.state == "stopped":
        return f"{file.file} was stopped"
    if not taken:
        return f"Nothing has changed{refused}"
    return f"{taken:,} {'row' if taken == 1 else 'rows'} brought in{refused}"


def share(file: Imported) -> tuple[Part, ...]:
    """Return the ribbon in the order of the counts beside it; empty stretches are left out."""
    parts, start = [], 0
    for name, rows in (
        ("new", file.created), ("changed", file.updated), ("same", file.left), ("refused", file.refused),
    ):  # fmt: skip
        if rows:
            parts.append(Part(name, start, rows))
        start += rows
    return tuple(parts)


def grouped(reasons: Iterable[Told]) -> tuple[Group, ...]:
    """Return reasons that say the same as one line, the most frequent first."""
    lines: dict[tuple[str, str | None], list[int]] = {}
    for reason in reasons:
        lines.setdefault((reason.sentence, reason.column), []).append(reason.line)
    groups = [
        Group(sentence, column, _rows(found), len(found)) for (sentence, column), found in lines.items()
    ]
    return tuple(sorted(groups, key=lambda group: -group.count)[:_GROUPS_SHOWN])


def _rows(lines: list[int]) -> str:
    shown = ", ".join(str(line) for line in lines[:_ROWS_SHOWN])
    more = f" and {len(lines) - _ROWS_SHOWN} more" if len(lines) > _ROWS_SHOWN else ""
    return f"{'row' if len(lines) == 1 else 'rows'} {shown}{more}"
