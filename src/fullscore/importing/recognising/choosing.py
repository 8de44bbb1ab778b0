"""Which row is the header, and which kind of list it begins: a person's word first, then the likeliest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.importing.lexicon.headers import squeezed
from fullscore.importing.recognising import own, rating
from fullscore.importing.recognising.columns import columns_of
from fullscore.importing.recognising.fingerprints import fingerprint
from fullscore.importing.recognising.index import index, kind_named
from fullscore.importing.recognising.meaning import Column
from fullscore.importing.recognising.rating import Rated
from fullscore.importing.recognising.reading import SURE, Chosen, reading_of
from fullscore.importing.records import Context, Reading, Said
from fullscore.importing.tables import RawTable, Table, headed, titles

# Reports begin with a title and a date before the header comes.
_HEADER_WITHIN = 10
# Of a header of which less is known nothing is known.
_FEWEST_BITS = 2.5
# A header is nearly as wide as the rows below it; a title is one cell.
_NEARLY = 0.6
# So many rows are looked at closely.
_RATED = 2
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
    found: tuple[Rated, ...]

    @property
    def weight(self) -> tuple[bool, float, float]:
        """How clearly it is a header, by what is remembered and by what its names say."""
        best = self.found[0] if self.found else None
        return self.remembered is not _NOTHING, best.confidence if best else 0.0, best.bits if best else 0.0

    @property
    def is_clear(self) -> bool:
        """Say whether it can be nothing but a header."""
        return self.weight > (False, SURE, 0.0)


def understood(context: Context, raw: RawTable) -> Reading | Finding:
    """Return what a table is; of which nothing is known is a finding."""
    tables = [headed(raw, at) for at in range(min(_HEADER_WITHIN, len(raw.rows)))]
    mine = None if context.said.kind else own.reading_of_ours(context, tables)
    if mine is not None:
        return mine
    best = _header(tuple(_candidate(context, at, tables[at]) for at in _likely(context, tables)))
    rated = _rated(context.said, best)
    is_doubtful = not rated or rated[0].confidence < SURE
    # A list in the words of one register alone is read as such where no kind is sure of it.
    worded = own.reading_of_one_register(context, best.table, best.at) if is_doubtful else None
    if worded is not None:
        return worded
    if not rated:
        return _unknown(context, best.table)
    return reading_of(context, _chosen(context, best, rated, titles(raw, best.at)))


def _likely(context: Context, tables: Sequence[Table]) -> tuple[int, ...]:
    """Return the few rows that may be the header: the first full one, and those with the most known names."""
    widest = max(len(table.header) for table in tables)
    first = next(at for at, table in enumerate(tables) if len(table.header) >= _NEARLY * widest)
    known = index().rarity

    def worth(at: int) -> tuple[bool, int]:
        names = {squeezed(name) for name in tables[at].header}
        return fingerprint(tables[at].header) in context.remembered, len(names & known.keys())

    best = sorted(range(len(tables)), key=lambda at: (*(-value for value in worth(at)), at))[:_RATED]
    return tuple(sorted({first, *best}))


def _header(candidates: Sequence[_Candidate]) -> _Candidate:
    """Return the row that is clearly the header; where none is, the first that is no title."""
    clear = [each for each in candidates if each.is_clear]
    if clear:
        return max(clear, key=lambda each: each.weight)
    widest = max(len(each.columns) for each in candidates)
    return next(each for each in candidates if len(each.columns) >= _NEARLY * widest)


def _candidate(context: Context, at: int, table: Table) -> _Candidate:
    mark = fingerprint(table.header)
    columns = columns_of(table)
    found = tuple(one for one in rating.rated(columns) if one.bits >= _FEWEST_BITS)
    return _Candidate(at, table, columns, mark, context.remembered.get(mark, _NOTHING), found)


def _rated(said: Said, best: _Candidate) -> tuple[Rated, ...]:
    """Return the kinds a header may begin; what a person has named comes first and is certain."""
    known = kind_named(said.kind or best.remembered.kind)
    if known is None:
        return best.found
    others = tuple(one for one in best.found if one.known is not known)
    return (replace(rating.rated_as(known, best.columns), confidence=1.0), *others)


def _chosen(context: Context, best: _Candidate, rated: tuple[Rated, ...], above: tuple[str, ...]) -> Chosen:
    return Chosen(
        table=best.table, columns=best.columns, fingerprint=best.fingerprint, preamble=best.at,
        titles=above, rated=rated, told=(best.remembered, context.said),
        is_said=bool(context.said.kind or best.remembered.kind),
    )  # fmt: skip


def _unknown(context: Context, first: Table) -> Finding:
    values: dict[str, Value] = {"file": context.file, "columns": tuple(map(_legible, first.header[:_SHOWN]))}
    return Finding("import-not-recognised", Subject("imports", context.file), values)


def _legible(name: str) -> str:
    """Return a column's name as a sentence may quote it, though the file may be a picture."""
    return "".join(letter if letter.isprintable() else "?" for letter in name[:_LONGEST_NAME])
