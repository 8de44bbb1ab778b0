"""Mails asked for by hand: looked at beforehand, queued for a worker, or sent while the host waits."""

from datetime import datetime
from typing import Any

from django.db import transaction

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member
from fullscore.post import digests as post
from fullscore.queue import wake
from fullscore.store import digests as store
from fullscore.store.models import Digest, DigestMail, Organisation
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.today.digests import checking, composing, keeping
from fullscore.usecases.today.digests.delivering import MAIL, Clock, deliver
from fullscore.usecases.today.digests.linking import no_links
from fullscore.usecases.today.digests.readers import reader
from fullscore.usecases.today.digests.values import BY_HAND, LIST, Delivery, Letter, delivery
from fullscore.usecases.today.working import KIND


def preview(*, by: Member, key: int, now: datetime, nonce: str = "") -> Letter:
    """Return a weekly mail as it would leave now; its links are named and lead nowhere."""
    return _as_seen(keeping.found(by, key), now, nonce)


def try_out(*, by: Member, email: str, kind: str | None = None, now: datetime) -> Letter:
    """Return the mail somebody would get now, whether they get one each week or not; nothing is kept."""
    values = _checked(email, kind)
    keeping.require_writing(by, values["email"])
    row = store.digests(by.organisation_id).filter(email__iexact=values["email"]).first()
    organisation = Organisation.objects.get(pk=by.organisation_id)
    draft = row or Digest(name=values["email"], zone=organisation.zone, is_on=False)
    draft.organisation, draft.email, draft.kind = organisation, values["email"], kind or draft.kind
    return _as_seen(draft, now, "")


def send(*, by: Member, key: int, now: datetime) -> Delivery:
    """Queue one mail beside those of the weeks; asked twice within a minute, one comes."""
    row = keeping.found(by, key)
    keeping.require_writing(by, row.email)
    with transaction.atomic():
        mail = _expected(row, now)
        transaction.on_commit(lambda: wake(KIND, f"{MAIL}{mail.organisation_id}/{mail.pk}"))
    return delivery(mail)


def send_me(*, by: Member, now: datetime) -> Delivery:
    """Queue this week's list for oneself; who gets no weekly mail gets this one and no other."""
    keeping.require_writing(by, by.email or "")
    if by.email is None:
        raise RefusedError(Finding("email-not-understood", Subject("digests", "email"), {"email": "host"}))
    return send(by=by, key=_row_for(by, by.email, LIST, now).pk, now=now)


def send_at_once(*, by: Member, email: str, kind: str | None, clock: Clock) -> Delivery:
    """Send somebody a mail while the caller waits, the same way a worker does; for the host's shell.

    Raises `RefusedError` for who gets the other kind each week: that is theirs to choose.
    """
    values = _checked(email, kind)
    keeping.require_writing(by, values["email"])
    row = _row_for(by, values["email"], kind or LIST, clock())
    if kind is not None and row.kind != kind:
        about = Subject("digests", "kind")
        raise RefusedError(Finding("digest-taken", about, {"email": row.email}))
    mail = _expected(row, clock())
    deliver(key=f"{MAIL}{mail.organisation_id}/{mail.pk}", clock=clock)
    mail.refresh_from_db(from_queryset=DigestMail.objects.of(by.organisation_id))
    return delivery(mail)


def _checked(email: str, kind: str | None) -> dict[str, Any]:
    return checking.checked({"email": email, **({} if kind is None else {"kind": kind})})


def _as_seen(row: Digest, now: datetime, nonce: str) -> Letter:
    who = reader(row.organisation, email=row.email, name=row.name, kind=row.kind)
    if who is None:
        values = {"email": row.email}
        raise RefusedError(Finding("digest-reader-may-not", Subject("digests", "email"), values))
    letter, content = composing.compose(row=row, by=who, now=now, linking=no_links)
    html = post.page(content, nonce=nonce) if nonce else letter.html
    return Letter(letter.to, letter.subject, letter.text, html, letter.lines, letter.stop)


def _row_for(by: Member, email: str, kind: str, now: datetime) -> Digest:
    """Return the person's weekly mail; without one, one that is off and carries what is sent by hand."""
    known = store.digests(by.organisation_id).filter(email__iexact=email).first()
    if known is None:
        with transaction.atomic():
            return keeping.made(by, email, {"kind": kind, "is_on": False}, now)
    return known


def _expected(row: Digest, now: datetime) -> DigestMail:
    key = f"{BY_HAND}{now:%Y%m%dT%H%M}"
    store.expect([
        DigestMail(
            organisation_id=row.organisation_id, digest=row, key=key, due_at=now, next_try_at=now
        )
    ])  # fmt: skip
    return store.mails(row.organisation_id).get(digest=row, key=key)
