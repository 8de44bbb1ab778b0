"""A preview's form as what a person says of the file: only what differs from what stood there."""

from collections.abc import Mapping

from fullscore.usecases.imports import Imported, Said
from fullscore.usecases.imports.choosing import OWN_SHEET
from fullscore.usecases.imports.meeting.previews import Preview, ShownColumn

KIND, COLUMN, WORD, EDIT = "kind", "column:", "word:", "edit:"
# What recognition calls a column that stays beside the row as it is.
AS_IS = "beside"
# An answer taken back: what the file's header says counts again.
UNSAID = "="
FILE = "file"


def said(file: Imported, form: Mapping[str, str]) -> Said:
    """Return what was said so far with what the form adds; another kind begins anew."""
    now = taken_for(file)
    kind, _, source = form.get(KIND, "").partition("|")
    if file.preview is None or (kind and (kind, source) != now):
        return Said(kind, _program(source)) if kind else Said(now[0], _program(now[1]))
    # A file that waits to be told what it is has been told, once anything of it was answered.
    is_told = file.state == "asking" and not file.said.kind
    return Said(
        kind=now[0] if is_told else file.said.kind,
        source=_program(now[1]) if is_told else file.said.source,
        columns=_columns(file, file.preview, form),
        words=_words(file, file.preview, form),
        files=_files(file, file.preview, form),
    )


def _program(source: str) -> str:
    """Return the program that is named; whoever's own sheet it is, its names say best what it holds."""
    return "" if source == OWN_SHEET else source


def taken_for(file: Imported) -> tuple[str, str]:
    """Return what kind of list, and whose, the page says the file is."""
    best = file.preview.guesses[0] if file.preview and file.preview.guesses else None
    return (best.kind, best.source) if best else (file.kind, file.source)


def shown_meaning(column: ShownColumn) -> str:
    """Return what the column's field stands on."""
    return column.meaning or ("" if column.fate == "left out" else AS_IS)


def _columns(file: Imported, preview: Preview, form: Mapping[str, str]) -> dict[str, str]:
    columns = dict(file.said.columns)
    for column in preview.columns:
        told = form.get(f"{COLUMN}{column.header}")
        if told == UNSAID:
            columns.pop(column.header, None)
        elif told is not None and told != shown_meaning(column):
            columns[column.header] = told
    return columns


def _words(file: Imported, preview: Preview, form: Mapping[str, str]) -> dict[str, dict[str, str]]:
    words = {meaning: dict(told) for meaning, told in file.said.words.items()}
    for word in preview.words:
        told = form.get(f"{WORD}{word.meaning}:{word.word}", "")
        if told and told != word.means:
            words.setdefault(word.meaning, {})[" ".join(word.word.casefold().split())] = told
    return words


def _files(file: Imported, preview: Preview, form: Mapping[str, str]) -> frozenset[str]:
    """Return the own edits the file may replace; one that the form does not hold stays as it was said."""
    told = {edit.key: form.get(f"{EDIT}{edit.key}", "") for edit in preview.own_edits}
    kept = {key for key in file.said.files if not told.get(key)}
    return frozenset(kept | {key for key, answer in told.items() if answer == FILE})
