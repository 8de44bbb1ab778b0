"""Each change as the calendar shows it: where it lies, what it does there, and what stands against that."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes import agreeing
from fullscore.engine.changes.agreeing import Answer, Said
from fullscore.engine.changes.effects import disturbed, profile
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.states import Stage
from fullscore.engine.findings.finding import Finding
from fullscore.store import changes as store
from fullscore.store.models import Agreement, Change
from fullscore.usecases.changes import hands
from fullscore.usecases.changes.jobs import is_open, minutes_of, set_for_of
from fullscore.usecases.changes.standing import Standing
from fullscore.usecases.changes.values import BoardChange

_UNSETTLED = {Stage.DRAFT.value, Stage.PLANNED.value}
Answers = dict[int, list[Agreement]]


def cards(stands: Standing, on: date, span: Span) -> tuple[BoardChange, ...]:
    """Return every change that is not over, and those over that lie in a span, by date."""
    answers: Answers = {}
    rows = stands.posed.rows
    for one in store.agreements(stands.posed.organisation.pk):
        answers.setdefault(one.change_id, []).append(one)
    found = [_card(stands, rows[ref], answers, on) for ref in rows if is_open(rows[ref])]
    found += _over(stands, [row for row in rows.values() if not is_open(row)], span)
    return tuple(sorted(found, key=lambda each: (each.start is None, each.start or each.name, each.ref)))


def _card(stands: Standing, row: Change, answers: Answers, on: date) -> BoardChange:
    missing = stands.posed.left.get(row.ref, ())
    effect = stands.book.effects.get(row.ref)
    here = stands.of(row.ref)
    if effect is None:
        return _bare(stands, row, missing)
    at = here or _past(stands, row)
    return BoardChange(
        row.ref, row.name, row.version, row.state,
        start=stands.local(at.start) if at else None,
        end=stands.local(at.end) if at else None,
        soak_until=stands.local(at.soak_until) if at else None,
        minutes=minutes_of(row),
        owner=row.owner.name if row.owner else "",
        due=row.due,
        is_announced=row.is_announced,
        is_past=here is None and at is not None,
        touches=stands.touching((touch.node, touch.how) for touch in effect.job.touches),
        services=stands.touching((node, effect.states[node]) for node in effect.services),
        who=tuple(hands.names(stands.posed.ground.rows).get(ref, ref) for ref in here.who) if here else (),
        waits_for=tuple(_waits_for(stands, row, answers.get(row.pk, ()), on)),
        rules=stands.rules(stands.book.of(row.ref, stands.placed)) if here else (),
        missing=stands.posed.noted.get(row.ref, ()),
        people_hours=disturbed(profile(stands.problem, effect), Span(here.start, here.end)) if here else None,
    )  # fmt: skip


def _bare(stands: Standing, row: Change, missing: tuple[Finding, ...] = ()) -> BoardChange:
    """Return a change that takes no part in the plan; its date, if it has one, is shown all the same."""
    at = _past(stands, row)
    start, end = (stands.local(at.start), stands.local(at.end)) if at else (None, None)
    return BoardChange(
        row.ref, row.name, row.version, row.state, start=start, end=end, soak_until=end,
        minutes=minutes_of(row) or None, owner=row.owner.name if row.owner else "", due=row.due,
        is_announced=row.is_announced, missing=missing,
    )  # fmt: skip


def _past(stands: Standing, row: Change) -> Placed | None:
    """Return where a change lay, or lies without taking part: when it truly was, else its date."""
    start = row.begun_at or set_for_of(row, stands.problem.zone, [])
    if start is None:
        return None
    end = row.ended_at or start + timedelta(minutes=minutes_of(row))
    return Placed(row.ref, start, end, end)


def _over(stands: Standing, rows: Iterable[Change], span: Span) -> Iterator[BoardChange]:
    for row in rows:
        at = _past(stands, row)
        if at is not None and at.start < span.end and span.start <= at.end:
            yield _bare(stands, row)


def _waits_for(stands: Standing, row: Change, said: Iterable[Agreement], on: date) -> Iterator[str]:
    """Yield the names of those who must still agree, or are against it."""
    if row.state not in _UNSETTLED or row.kind != "normal":
        return
    effect = stands.book.effects[row.ref]
    owner = row.owner.ref if row.owner else None
    stood = {one.person.ref: agreeing.standing(_said(one), on) for one in said}
    must = {one.person for one in agreeing.asked_of(stands.problem.graph, effect.meets, owner=owner)}
    names = hands.names(stands.posed.ground.rows)
    for person in sorted(must | stood.keys()):
        answer = stood.get(person, Answer.ASKED)
        if answer is Answer.OBJECTED or (person in must and answer is Answer.ASKED):
            yield names.get(person, person)


def _said(one: Agreement) -> Said:
    return Said(one.person.ref, Answer(one.answer), one.answer_by)
