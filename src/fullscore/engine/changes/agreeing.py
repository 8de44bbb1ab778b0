"""Who must agree to a change, and when they have: it follows from what the change touches."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.graph import Graph, Node


class Answer(StrEnum):
    """What somebody said of a change; the words are those of the register."""

    ASKED = "asked"
    AGREED = "agreed"
    OBJECTED = "objected"
    SILENT = "silent"


class Verdict(StrEnum):
    """What all answers come to."""

    WAITING = "waiting"
    OBJECTED = "objected"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who must agree, and the affected nodes they answer for."""

    person: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody was asked and answered; `by` is the last day that counts."""

    person: str
    answer: Answer
    by: date | None = None


def asked_of(graph: Graph, nodes: Iterable[Node], *, owner: str | None) -> tuple[Asked, ...]:
    """Return who answers for the nodes, but for the change's own owner, who asks."""
    found: dict[str, list[Node]] = {}
    for node in sorted(set(nodes)):
        person = graph.owners.get(node)
        if person and person != owner:
            found.setdefault(person, []).append(node)
    return tuple(Asked(person, tuple(found[person])) for person in sorted(found))


def unowned(graph: Graph, nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the nodes nobody answers for, so that nobody is asked."""
    return tuple(node for node in sorted(set(nodes)) if not graph.owners.get(node))


def answer_by(on: date, days: int, calendar: Calendar) -> date:
    """Return the last day for an answer: so many working days after `on`."""
    return calendar.workdays_after(on, days)


def standing(said: Said, on: date) -> Answer:
    """Return what an answer counts as on a day: no answer past its day is silence."""
    is_past = said.by is not None and said.by < on
    return Answer.SILENT if said.answer is Answer.ASKED and is_past else said.answer


def verdict(asked: Iterable[Asked], said: Iterable[Said], on: date) -> Verdict:
    """Return what the answers of those who must agree come to; silence counts as agreed.

    An objection of anybody who was asked counts, also of who need not be asked any more.
    """
    answers: Mapping[str, Answer] = {one.person: standing(one, on) for one in said}
    if Answer.OBJECTED in answers.values():
        return Verdict.OBJECTED
    open_still = any(answers.get(one.person, Answer.ASKED) is Answer.ASKED for one in asked)
    return Verdict.WAITING if open_still else Verdict.AGREED
