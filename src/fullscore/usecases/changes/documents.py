"""The calendar's answers as documents: what REST and `--json` answer, the same for both."""

from collections.abc import Callable, Iterable
from datetime import datetime
from decimal import Decimal

from fullscore.engine.changes.schedule import Level, Schedule
from fullscore.engine.changes.violations import Rulebook
from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.problem import finding_document
from fullscore.engine.findings.sentences_en import say
from fullscore.usecases.changes import reasoning
from fullscore.usecases.changes.posing import Asked, Posed
from fullscore.usecases.changes.reasoning import Reasons
from fullscore.usecases.changes.values import Board, Moved, Rule, Run, Slot, Taken, Touching, Tried

Document = dict[str, object]


def schedule_document(
    told: Posed, book: Rulebook, found: Schedule, *, asked: Asked, history: int,
    is_time_left: Callable[[], bool], seconds: Callable[[], float],
) -> Document:  # fmt: skip
    """Return `fullscore/schedule/1`. Reasons are found while there is time; dates never wait for them."""
    reasons = Reasons(told, book, found)
    placed = [reasoning.placed_document(reasons, each, is_time_left) for each in found.placed]
    unplaced = [reasoning.unplaced_document(reasons, ref) for ref in found.unplaced]
    left = [reasoning.left_document(told, ref) for ref in sorted(told.left)]
    problem = told.problem
    return {
        "schema": "fullscore/schedule/1",
        "organisation": told.organisation.ref,
        "on": problem.on.isoformat(),
        "begin": reasons.local(problem.begin).isoformat(),
        "end": reasons.local(problem.end).isoformat(),
        "zone": problem.zone,
        "asked": asked.document(),
        "history": history,
        "levels": [_level(each) for each in found.levels],
        "placed": placed,
        "unplaced": [*unplaced, *left],
        "findings": [finding_document(each) for each in told.everything_said],
        "is_cut": found.is_cut,
        "seconds": round(seconds(), 3),
    }


def _level(each: Level) -> Document:
    return {
        "name": each.name.value, "value": _number(each.value), "bound": _number(each.bound),
        "proven": each.is_proven,
    }  # fmt: skip


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def run_document(run: Run) -> Document:
    """Return `fullscore/schedule-run/1`: how far it is, and the dates once they are found."""
    return {
        "schema": "fullscore/schedule-run/1",
        "number": run.number,
        "state": run.state,
        "asked_at": run.asked_at.isoformat(timespec="seconds"),
        "asked_by": run.asked_by,
        "asked": dict(run.asked),
        "progress": {name: value for name, value in run.progress.items() if name in {"level", "value"}},
        "is_old": run.is_old,
        "error": run.error,
        "taken_at": run.taken_at.isoformat(timespec="seconds") if run.taken_at else None,
        "taken_by": run.taken_by,
        "schedule": None if run.document is None else dict(run.document),
    }


def rule_document(rule: Rule) -> Document:
    return {"rule": rule.key, "code": rule.finding.code, "sentence": rule.sentence, "other": rule.other}


def slot_document(slot: Slot) -> Document:
    return {"start": slot.start.isoformat(), "end": slot.end.isoformat()}


def _touching(each: Iterable[Touching]) -> list[Document]:
    return [{"node": one.node, "name": one.name, "how": one.how} for one in each]


def tried_document(found: Tried) -> Document:
    """Return `fullscore/change-try/1`: what stands against a date, and the next two that work."""
    return {
        "schema": "fullscore/change-try/1",
        "ref": found.ref,
        "name": found.name,
        "version": found.version,
        "start": found.start.isoformat(),
        "end": found.end.isoformat(),
        "soak_until": found.soak_until.isoformat(),
        "rules": [rule_document(rule) for rule in found.rules],
        "dates": [slot_document(slot) for slot in found.dates],
        "touches": _touching(found.touches),
        "people_hours": None if found.people_hours is None else _number(found.people_hours),
        "is_announced": found.is_announced,
    }


def moved_document(found: Moved) -> Document:
    """Return `fullscore/change-move/1`: where the change lies now, and the rules that stand against it."""
    return {
        "schema": "fullscore/change-move/1",
        "ref": found.ref,
        "name": found.name,
        "version": found.version,
        "state": found.state,
        "start": _moment(found.start),
        "end": _moment(found.end),
        "rules": [rule_document(rule) for rule in found.rules],
        "entry": found.entry,
    }


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def taken_document(found: Taken) -> Document:
    """Return `fullscore/change-take/1`: the dates that were written, and those that were left with why."""
    return {
        "schema": "fullscore/change-take/1",
        "moved": [
            {name: value for name, value in moved_document(each).items() if name != "schema"}
            for each in found.moved
        ],
        "left": [_said(each) for each in found.left],
    }


def _said(finding: Finding) -> Document:
    return {"ref": finding.subject.ref, "code": finding.code, "sentence": say(finding)}


def board_document(found: Board) -> Document:
    """Return `fullscore/calendar/1`: all changes, and what says when they may be made."""
    return {
        "schema": "fullscore/calendar/1",
        "organisation": found.organisation,
        "zone": found.zone,
        "on": found.on.isoformat(),
        "begin": found.begin.isoformat(),
        "end": found.end.isoformat(),
        "changes": [
            {
                "ref": each.ref, "name": each.name, "version": each.version, "state": each.state,
                "start": _moment(each.start), "end": _moment(each.end),
                "soak_until": _moment(each.soak_until), "minutes": each.minutes,
                "owner": each.owner or None, "due": each.due.isoformat() if each.due else None,
                "is_announced": each.is_announced, "touches": _touching(each.touches),
                "services": _touching(each.services), "who": list(each.who),
                "waits_for": list(each.waits_for), "rules": [rule_document(rule) for rule in each.rules],
                "missing": [_said(one) for one in each.missing],
                "people_hours": None if each.people_hours is None else _number(each.people_hours),
            }
            for each in found.changes
        ],
        "bars": [
            {
                "kind": each.kind, "name": each.name, "start": each.start.isoformat(),
                "end": each.end.isoformat(), "about": list(each.about), "register": each.register or None,
                "ref": each.ref or None,
            }
            for each in found.bars
        ],
        "rules": dict(found.rules),
        "findings": [finding_document(each) for each in found.findings],
    }  # fmt: skip
