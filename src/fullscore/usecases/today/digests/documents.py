"""JSON documents of weekly mails: the same at every door."""

from collections.abc import Iterable
from datetime import datetime

from fullscore.usecases.today.digests.values import Delivery, DigestShown, Letter

Document = dict[str, object]


def digests_document(found: Iterable[DigestShown]) -> Document:
    """Return `fullscore/digests/1`: who gets which mail when, and what became of the last."""
    return {"schema": "fullscore/digests/1", "digests": [_digest(one) for one in found]}


def digest_document(one: DigestShown) -> Document:
    """Return `fullscore/digest/1`."""
    return {"schema": "fullscore/digest/1", **_digest(one)}


def delivery_document(mail: Delivery, email: str) -> Document:
    """Return `fullscore/delivery/1`: what became of one mail that was asked for."""
    return {"schema": "fullscore/delivery/1", "email": email, **_delivery(mail)}


def letter_document(letter: Letter) -> Document:
    """Return `fullscore/letter/1`: a mail as it would leave; its links are named and lead nowhere."""
    return {
        "schema": "fullscore/letter/1", "to": letter.to, "subject": letter.subject, "lines": letter.lines,
        "text": letter.text, "html": letter.html,
    }  # fmt: skip


def _digest(one: DigestShown) -> Document:
    return {
        "id": one.id, "email": one.email, "name": one.name, "kind": one.kind,
        "weekday": one.schedule.weekday, "at": f"{one.schedule.at:%H:%M}", "zone": one.schedule.zone,
        "is_on": one.is_on, "next_at": _moment(one.next_at), "made_at": _moment(one.made_at),
        "made_by": one.made_by, "version": one.version,
        "last": _delivery(one.last) if one.last else None,
    }  # fmt: skip


def _delivery(mail: Delivery) -> Document:
    return {
        "key": mail.key, "state": mail.state, "due_at": _moment(mail.due_at), "attempts": mail.attempts,
        "tried_at": _moment(mail.tried_at), "next_try_at": _moment(mail.next_try_at),
        "sent_at": _moment(mail.sent_at), "error": mail.error or None, "lines": mail.lines,
    }  # fmt: skip


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
