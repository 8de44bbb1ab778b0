"""What a weekly mail says, before it is text or HTML."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Link:
    """One thing to press in a line; an empty address is a link that only the mail itself has."""

    word: str
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """What, why, by when, and what a week of waiting costs; None where nobody can say."""

    title: str
    why: str
    act_by: date | None
    cost: Decimal | None
    # How sure the figure is and whose it is, or what would tell it; "" where nothing is to be added.
    note: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """All a letter says. A brief names `deciding` apart; a list has everything in `lines`.

    `count` is how many lines the week has, `more` how many wait beyond what is named here; `cost` what
    waiting for a week costs over all of them. Addresses are "" where this installation does not know its
    own; then the letter has none.
    """

    organisation: str
    currency: str
    on: date
    is_brief: bool
    count: int
    lines: tuple[Line, ...]
    deciding: tuple[Line, ...]
    more: int
    cost: Decimal | None
    unpriced: int
    sums: tuple[str, ...]
    when: str
    page: str
    settings: str
    stop: str
