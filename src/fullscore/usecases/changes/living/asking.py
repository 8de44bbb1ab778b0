"""Asking the owners of what a change affects: a row for each, and a letter with a link that works once."""

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings
from django.db import transaction

from fullscore.engine.changes import agreeing
from fullscore.engine.changes.agreeing import Answer
from fullscore.engine.changes.states import Act
from fullscore.engine.registers.access import Member, Right
from fullscore.post import mail
from fullscore.store import living as store
from fullscore.store.models import Agreement, Change
from fullscore.usecases import registers
from fullscore.usecases.accounts.mailing import is_mail_on
from fullscore.usecases.changes.living import casing, keeping, links, reading, verdicts
from fullscore.usecases.changes.living.effects import effect_of
from fullscore.usecases.changes.living.values import Done
from fullscore.usecases.goals.house import house_of

_LETTER = """{who} asks you to agree: {name}

{case}

You answer for {nodes}. Agree or object with a reason, without an account:
{address}

No answer by {day} counts as agreed.
"""


def ask(*, by: Member, ref: str, version: int | None, on: date, now: datetime) -> Done:
    """Ask everybody who must agree and has not answered; with nobody to ask it is agreed at once.

    Who objected is asked anew: something was changed for them. Who agreed already is left alone. Raises
    `RefusedError` for a change that touches nothing, `StaleVersionError` when somebody was faster.
    """
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        row = keeping.locked(by, ref, version)
        stage = keeping.stage_after(row, Act.ASK)
        done = effect_of(row)
        if not done.touches:
            raise keeping.refused("change-touches-nothing", row)
        last = _last_day(by, on)
        for one in verdicts.asked(row, done):
            _ask_one(by, row, one.person, on, last, now)
        keeping.put(by, row, {"state": stage.value}, now, action="asked")
        verdicts.settle(by, row, on, now)
        mailed, others = _write_to(by, row, on)
    return Done(row.ref, row.name, row.state, row.version, None, mailed, others)


def _last_day(by: Member, on: date) -> date:
    days = store.organisation(by.organisation_id).silence_days
    return agreeing.answer_by(on, days, house_of(by.organisation_id, on).calendar)


def _ask_one(  # noqa: PLR0917  used by the one above only
    by: Member, row: Change, person: str, on: date, last: date, now: datetime
) -> None:
    there = next((one for one in store.agreements(row) if one.person.ref == person), None)
    if there is not None and there.answer in {Answer.AGREED, Answer.SILENT}:
        return
    # Asked again on another day, the new version ends the links of the old asking.
    values: dict[str, object] = {
        "answer": Answer.ASKED.value, "asked_on": on.isoformat(), "answer_by": last.isoformat(),
        "answered_on": None, "reason": None, "seen": None,
    }  # fmt: skip
    if there is not None:
        verdicts.write(by, there, values, now)
    else:
        values |= {"change": row.ref, "person": person}
        registers.save(by=by, register=verdicts.AGREEMENTS, ref=None, values=values, version=None, now=now)


def _write_to(by: Member, row: Change, on: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write to everybody who has not answered; return who was written to, and who has to be told."""
    asked = [one for one in store.agreements(row) if one.answer == Answer.ASKED]
    able = [one for one in asked if one.person.email] if settings.SITE and is_mail_on() else []
    found = reading.told(by, row, on)
    for one in able:
        nodes = next((each.for_what for each in found.asking if each.person == one.person.ref), ())
        text = _LETTER.format(
            who=by.name, name=row.name, case=casing.text(found), nodes=_listed(nodes),
            address=f"{settings.SITE}{links.path_of(one)}", day=_day(one.answer_by or on),
        )  # fmt: skip
        _send(str(one.person.email), f"Do you agree? {row.name}", text)
    written = {one.pk for one in able}
    return _names(able), _names(one for one in asked if one.pk not in written)


def _send(to: str, subject: str, text: str) -> None:
    # Only what is safely kept may be answered.
    transaction.on_commit(lambda: mail.send_later(to=to, subject=subject, text=text))


def _names(rows: Iterable[Agreement]) -> tuple[str, ...]:
    return tuple(one.person.name for one in rows)


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1] if names else "it") if part)


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"
