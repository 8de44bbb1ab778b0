"""The words of closed vocabularies in a file, how often each stands, and what it means here."""

from collections import Counter
from collections.abc import Mapping, Sequence

from fullscore.importing.kinds.kind import Kind, Meaning
from fullscore.importing.layouts import Source
from fullscore.importing.recognising.mapping import MappedColumn
from fullscore.importing.records import ReadWord, Said
from fullscore.importing.tables import Table

_MOST = 60
_LONGEST = 80

Words = dict[str, dict[str, str]]


def words_of(kind: Kind, source: Source | None, told: Sequence[Said]) -> Words:
    """Return meaning → their word → ours: the kind's, the program's, then what people have said."""
    words: Words = {meaning.name: dict(meaning.vocabulary) for meaning in kind.meanings}
    for more in (source.words if source else {}, *(each.words for each in told)):
        for meaning, theirs in more.items():
            words.setdefault(meaning, {}).update(
                {_plain(word): ours for word, ours in theirs.items() if ours}
            )
    return {meaning: known for meaning, known in words.items() if known}


def read_words(
    kind: Kind, table: Table, columns: Sequence[MappedColumn], words: Mapping[str, Mapping[str, str]]
) -> tuple[ReadWord, ...]:
    """Return each different word of each column with a closed vocabulary, the commonest first."""
    closed = {meaning.name: meaning for meaning in kind.meanings if meaning.options}
    return tuple(
        word
        for place, column in enumerate(columns)
        if column.meaning in closed
        for word in _of_column(closed[column.meaning], column.header, place, table, words)
    )


def _of_column(
    meaning: Meaning, header: str, place: int, table: Table, words: Mapping[str, Mapping[str, str]]
) -> list[ReadWord]:
    cells = (row.cells[place] for row in table.rows if place < len(row.cells) and not row.problem)
    counts = Counter(" ".join(cell.split())[:_LONGEST] for cell in cells if cell)
    known = words.get(meaning.name, {})
    return [
        ReadWord(meaning.name, header, word, known.get(_plain(word), ""), rows, meaning.options)
        for word, rows in counts.most_common(_MOST)
    ]


def _plain(word: str) -> str:
    return " ".join(word.casefold().split())
