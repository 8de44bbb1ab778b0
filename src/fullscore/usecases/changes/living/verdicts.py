"""Who must agree, what everybody's answers come to, and where that leaves the change."""

from collections.abc import Iterable
from datetime import date, datetime

from fullscore.engine.changes import agreeing
from fullscore.engine.changes.agreeing import Answer, Asked, Said, Verdict
from fullscore.engine.changes.states import Stage, settled
from fullscore.engine.registers.access import Member
from fullscore.store import living as store
from fullscore.store.models import Agreement, Change, HistoryEntry
from fullscore.usecases import registers
from fullscore.usecases.changes.living import keeping
from fullscore.usecases.changes.living.effects import Effect, effect_of

AGREEMENTS = "agreements"


def asked(row: Change, effect: Effect) -> tuple[Asked, ...]:
    """Return who must agree: nobody to what is made from a template they agreed to.

    Emergencies do not wait for anybody; those who answer for what was hit are told afterwards.
    """
    if row.kind == "standard" and not row.is_template:
        return ()
    owner = row.owner.ref if row.owner else None
    return agreeing.asked_of(effect.graph, effect.affected, owner=owner)


def said(rows: Iterable[Agreement]) -> tuple[Said, ...]:
    return tuple(Said(row.person.ref, Answer(row.answer), row.answer_by) for row in rows)


def standing(row: Agreement, on: date) -> Answer:
    """Return what one answer counts as on a day."""
    return agreeing.standing(said([row])[0], on)


def verdict(row: Change, must: tuple[Asked, ...], rows: Iterable[Agreement], on: date) -> Verdict:
    """Return what all answers come to on a day."""
    return agreeing.verdict(must if row.kind != "emergency" else (), said(rows), on)


def settle(by: Member, row: Change, on: date, now: datetime) -> HistoryEntry | None:
    """Let a locked change follow from its answers: silence is written down, agreement makes it agreed."""
    rows = tuple(store.agreements(row))
    for one in rows:
        if standing(one, on) is Answer.SILENT and one.answer != Answer.SILENT:
            write(by, one, {"answer": Answer.SILENT.value}, now)
    if row.state not in {Stage.PLANNED, Stage.AGREED, Stage.SCHEDULED}:
        return None
    is_agreed = (
        row.state == Stage.PLANNED and verdict(row, asked(row, effect_of(row)), rows, on) is Verdict.AGREED
    )
    stage = settled(Stage(row.state), is_agreed=is_agreed, has_date=row.starts_on is not None)
    return keeping.put(by, row, {"state": stage.value}, now) if stage != row.state else None


def reopen(by: Member, row: Change, on: date, now: datetime) -> None:
    """Take the agreement of a changed change back where it now affects what somebody else answers for.

    A date comes and goes with the edit, and the state with it.
    """
    must = asked(row, effect_of(row))
    rows = tuple(store.agreements(row))
    is_settled = row.state in {Stage.AGREED, Stage.SCHEDULED} and not row.is_template
    if is_settled and verdict(row, must, rows, on) is Verdict.WAITING:
        keeping.put(by, row, {"state": Stage.PLANNED.value}, now)
    settle(by, row, on, now)


def write(by: Member, row: Agreement, values: dict[str, object], now: datetime) -> None:
    """Write one answer through its register's own door."""
    registers.save(by=by, register=AGREEMENTS, ref=row.ref, values=values, version=None, now=now)


def open_people(row: Change, on: date) -> tuple[str, ...]:
    """Return the names of those whose agreement is missing: not asked, not answered, or against it."""
    rows = tuple(store.agreements(row))
    stands = {one.person: agreeing.standing(one, on) for one in said(rows)}
    missing = {
        one.person
        for one in asked(row, effect_of(row))
        if stands.get(one.person, Answer.ASKED) is Answer.ASKED
    }
    missing |= {person for person, answer in stands.items() if answer is Answer.OBJECTED}
    names = store.person_names(row.organisation_id)
    return tuple(sorted(names.get(person, person) for person in missing))
