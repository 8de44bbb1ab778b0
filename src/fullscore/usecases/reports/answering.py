"""Reading a pack by link, and answering what it asks: approved, declined, or a question."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from fullscore.engine.calendars.clock import zone_of
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import FieldClass, Member, Role
from fullscore.engine.registers.cleaning import clean
from fullscore.engine.registers.cleaning import shown as quoted
from fullscore.engine.registers.columns import Column, Kind
from fullscore.store import reports as store
from fullscore.store.accounts import digest, record
from fullscore.store.models import Decision, PackAnswer, PackLink
from fullscore.usecases import registers
from fullscore.usecases.accounts import throttling
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.registers.waking import today_is_behind
from fullscore.usecases.reports.issuing import REGISTER
from fullscore.usecases.reports.keeping import asks_of, content_of, whole
from fullscore.usecases.reports.printing import logo_of
from fullscore.usecases.reports.values import ANSWERS, ASKED, PackLinkDeadError, Reading
from fullscore.usecases.today.freshness import day_of

_ABOUT = Subject("reports", "link")
_NAME = Column("name", "Your name", Kind.TEXT, FieldClass.OPEN, is_required=True, max_length=200)
_WORDS = Column("words", "Your words", Kind.LONG_TEXT, FieldClass.OPEN, max_length=4000)
_STATES = {"approved": "accepted", "declined": "declined"}


def opened(*, secret: str, address: str, now: datetime) -> Reading:
    """Return the pack a link shows; `address` is where it is asked from.

    Raises `PackLinkDeadError` with one sentence for every dead link, `TooOftenError` for many tries.
    """
    row = _alive(store.link_with(digest(secret)), address, now)
    if row.read_at is None:
        store.links(row.organisation_id).filter(pk=row.pk, read_at=None).update(read_at=now)
    return _reading(row)


def printed(*, secret: str, address: str, form: str, now: datetime) -> tuple[Reading, bytes]:
    """Return the same as one file, as it was printed when it was issued; raises also `NotThereError`."""
    row = _alive(store.link_with(digest(secret)), address, now)
    return _reading(row), content_of(row.pack, form)


def _reading(row: PackLink) -> Reading:
    until = row.expires_at.astimezone(zone_of(row.organisation.zone))
    return Reading(row.to_name, until, whole(row.pack), *logo_of(row.organisation_id))


def _alive(row: PackLink | None, address: str, now: datetime) -> PackLink:
    is_alive = row is not None and row.revoked_at is None and row.expires_at > now
    if row is None or not is_alive or row.pack.document is None:
        throttling.count_wrong(what="pack link", address=address, subject=_ABOUT, now=now)
        raise PackLinkDeadError(Finding("pack-link-dead", _ABOUT))
    return row


def answer(
    *, secret: str, address: str, proposal: str, outcome: str, name: str, words: str, now: datetime
) -> Reading:
    """Keep what the person said of one proposal, with name, time and what they saw; the newest counts.

    Raises `RefusedError` where name or question are missing or nothing of it is asked, else as `opened`.
    """
    said_by, said = _checked(outcome, name, words)
    _alive(store.link_with(digest(secret)), address, now)
    with transaction.atomic():
        row = _alive(store.link_with(digest(secret), is_locked=True), address, now)
        ask = _asked(row, proposal)
        made = PackAnswer.objects.of(row.organisation_id).create(
            organisation=row.organisation, pack=row.pack, link=row, proposal=proposal, answer=outcome,
            words=said, by_name=said_by, at=now,
            decision=None if outcome == ASKED else _decided(row, ask, outcome, said_by, said, now),
        )  # fmt: skip
        _told(row, made, now)
    return _reading(row)


def _checked(outcome: str, name: str, words: str) -> tuple[str, str]:
    cleaned = [clean(_NAME, name, _ABOUT), clean(_WORDS, words, _ABOUT)]
    findings = [one for one in cleaned if isinstance(one, Finding)]
    if outcome not in ANSWERS:
        findings.append(Finding("decision-answer-unknown", _ABOUT, {"choices": ANSWERS}))
    if outcome == ASKED and not words.strip():
        findings.append(Finding("decision-question-missing", _ABOUT))
    if findings:
        raise RefusedError(*findings)
    return str(cleaned[0]), str(cleaned[1] or "")


def _asked(row: PackLink, proposal: str) -> Mapping[str, Any]:
    found = next(
        (ask for ask in asks_of(row.pack.document or {"sections": ()}) if ask["proposal"] == proposal), None
    )
    if found is None:
        raise RefusedError(Finding("pack-ask-unknown", _ABOUT, {"value": quoted(proposal)}))
    return found


def _decided(  # noqa: PLR0917  what a decision is made of
    row: PackLink, ask: Mapping[str, Any], outcome: str, name: str, words: str, now: datetime
) -> Decision:
    """Write the decision into its register, and the proposal's state, through the registers' own door."""
    by = _stranger(row, name)
    made = registers.save(
        by=by, register="decisions", ref=None, version=None, now=now,
        values={
            "subject": str(ask["name"])[:200], "outcome": outcome, "reason": words, "decided_by": name,
            "decided_on": day_of(row.organisation.zone, now, settings.ON).isoformat(),
            "seen": _seen(row, ask),
        },
    )  # fmt: skip
    held = store.proposal(row.organisation_id, ask["proposal"])
    if held is not None and held.state != _STATES[outcome]:
        registers.save(
            by=by, register="proposals", ref=held.ref, version=None, now=now,
            values={"state": _STATES[outcome]},
        )  # fmt: skip
    return Decision.objects.of(row.organisation_id).get(ref=made.ref)


def _seen(row: PackLink, ask: Mapping[str, Any]) -> str:
    """Return the case in plain words, as the register of decisions keeps it."""
    lines = [
        f"Board pack {row.pack.number} of {row.pack.on.isoformat()}", ask["name"], ask["why"], ask["way"],
        ask["spoken"], ask["yearly"], ask["loses"], ask["by"],
    ]  # fmt: skip
    return "\n".join(str(line) for line in lines if line)


def _stranger(row: PackLink, name: str) -> Member:
    """Return who writes: the person who answers, who is no member and may do only this."""
    return Member(
        row.organisation_id, row.organisation.ref, Role.OWNER, None, f"{name} (by link)"[:200]
    )  # fmt: skip


def _told(row: PackLink, made: PackAnswer, now: datetime) -> None:
    """Write the one history entry of the answer; Today reads the rest."""
    by = _stranger(row, made.by_name)
    record(
        by, register=REGISTER, row_id=row.pack_id, ref=str(row.pack), action=made.answer,
        changes={made.proposal: [None, made.answer]}, now=now,
    )  # fmt: skip
    today_is_behind(row.organisation_id)
