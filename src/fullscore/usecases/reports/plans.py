"""Kept plans, read for a pack: what is still to be ordered by when, and what comes late."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.engine.findings.trace import leaf
from fullscore.engine.registers.access import Member
from fullscore.engine.reports.blocks import Traced
from fullscore.engine.reports.sections.goals import Goal, Order
from fullscore.usecases.goals import keeping
from fullscore.usecases.goals.values import Kept, KeptWhole

Row = Mapping[str, Any]
SHOWN = ("accepted", "draft")


def goals(*, by: Member) -> tuple[Goal, ...]:
    """Return accepted and drafted plans."""
    kept = (each for each in keeping.kept_plans(by=by) if each.state in SHOWN)
    return tuple(_goal(keeping.kept_plan(by=by, ref=each.ref)) for each in kept)


def _goal(whole: KeptWhole) -> Goal:
    plan, content = whole.plan, _content(whole)
    answered = {line.requirement for line in whole.lines if line.state != "to order"}
    return Goal(
        plan.ref, plan.sentence, plan.state, plan.need_by, plan.answer,
        _total(content, plan, "cost_once"), _total(content, plan, "cost_year"),
        tuple(
            _order(each, content, is_open=str(each["id"]) not in answered) for each in content["requirements"]
        ),
        plan.is_complete,
    )  # fmt: skip


def _content(whole: KeptWhole) -> Row:
    found: Row = whole.shown.content
    return found


def _total(content: Row, plan: Kept, name: str) -> Traced:
    """Return what the plan's own part costs, open where it is all of it."""
    amount = plan.cost_once if name == "cost_once" else plan.cost_year
    trace = _figure(content["totals"], name)
    if trace is None or Decimal(str(trace["value"])) != amount:
        return leaf(amount, note="this plan's part of what is ordered for several")
    return _spelled(trace, content)


def _spelled(trace: Row, content: Row) -> Row:
    """Return a sum with the parts in place that another row of the plan spells out.

    What the same row spells out stays one figure: how many are needed opens to the people they are for,
    and a pack is read by people who need not know them.
    """
    if trace["op"] != "see":
        return {**trace, "args": [_spelled(each, content) for each in trace["args"]]}
    ref, _, name = str(trace["figure"]).rpartition("#")
    every = (*content["requirements"], *content["covered"])
    row = next((each for each in every if each["id"] == ref), None) if ref else None
    found = _figure(row, name) if row else None
    if found is not None:
        return _spelled(found, content)
    words = name.replace("_", " ").replace(".", ", ")
    return {**trace, "op": None, "note": f"{words}, as planned"}


def _opened(row: Row, name: str, content: Row) -> Row | None:
    found = _figure(row, name)
    return None if found is None else _spelled(found, content)


def _figure(row: Row, name: str) -> Row | None:
    args = (row.get("trace") or {}).get("args", ())
    return next((each for each in args if each["figure"] == name), None)


def _order(each: Row, content: Row, *, is_open: bool) -> Order:
    late, is_level = each.get("late"), each["kind"] == "level"
    return Order(
        each["name"], Decimal(str(each["quantity"])), date.fromisoformat(each["order_by"]),
        date.fromisoformat(each["need_by"]), _opened(each, "cost_once", content),
        _opened(each, "cost_year", content), _opened(each, "order_by", content),
        date.fromisoformat(late["earliest"]) if late else None, each["unit"] or "" if is_level else "",
        is_open=is_open,
    )  # fmt: skip
