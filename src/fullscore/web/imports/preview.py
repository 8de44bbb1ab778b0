"""A file looked at before a row is touched, as its page shows it; whoever reads it may correct each part."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from fullscore.usecases.imports import Imported
from fullscore.usecases.imports.meeting.previews import OwnEdit, Preview, ShownColumn, ShownGuess, ShownWord
from fullscore.web.imports.answers import AS_IS, UNSAID, shown_meaning
from fullscore.web.imports.reads import Reads

# Below this a column wants a look.
SURE = 90
_CERTAIN_SHOWN = 3
_FEW = 6
_EDITS_SHOWN = 200
_WIDTH = 6
# Of so many columns each offers only the likeliest; a page with all of them would be too long to send.
_MANY_COLUMNS, _LIKELIEST = 60, 8
_WORDS_SHOWN = 100
OUTCOMES = {
    "created": "new", "updated": "changed", "left": "the same", "refused": "refused",
    "conflicts": "yours kept",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a field to choose from."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One column or word of the file with what it becomes. `sure` in percent; "" when a person said so."""

    id: str
    name: str
    shown: str
    choices: tuple[Choice, ...]
    samples: str = ""
    sure: str = ""
    is_doubtful: bool = False
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the file: shown, folded away because certain, and not taken into the register."""

    shown: tuple[Field, ...]
    folded: tuple[Field, ...]
    beside: tuple[Field, ...]
    certain: int
    doubtful: int


@dataclass(frozen=True, slots=True)
class Words:
    """The file's words under one header, and what they mean here. `unknown` were not known by themselves."""

    header: str
    fields: tuple[Field, ...]
    rows: int
    unknown: int
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.fields)


@dataclass(frozen=True, slots=True)
class FirstRow:
    """One of the first rows: what becomes of it, and its values under the table's heads."""

    line: int
    outcome: str
    state: str
    cells: tuple[str, ...]
    below: str


def columns(file: Imported, preview: Preview) -> Columns:
    """Return the columns: those to look at first, those that are certain after them."""
    taken = [column for column in preview.columns if column.fate == "taken"]
    said = file.said.columns
    doubtful = [each for each in preview.columns if _is_doubtful(each) or each.header in said]
    certain = [each for each in taken if each not in doubtful]
    beside = [each for each in preview.columns if each not in doubtful and each not in certain]
    cut = len(certain) if len(certain) <= _FEW else _CERTAIN_SHOWN
    most = _LIKELIEST if len(preview.columns) > _MANY_COLUMNS else None
    at = {column.header: place for place, column in enumerate(preview.columns)}

    def fields(found: Sequence[ShownColumn]) -> tuple[Field, ...]:
        return tuple(_field(each, at[each.header], most, is_said=each.header in said) for each in found)

    return Columns(
        shown=fields(doubtful + certain[:cut]),
        folded=fields(certain[cut:]),
        beside=fields(beside),
        certain=len(certain),
        doubtful=sum(each.header not in said for each in doubtful),
    )


def _is_doubtful(column: ShownColumn) -> bool:
    return column.fate == "taken" and column.sure < SURE


def _field(column: ShownColumn, place: int, most: int | None, *, is_said: bool) -> Field:
    return Field(
        id=f"column-{place}",
        name=f"column:{column.header}",
        shown=column.header,
        choices=_meanings(column, most, is_said=is_said),
        samples=" · ".join(column.samples) or "(empty)",
        sure="" if is_said else f"{column.sure}%",
        is_doubtful=_is_doubtful(column) and not is_said,
    )


def _meanings(column: ShownColumn, most: int | None, *, is_said: bool) -> tuple[Choice, ...]:
    """Return what a column may become, what it becomes now first."""
    now = shown_meaning(column)
    found = {now: _becomes(column)}
    options = [*column.options[:most], *(each for each in column.options if each[0] == AS_IS)]
    found |= {meaning: label for meaning, label in options if meaning != now}
    if column.options and column.fate != "left out":
        found[""] = "Leave out"
    if is_said:
        found[UNSAID] = "What the header says"
    return tuple(Choice(value, label, value == now) for value, label in found.items())


