"""A preview's form as what a person says of the file: only what differs from what stood there."""

from collections.abc import Mapping

from fullscore.usecases.imports import Imported, Said
from fullscore.usecases.imports.previews import Preview, ShownColumn

KIND, COLUMN, WORD, EDIT = "kind", "column:", "word:", "edit:"
# A column nobody has given a meaning: it stays beside the row as it is.
AS_IS = "="
FILE = "file"


def said(file: Imported, form: Mapping[str, str]) -> Said:
    """Return what was said so far with what the form adds; another kind begins anew."""
    kind, source = _kind(file, form)
    if file.preview is None or (kind, source) != _kind_now(file):
        return Said(kind, source)
    is_new = file.state == "asking" or file.said.kind
    return Said(
        kind=kind if is_new else "",
        source=source if is_new else "",
        columns=_columns(file, file.preview, form),
        words=_words(file, file.preview, form),
        files=_files(file, file.preview, form),
    )


def _kind(file: Imported, form: Mapping[str, str]) -> tuple[str, str]:
    kind, _, source = form.get(KIND, "").partition("|")
    return (kind, source) if kind else _kind_now(file)


def _kind_now(file: Imported) -> tuple[str, str]:
    """Return what the file is taken for as it was last looked at."""
    if file.said.kind:
        return file.said.kind, file.said.source
    best = file.preview.guesses[0] if file.preview and file.preview.guesses else None
    return (best.kind, best.source) if best else (file.kind, file.source)


def shown_meaning(column: ShownColumn) -> str:
    """Return what the column's field stands on."""
    return column.meaning or ("" if column.fate == "left out" else AS_IS)


def _columns(file: Imported, preview: Preview, form: Mapping[str, str]) -> dict[str, str]:
    columns = dict(file.said.columns)
    for column in preview.columns:
        told = form.get(f"{COLUMN}{column.header}")
        if told == AS_IS:
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
