"""One change as documents: what REST and `--json` answer, the same for both."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.changes.sides import amount
from fullscore.engine.findings.trace import Trace, as_document, named, plain_value
from fullscore.engine.registers.columns import Reference
from fullscore.usecases.changes.living.values import Asking, Beside, Done, Recent, Side, Whole

Document = dict[str, object]
_TOLD_APART = frozenset({"ref", "state"})


def change_document(found: Whole) -> Document:
    """Return `fullscore/change/1`: the change with its impact, answers, risk, steps and times."""
    return {
        "schema": "fullscore/change/1",
        "organisation": found.organisation,
        "currency": found.currency,
        "zone": found.zone,
        "ref": found.ref,
        "version": found.version,
        "state": found.stage.value,
        "fields": {name: _plain(value) for name, value in found.values.items() if name not in _TOLD_APART},
        "touches": [{"node": one.node, "name": one.name, "how": one.how} for one in found.touches],
        "affected": [
            {
                "node": one.node, "name": one.name, "state": one.state, "chain": list(one.chain),
                "owner": one.owner,
            }
            for one in found.reached
        ],
        "no_sign_in": list(found.no_sign_in),
        "nobody_answers_for": list(found.unowned),
        "agreement": found.verdict.value,
        "asked": [_asked(one) for one in found.asking],
        "risk": {
            "class": found.risk,
            "points": _value(found.risk_trace),
            "trace": _figures(points=found.risk_trace),
        },
        "kept_free": {"hours": _value(found.hours), "trace": _figures(hours=found.hours)},
        "disturbs": _side(found.sides.doing),
        "waiting_a_week": _side(found.sides.waiting),
        "steps": [
            {
                "ref": one.ref, "position": one.position, "text": one.text, "is_done": one.is_done,
                "done_by": one.done_by or None, "done_on": _day(one.done_on),
            }
            for one in found.steps
        ],
        "crew": [
            {"person": one.name or None, "skill": one.skill or None, "count": one.count} for one in found.crew
        ],
        "after": [_beside(one) for one in found.before],
        "before": [_beside(one) for one in found.waiting],
        "set_for": _moment(found.set_for),
        "begun_at": _moment(found.begun_at),
        "ended_at": _moment(found.ended_at),
        "acts": [one.value for one in found.acts],
    }  # fmt: skip


def done_document(done: Done) -> Document:
    """Return `fullscore/change-act/1`: what an act led to."""
    return {
        "schema": "fullscore/change-act/1", "ref": done.ref, "name": done.name, "state": done.state,
        "version": done.version, "entry": done.entry, "mailed": list(done.mailed),
        "not_mailed": list(done.not_mailed),
    }  # fmt: skip


def before_document(register: str, ref: str, days: int, found: Iterable[Recent]) -> Document:
    """Return `fullscore/changed-before/1`: what was worked on below a service or thing, the latest first."""
    return {
        "schema": "fullscore/changed-before/1",
        "subject": {"register": register, "ref": ref},
        "days": days,
        "changes": [
            {
                "ref": one.ref, "name": one.name, "state": one.state, "begun_at": _moment(one.begun_at),
                "ended_at": _moment(one.ended_at), "touched": list(one.touched), "owner": one.owner,
            }
            for one in found
        ],
    }  # fmt: skip


def _asked(one: Asking) -> Document:
    return {
        "person": one.person, "name": one.name, "for": list(one.for_what), "is_needed": one.is_needed,
        "answer": one.answer or None, "reason": one.reason or None, "asked_on": _day(one.asked_on),
        "answer_by": _day(one.answer_by), "answered_on": _day(one.answered_on), "seen": one.seen or None,
    }  # fmt: skip


def _side(one: Side) -> Document:
    return {
        "people": one.people,
        "people_hours": _value(one.people_hours),
        "money": None if one.money is None else f"{amount(one.money):.2f}",
        "missing": one.missing or None,
        "trace": _figures(people_hours=one.people_hours, money=one.money),
    }


def _beside(one: Beside) -> Document:
    return {"ref": one.ref, "name": one.name, "state": one.state, "starts_on": _day(one.starts_on)}


def _plain(value: object) -> object:
    if isinstance(value, Reference):
        return value.ref
    if isinstance(value, Decimal):
        return plain_value(value)
    return value.isoformat() if isinstance(value, date) else value


def _value(trace: Trace | None) -> object:
    return None if trace is None else plain_value(trace.value)


def _figures(**known: Trace | None) -> Mapping[str, object] | None:
    """Return how each figure of a record came about; None where it shows none."""
    args = tuple(named(trace, figure) for figure, trace in known.items() if trace is not None)
    return as_document(Trace(None, op="figures", args=args)) if args else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
