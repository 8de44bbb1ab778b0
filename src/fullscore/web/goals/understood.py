"""What a sentence was understood as: every reading in words, each of which the form can change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fullscore.web.goals import days

Content = dict[str, Any]
# More steps of a ramp than this are counted, not listed.
MOST_STEPS = 4
NEW_SITE = "new site"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the sentence; what was read out of the question is set in bold."""

    text: str
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """The reading as one sentence in pieces, and the words that were left over."""

    parts: tuple[Part, ...]
    not_used: tuple[str, ...]


def told(understood: Content, places: Mapping[str, str]) -> Understood:
    """Return: Sales from 24 to 36 people, all in Dayton, needed on Monday 4 January."""
    parts = [
        *(_opening(understood, places) if understood["kind"] == NEW_SITE else _heads(understood, places)),
        *_when(understood.get("ramp") or (), understood["need_by"]),
        *_bold(", until ", days.in_words(understood["until"]) if understood["until"] else ""),
        Part("."), *_registered(understood.get("registered") or 0),
    ]  # fmt: skip
    return Understood(tuple(parts), tuple(understood.get("not_understood") or ()))


def title(understood: Content, places: Mapping[str, str]) -> str:
    """Return the plan in a few words: Sales 24 to 36."""
    if understood["kind"] == NEW_SITE:
        return f"New site in {_opened(understood, places)}, {understood['delta']} people"
    return f"{understood['team_name']} {understood['from']} to {understood['to']}"


def _heads(understood: Content, places: Mapping[str, str]) -> tuple[Part, ...]:
    people = f"{understood['from']} to {understood['to']} people"
    team = (Part(understood["team_name"], is_read=True), Part(" from "), Part(people, is_read=True))
    return (*team, *_bold(", ", _place(understood, places)))


def _opening(understood: Content, places: Mapping[str, str]) -> tuple[Part, ...]:
    place, count = _opened(understood, places), understood["delta"]
    people = f"{count} {'person' if count == 1 else 'people'}"
    mixed = Part(", a mix of all teams")
    team = (Part(" for "), Part(understood["team_name"], is_read=True)) if understood["team"] else (mixed,)
    return (Part(f"a new site in {place}", is_read=True), Part(" with "), Part(people, is_read=True), *team)


def _opened(understood: Content, places: Mapping[str, str]) -> str:
    """Return the name of the site to open: the register does not know it yet."""
    refs = [understood.get("site"), *understood["site_split"]]
    return next((named(ref, places) for ref in refs if ref), "")


def named(ref: str, places: Mapping[str, str]) -> str:
    """Return a site's name; of one that is only planned its ref as a name."""
    return places.get(ref) or ref.replace("-", " ").title()


def _bold(before: str, text: str) -> tuple[Part, ...]:
    return (Part(before), Part(text, is_read=True)) if text else ()


def _place(understood: Content, places: Mapping[str, str]) -> str:
    """Return where the new people sit: all in Dayton; 8 in Dayton and 4 in Erie."""
    names = [(named(ref, places), count) for ref, count in understood["site_split"].items()]
    if not names:
        return ""
    if len(names) == 1:
        return f"all in {names[0][0]}"
    return listed([f"{count} in {name}" for name, count in names])


def _when(ramp: Sequence[Content], need_by: str) -> tuple[Part, ...]:
    if len(ramp) < 2:  # noqa: PLR2004  one step is no ramp
        return _bold(", needed on ", days.in_words(need_by))
    if len(ramp) > MOST_STEPS:
        first, last = days.in_words(ramp[0]["on"]), days.in_words(ramp[-1]["on"])
        return _bold(", in ", f"{len(ramp)} steps from {first} to {last}")
    return _bold(", ", listed([f"{step['people']} on {days.in_words(step['on'])}" for step in ramp]))


def _registered(count: int) -> tuple[Part, ...]:
    if not count:
        return ()
    words = "One of the new people is" if count == 1 else f"{count} of the new people are"
    return (Part(f" {words} in the register already."),)


def listed(parts: Sequence[str]) -> str:
    """Return things in one breath: a, b and c."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
