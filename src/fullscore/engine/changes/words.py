"""A change in plain words: what it touches and how, who is needed, how long things take.

Such as "Firewall HQ: down", "CRM is degraded"; "Dana Whitfield", "2 with network"; "1 h 30 min", "45 min".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from fullscore.engine.changes.problem import Touch
from fullscore.engine.estate.graph import Node, State
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.goals.matching import near_misses
from fullscore.engine.registers.cleaning import shown

_PARTS = re.compile(r"[\n;]+")
_HOW = re.compile(
    r"(?P<name>.+?)(?:\s*[:(-]\s*|\s+(?:is|are|goes|stays)\s+|\s+)(?P<how>down|degraded|slower|up)\)?",
    re.IGNORECASE,
)
_STATES = {"down": State.DOWN, "degraded": State.DEGRADED, "slower": State.DEGRADED, "up": State.UP}
_COUNTED = re.compile(
    r"(?P<count>[1-9]\d?)\s*(?:x\s+|people\s+)?(?:with\s+|of\s+)?(?P<skill>.+)", re.IGNORECASE
)
_MINUTES = r"\s*m(?:in(?:\.|utes?)?)?"
_NUMBER = r"(?P<{}>\d{{1,4}}(?:[.,]\d{{1,2}})?)"
_LENGTHS = (
    re.compile(r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d)(?:\s*h)?"),
    re.compile(_NUMBER.format("hours") + r"\s*(?:h|hours?)?", re.IGNORECASE),
    re.compile(_NUMBER.format("minutes") + _MINUTES, re.IGNORECASE),
    re.compile(
        _NUMBER.format("hours")
        + r"\s*h(?:ours?)?\s*"
        + _NUMBER.format("minutes")
        + r"\s*m(?:in(?:\.|utes?)?)?",
        re.IGNORECASE,
    ),
)
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Hands:
    """Who is needed: one person by ref, or so many with a skill."""

    person: str | None
    skill: str
    count: int


def parts(text: str) -> tuple[str, ...]:
    """Return what was written one below the other, or with semicolons."""
    return tuple(one for one in (part.strip().lstrip("•*- ") for part in _PARTS.split(text)) if one)


def touched(text: str, names: Mapping[Node, str]) -> tuple[tuple[Touch, ...], tuple[Finding, ...]]:
    """Return what a change touches, each once, and a finding for each part that names nothing.

    What says nothing of how is down meanwhile.
    """
    called = _called(names)
    found: dict[Node, Touch] = {}
    findings: list[Finding] = []
    for part in parts(text):
        one = _touch(part, called, names)
        if isinstance(one, Finding):
            findings.append(one)
        else:
            found[one.node] = one
    return tuple(found.values()), tuple(findings)


def _touch(part: str, called: Mapping[str, list[Node]], names: Mapping[Node, str]) -> Touch | Finding:
    # A thing may well be called "Backup": its whole name comes first.
    said = _HOW.fullmatch(part)
    tries = [(part, State.DOWN)] + ([(said["name"], _STATES[said["how"].lower()])] if said else [])
    for name, how in tries:
        nodes = called.get(name.strip().casefold(), [])
        if len(nodes) == 1:
            return Touch(nodes[0], how)
        if nodes:
            return _unclear("change-touch-unclear", part, tuple(sorted(nodes)))
    return _unclear("change-touch-unknown", part, near_misses(tries[-1][0], names.values()))


def _called(names: Mapping[Node, str]) -> Mapping[str, list[Node]]:
    """Return the nodes by everything they may be called: name, ref, or both parts of the node."""
    found: dict[str, list[Node]] = {}
    for node, name in names.items():
        for word in {name.casefold(), node.partition(":")[2].casefold(), node.casefold()}:
            found.setdefault(word, []).append(node)
    return found


def _unclear(code: str, part: str, near: tuple[str, ...]) -> Finding:
    return Finding(code, Subject("touches", shown(part)), {"value": shown(part), "near": near})


def hands(
    text: str, people: Mapping[str, str], skills: Iterable[str]
) -> tuple[tuple[Hands, ...], tuple[Finding, ...]]:
    """Return who is needed, and a finding for each part that is nobody here and no skill of anybody."""
    by_name = {name.casefold(): ref for ref, name in people.items()} | {ref.casefold(): ref for ref in people}
    known = {skill.casefold(): skill for skill in skills}
    found, findings = list[Hands](), list[Finding]()
    for part in parts(text):
        one = _hands(part, by_name, known)
        if one is None:
            findings.append(
                _unclear("change-hands-unknown", part, near_misses(part, (*people.values(), *known)))
            )
        else:
            found.append(one)
    return tuple(found), tuple(findings)


def _hands(part: str, by_name: Mapping[str, str], known: Mapping[str, str]) -> Hands | None:
    if part.casefold() in by_name:
        return Hands(by_name[part.casefold()], "", 1)
    counted = _COUNTED.fullmatch(part)
    count, word = (int(counted["count"]), counted["skill"]) if counted else (1, part)
    skill = known.get(word.strip().casefold())
    return None if skill is None else Hands(None, skill, count)


def skills_of(text: str) -> Iterator[str]:
    """Yield the skills somebody has, as they are written in one field with commas."""
    yield from (word.strip() for word in text.split(",") if word.strip())


def hours(text: str) -> Decimal | None:
    """Return a length of time in hours: 1.5, 1:30, 90 min, 1 h 30 min; None for what is none of them."""
    found = next((one for one in (form.fullmatch(text.strip()) for form in _LENGTHS) if one), None)
    if found is None:
        return None
    said = {unit: Decimal(count.replace(",", ".")) for unit, count in found.groupdict().items()}
    whole = said.get("hours", Decimal(0)) + said.get("minutes", Decimal(0)) / 60
    return whole.quantize(_CENT, ROUND_HALF_UP)


def length(value: Decimal) -> str:
    """Return hours as people say them: 45 min, 2 h, 1 h 30 min."""
    minutes = int((value * 60).quantize(Decimal(1), ROUND_HALF_UP))
    whole, rest = divmod(minutes, 60)
    said = [f"{whole} h"] if whole else []
    return " ".join(said + ([f"{rest} min"] if rest or not whole else []))
