"""Kept plans as documents: what REST and `--json` answer, the same for both."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.findings.problem import finding_document
from fullscore.engine.money.amounts import plain
from fullscore.usecases.goals.values import (
    Kept,
    KeptWhole,
    NewPlanLink,
    OrderLine,
    PlanLinkShown,
    Sums,
    ToOrder,
    WhatIf,
)

Document = dict[str, object]


def plans_document(kept: Iterable[Kept], open_orders: ToOrder) -> Document:
    """Return `fullscore/plans/1`: the kept plans, newest first, and what accepted ones ask to be ordered."""
    return {
        "schema": "fullscore/plans/1",
        "plans": [_plan(each) for each in kept],
        "to_order": [_order(each) for each in open_orders.lines],
        "findings": [finding_document(each) for each in open_orders.findings],
    }


def kept_document(whole: KeptWhole) -> Document:
    """Return `fullscore/kept/1`: one kept plan, its orders and links, and the plan's own document."""
    return {
        "schema": "fullscore/kept/1",
        "kept": _plan(whole.plan),
        "orders": [_order(each) for each in whole.lines],
        "links": [_link(each) for each in whole.links],
        "plan": whole.shown.content,
    }


def what_if_document(found: WhatIf) -> Document:
    """Return `fullscore/what-if/1`: a goal's plan, and the sums of all accepted goals without and with it."""
    return {
        "schema": "fullscore/what-if/1",
        "plan": found.shown.content,
        "without": _sums(found.without),
        "with": _sums(found.with_it),
    }


def _sums(each: Sums) -> Document:
    return {
        "cost_once": plain(each.cost_once),
        "cost_year": plain(each.cost_year),
        "complete": each.is_complete,
        "orders": each.orders,
    }


def link_document(link: NewPlanLink, address: str) -> Document:
    """Return `fullscore/plan-link/1`, the one document that holds a link's secret, inside its address."""
    return {
        "schema": "fullscore/plan-link/1",
        "id": link.id,
        "link": address,
        "expires_at": _moment(link.expires_at),
    }


def _plan(each: Kept) -> Document:
    return {
        "ref": each.ref,
        "sentence": each.sentence,
        "on": each.on.isoformat(),
        "state": each.state,
        "priority": each.priority,
        "version": each.version,
        "kept_at": _moment(each.kept_at),
        "kept_by": each.kept_by,
        "accepted_at": _moment(each.accepted_at),
        "accepted_by": each.accepted_by,
        "dropped_at": _moment(each.dropped_at),
        "team": each.team,
        "people": each.people,
        "need_by": each.need_by.isoformat(),
        "answer": each.answer,
        "cost_once": plain(each.cost_once),
        "cost_year": plain(each.cost_year),
        "complete": each.is_complete,
    }


def _order(each: OrderLine) -> Document:
    return {
        "id": each.id,
        "plan": each.plan,
        "requirement": each.requirement,
        "register": each.register,
        "item": each.ref,
        "name": each.name,
        "kind": each.kind,
        "quantity": _number(each.quantity),
        "unit": each.unit,
        "place": each.place,
        "order_by": _day(each.order_by),
        "need_by": _day(each.need_by),
        "cost_once": None if each.cost_once is None else plain(each.cost_once),
        "cost_year": None if each.cost_year is None else plain(each.cost_year),
        "state": each.state,
        "order": each.order,
        "changed_at": _moment(each.changed_at),
        "changed_by": each.changed_by,
    }


def _link(each: PlanLinkShown) -> Document:
    return {
        "id": each.id,
        "made_at": _moment(each.made_at),
        "made_by": each.made_by,
        "expires_at": _moment(each.expires_at),
        "revoked_at": _moment(each.revoked_at),
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def _day(value: date) -> str:
    return value.isoformat()


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
