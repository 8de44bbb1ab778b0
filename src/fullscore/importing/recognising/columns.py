"""The columns of a file as a person is shown them: what each becomes, what it may be instead, samples."""

from collections.abc import Mapping, Sequence

from fullscore.engine.registers.columns import Register
from fullscore.importing.kinds.kind import Kind, Meaning
from fullscore.importing.lexicon.shapes import looks_of
from fullscore.importing.recognising.index import BESIDE, KnownKind
from fullscore.importing.recognising.mapping import MappedColumn
from fullscore.importing.recognising.meaning import Column, meant
from fullscore.importing.recognising.samples import cells_of, samples_of
from fullscore.importing.records import ReadColumn
from fullscore.importing.tables import Table

# No column of a register holds them, and yet they are not kept beside: a row is known by them.
_READ_APART = frozenset({"source_id", "object_id", "uid", "licences", "sku", "account_type"})
KEPT_BESIDE = (BESIDE, "Kept beside the row")


def columns_of(table: Table) -> tuple[Column, ...]:
    """Return a table's columns with what their first filled cells look like."""
    return tuple(
        Column(header, looks_of(cells_of(table, place))) for place, header in enumerate(table.header)
    )


def read_columns(
    known: KnownKind, registers: Mapping[str, Register], table: Table, columns: Sequence[MappedColumn]
) -> tuple[ReadColumn, ...]:
    """Return the columns for a person to look at."""
    return tuple(_read(known, registers, table, place, one) for place, one in enumerate(columns))


def _read(
    known: KnownKind, registers: Mapping[str, Register], table: Table, place: int, one: MappedColumn
) -> ReadColumn:
    meaning = next((each for each in known.kind.meanings if each.name == one.meaning), None)
    samples = () if meaning is not None and meaning.is_secret else samples_of(table, place)
    return ReadColumn(
        one.header, one.meaning, _becomes(known.kind, registers, meaning), _fate(known.kind, meaning, one),
        one.sure, samples, _options(known, one),
    )  # fmt: skip


def _becomes(kind: Kind, registers: Mapping[str, Register], meaning: Meaning | None) -> str:
    if meaning is None:
        return ""
    if kind.register and meaning.becomes:
        return registers[kind.register].column(meaning.becomes).label
    return meaning.label


def _fate(kind: Kind, meaning: Meaning | None, one: MappedColumn) -> str:
    if one.is_left_out or (meaning is not None and (meaning.is_dropped or meaning.is_secret)):
        return "left out"
    if meaning is None or not kind.register:
        return "kept"
    is_needed = any(meaning.name in group for group in kind.needs)
    is_read = bool(meaning.becomes) or is_needed or meaning.name in _READ_APART
    return "taken" if is_read else "kept"


def _options(known: KnownKind, one: MappedColumn) -> tuple[tuple[str, str], ...]:
    """Return what a column may be instead, the likeliest first."""
    labels = {meaning.name: meaning.label for meaning in known.kind.meanings if meaning.name != BESIDE}
    likely = [each.meaning for each in meant(known, Column(one.header)) if each.meaning in labels]
    order = dict.fromkeys([*([one.meaning] if one.meaning in labels else []), *likely, *labels])
    return (*((name, labels[name]) for name in order), KEPT_BESIDE)
