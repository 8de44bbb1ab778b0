"""Answering: by a member for somebody, or by the link of a letter; and deciding on what was objected to."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from fullscore.engine.changes.agreeing import Answer
from fullscore.engine.changes.states import Act, Stage
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Right, Role
from fullscore.store import living as store
from fullscore.store.models import Agreement, Change
from fullscore.usecases import registers
from fullscore.usecases.accounts import throttling
from fullscore.usecases.changes.living import casing, keeping, links, reading, verdicts
from fullscore.usecases.changes.living.running import done
from fullscore.usecases.changes.living.values import Asking, Done, Whole
from fullscore.usecases.registers.values import NotThereError, RefusedError

ANSWERS = (Answer.AGREED.value, Answer.OBJECTED.value)
_ABOUT = Subject(verdicts.AGREEMENTS, "answer")
_OPEN = frozenset({Stage.DRAFT, Stage.PLANNED, Stage.AGREED, Stage.SCHEDULED})


class AgreeLinkDeadError(NotThereError):
    """The link was used, ran out, or never was: which of them is nobody's business."""


@dataclass(frozen=True, slots=True)
class AgreeCase:
    """What the person sees who is asked: the change as it stands, and what they answered.

    `mark` goes with the answer, so that nobody agrees to what they have not seen.
    """

    whole: Whole
    asking: Asking
    mark: str
    is_open: bool


def answer(
    *, by: Member, ref: str, person: str, said: str, reason: str, on: date, now: datetime
) -> Done:  # fmt: skip
    """Keep what somebody said, told by a member; raises `RefusedError` for whom nobody asked."""
    by.require(Right.EDIT_REGISTERS)
    _check(said, reason)
    with transaction.atomic():
        row = keeping.locked(by, ref, None)
        one = next((each for each in store.agreements(row) if each.person.ref == person), None)
        if one is None:
            raise keeping.refused("change-not-asked", row, person=person)
        _keep(by, row, one, said, reason, on, now)
    return done(row, None)


def opened(*, secret: str, address: str, now: datetime) -> AgreeCase:
    """Return what a link shows; looking changes nothing. Raises `AgreeLinkDeadError`."""
    row, version = _signed(secret, address, now)
    return _case(row, version, now)


def answer_by_link(
    *, secret: str, address: str, said: str, reason: str, mark: str, now: datetime
) -> AgreeCase:  # fmt: skip
    """Keep what the person answered who holds the link; it works once.

    Raises `RefusedError` where the reason is missing or the change is no longer what was shown.
    """
    _check(said, reason)
    _signed(secret, address, now)
    with transaction.atomic():
        found = links.row_of(secret, is_locked=True)
        if found is None or not _is_open(*found, now):
            raise _dead()
        one = found[0]
        by = _stranger(one)
        row, on = keeping.locked(by, one.change.ref, None), _today(one, now)
        if mark != casing.mark(reading.told(by, row, on)):
            raise keeping.refused("change-case-changed", row)
        _keep(by, row, one, said, reason, on, now)
    row_now = store.agreement(one.pk)
    assert row_now is not None
    return _case(row_now, one.version, now)


def decide(
    *, by: Member, ref: str, outcome: str, decided_by: str, reason: str, version: int | None, on: date,
    now: datetime,
) -> Done:  # fmt: skip
    """Go ahead with a change although somebody has not agreed, or give it up; kept as a decision.

    What both sides come to is kept with it, as it stood.
    """
    by.require(Right.EDIT_REGISTERS)
    if outcome not in {"approved", "declined"}:
        raise RefusedError(Finding("change-answer-unknown", _ABOUT, {"choices": ("approved", "declined")}))
    if not reason.strip():
        raise RefusedError(Finding("change-reason-missing", _ABOUT))
    with transaction.atomic():
        row = keeping.locked(by, ref, version)
        stage = keeping.stage_after(row, Act.GO_AHEAD if outcome == "approved" else Act.ABANDON)
        if stage is Stage.AGREED and row.starts_on:
            stage = Stage.SCHEDULED
        _write_down(by, row, outcome, decided_by, reason, on, now)
        keeping.put(by, row, {"state": stage.value}, now, action="decided")
    # A decision is not unsaid; another one can be written down.
    return done(row, None)


def _write_down(  # noqa: PLR0917  used by the one above only
    by: Member, row: Change, outcome: str, decided_by: str, reason: str, on: date, now: datetime
) -> None:
    found = reading.told(by, row, on)
    told = [f"{one.name}: {one.answer or 'not asked'}. {one.reason}".strip() for one in found.asking]
    values = {
        "subject": row.name[:200], "outcome": outcome, "reason": reason,
        "decided_by": decided_by.strip() or by.name, "decided_on": on.isoformat(),
        "seen": "\n".join((casing.text(found), *told))[:20_000],
    }  # fmt: skip
    registers.save(by=by, register="decisions", ref=None, values=values, version=None, now=now)


def _check(said: str, reason: str) -> None:
    if said not in ANSWERS:
        raise RefusedError(Finding("change-answer-unknown", _ABOUT, {"choices": ANSWERS}))
    if said == Answer.OBJECTED and not reason.strip():
        raise RefusedError(Finding("change-reason-missing", _ABOUT))


def _keep(  # noqa: PLR0917  used by the two above only
    by: Member, row: Change, one: Agreement, said: str, reason: str, on: date, now: datetime
) -> None:
    seen = casing.text(reading.told(by, row, on))
    values: dict[str, object] = {
        "answer": said,
        "reason": reason,
        "answered_on": on.isoformat(),
        "seen": seen[:20_000],
    }
    verdicts.write(by, one, values, now)
    verdicts.settle(by, row, on, now)


def _signed(secret: str, address: str, now: datetime) -> tuple[Agreement, int]:
    """Return what was signed; raises for what never was, for an asking that was followed by another."""
    found = links.row_of(secret)
    if found is not None:
        row, version = found
        if _is_open(row, version, now) or (row.version > version and row.answer in ANSWERS):
            return found
    throttling.count_wrong(what="agree link", address=address, subject=_ABOUT, now=now)
    raise _dead()


def _dead() -> AgreeLinkDeadError:
    return AgreeLinkDeadError(Finding("change-link-dead", _ABOUT))


def _is_open(row: Agreement, version: int, now: datetime) -> bool:
    is_asked = verdicts.standing(row, _today(row, now)) is Answer.ASKED
    change = row.change
    return is_asked and row.version == version and change.archived_at is None and change.state in _OPEN


def _today(row: Agreement, now: datetime) -> date:
    """Return the organisation's day: who holds a link has no clock here."""
    fixed: date | None = settings.ON
    return fixed or now.astimezone(ZoneInfo(row.organisation.zone)).date()


def _stranger(row: Agreement) -> Member:
    """Return who writes: the person who answers, who is no member and may do only this."""
    name = f"{row.person.name} (by link)"
    return Member(row.organisation_id, row.organisation.ref, Role.OWNER, None, name[:200])


def _case(row: Agreement, version: int, now: datetime) -> AgreeCase:
    on = _today(row, now)
    found = reading.told(_stranger(row), keeping.found(_stranger(row), row.change.ref), on)
    asking = next(one for one in found.asking if one.person == row.person.ref)
    return AgreeCase(found, asking, casing.mark(found), _is_open(row, version, now))
