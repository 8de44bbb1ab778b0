"""What is proposed, with what it costs, brings and loses: facts of page one, roadmap and proposals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.findings.english.words import clipped
from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import Ask, Said, Traced
from fullscore.engine.reports.voice import Voice, value_of

_LONGEST_WHY = 150


@dataclass(frozen=True, slots=True)
class Way:
    """One way to do a proposal in money; `payback` in years, None: not within those looked at."""

    name: str
    is_taken: bool
    total: Traced
    npv: Traced
    avoided: Traced
    payback: Traced | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """One proposal as it stands: `way` and what follows are those of the choice, or of what is pinned.

    `is_in` None: nobody has chosen yet. `once` and `yearly` are what it costs, `lost` what a year is worse
    without it. Of what is out, `worse` is what a year would be worse with it, and `pushes` what would go or
    change for it. `said` is what an owner asked about it since the last pack.
    """

    ref: str
    name: str
    purpose: str
    why: str
    state: str
    is_mandatory: bool = False
    is_pinned: bool = False
    is_in: bool | None = None
    way: str = ""
    starts_on: date | None = None
    once: Trace | None = None
    yearly: Trace | None = None
    first_year: Trace | None = None
    lost: Trace | None = None
    worse: Trace | None = None
    pushes: tuple[str, ...] = ()
    ways: tuple[Way, ...] = ()
    said: str | None = None

    @property
    def is_asked(self) -> bool:
        """Say whether the owners are asked to decide it: open, and chosen or bound to be done."""
        return self.state == "open" and bool(self.is_in or self.is_mandatory or self.is_pinned)


@dataclass(frozen=True, slots=True)
class Choice:
    """All proposals with what the choice comes to. `year` is the first fiscal year chosen for, by its name.

    `budget` is what may be spent in it, `loss_now` and `loss_then` the expected loss of a year as things are
    and with all that is in; `is_proven`: no better choice exists. `refused` says why nothing can be chosen.
    """

    proposals: tuple[Proposed, ...]
    year: str = ""
    years: int = 0
    budget: Trace | None = None
    loss_now: Trace | None = None
    loss_then: Trace | None = None
    is_proven: bool = False
    refused: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[Proposed, ...]:
        """Return what the owners are asked, the dearest to wait first."""
        return tuple(sorted((each for each in self.proposals if each.is_asked), key=_dearest))

    @property
    def chosen(self) -> tuple[Proposed, ...]:
        return tuple(each for each in self.proposals if each.is_in)


def _dearest(each: Proposed) -> tuple[Decimal, str]:
    return -(value_of(each.lost) if each.lost else Decimal(0)), each.name


def asks(found: Iterable[Proposed], voice: Voice) -> tuple[Ask, ...]:
    """Return proposals as they are put to the owners."""
    return tuple(_ask(each, voice) for each in found)


def _ask(each: Proposed, voice: Voice) -> Ask:
    return Ask(
        each.ref, each.name, why_of(each), each.way,
        _money(each.once, f"{each.name}, once", voice),
        _money(each.yearly, f"{each.name}, a year", voice),
        _money(each.lost, f"{each.name}, a year without it", voice),
        None if each.starts_on is None else voice.short(each.starts_on - DAY),
        "asked" if each.said else "open", each.said,
    )  # fmt: skip


def _money(trace: Trace | None, of: str, voice: Voice) -> Said | None:
    """Return an amount; nothing at all where it is nothing."""
    return voice.money(trace, of) if trace is not None and value_of(trace) else None


def why_of(each: Proposed) -> str:
    """Return the first sentence of why, or as much of it as fits a line or two."""
    first = each.why.strip().partition(". ")[0].split("\n", 1)[0].rstrip(".")
    if not first:
        return ""
    return f"{clipped(first, _LONGEST_WHY)}." if len(first) < _LONGEST_WHY else clipped(first, _LONGEST_WHY)
