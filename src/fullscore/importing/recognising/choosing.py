"""Which row is the header, and which kind of list it begins: a person's word first, then the likeliest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.importing.recognising import own, rating
from fullscore.importing.recognising.columns import columns_of
from fullscore.importing.recognising.fingerprints import fingerprint
from fullscore.importing.recognising.index import kind_named
from fullscore.importing.recognising.meaning import Column
from fullscore.importing.recognising.rating import Rated
from fullscore.importing.recognising.reading import Chosen, reading_of
from fullscore.importing.records import Context, Reading, Said
from fullscore.importing.tables import RawTable, Table, headed, titles

# Reports begin with a title and a date before the header comes.
_HEADER_WITHIN = 10
# Of a header of which less is known nothing is known.
_FEWEST_BITS = 2.5
_SHOWN = 6
_LONGEST_NAME = 30
_NOTHING = Said()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row that may be the header, with what is remembered of it and what it may begin."""

    at: int
    table: Table
    columns: tuple[Column, ...]
    fingerprint: str
    remembered: Said
    rated: tuple[Rated, ...]

    @property
    def weight(self) -> tuple[bool, float, float]:
        best = self.rated[0] if self.rated else None
        return self.remembered is not _NOTHING, best.confidence if best else 0.0, best.bits if best else 0.0


def understood(context: Context, raw: RawTable) -> Reading | Finding:
    """Return what a table is; of which nothing is known is a finding."""
    tables = [headed(raw, at) for at in range(min(_HEADER_WITHIN, len(raw.rows)))]
    mine = None if context.said.kind else own.reading_of_ours(context, tables)
    if mine is not None:
        return mine
    best = max((_candidate(context, at, table) for at, table in enumerate(tables)), key=lambda c: c.weight)
    if not best.rated:
        return _unknown(context, tables)
    return reading_of(context, _chosen(context, best, titles(raw, best.at)))


def _candidate(context: Context, at: int, table: Table) -> _Candidate:
    mark = fingerprint(table.header)
    remembered = context.remembered.get(mark, _NOTHING)
    columns = columns_of(table)
    return _Candidate(at, table, columns, mark, remembered, _rated(context.said, remembered, columns))


def _rated(said: Said, remembered: Said, columns: Sequence[Column]) -> tuple[Rated, ...]:
    """Return the kinds a row may begin; what a person has named comes first and is certain."""
    found = tuple(one for one in rating.rated(columns) if one.bits >= _FEWEST_BITS)
    known = kind_named(said.kind or remembered.kind)
    if known is None:
        return found
    others = tuple(one for one in found if one.known is not known)
    return (replace(rating.rated_as(known, columns), confidence=1.0), *others)


def _chosen(context: Context, best: _Candidate, above: tuple[str, ...]) -> Chosen:
    return Chosen(
        table=best.table, columns=best.columns, fingerprint=best.fingerprint, preamble=best.at,
        titles=above, rated=best.rated, told=(best.remembered, context.said),
        is_said=bool(context.said.kind or best.remembered.kind),
    )  # fmt: skip


def _unknown(context: Context, tables: list[Table]) -> Finding:
    first = max(tables, key=lambda table: sum(bool(name) for name in table.header))
    values: dict[str, Value] = {"file": context.file, "columns": tuple(map(_legible, first.header[:_SHOWN]))}
    return Finding("import-not-recognised", Subject("imports", context.file), values)


def _legible(name: str) -> str:
    """Return a column's name as a sentence may quote it, though the file may be a picture."""
    return "".join(letter if letter.isprintable() else "?" for letter in name[:_LONGEST_NAME])
