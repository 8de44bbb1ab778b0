"""Delivery: rows say what is due; a worker claims one, sends it, and marks it sent, in that order.

Two workers cannot send one letter: the second finds it claimed. A worker that is killed before the letter
left lets go of it when its claim runs out, and the next one sends it. Only one killed in the moment between
the server's yes and the mark sends a second copy; it has the first one's Message-ID and links.
"""

import logging
import os
import socket
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction

from fullscore.engine.registers.access import Member
from fullscore.post import mail as post
from fullscore.store import digests as store
from fullscore.store.models import Digest, DigestMail
from fullscore.usecases.today.digests import composing
from fullscore.usecases.today.digests.linking import Signed
from fullscore.usecases.today.digests.readers import reader
from fullscore.usecases.today.digests.values import BY_HAND, Letter, schedule_of
from fullscore.usecases.today.digests.weeks import following, latest, wait
from fullscore.usecases.today.reading import today
from fullscore.usecases.today.working import work_out

MAIL = "mail:"
Clock = Callable[[], datetime]
# Longer than any server may take over one letter, so that nobody else takes it up meanwhile.
_LEASE = timedelta(minutes=10)
_WEEK = timedelta(days=7)
_AT_ONCE = 50
# A server that does not answer is not asked again for every other letter.
_SERVER_PAUSE = timedelta(minutes=1)
# How many days without a mail before an empty week says that all is well.
_SIGN_OF_LIFE_DAYS = 28
_REMEMBERED = timedelta(days=30)
_ME = f"{socket.gethostname()[:40]}-{os.getpid()}-{uuid4().hex[:8]}"
_log = logging.getLogger(__name__)


def due(*, now: datetime) -> tuple[str, ...]:
    """Note the mails of the week that are due, once each, and return the keys of those to be tried."""
    known = store.keys_since(now - 2 * _WEEK)
    expected = (_expected(row, now) for row in store.on_everywhere())
    store.expect([mail for mail in expected if mail and (mail.digest_id, mail.key) not in known])
    store.forget_links(now - _REMEMBERED)
    return tuple(f"{MAIL}{organisation}/{mail}" for organisation, mail in store.waiting(now, _AT_ONCE))


def _expected(row: Digest, now: datetime) -> DigestMail | None:
    last = latest(schedule_of(row), now)
    # One that was set up since is not owed the mail of before.
    if last.at < row.made_at:
        return None
    return DigestMail(
        organisation_id=row.organisation_id, digest=row, key=last.key, due_at=last.at, next_try_at=last.at
    )


def deliver(*, key: str, clock: Clock) -> bool:
    """Send one mail, unless somebody has it in hand or it is not yet to be tried; True when it left."""
    organisation_id, mail = (int(part) for part in key.removeprefix(MAIL).split("/"))
    now = clock()
    claimed = store.claim(organisation_id, mail, _ME, now, now + _LEASE)
    if claimed is None:
        return False
    try:
        return _carry_out(claimed, now, clock)
    except Exception as error:
        # A bug of ours must be seen beside the mail, not only in the worker's log.
        _failed(claimed, clock(), f"Fullscore failed: {type(error).__name__}.")
        raise


def _carry_out(mail: DigestMail, now: datetime, clock: Clock) -> bool:
    row = mail.digest
    row.organisation = mail.organisation
    by = reader(mail.organisation, email=row.email, name=row.name, kind=row.kind)
    why = _why_not(mail, by, now)
    if by is None or why:
        store.close(mail, state=store.FAILED, error=why)
        return False
    letter = _written(mail, by, now)
    if not letter.lines and _may_be_silent(mail, now):
        store.close(mail, state=store.EMPTY, error="")
        return False
    return _sent(mail, letter, clock)


def _why_not(mail: DigestMail, by: Member | None, now: datetime) -> str:
    if by is None:
        return f"{mail.digest.email} may not read Today any more."
    if now >= _over(mail):
        return f"The week was over before it could be sent. {mail.error}".strip()
    is_stopped = not mail.digest.is_on and not mail.key.startswith(BY_HAND)
    return "It was stopped before it was sent." if is_stopped else ""


def _over(mail: DigestMail) -> datetime:
    if mail.key.startswith(BY_HAND):
        return mail.due_at + _WEEK
    return following(schedule_of(mail.digest), mail.due_at).at


def _written(mail: DigestMail, by: Member, now: datetime) -> Letter:
    """Write the letter from what is true now, and keep its links before it leaves."""
    on = composing.day_in(mail.organisation, now)
    if today(by=by, on=on, now=now).is_behind:
        _brought_up(mail.organisation_id, now)
    signed = Signed(mail, now)
    letter, _ = composing.compose(row=mail.digest, by=by, now=now, linking=signed.links)
    with transaction.atomic():
        signed.keep()
    return letter


def _brought_up(organisation_id: int, now: datetime) -> None:
    try:
        work_out(organisation_id=organisation_id, now=now)
    except Exception:  # noqa: BLE001  whatever it is
        # It is kept beside Today. A letter of what was last worked out, which says so, beats none.
        _log.exception("The findings could not be worked out anew for a weekly mail.")


def _may_be_silent(mail: DigestMail, now: datetime) -> bool:
    """Return whether an empty week goes unsaid: not when asked for, nor when nothing came for four weeks."""
    last = mail.digest.signed_at
    if mail.key.startswith(BY_HAND) or last is None:
        return False
    zone = mail.due_at.tzinfo
    return (now.astimezone(zone).date() - last.astimezone(zone).date()).days < _SIGN_OF_LIFE_DAYS


def _sent(mail: DigestMail, letter: Letter, clock: Clock) -> bool:
    name = f"digest-{mail.organisation_id}-{mail.pk}"
    try:
        post.send_now(
            to=letter.to,
            subject=letter.subject,
            text=letter.text,
            html=letter.html,
            stop=letter.stop,
            key=name,
        )
    except post.NotSentError as error:
        _not_sent(mail, error, clock())
        return False
    now = clock()
    store.close(mail, state=store.SENT, sent_at=now, error="", lines=letter.lines, next_try_at=None)
    Digest.objects.of(mail.organisation_id).filter(pk=mail.digest_id).update(signed_at=now)
    return True


def _not_sent(mail: DigestMail, error: post.NotSentError, now: datetime) -> None:
    _log.warning("The weekly mail %s did not leave: %s", mail.pk, error)
    if error.is_for_good:
        store.close(mail, state=store.FAILED, error=str(error), next_try_at=None)
        return
    _failed(mail, now, str(error))
    if error.is_server:
        store.put_off(now + _SERVER_PAUSE, now, str(error))


def _failed(mail: DigestMail, now: datetime, why: str) -> None:
    """Try again later, or give up when the week will be over by then."""
    again = now + wait(mail.attempts)
    if again >= _over(mail):
        store.close(mail, state=store.FAILED, error=why, next_try_at=None)
    else:
        store.close(mail, error=why, next_try_at=again)
