"""One row on its way into a register: what it says by meaning, and what of it stays beside."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fullscore.engine.findings.finding import Value
from fullscore.importing import literals
from fullscore.importing.filling import Filled, Given, filled, refused
from fullscore.importing.kinds.kind import Mapped, Told
from fullscore.importing.records import Context, Reason


@dataclass(frozen=True, slots=True)
class Row:
    """One row by meaning: `texts` on one line each, `columns` the file's first column of each meaning.

    `hidden` names the meanings that are never kept.
    """

    context: Context
    mapped: Mapped
    told: Told
    cells: Mapping[str, str]
    texts: Mapping[str, str]
    columns: Mapping[str, str]
    hidden: frozenset[str]

    @property
    def line(self) -> int:
        return self.told.line

    def text(self, meaning: str) -> str:
        """Return what the row says on one line; a dash or n/a says nothing."""
        return self.texts.get(meaning, "")

    def header(self, *meanings: str) -> str:
        """Return the file's column of the first of these meanings that the row or the file has."""
        for known in (self.told.headers, self.columns):
            for meaning in meanings:
                if meaning in known:
                    return known[meaning]
        return ""

    def word(self, meaning: str) -> str | None:
        """Return our word for the row's: what people here said of it, else what the world means by it."""
        return self._means(meaning, self.text(meaning))

    def words(self, meaning: str) -> dict[str, str | None]:
        """Return header → our word for every column of one meaning that the row fills."""
        return {name: self._means(meaning, text) for name, text in self.said(meaning).items()}

    def said(self, meaning: str) -> dict[str, str]:
        """Return header → text for every column of one meaning that the row fills."""
        meant = self.mapped.meanings
        told = {
            name: " ".join(cell.split()) for name, cell in self.cells.items() if meant.get(name) == meaning
        }
        return {name: text for name, text in told.items() if not literals.is_nothing(text)}

    def _means(self, meaning: str, text: str) -> str | None:
        if not text:
            return None
        vocabulary = self.mapped.kind.meaning(meaning).vocabulary
        return self.mapped.means(meaning, text) or vocabulary.get(text.casefold())

    def given(self, columns: Mapping[str, str]) -> list[Given]:
        """Return the cells of meanings (meaning → column) that are filled."""
        return [
            Given(self.told.headers[meaning], column, self._whole(meaning))
            for meaning, column in columns.items()
            if self.text(meaning)
        ]

    def _whole(self, meaning: str) -> str:
        # Notes keep their lines.
        return self.told.text[meaning] if meaning == "notes" else self.text(meaning)

    def filled(self, register: str, columns: Mapping[str, str]) -> Filled:
        """Return cells (meaning → column) as the register keeps them, and why some are not."""
        return filled(self.context, register, self.line, self.given(columns))

    def reason(self, code: str, header: str, **values: Value) -> Reason:
        return refused(self.context, self.line, code, header or None, **values)

    def unknown(self, meaning: str) -> Reason:
        """Return the note about a word that nobody has explained."""
        options = self.mapped.kind.meaning(meaning).options
        return self.reason(
            "import-word-unknown", self.header(meaning), value=self.text(meaning), known=options
        )

    def nameless(self, *meanings: str) -> Reason:
        """Return why a row that nothing tells from others is refused."""
        return self.reason("import-nothing-to-know-it-by", self.header(*meanings))

    def beside(self, spoken: Iterable[str]) -> dict[str, str]:
        """Return the cells no column has taken; `spoken` names the headers that are said already."""
        said = frozenset(spoken)
        return {
            header: cell
            for header, cell in self.cells.items()
            if header not in said and not self._is_left_out(header, cell, said)
        }

    def _is_left_out(self, header: str, cell: str, said: frozenset[str]) -> bool:
        meaning = self.mapped.meanings.get(header, "")
        is_said = self.told.headers.get(meaning) in said and self.told.text[meaning] == cell
        return meaning in self.hidden or is_said


def rows(context: Context, mapped: Mapped) -> Iterator[Row]:
    """Yield each row of the table by meaning, in order."""
    hidden = frozenset(each.name for each in mapped.kind.meanings if each.is_dropped or each.is_secret)
    columns = {meaning: header for header, meaning in reversed(list(mapped.meanings.items()))}
    for row in mapped.table.rows:
        told = mapped.told(row)
        yield Row(context, mapped, told, mapped.table.cells(row), _texts(told), columns, hidden)


def _texts(told: Told) -> dict[str, str]:
    texts = ((meaning, " ".join(cell.split())) for meaning, cell in told.text.items())
    return {meaning: text for meaning, text in texts if not literals.is_nothing(text)}
