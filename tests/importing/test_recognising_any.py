"""Whatever stands in a table: it is understood or said not to be, and the figures are figures."""

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.sentences_en import say
from fullscore.importing import recognising
from fullscore.importing.kinds import KINDS
from fullscore.importing.lexicon.headers import squeezed, tokens
from fullscore.importing.records import Context, Reading, Said
from fullscore.importing.sources import SOURCES
from fullscore.importing.tables import RawTable, TableRow
from fullscore.usecases.registers import all_registers

NAMES = sorted({name for source in SOURCES for layout in source.layouts for name in layout.names})
TEXT = st.text(max_size=40) | st.sampled_from(NAMES)
CELLS = st.text(max_size=20) | st.sampled_from(
    ["Ana Ruiz", "a@b.example", "2026-01-02", "1,200.00", "Deployed"]
)


def understood(header: list[str], rows: list[list[str]], said: Said) -> Reading | None:
    context = Context(all_registers(), "mdy", "USD", "list.csv", said=said)
    raw = RawTable(tuple(TableRow(n, tuple(row)) for n, row in enumerate([header, *rows], start=1)))
    found = recognising.understood(context, raw)
    if isinstance(found, Reading):
        return found
    assert say(found)
    return None


@given(
    st.lists(TEXT, min_size=1, max_size=12),
    st.lists(st.lists(CELLS, max_size=13), max_size=4),
    st.sampled_from(["", "no such kind", *(kind.name for kind in KINDS)]),
)
def test_every_row_of_any_table_is_counted_once(header: list[str], rows: list[list[str]], kind: str) -> None:
    found = understood(header, rows, Said(kind=kind))

    if found is not None:
        assert found.preamble + found.totals + found.rows + 1 == len(rows) + 1
        assert len(list(found.lines())) == found.rows
        assert 0 <= found.confidence <= 1
        assert all(0 <= share <= 1 for guess in found.guesses for _, share in guess.why)
        assert [column.header for column in found.columns] == list(found.header)


@given(st.lists(st.sampled_from(NAMES), min_size=3, max_size=12, unique_by=squeezed))
def test_the_order_of_columns_changes_nothing(header: list[str]) -> None:
    there = understood(header, [], Said())
    back = understood(header[::-1], [], Said())

    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there.kind, there.confidence, there.fingerprint) == (
            back.kind,
            back.confidence,
            back.fingerprint,
        )


@given(st.text(max_size=300))
def test_any_name_says_something_or_nothing(name: str) -> None:
    assert tokens(name) == tokens(name.strip())
    assert squeezed(name).isascii()
