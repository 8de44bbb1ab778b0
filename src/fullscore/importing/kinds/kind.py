"""What a kind of list is made of: meanings of columns, and a reader from rows to records."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from fullscore.importing.layouts import Role
from fullscore.importing.records import Context, Line
from fullscore.importing.tables import Table, TableRow


class Looks(StrEnum):
    """What the values of a column look like, where that tells anything."""

    ANY = "any"
    TEXT = "text"
    EMAIL = "email"
    DAY = "day"
    MONEY = "money"
    COUNT = "count"
    YES_NO = "yes or no"
    GUID = "guid"
    MAC = "mac"
    IP = "ip"
    SERIAL = "serial"
    PERSON = "person"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column may mean in this kind of list.

    `words` are the names it goes by, lower case, English and German. `becomes` is the column of the
    kind's register it fills; "" when the reader makes something else of it. `options` is the closed
    vocabulary, where it has one. `is_dropped`: counters, pictures and figures that change by themselves
    are not kept beside the row. `is_secret`: never kept, never shown.
    """

    name: str
    label: str
    words: tuple[str, ...]
    becomes: str = ""
    looks: Looks = Looks.ANY
    options: tuple[str, ...] = ()
    vocabulary: Mapping[str, str] = field(default_factory=dict)
    is_dropped: bool = False
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class Mapped:
    """A table whose columns have meanings: `meanings` header → meaning's name ("" none: kept beside).

    Of several columns with one meaning the first filled cell of a row speaks. `words`: meaning → their
    word, casefolded → ours: the kind's vocabulary, the source's, and what people here have said. `above` is
    what stands over the header; `left_out` are lines that are no rows, such as totals.
    """

    kind: "Kind"
    source: str
    role: Role
    table: Table
    meanings: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    left_out: tuple[TableRow, ...] = ()

    def told(self, row: TableRow) -> "Told":
        """Return one row by meaning."""
        text: dict[str, str] = {}
        headers: dict[str, str] = {}
        beside: dict[str, str] = {}
        for header, cell in self.table.cells(row).items():
            meaning = self.meanings.get(header, "")
            if meaning and meaning not in text:
                text[meaning], headers[meaning] = cell, header
            elif not meaning:
                beside[header] = cell
        return Told(row.line, text, headers, beside)

    def means(self, meaning: str, word: str) -> str | None:
        """Return our word for one of the file's, None when nobody has said what it means."""
        return self.words.get(meaning, {}).get(" ".join(word.casefold().split()))

    def has(self, *meanings: str) -> bool:
        """Say whether the file has a column with one of these meanings."""
        return not frozenset(meanings).isdisjoint(self.meanings.values())


@dataclass(frozen=True, slots=True)
class Told:
    """One row of a file by meaning: its texts, the headers they stood under, and what nobody knows."""

    line: int
    text: Mapping[str, str]
    headers: Mapping[str, str]
    beside: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of list. `needs`: of each group one meaning must be there, else a file is not of this kind.

    `register` "" means that no register holds such rows yet; `room` is then the room to come.
    """

    name: str
    label: str
    register: str
    meanings: tuple[Meaning, ...]
    needs: tuple[frozenset[str], ...]
    lines: Callable[[Context, Mapped], Iterator[Line]]
    room: str = ""

    def meaning(self, name: str) -> Meaning:
        """Return one meaning; raises KeyError for a name this kind does not have."""
        return next(each for each in self.meanings if each.name == name)
