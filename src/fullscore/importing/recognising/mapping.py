"""From the columns of a file to meanings: a person's word, the program's, exact names, likeness, cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fullscore.importing.kinds.kind import Kind, Meaning
from fullscore.importing.lexicon.headers import squeezed
from fullscore.importing.recognising.index import BESIDE, KnownKind, KnownLayout
from fullscore.importing.recognising.meaning import Column, Meant, meant
from fullscore.importing.recognising.samples import cells_of
from fullscore.importing.tables import Table
from fullscore.importing.tables import known as plain

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
    surely = {one.meaning for one in first if one.sure == CERTAIN and one.meaning}
    by_name = surely | {one.meaning for one in first if one.how == "name"}
    return tuple(_unless_taken(one, surely, by_name) for one in first)


def with_one_word_each(
    kind: Kind, table: Table, columns: Sequence[MappedColumn], words: Mapping[str, Mapping[str, str]]
) -> tuple[MappedColumn, ...]:
    """Return the columns with one for each closed vocabulary: the one whose cells are its words."""
    closed = {meaning.name: meaning for meaning in kind.meanings if meaning.options}
    best: dict[str, tuple[tuple[bool, float, int], int]] = {}
    for place, one in enumerate(columns):
        if one.meaning in closed:
            rank = (one.how == "said", *_worth(closed[one.meaning], one, cells_of(table, place), words))
            best[one.meaning] = max(
                best.get(one.meaning, (rank, place)), (rank, place), key=lambda each: each[0]
            )
    kept = {place for _, place in best.values()}
    return tuple(
        replace(one, meaning="", sure=0.0, how="") if one.meaning in closed and place not in kept else one
        for place, one in enumerate(columns)
    )


def _worth(
    meaning: Meaning, one: MappedColumn, cells: Sequence[str], words: Mapping[str, Mapping[str, str]]
) -> tuple[float, int]:
    """Return how many of a column's words are known, and how usual its name is."""
    known = words.get(meaning.name, {})
    share = sum(plain(cell) in known for cell in cells) / len(cells) if cells else 0.0
    names = [squeezed(word) for word in meaning.words]
    name = squeezed(one.header)
    return round(share, 1), -names.index(name) if name in names else -len(names)


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


def _unless_taken(one: MappedColumn, surely: set[str], by_name: set[str]) -> MappedColumn:
    is_weaker = one.how == "name" and one.sure < CERTAIN and one.meaning in surely
    is_a_guess = one.how in {"likeness", "values"} and one.meaning in by_name
    return MappedColumn(one.header, "", 0.0, "") if is_weaker or is_a_guess else one


def _has(known: KnownKind, meaning: str) -> bool:
    return any(each.name == meaning for each in known.kind.meanings)


def _spoken(meaning: str) -> str:
    return "" if meaning == BESIDE else meaning
