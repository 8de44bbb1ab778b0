"""One batch of a file's rows in one transaction: rows, history, counts and cursor, or nothing."""

from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.cleaning import shown
from fullscore.importing.records import Line, Mention, Record, Told
from fullscore.store import imports as store
from fullscore.usecases.imports.applying.ending import end_left_out
from fullscore.usecases.imports.applying.settling import Outcome, found_spot, looked_up, settle
from fullscore.usecases.imports.applying.telling import Looked
from fullscore.usecases.imports.meeting.glancing import FIRST, Glance
from fullscore.usecases.imports.meeting.making import make_mentioned
from fullscore.usecases.imports.meeting.previews import ShownRow
from fullscore.usecases.imports.meeting.work import Work
from fullscore.usecases.imports.pairing.joining import join
from fullscore.usecases.registers.showing import plain

Pairs = list[tuple[Line, Record]]


class ClaimLostError(Exception):
    """Another worker has taken the import over; what this one had in hand is rolled back."""


def apply(work: Work, lines: Sequence[Line], worker: str, at: int) -> int:
    """Apply `lines`, which begin at cursor `at`; returns the new cursor.

    Raises `ClaimLostError`. When the database refuses a batch, because somebody else wrote meanwhile
    or two rows clash in a way nobody foresaw, the rows are tried one by one.
    """
    if work.glance is not None:
        return _follow(work, _applied(work, lines, worker, at))
    try:
        with transaction.atomic():
            changes = _applied(work, lines, worker, at)
    except IntegrityError as error:
        work.known.forget()
        if len(lines) == 1:
            return _refused(work, lines[0], worker, at, error)
    else:
        return _follow(work, changes)
    for line in lines:
        work.begin(work.now, work.on)
        at = apply(work, [line], worker, at)
    return at


def _applied(work: Work, lines: Sequence[Line], worker: str, at: int) -> Mapping[str, object]:
    sound = [line for line in lines if not line.refusals]
    for line in lines:
        for reason in (*line.refusals, *line.notes):
            work.tally.because(line.number, reason.column, reason.finding)
    outcomes = dict.fromkeys((line.number for line in lines if line.refusals), Outcome.REFUSED)
    # A row of a list that no register holds yet is kept with its file and changes nothing.
    outcomes |= dict.fromkeys((line.number for line in sound if not line.records), Outcome.LEFT)
    outcomes |= _stage(work, [(line, line.records[0]) for line in sound if line.records])
    standing = [line for line in sound if outcomes.get(line.number) is not Outcome.REFUSED]
    after = _stage(work, [(line, record) for line in standing for record in line.records[1:]])
    after |= dict.fromkeys(end_left_out(work, standing), Outcome.UPDATED)
    for number, outcome in after.items():
        outcomes[number] = _together(outcomes[number], outcome)
    for told in work.tally.reasons:
        told["refused"] = outcomes[told["line"]] is Outcome.REFUSED  # type: ignore[index]  # a line's number
    return counted(work, [outcomes[line.number] for line in lines], worker, at)


def _together(first: Outcome, after: Outcome) -> Outcome:
    """Return what became of a line whose row came to `first` and whose following rows to `after`."""
    if after is Outcome.CONFLICT and first is not Outcome.CREATED:
        return after
    is_more = first is Outcome.LEFT and after in {Outcome.CREATED, Outcome.UPDATED}
    return Outcome.UPDATED if is_more else first


def _stage(work: Work, pairs: Pairs) -> dict[int, Outcome]:
    """Settle records of one stage; of several on one line the one that did most speaks for it."""
    make_mentioned(work, pairs)
    looked = [looked_up(work, line, record) for line, record in pairs]
    troubled = _loaded(work, looked)
    outcomes: dict[int, Outcome] = {}
    for place, each in enumerate(looked):
        outcome = Outcome.REFUSED if place in troubled else _settled(work, each)
        if outcomes.get(each.line) not in {Outcome.CREATED, Outcome.UPDATED, Outcome.CONFLICT}:
            outcomes[each.line] = outcome
        if work.glance is not None:
            _look(work, work.glance, each, outcome)
    work.flush()
    return outcomes


def _look(work: Work, glance: Glance, looked: Looked, outcome: Outcome) -> None:
    """Keep the first rows as they will look; what they point at is called as the file calls it."""
    if len(glance.first) < FIRST:
        record = looked.record
        told = {**record.firsts, **record.fills, **record.values}
        values = [(work.column(record.register, name).label, _shown(value)) for name, value in told.items()]
        glance.shown(ShownRow(looked.line, outcome.value, tuple((n, text) for n, text in values if text)))


def _shown(value: Told) -> str:
    return value.shown if isinstance(value, Mention) else shown(str(plain(value) or ""))


def _loaded(work: Work, looked: Sequence[Looked]) -> frozenset[int]:
    """Read the rows the records are about, all at once; return the places of records that are refused."""
    found = [found_spot(work, each) for each in looked]
    if work.joints:
        join(work, work.joints)
    work.load([spot for spot, _ in found if spot is not None])
    return frozenset(place for place, (_, is_refused) in enumerate(found) if is_refused)


def _settled(work: Work, looked: Looked) -> Outcome:
    # Asked again: a row before this one may have been made since.
    spot, is_refused = found_spot(work, looked)
    if is_refused:
        return Outcome.REFUSED
    work.load([spot] if spot is not None else [])
    outcome = settle(work, looked, spot)
    is_joined = outcome is Outcome.LEFT and id(spot) in work.joined
    return Outcome.UPDATED if is_joined else outcome


def counted(work: Work, outcomes: Sequence[Outcome], worker: str, at: int) -> Mapping[str, object]:
    """Write the batch's counts, reasons and the cursor; raises `ClaimLostError`."""
    run = work.run
    changes = {each.value: getattr(run, each.value) + outcomes.count(each) for each in Outcome}
    changes["applied"] = at + len(outcomes)
    if work.glance is not None:
        work.glance.reasons += work.tally.reasons
        return changes
    if not store.move_cursor(run, worker, at, changes):
        raise ClaimLostError
    store.note_reasons(store.as_reasons(run, work.tally.reasons))
    return changes


def _follow(work: Work, changes: Mapping[str, object]) -> int:
    """Let the import in hand follow what was committed; returns the cursor."""
    for name, value in changes.items():
        setattr(work.run, name, value)
    return work.run.applied


def _refused(work: Work, line: Line, worker: str, at: int, error: IntegrityError) -> int:
    work.begin(work.now, work.on)
    finding = Finding(
        "import-row-clashes", Subject("imports", f"line {line.number}"), {"detail": type(error).__name__}
    )
    work.tally.because(line.number, None, finding)
    work.tally.reasons[-1]["refused"] = True
    with transaction.atomic():
        changes = counted(work, [Outcome.REFUSED], worker, at)
    return _follow(work, changes)
