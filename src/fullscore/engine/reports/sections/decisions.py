"""The register of decisions: what was decided, by whom, when and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fullscore.engine.findings.english.words import clipped
from fullscore.engine.reports.blocks import Fact, Row, Section, Table
from fullscore.engine.reports.voice import Voice, counted, headed

_MISSING = "No decision is written down yet. Answers to a pack and to Today are kept here by themselves."
_MOST, _LONGEST = 20, 160


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision; `outcome` is approved, declined or not doing."""

    subject: str
    outcome: str
    reason: str
    by: str
    on: date


def section(found: tuple[Decided, ...], voice: Voice) -> Section:
    """Return the newest twenty; older ones are counted."""
    if not found:
        return Section("decisions", "No decision is written down", missing=_MISSING)
    ordered = _newest(found)
    rows = tuple(
        Row((voice.short(each.on), each.subject, each.outcome, clipped(each.reason, _LONGEST), each.by))
        for each in ordered[:_MOST]
    )
    is_one = len(found) == 1
    title = f"{headed(counted(len(found)))} {'decision is' if is_one else 'decisions are'} written down"
    rest = len(ordered) - _MOST
    note = f"{rest} older ones stand in the register." if rest > 0 else None
    return Section(
        "decisions", title, None, (Table(("On", "About", "Decided", "Why", "By"), rows, None, note),)
    )


def facts(found: Iterable[Decided], voice: Voice) -> tuple[Fact, ...]:
    """Return decisions as lines, the newest first."""
    return tuple(
        Fact(f"{each.subject}: {each.outcome}", f"{each.by}, {voice.short(each.on)}")
        for each in _newest(found)
    )


def _newest(found: Iterable[Decided]) -> list[Decided]:
    return sorted(found, key=lambda each: (-each.on.toordinal(), each.subject))
