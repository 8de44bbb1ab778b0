"""Secrets of the links in a letter: the same at every try of one letter, so that a second copy adds none.

A secret is the signature of what it does under the installation's key. Only its hash is kept, and a link
whose hash is not kept opens nothing, whoever signed it.
"""

from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from fullscore.post.digests import Link
from fullscore.store import digests as store
from fullscore.store.accounts import digest as hashed
from fullscore.store.models import ActionLink, Digest, DigestMail

LIVES = timedelta(days=14)
WORDS = {"snooze": "Put it off a week", "done": "It is done", "approve": "Approve"}
_STOP = "stop-"
Linking = Callable[[int, Iterable[str]], tuple[Link, ...]]


def no_links(_finding: int, verbs: Iterable[str]) -> tuple[Link, ...]:
    """Return links as a preview shows them: what they do, and nowhere to go."""
    return tuple(Link(WORDS[verb], "") for verb in verbs)


class Signed:
    """The links of one letter; `keep` writes their hashes, before the letter leaves."""

    def __init__(self, mail: DigestMail, now: datetime) -> None:
        self._mail, self._now = mail, now
        self._made: list[ActionLink] = []

    def links(self, finding: int, verbs: Iterable[str]) -> tuple[Link, ...]:
        """Return what may be done with one finding; nothing where the pages' address is not known."""
        return tuple(self._link(finding, verb) for verb in verbs) if settings.SITE else ()

    def keep(self) -> None:
        store.keep_links(self._made)

    def _link(self, finding: int, verb: str) -> Link:
        secret = _signed("link", f"{self._mail.pk}|{finding}|{verb}")
        to = self._mail.digest
        self._made.append(
            ActionLink(
                organisation_id=self._mail.organisation_id,
                finding_id=finding,
                verb=verb,
                secret_hash=hashed(secret),
                email=to.email,
                name=to.name,
                made_at=self._now,
                expires_at=self._now + LIVES,
            )
        )
        return Link(WORDS[verb], f"{settings.SITE}/act/{secret}/")


def stop_address(row: Digest) -> str:
    """Return the address that ends a weekly mail; "" where the pages' own address is not known."""
    return f"{settings.SITE}/act/{_STOP}{row.pk}-{_stop(row)}/" if settings.SITE else ""


def stopped_by(secret: str) -> Digest | None:
    """Return the weekly mail that a secret may end, None when it may not end any."""
    key, _, proof = secret.removeprefix(_STOP).partition("-")
    if not secret.startswith(_STOP) or not (key.isascii() and key.isdigit() and len(key) < 19):  # noqa: PLR2004
        return None
    row = store.digest_with(int(key))
    return row if row is not None and constant_time_compare(proof, _stop(row)) else None


def _stop(row: Digest) -> str:
    return _signed("stop", f"{row.pk}|{row.organisation_id}|{row.email}")


def _signed(what: str, text: str) -> str:
    proof = salted_hmac(f"fullscore.mail.{what}", text, algorithm="sha256").digest()
    return urlsafe_b64encode(proof).decode().rstrip("=")
