"""Products and their releases: what each is recognised by, and the last day its maker supports it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import takewhile

Words = tuple[str, ...]


class Stands(StrEnum):
    """Where the words of a release stand: after the first number that follows, at once, or anywhere after."""

    NUMBER = "number"
    NEXT = "next"
    AMONG = "among"


@dataclass(frozen=True, slots=True)
class Release:
    """One release; `said` are the ways it is named, all words of one needed. `ends_on` None: no day known.

    `edition` holds words of which one must be there, `unless` words of which none may.
    """

    key: str
    ends_on: date | None
    said: tuple[Words, ...] = ()
    label: str = ""
    edition: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    # Filled only where the day was fetched rather than shipped.
    source: str = ""
    fetched_at: datetime | None = None

    @property
    def called(self) -> str:
        return self.label or self.key


@dataclass(frozen=True, slots=True)
class Product:
    """What one maker supports; a name that begins with = must be written just so.

    `never` are words beside which the name means something else. `is_open`: releases that are fetched and
    were not shipped are recognised by their number.
    """

    key: str
    name: str
    names: Words
    source: str
    releases: tuple[Release, ...]
    never: frozenset[str] = frozenset()
    stands: Stands = Stands.NUMBER
    is_open: bool = True
    is_fetched: bool = True  # endoflife.date knows it by the same key


@dataclass(frozen=True, slots=True)
class EndFact:
    """Until when one release of one product is supported, and who says so; ends_on None: no day is known."""

    product: str
    release: str
    ends_on: date | None
    source: str
    key: str = field(default="", compare=False)
    fetched_at: datetime | None = field(default=None, compare=False)
    # Which release it is nobody knows; on this day the last of those it may be loses support.
    is_latest: bool = False

    @property
    def called(self) -> str:
        return f"{self.product} {self.release}".strip()


def fact_of(product: Product, release: Release) -> EndFact:
    return EndFact(
        product.name, release.called, release.ends_on, release.source or product.source,
        f"{product.key}:{release.key}", release.fetched_at,
    )  # fmt: skip


def at_latest(choices: Sequence[EndFact]) -> EndFact | None:
    """Return when support ends whichever of these releases it is; None where one of them has no day."""
    if any(choice.ends_on is None for choice in choices):
        return None
    last = max(choices, key=lambda each: (each.ends_on or date.min, each.key))
    words = _shared([choice.release.split() for choice in choices])
    parts = _shared([re.split("([-:])", choice.key) for choice in choices])
    return replace(last, release=" ".join(words), key="".join(parts).rstrip("-:"), is_latest=True)


def _shared(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return what all begin with."""
    return tuple(each[0] for each in takewhile(lambda each: len(set(each)) == 1, zip(*lists, strict=False)))


def releases(text: str) -> tuple[Release, ...]:
    """Return releases from "22.04 2027-04-01; 13 -": number, and last day where one is known."""
    return tuple(_release(*line.split()) for line in text.split(";"))


def _release(key: str, day: str) -> Release:
    return Release(key, None if day == "-" else date.fromisoformat(day), ((key,),))