def _becomes(column: ShownColumn) -> str:
    if column.fate == "left out":
        return "Left out"
    return column.becomes or ("Kept beside the row" if column.fate == "kept" else column.meaning)


def words(file: Imported, preview: Preview) -> tuple[Words, ...]:
    """Return the file's words by header; those nobody knows first."""
    places = {id(word): place for place, word in enumerate(preview.words)}
    by_header = sorted(preview.words, key=lambda word: (word.header, word.meaning))
    found = []
    for (meaning, header), group in groupby(by_header, key=lambda word: (word.meaning, word.header)):
        told = list(group)
        said = file.said.words.get(meaning, {})
        fields = tuple(_word(word, places[id(word)], said) for word in told)
        # What a person has answered stays in sight, so that the answer can be changed.
        unknown = sum(field.is_doubtful or not field.sure for field in fields)
        shown = sorted(fields, key=lambda field: not field.is_doubtful) if _is_long(fields) else fields
        rows = sum(word.rows for word in told)
        found.append(Words(header, tuple(shown[:_WORDS_SHOWN]), rows, unknown, len(fields)))
    return tuple(sorted(found, key=lambda group: -group.unknown))


def _is_long(fields: Sequence[Field]) -> bool:
    return len(fields) > _WORDS_SHOWN


def _word(word: ShownWord, place: int, said: Mapping[str, str]) -> Field:
    options = [Choice(option, option, option == word.means) for option in word.options]
    if word.means and word.means not in word.options:
        options.insert(0, Choice(word.means, word.means, is_chosen=True))
    if not word.means:
        options.insert(0, Choice("", "Choose what it means", is_chosen=True))
    is_said = " ".join(word.word.casefold().split()) in said
    return Field(
        id=f"word-{place}", name=f"word:{word.meaning}:{word.word}", shown=word.word,
        choices=tuple(options), sure="" if is_said else "known", is_doubtful=not word.means, rows=word.rows,
    )  # fmt: skip


def first_rows(preview: Preview, reads: Reads) -> tuple[tuple[str, ...], tuple[FirstRow, ...]]:
    """Return the heads and cells of the first rows as they will look."""
    labels = dict.fromkeys(label for row in preview.first for label, _ in row.values)
    filled = {
        label: sum(label == name for row in preview.first for name, _ in row.values) for label in labels
    }
    heads = sorted(labels, key=lambda label: (label != "Name", -filled[label]))[:_WIDTH]
    shown = tuple(sorted(heads, key=lambda label: (label != "Name", [*labels].index(label))))
    rows = []
    for row in preview.first:
        told = {label: reads(label, text) for label, text in row.values}
        cells = tuple(told.get(label, "") for label in shown)
        outcome = OUTCOMES.get(row.outcome, row.outcome)
        below = " · ".join(cell for cell in cells[1:] if cell)
        rows.append(FirstRow(row.line, outcome, row.outcome, cells, below))
    return shown, tuple(rows)


def own_edits(preview: Preview, of: Callable[[str], Reads]) -> tuple[list[OwnEdit], int]:
    """Return own edits to decide on, and how many more there are; those stay as they are."""
    shown = [_read(each, of(each.register)) for each in preview.own_edits[:_EDITS_SHOWN]]
    return shown, max(0, len(preview.own_edits) - _EDITS_SHOWN)


def _read(edit: OwnEdit, reads: Reads) -> OwnEdit:
    return replace(edit, yours=reads(edit.label, edit.yours), file=reads(edit.label, edit.file))


def guessed(preview: Preview) -> ShownGuess | None:
    """Return what the file is taken for, with why."""
    return preview.guesses[0] if preview.guesses else None


def a_list(label: str) -> str:
    """Return a kind of list as a sentence says it: a Snipe-IT asset list, a list of vendors."""
    if any(noun in label.casefold() for noun in ("list", "report", "export", "calendar")):
        article = "an" if label[:1].casefold() in "aeio" else "a"
        return f"{article} {label}"
    return f"a list of {label}"


def button(file: Imported) -> str:
    """Return what pressing the filled button does, with how many rows."""
    taken = file.created + file.updated + file.conflicts
    if not file.register:
        return "Keep this file"
    if not taken:
        return "Bring it in all the same"
    return f"Import {taken:,} {'row' if taken == 1 else 'rows'}"
