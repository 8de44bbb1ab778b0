"""A file looked at before a row is touched: what it is, what its columns become, what it would do."""

from collections.abc import Callable
from datetime import datetime
from itertools import islice
from typing import cast
from zoneinfo import ZoneInfo

from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.access import Member
from fullscore.importing import recognising
from fullscore.importing.records import Context, Reading, Said
from fullscore.store import imports as store
from fullscore.store.models import ImportRun, Organisation
from fullscore.usecases.imports.applying.batches import apply
from fullscore.usecases.imports.meeting.glancing import Glance
from fullscore.usecases.imports.meeting.known import Known
from fullscore.usecases.imports.meeting.previews import (
    Preview,
    ShownColumn,
    ShownGuess,
    ShownWord,
    as_json,
)
from fullscore.usecases.imports.meeting.trust import keys_said, trust_of
from fullscore.usecases.imports.meeting.work import Work
from fullscore.usecases.registers import all_registers

Progress = Callable[[int, int], None]
# Rows are looked at in the same batches in which they are applied.
BATCH = 500
_COUNTS = ("applied", "created", "updated", "left", "refused", "conflicts")


def said_of(kept: dict[str, object]) -> Said:
    """Return what a person said of a file, as it was kept."""
    told = cast("dict[str, dict[str, str]]", kept)
    return Said(
        kind=str(kept.get("kind") or ""), source=str(kept.get("source") or ""),
        columns=dict(told.get("columns") or {}),
        words=cast("dict[str, dict[str, str]]", dict(told.get("words") or {})),
        files=frozenset(cast("list[str]", kept.get("files") or ())),
    )  # fmt: skip


def context_of(organisation: Organisation, file: str, said: Said | None = None) -> Context:
    """Return what a source must know of the organisation."""
    remembered = {mark: said_of(dict(kept)) for mark, kept in store.headers(organisation.pk).items()}
    return Context(
        all_registers(), organisation.date_order, organisation.currency, file, said or Said(), remembered
    )


def reading_of(run: ImportRun, content: bytes) -> Reading | Finding:
    """Return a file understood with what was said of it, or why it cannot be read."""
    return recognising.read(context_of(run.organisation, run.file, said_of(run.said)), content)


def put_reading(run: ImportRun, reading: Reading) -> None:
    """Note on an import what the file is."""
    run.source, run.kind, run.register = reading.source, reading.kind, reading.register
    run.confidence, run.rows = reading.confidence, reading.rows
    run.preamble, run.totals = reading.preamble, reading.totals
    run.preview = as_json(preview_of_reading(reading))


def stage(
    run: ImportRun, by: Member, reading: Reading, now: datetime, progress: Progress = lambda _, __: None
) -> list[dict[str, object]]:
    """Look at a file and let it wait: for a yes, or below the threshold for an answer what it is."""
    reasons = look(run, by, reading, now, progress)
    # The counts told what would be; now none is applied.
    run.applied = 0
    run.state = store.PROPOSED if reading.is_sure else store.ASKING
    return reasons


def look(
    run: ImportRun, by: Member, reading: Reading, now: datetime, progress: Progress
) -> list[dict[str, object]]:
    """Run every row against what is there without writing; leaves counts and preview on `run`.

    Returns a reason for each row or value that would not be taken.
    """
    for name in _COUNTS:
        setattr(run, name, 0)
    glance = Glance()
    work = work_of(run, by, reading, glance)
    lines, at = reading.lines(), 0
    while batch := list(islice(lines, BATCH)):
        work.begin(now, now.astimezone(ZoneInfo(run.organisation.zone)).date())
        at = apply(work, batch, "", at)
        progress(at, reading.rows)
    run.preview = as_json(preview_of_reading(reading, work, glance))
    return glance.reasons


def work_of(run: ImportRun, by: Member, reading: Reading, glance: Glance | None = None) -> Work:
    """Return what applies a file's rows: what is there, whose word counts, what may be replaced."""
    known = Known(run.organisation_id, reading.source, keys_said(run.organisation))
    # Read before the first transaction begins: writers must not wait for it.
    known.open((reading.register, *_pointed_at(reading.register)) if reading.register else ())
    return Work(
        run, by, known, all_registers(), trust=trust_of(run.organisation, reading.source, reading.role),
        files=said_of(run.said).files, glance=glance, lines=reading.lines,
    )  # fmt: skip


def _pointed_at(register: str) -> tuple[str, ...]:
    """Return the registers that this one's rows point at."""
    return tuple({column.target for column in all_registers()[register].columns if column.target})


def preview_of_reading(reading: Reading, work: Work | None = None, glance: Glance | None = None) -> Preview:
    """Return what is known of a file, with what a look at its rows has found."""
    return Preview(
        label=reading.label,
        fingerprint=reading.fingerprint,
        guesses=tuple(
            ShownGuess(
                each.kind, each.source, each.label, _percent(each.confidence),
                tuple((text, _percent(share)) for text, share in each.why),
            )
            for each in reading.guesses
        ),
        columns=tuple(
            ShownColumn(c.header, c.meaning, c.becomes, c.fate, _percent(c.sure), c.samples, c.options)
            for c in reading.columns
        ),
        words=tuple(
            ShownWord(w.meaning, w.header, w.word, w.means, w.rows, w.options) for w in reading.words
        ),
        first=tuple(glance.first) if glance else (),
        own_edits=tuple(glance.own_edits) if glance else (),
        not_seen=_not_seen(reading, work, glance) if work and glance else 0,
        made=_made(reading, work, glance) if work and glance else (),
        is_whole=reading.is_whole,
    )  # fmt: skip


def _percent(share: float) -> int:
    return round(share * 100)


def _not_seen(reading: Reading, work: Work, glance: Glance) -> int:
    """Return how many rows the source has named before and this whole list leaves out."""
    if not reading.is_whole or not reading.register:
        return 0
    spots = work.known.at(reading.register).spots.values()
    return sum(1 for spot in spots if spot.sources and not spot.is_away and not glance.has_seen(spot))


def _made(reading: Reading, work: Work, glance: Glance) -> tuple[tuple[str, int], ...]:
    """Return the rows of other registers that come with this file's."""
    return tuple(
        (work.registers[name].plural, count)
        for name, count in sorted(glance.made_by_register.items())
        if name != reading.register
    )
