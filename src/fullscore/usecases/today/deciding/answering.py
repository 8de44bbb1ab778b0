"""Answering by link: whoever holds it sees the frozen case, approves, declines or asks."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import FieldClass, Member, Role
from fullscore.engine.registers.cleaning import clean
from fullscore.engine.registers.columns import Column, Kind
from fullscore.store import deciding as store
from fullscore.store.accounts import digest, record
from fullscore.store.models import Decision, DecisionLink, KeptFinding
from fullscore.usecases import registers
from fullscore.usecases.accounts import throttling
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.today.deciding.values import (
    ANSWERS,
    APPROVED,
    ASKED,
    DECLINED,
    Case,
    DecisionLinkDeadError,
    case,
)
from fullscore.usecases.today.freshness import day_of

REGISTER = "today"
_NAME = Column("name", "Your name", Kind.TEXT, FieldClass.OPEN, is_required=True, max_length=200)
_WORDS = Column("words", "Your words", Kind.LONG_TEXT, FieldClass.OPEN, max_length=4000)
_SUBJECT = Subject(REGISTER, "decision")


def opened(*, secret: str, address: str, now: datetime) -> Case:
    """Return the case a link shows; looking changes nothing. `address` is where it is asked from.

    Raises `DecisionLinkDeadError` with one sentence for every dead link, `TooOftenError` for many tries.
    """
    return case(_alive(store.link_with(digest(secret)), address, now))


def answer(*, secret: str, address: str, outcome: str, name: str, words: str, now: datetime) -> Case:
    """Keep what the person decided, with name, time and the text they saw; a decision is taken once.

    Raises `RefusedError` where name or question are missing or it is decided already, else as `opened`.
    """
    said_by, said = _checked(outcome, name, words)
    # Counted before anything is begun: what is undone with a refusal would not count.
    _alive(store.link_with(digest(secret)), address, now)
    with transaction.atomic():
        row = _alive(store.link_with(digest(secret), is_locked=True), address, now)
        if row.answer in {APPROVED, DECLINED}:
            raise RefusedError(Finding("decision-taken", _SUBJECT, {"by": row.answered_by}))
        row.answer, row.answered_at, row.answered_by, row.words = outcome, now, said_by, said
        row.decision = _decided(row, now) if outcome != ASKED else None
        row.save(update_fields=["answer", "answered_at", "answered_by", "words", "decision"])
        _told(row, now)
    return case(row)


def _alive(row: DecisionLink | None, address: str, now: datetime) -> DecisionLink:
    is_alive = row is not None and row.revoked_at is None and row.expires_at > now
    if row is None or not is_alive:
        throttling.count_wrong(what="decision link", address=address, subject=_SUBJECT, now=now)
        raise DecisionLinkDeadError(Finding("decision-link-dead", _SUBJECT))
    return row


def _checked(outcome: str, name: str, words: str) -> tuple[str, str]:
    cleaned = [clean(_NAME, name, _SUBJECT), clean(_WORDS, words, _SUBJECT)]
    findings = [one for one in cleaned if isinstance(one, Finding)]
    if outcome not in ANSWERS:
        findings.append(Finding("decision-answer-unknown", _SUBJECT, {"choices": ANSWERS}))
    if outcome == ASKED and not words.strip():
        findings.append(Finding("decision-question-missing", _SUBJECT))
    if findings:
        raise RefusedError(*findings)
    return str(cleaned[0]), str(cleaned[1] or "")


def _decided(row: DecisionLink, now: datetime) -> Decision:
    """Write the decision into its register, through the register's own door."""
    made = registers.save(
        by=_stranger(row), register="decisions", ref=None, version=None, now=now,
        values={
            "subject": str(row.case["document"]["title"] or row.case["document"]["sentence"])[:200],
            "outcome": row.answer, "reason": row.words, "decided_by": row.answered_by,
            "decided_on": day_of(row.organisation.zone, now, settings.ON).isoformat(),
            "seen": row.case["text"],
        },
    )  # fmt: skip
    return Decision.objects.of(row.organisation_id).get(ref=made.ref)


def _stranger(row: DecisionLink) -> Member:
    """Return who writes: the person who answers, who is no member and may do only this."""
    name = f"{row.answered_by} (by link)"
    return Member(row.organisation_id, row.organisation.ref, Role.OWNER, None, name[:200])


def _told(row: DecisionLink, now: datetime) -> None:
    """Let the finding know: declined is declined; approved or asked stays open for whoever does it."""
    found: KeptFinding = row.finding
    before = found.state
    if row.answer == DECLINED:
        found.state, found.acted_at = "declined", now
        found.snoozed_until, found.snoozed_mark = None, ""
    found.reason, found.by_name = row.words[:2000], f"{row.answered_by} {row.answer}"[:200]
    found.version += 1
    found.save(
        update_fields=[
            "state", "acted_at", "snoozed_until", "snoozed_mark", "reason", "by_name", "version",
        ]
    )  # fmt: skip
    changes: dict[str, list[str | None]] = {"state": [before, found.state], "answer": [None, row.answer]}
    record(
        _stranger(row), register=REGISTER, row_id=found.pk, ref=found.ref, action="decision",
        changes=changes, now=now,
    )  # fmt: skip
