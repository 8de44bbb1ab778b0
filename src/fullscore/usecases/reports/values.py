"""Packs as their doors show them: plain values, never a model."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from fullscore.usecases.registers.values import NotThereError

KINDS = ("board", "hand-over")
FORMS = ("pdf", "pptx", "zip")
SECTIONS = (
    "first", "goals", "budget", "risk", "roadmap", "proposals", "changes", "renewals", "decisions", "words",
)  # fmt: skip
APPROVED, DECLINED, ASKED = ANSWERS = ("approved", "declined", "asked")


class PackLinkDeadError(NotThereError):
    """The link has run out, was ended, or never was: which of them is nobody's business."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said to one proposal of a pack."""

    proposal: str
    answer: str
    words: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PackShown:
    """A pack, made or being made; number 0 is the draft. `asks` is how many decisions it asks for."""

    kind: str
    number: int
    on: date
    state: str
    asked_at: datetime
    asked_by: str
    asked: Mapping[str, Any]
    progress: Mapping[str, Any]
    ended_at: datetime | None
    error: str
    fingerprint: str
    forms: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    asks: int = 0
    document: Mapping[str, Any] | None = None

    @property
    def is_draft(self) -> bool:
        return self.number == 0

    @property
    def is_open(self) -> bool:
        return self.state in {"asked", "running"}

    @property
    def newest(self) -> Mapping[str, Answer]:
        """Return the answer that counts by proposal."""
        return {each.proposal: each for each in self.answers}

    @property
    def decided(self) -> int:
        return sum(each.answer != ASKED for each in self.newest.values())


@dataclass(frozen=True, slots=True)
class NewPackLink:
    """A link just made; its secret is shown this once."""

    id: int
    secret: str
    expires_at: datetime

    @property
    def path(self) -> str:
        return f"/pack/{self.secret}/"


@dataclass(frozen=True, slots=True)
class PackLinkShown:
    """A link as members see it: whom it was made for, until when, and whether it was read."""

    id: int
    kind: str
    number: int
    to_name: str
    to_email: str
    made_at: datetime
    made_by: str
    expires_at: datetime
    revoked_at: datetime | None
    read_at: datetime | None

    def is_alive(self, now: datetime) -> bool:
        return self.revoked_at is None and self.expires_at > now


@dataclass(frozen=True, slots=True)
class Reading:
    """A pack as whoever holds a link reads it, with what was answered so far.

    `logo` and `logo_type` ("png", "jpeg", "svg") are None and "" without one.
    """

    to_name: str
    expires_at: datetime
    pack: PackShown
    logo: bytes | None = None
    logo_type: str = ""

    @property
    def document(self) -> Mapping[str, Any]:
        assert self.pack.document is not None
        return self.pack.document


@dataclass(frozen=True, slots=True)
class Moved:
    """A proposal that starts between two days now; `entry` takes it back, None where nothing changed."""

    proposal: str
    name: str
    starts_from: date
    starts_until: date
    entry: int | None
