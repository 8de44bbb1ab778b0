"""The refused rows of a file as they stand in it, with the reason at the end: to correct and send again."""

from collections.abc import Mapping

from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.access import Member, Right
from fullscore.importing import child
from fullscore.importing.tables import WHY, RawTable
from fullscore.paper import tables
from fullscore.store import imports as store
from fullscore.store.models import ImportRun
from fullscore.usecases.imports.applying.staging import reading_of
from fullscore.usecases.imports.listing import run_of
from fullscore.usecases.imports.values import told
from fullscore.usecases.registers import RefusedError


def refused_rows(*, by: Member, number: int) -> tuple[str, bytes]:
    """Return a name and a CSV: the file's header and its refused rows, each with why.

    Raises `NotThereError`, and `RefusedError` where the file can no longer be read.
    """
    by.require(Right.IMPORT)
    run = run_of(by, number)
    content = bytes(run.blob.content) if run.blob else b""
    reading = reading_of(run, content)
    if isinstance(reading, Finding):
        raise RefusedError(reading)
    why = _why(run)
    raw = child.parsed(run.file, content)
    return f"{run.file.rpartition('.')[0] or run.file}-refused.csv", _table(reading.header, raw, why)


def _why(run: ImportRun) -> Mapping[int, str]:
    """Return by line everything that is said against a refused row."""
    lines: dict[int, list[str]] = {}
    for each in told(store.reasons_of(run)):
        if each.is_refusal:
            said = f"{each.column}: {each.sentence}" if each.column else each.sentence
            lines.setdefault(each.line, []).append(said)
    return {line: " ".join(dict.fromkeys(sentences)) for line, sentences in lines.items()}


def _table(header: tuple[str, ...], raw: RawTable, why: Mapping[int, str]) -> bytes:
    rows = (
        [*(row.cells[at] if at < len(row.cells) else "" for at in range(len(header))), why[row.line]]
        for row in raw.rows
        if row.line in why
    )
    return tables.csv_bytes([*header, WHY], rows)
