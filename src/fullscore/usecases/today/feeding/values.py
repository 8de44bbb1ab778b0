"""Calendar addresses, as values."""

from dataclasses import dataclass
from datetime import datetime

from fullscore.store.models import Feed
from fullscore.usecases.registers.values import NotThereError

NOTICE, DECIDE, ORDER, RENEWALS, CHANGES = KINDS = Feed.KINDS


class FeedDeadError(NotThereError):
    """The address was ended, its person left, or it never was: which of them is nobody's business."""


@dataclass(frozen=True, slots=True)
class NewFeed:
    """An address just made; its secret is shown this once."""

    id: int
    kind: str
    secret: str

    @property
    def path(self) -> str:
        return f"/feed/{self.secret}.ics"


@dataclass(frozen=True, slots=True)
class FeedShown:
    """An address as its person sees it: its kind, and when a calendar last read it."""

    id: int
    kind: str
    made_at: datetime
    read_at: datetime | None
