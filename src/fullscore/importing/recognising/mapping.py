"""From the columns of a file to meanings: a person's word, the program's, exact names, likeness, cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fullscore.importing.recognising.index import BESIDE, KnownKind, KnownLayout
from fullscore.importing.recognising.meaning import Column, Meant, meant

# Below this a name is only a suggestion.
TAKEN = 0.64
CERTAIN = 1.0


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """What one column means; `is_left_out` when a person said that it is not wanted at all."""

    header: str
    meaning: str
    sure: float
    how: str
    is_left_out: bool = False


def mapped(
    known: KnownKind, layout: KnownLayout | None, columns: Sequence[Column], said: Mapping[str, str]
) -> tuple[MappedColumn, ...]:
    """Return each column's meaning; one that is only like a name gives way to a column that has it."""
    first = [_of(known, layout, column, said) for column in columns]
    surely = {one.meaning for one in first if one.how in {"said", "name"} and one.meaning}
    return tuple(_unless_taken(one, surely) for one in first)


def _of(
    known: KnownKind, layout: KnownLayout | None, column: Column, said: Mapping[str, str]
) -> MappedColumn:
    header = column.header
    if header in said:
        meaning = said[header] if _has(known, said[header]) else ""
        return MappedColumn(header, _spoken(meaning), CERTAIN, "said", is_left_out=said[header] == "")
    own = layout.meaning_of(header) if layout is not None else None
    if own is not None:
        return MappedColumn(header, _spoken(own), CERTAIN, "name")
    best = next(iter(meant(known, column)), None)
    # A name that the program uses for something of its own is not guessed at.
    if best is None or (best.how != "name" and layout is not None and layout.holds(header)):
        return MappedColumn(header, "", 0.0, "")
    return _guessed(known, header, best)


def _guessed(known: KnownKind, header: str, best: Meant) -> MappedColumn:
    """Return a column by its likeliest meaning; what is only like a name is not left out for it."""
    is_dropped = best.how == "likeness" and known.kind.meaning(best.meaning).is_dropped
    if is_dropped or (best.how == "likeness" and best.sure < TAKEN):
        return MappedColumn(header, "", 0.0, "")
    return MappedColumn(header, _spoken(best.meaning), best.sure, best.how)


def _unless_taken(one: MappedColumn, surely: set[str]) -> MappedColumn:
    is_a_guess = one.how in {"likeness", "values"} and one.meaning in surely
    return MappedColumn(one.header, "", 0.0, "") if is_a_guess else one


def _has(known: KnownKind, meaning: str) -> bool:
    return any(each.name == meaning for each in known.kind.meanings)


def _spoken(meaning: str) -> str:
    return "" if meaning == BESIDE else meaning
