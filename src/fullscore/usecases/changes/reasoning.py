"""Why a change lies where it does, or why it has no date, as documents say it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fullscore.engine.calendars.clock import clock_of, local_day, zone_of
from fullscore.engine.changes.conflicts import conflict
from fullscore.engine.changes.problem import Job
from fullscore.engine.changes.reasons import why
from fullscore.engine.changes.schedule import Conflict, Placed, Repair, Schedule, Violation, Why
from fullscore.engine.changes.values import late
from fullscore.engine.changes.violations import Rulebook
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.sentences_en import say
from fullscore.usecases.changes.posing import Posed

Document = dict[str, object]


@dataclass(frozen=True, slots=True)
class Reasons:
    """A schedule that is asked about."""

    told: Posed
    book: Rulebook
    found: Schedule

    def local(self, at: datetime) -> datetime:
        return at.astimezone(zone_of(self.told.problem.zone))

    def job(self, ref: str) -> Job:
        return self.book.jobs[ref]


def placed_document(of: Reasons, each: Placed, is_time_left: Callable[[], bool]) -> Document:
    """Return one change with its date; `why` and `alternatives` are null when there was no time to look."""
    document: Document = {
        "ref": each.ref,
        "name": of.job(each.ref).name,
        "version": of.told.rows[each.ref].version,
        "start": of.local(each.start).isoformat(),
        "end": of.local(each.end).isoformat(),
        "soak_until": of.local(each.soak_until).isoformat(),
        "who": list(each.who),
        "why": None,
        "alternatives": None,
    }
    if not is_time_left():
        return document
    reason = why(of.told.problem, of.found, each.ref, book=of.book)
    document["why"] = [why_document(of, reason)]
    document["alternatives"] = [of.local(at).isoformat() for at in reason.alternatives]
    if late(of.job(each.ref), each, of.told.problem):
        document["late"] = _against(of, conflict(of.told.problem, each.ref, of.found.placed, book=of.book))
    return document


def why_document(of: Reasons, reason: Why) -> Document:
    """Return the nearest earlier start and the first rule or level it would break, with its sentence."""
    found = _why(of, reason)
    return {
        "start": of.local(reason.earlier).isoformat() if reason.earlier else None,
        "rule": reason.reason.key if reason.reason else None,
        "level": reason.worse.value if reason.worse else None,
        "sentence": say(found),
    }


def _why(of: Reasons, reason: Why) -> Finding:
    if reason.reason is not None:
        return reason.reason.finding
    about = Subject("changes", reason.change)
    if reason.earlier is None or reason.worse is None:
        return Finding("change-nothing-earlier", about)
    zone = of.told.problem.zone
    return Finding(
        "change-earlier-worse", about,
        {"level": reason.worse.value, "day": local_day(reason.earlier, zone),
         "clock": clock_of(reason.earlier, zone)},
    )  # fmt: skip


def unplaced_document(of: Reasons, ref: str) -> Document:
    """Return one change without a date: the rules of which any one less gives it one."""
    job = of.job(ref)
    return {
        "ref": ref,
        "name": job.name,
        **_against(of, conflict(of.told.problem, ref, of.found.placed, book=of.book)),
    }


def _against(of: Reasons, found: Conflict) -> Document:
    return {
        "conflict": [_rule(each) for each in found.rules],
        "repairs": [_repair(of, found.change, each) for each in found.repairs],
        "facts": [_rule(each) for each in found.facts],
        "is_fewest": found.is_fewest,
        "others_stay": found.others_stay,
    }


def _rule(each: Violation) -> Document:
    return {"rule": each.key, "code": each.finding.code, "sentence": say(each.finding)}


def _repair(of: Reasons, ref: str, each: Repair) -> Document:
    zone = of.told.problem.zone
    values: dict[str, Value] = {"day": local_day(each.start, zone), "clock": clock_of(each.start, zone)}
    return {
        "rule": each.key,
        "start": of.local(each.start).isoformat(),
        "end": of.local(each.end).isoformat(),
        "sentence": say(Finding("change-without-rule", Subject("changes", ref), values)),
    }


def left_document(told: Posed, ref: str) -> Document:
    """Return one change that takes no part: what is missing of it are facts, no rules."""
    return {
        "ref": ref,
        "name": told.rows[ref].name,
        "conflict": [],
        "repairs": [],
        "facts": [{"rule": None, "code": each.code, "sentence": say(each)} for each in told.left[ref]],
        "is_fewest": True,
        "others_stay": False,
    }
