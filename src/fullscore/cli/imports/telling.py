"""Imports in a shell: counts that add up, a reason for each row, what a look has found."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from fullscore.usecases.imports import Imported, Pair
from fullscore.usecases.imports.meeting.previews import Preview

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

# Of reasons that differ only in their values so many are told; --json tells all.
_ALIKE_SHOWN = 3
_SAMPLES_SHOWN = 2


def as_json(document: Mapping[str, object]) -> None:
    """Print one document on standard output."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def files(done: Sequence[Imported], *, is_dry: bool) -> None:
    """Print what became of each file, or would."""
    for file in done:
        typer.echo(_heading(file))
        if is_dry and file.preview is not None:
            _preview(file.preview)
        typer.echo(counts(file))
        _reasons(file)
        typer.echo("")
    if is_dry:
        several = " Each file was looked at by itself." if len(done) > 1 else ""
        typer.echo(f"Nothing was saved.{several}")


def _heading(file: Imported) -> str:
    label = file.preview.label if file.preview else file.kind
    return f"{file.file}: {label}, {round(file.confidence * 100)} % sure"


def counts(file: Imported) -> str:
    """Return how the rows come to their sum, and what stood around them."""
    terms = [
        (file.created, "new"), (file.updated, "changed"), (file.left, _left(file)),
        (file.refused, "refused"), (file.conflicts, "yours kept"),
    ]  # fmt: skip
    sums = " + ".join(f"{count:,} {words}" for count, words in terms)
    beside = [
        _several(count, one, many)
        for count, one, many in (
            (file.preamble, "line before the header", "lines before the header"),
            (file.totals, "title or total line", "title and total lines"),
        )
        if count
    ]
    return f"  {file.rows:,} rows = {sums}" + (f"; apart from them {' and '.join(beside)}" if beside else "")


def _left(file: Imported) -> str:
    return "the same" if file.register else "kept with the file"


def _several(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _reasons(file: Imported) -> None:
    by_code: dict[str, dict[str, list[int]]] = {}
    for reason in file.reasons:
        by_code.setdefault(reason.code, {}).setdefault(reason.sentence, []).append(reason.line)
    for alike in by_code.values():
        for sentence, lines in list(alike.items())[:_ALIKE_SHOWN]:
            # Line 0 is the file itself, and its sentence names it.
            typer.echo(f"  {sentence}" if lines == [0] else f"  {file.file}, {_rows(lines)}: {sentence}")
        rest = [line for lines in list(alike.values())[_ALIKE_SHOWN:] for line in lines]
        if rest:
            typer.echo(f"  … and {_several(len(rest), 'row', 'rows')} for the like of it; --json tells each.")


def _rows(lines: Sequence[int]) -> str:
    if len(lines) == 1:
        return f"row {lines[0]}"
    return f"row {lines[0]} and {_several(len(lines) - 1, 'other', 'others')}"


def _preview(preview: Preview) -> None:
    """Print what each column becomes, words, first rows, and own edits that stay."""
    columns = _table("Column", "Becomes", "Such as")
    for column in preview.columns:
        becomes = column.becomes if column.fate == "taken" else f"({column.fate})"
        columns.add_row(column.header, becomes, ", ".join(column.samples[:_SAMPLES_SHOWN]))
    console = _console()
    console.print(columns)
    for word in preview.words:
        means = word.means or f"nobody has said; --word '{word.meaning}:{word.word}=…'"
        console.print(f"  {word.header} “{word.word}” ({word.rows:,} rows): {means}", highlight=False)
    for row in preview.first:
        told = ", ".join(f"{label} {text}" for label, text in row.values)
        console.print(f"  Row {row.line}, {row.outcome}: {told}", highlight=False)
    for edit in preview.own_edits:
        stays = "the file's is taken" if edit.is_files else "yours stays"
        words = f"  {edit.ref}, {edit.label}: yours {edit.yours}, the file's {edit.file}; {stays}"
        console.print(words, highlight=False)
    _beside(preview)


def _beside(preview: Preview) -> None:
    if preview.made:
        made = ", ".join(f"{count:,} {register}" for register, count in preview.made)
        typer.echo(f"  Made with the rows: {made}")
    if preview.not_seen:
        typer.echo(f"  Not seen in this file: {preview.not_seen:,} rows it named before; they stay.")


def listed(found: Iterable[Imported]) -> None:
    """Print the latest imports."""
    table = _table("Number")
    for heading in ("File", "Is", "State"):
        table.add_column(heading, overflow="fold")
    for heading in ("Rows", "New", "Changed", "The same", "Refused"):
        table.add_column(heading, justify="right", no_wrap=True)
    for file in found:
        sums = (file.rows, file.created, file.updated, file.left, file.refused)
        table.add_row(str(file.id), file.file, file.kind, file.state, *(f"{count:,}" for count in sums))
    _console().print(table)


def one(file: Imported) -> None:
    """Print one import: its state, its counts, its reasons, what taking it back left alone."""
    typer.echo(f"{_heading(file)}; {file.state}")
    typer.echo(counts(file))
    _reasons(file)
    for edit in file.kept_edits:
        typer.echo(f"  {edit.ref}, {edit.field}: {edit.value or 'nothing'} by {edit.by} was kept.")


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415  who asks for JSON does not wait for drawing

    return Console()


def _table(*heads: str) -> "Table":
    from rich.table import Table  # noqa: PLC0415  as above

    return Table(*heads, box=None)


def pairs(found: Iterable[Pair]) -> None:
    """Print pairs of rows that may be one thing, each with what tells the two apart."""
    for pair in found:
        state = "" if pair.state == "open" else f", {pair.state}: {pair.by_name}"
        typer.echo(f"{pair.number}  {pair.singular}{state}. {pair.sentence}")
        for name, side in (("one", pair.one), ("other", pair.other)):
            told = ", ".join(f"{label} {text}" for label, text in side.values if text)
            sources = f"; named by {', '.join(side.sources)}" if side.sources else ""
            typer.echo(f"   {name}: {side.title} ({side.ref}){': ' if told else ''}{told}{sources}")
