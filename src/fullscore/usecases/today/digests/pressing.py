"""Links of a mail: opening one changes nothing, mail scanners open all; pressing its button acts once."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member, Role
from fullscore.store import digests as store
from fullscore.store.accounts import digest as hashed
from fullscore.store.accounts import record
from fullscore.store.models import ActionLink, Decision, Digest, DigestMail, KeptFinding
from fullscore.usecases import registers
from fullscore.usecases.accounts import throttling
from fullscore.usecases.today import acting
from fullscore.usecases.today.deciding import casing
from fullscore.usecases.today.digests.composing import DECIDING, day_in
from fullscore.usecases.today.digests.linking import stopped_by
from fullscore.usecases.today.digests.readers import reader, verbs
from fullscore.usecases.today.digests.values import BY_HAND, ActionLinkDeadError

STOP, APPROVE, SNOOZE, DONE = "stop", "approve", "snooze", "done"
_FOR = timedelta(days=7)
_SUBJECT = Subject("today", "link")


@dataclass(frozen=True, slots=True)
class Deed:
    """What a link does, or has done: `verb` to the case `title`, in the name of `name`.

    `decision` is the ref of the decision it became. `finding` is None for the link that ends a mail.
    """

    verb: str
    organisation: str
    organisation_name: str
    finding: int | None
    title: str
    text: str
    name: str
    expires_at: datetime | None
    until: datetime | None = None
    decision: str = ""


def opened(*, secret: str, address: str, now: datetime) -> Deed:
    """Return what a link would do. Raises `ActionLinkDeadError`, or `TooOftenError` for who tries many."""
    row = stopped_by(secret)
    if row is not None:
        return _stopping(row)
    link, _ = _alive(store.link_with(hashed(secret)), address, now)
    return _deed(link, now)


def press(*, secret: str, address: str, now: datetime) -> Deed:
    """Do what a link says, once; raises as `opened`, and `RefusedError` where the case does not allow it."""
    row = stopped_by(secret)
    if row is not None:
        return _stop(row, now)
    # Counted before anything is begun: what is undone with a refusal would not count.
    _alive(store.link_with(hashed(secret)), address, now)
    with transaction.atomic():
        link, by = _alive(store.link_with(hashed(secret), is_locked=True), address, now)
        deed = _deed(link, now)
        if link.verb == APPROVE:
            link.decision = _approved(link, by, deed, now)
        elif link.verb == SNOOZE:
            on = day_in(link.organisation, now)
            acting.snooze(by=by, finding=link.finding_id, until=on + _FOR, on=on, now=now)
        else:
            acting.finish(by=by, finding=link.finding_id, now=now)
        link.used_at = now
        link.save(update_fields=["used_at", "decision"])
    return replace(deed, decision=link.decision.ref if link.decision else "")


def _alive(link: ActionLink | None, address: str, now: datetime) -> tuple[ActionLink, Member]:
    """Return a link that may still be pressed and in whose name; else the finding says why not."""
    if link is None:
        throttling.count_wrong(what="action link", address=address, subject=_SUBJECT, now=now)
        raise _dead("action-link-unknown")
    if link.used_at is not None:
        raise _dead("action-link-used")
    if link.expires_at <= now:
        raise _dead("action-link-expired")
    by = _reader(link)
    if by is None or link.verb not in verbs(by, is_decision=link.finding.code in DECIDING):
        raise _dead("action-link-ended")
    if link.finding.state not in {"open", "snoozed"} or link.finding.rank is None:
        raise _dead("action-link-overtaken")
    return link, replace(by, name=f"{by.name} (by mail)"[:200])


def _reader(link: ActionLink) -> Member | None:
    """Return in whose name a link acts, with the rights of now; None when their mail was taken away."""
    row = store.digests(link.organisation_id).filter(email__iexact=link.email).first()
    if row is None:
        return None
    return reader(link.organisation, email=row.email, name=row.name, kind=row.kind)


def _dead(code: str) -> ActionLinkDeadError:
    return ActionLinkDeadError(Finding(code, _SUBJECT))


def _deed(link: ActionLink, now: datetime) -> Deed:
    on, case = day_in(link.organisation, now), link.finding
    text = casing.content(case, link.organisation.currency, on)["text"]
    until = now + _FOR if link.verb == SNOOZE else None
    return Deed(
        link.verb, link.organisation.ref, link.organisation.name, case.pk, _title(case), text, link.name,
        link.expires_at, until,
    )  # fmt: skip


def _title(case: KeptFinding) -> str:
    return str(case.document.get("title") or case.document.get("sentence") or case.ref)


def _approved(link: ActionLink, by: Member, deed: Deed, now: datetime) -> Decision:
    """Write the decision into its register, and beside the line, which stays open for who does it."""
    on, who = day_in(link.organisation, now), replace(by, role=Role.OWNER)
    kept = registers.save(
        by=who, register="decisions", ref=None, version=None, now=now,
        values={
            "subject": deed.title[:200], "outcome": "approved", "reason": "", "decided_by": link.name,
            "decided_on": on.isoformat(), "seen": deed.text[:20_000],
        },
    )  # fmt: skip
    case = KeptFinding.objects.of(link.organisation_id).select_for_update().get(pk=link.finding_id)
    case.by_name, case.version = f"{link.name} approved"[:200], case.version + 1
    case.save(update_fields=["by_name", "version"])
    record(
        who, register="today", row_id=case.pk, ref=f"{case.code} {case.ref}", action="approved", now=now,
        changes={"decision": [None, kept.ref]},
    )  # fmt: skip
    return Decision.objects.of(link.organisation_id).get(ref=kept.ref)


def _stopping(row: Digest) -> Deed:
    return Deed(STOP, row.organisation.ref, row.organisation.name, None, row.email, "", row.name, None)


def _stop(row: Digest, now: datetime) -> Deed:
    """End a weekly mail; ending twice is ending once."""
    place = row.organisation
    by = Member(place.pk, place.ref, Role.EXECUTIVE, None, f"{row.name} (by mail)"[:200])
    with transaction.atomic():
        mine = store.digests(place.pk).filter(pk=row.pk, is_on=True)
        if mine.update(is_on=False, version=row.version + 1):
            record(
                by, register="digests", row_id=row.pk, ref=row.email, action="stopped", now=now,
                changes={"is_on": ["True", "False"]},
            )  # fmt: skip
            waiting = DigestMail.objects.of(place.pk).filter(digest=row, state=store.WAITING)
            waiting.filter(claimed_until=None).exclude(key__startswith=BY_HAND).delete()
    return _stopping(row)
