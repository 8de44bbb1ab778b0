"""A case that is to be decided, as values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from fullscore.store.models import DecisionLink
from fullscore.usecases.registers.values import NotThereError

APPROVED, DECLINED, ASKED = ANSWERS = DecisionLink.ANSWERS


class DecisionLinkDeadError(NotThereError):
    """The link has run out, was ended, or never was: which of them is nobody's business."""


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link just made; its secret is shown this once."""

    id: int
    secret: str
    expires_at: datetime

    @property
    def path(self) -> str:
        return f"/decide/{self.secret}/"


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A link as members see it: whom it asks, until when, and what came back."""

    id: int
    to_name: str
    to_email: str
    made_at: datetime
    made_by: str
    expires_at: datetime
    revoked_at: datetime | None
    answer: str
    answered_at: datetime | None
    answered_by: str
    words: str

    def is_open(self, now: datetime) -> bool:
        """Return whether somebody may still answer."""
        return self.revoked_at is None and self.expires_at > now and self.answer not in {APPROVED, DECLINED}


@dataclass(frozen=True, slots=True)
class Case:
    """What the person sees: frozen when the link was made, with what they answered."""

    organisation: str
    to_name: str
    asked_by: str
    asked_at: datetime
    expires_at: datetime
    content: dict[str, Any]
    answer: str
    answered_at: datetime | None
    answered_by: str
    words: str

    @property
    def is_decided(self) -> bool:
        return self.answer in {APPROVED, DECLINED}


def shown(row: DecisionLink) -> LinkShown:
    """Return a stored link as members see it."""
    return LinkShown(
        row.pk, row.to_name, row.to_email, row.made_at, row.made_by, row.expires_at, row.revoked_at,
        row.answer, row.answered_at, row.answered_by, row.words,
    )  # fmt: skip


def case(row: DecisionLink) -> Case:
    """Return a stored link as the person it asks sees it, on the organisation's clock."""
    # Who holds a link has no clock here: the organisation's counts.
    zone = ZoneInfo(row.organisation.zone)
    return Case(
        row.organisation.name, row.to_name, row.made_by, row.made_at.astimezone(zone),
        row.expires_at.astimezone(zone), row.case, row.answer,
        row.answered_at.astimezone(zone) if row.answered_at else None, row.answered_by, row.words,
    )  # fmt: skip
