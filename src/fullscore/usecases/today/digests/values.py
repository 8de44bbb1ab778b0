"""Weekly mails as values: who gets which one when, and what became of the last."""

from dataclasses import dataclass
from datetime import datetime

from fullscore.store.models import Digest, DigestMail
from fullscore.usecases.registers.values import NotThereError
from fullscore.usecases.today.digests.weeks import Schedule, following

KINDS = LIST, BRIEF = Digest.KINDS
# Mails asked for by hand are named by their minute: pressed twice, one comes.
BY_HAND = "now-"


class ActionLinkDeadError(NotThereError):
    """The link has run out, was used, was ended, or never was; the finding says which of them."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one mail: `state` is waiting, sent, empty (nothing to say) or failed."""

    id: int
    key: str
    state: str
    due_at: datetime
    attempts: int
    tried_at: datetime | None
    next_try_at: datetime | None
    sent_at: datetime | None
    error: str
    lines: int

    @property
    def is_troubled(self) -> bool:
        """Whether somebody should look: it failed, or a try of it did."""
        return self.state == "failed" or (self.state == "waiting" and bool(self.error))


@dataclass(frozen=True, slots=True)
class DigestShown:
    """One person's weekly mail; `next_at` is when it is due next, None while it is off."""

    id: int
    email: str
    name: str
    kind: str
    schedule: Schedule
    is_on: bool
    made_at: datetime
    made_by: str
    version: int
    next_at: datetime | None
    last: Delivery | None
    is_own: bool
    may_change: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as it would leave."""

    to: str
    subject: str
    text: str
    html: str
    lines: int
    stop: str = ""


def schedule_of(row: Digest) -> Schedule:
    return Schedule(row.weekday, row.at, row.zone)


def delivery(row: DigestMail) -> Delivery:
    """Return a stored mail as a value."""
    return Delivery(
        row.pk, row.key, row.state, row.due_at, row.attempts, row.tried_at, row.next_try_at, row.sent_at,
        row.error, row.lines,
    )  # fmt: skip


def shown(
    row: Digest, last: DigestMail | None, now: datetime, *, is_own: bool, may_change: bool
) -> DigestShown:
    """Return a stored weekly mail as members see it."""
    schedule = schedule_of(row)
    return DigestShown(
        row.pk, row.email, row.name, row.kind, schedule, row.is_on, row.made_at, row.made_by, row.version,
        following(schedule, now).at if row.is_on else None, delivery(last) if last else None, is_own,
        may_change,
    )  # fmt: skip
