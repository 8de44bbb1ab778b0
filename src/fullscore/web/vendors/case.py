"""One contract as a case: the answer, its days, what it costs and pays for, its seats, and what to decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.titles_en import title
from fullscore.engine.registers.access import Right
from fullscore.engine.vendors.renewals import State
from fullscore.engine.vendors.seats import Seats
from fullscore.usecases import vendors
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import RefusedError
from fullscore.usecases.vendors import Case
from fullscore.web.goals import markup
from fullscore.web.templatetags.words import money, number
from fullscore.web.vendors import lines, reckoning, saying, sums, timeline
from fullscore.web.vendors.sums import Sum

_WORDS = {
    "subscription": "Subscription", "circuit": "Circuit", "maintenance": "Maintenance",
    "insurance": "Insurance", "domain": "Domain", "certificate": "Certificate", "warranty": "Warranty",
    "lease": "Lease", "other": "Contract",
}  # fmt: skip
_DAYS = (
    ("ends_on", "The running term ends"), ("decide_by", "Decide by"), ("notice_by", "Notice must arrive by"),
    ("next_exit", "First way out"), ("renews_on", "Renews on"),
)  # fmt: skip
# Who is asked to write may do so while an end is still to be said.
_WRITES = frozenset({State.GIVE_NOTICE, State.MISSED})


@dataclass(frozen=True, slots=True)
class Day:
    """One date of the contract with how far off it is; `key` opens how it was reckoned."""

    label: str
    day: str
    distance: str
    key: str


@dataclass(frozen=True, slots=True)
class Charged:
    """One line of the contract's price."""

    name: str
    note: str
    quantity: str
    price: str
    pool: str


@dataclass(frozen=True, slots=True)
class Count:
    label: str
    value: str
    key: str


@dataclass(frozen=True, slots=True)
class Pool:
    """The seats of one licence under the contract."""

    ref: str
    name: str
    text: str
    counts: tuple[Count, ...]


def show(request: MemberRequest, *, org: str, ref: str) -> HttpResponse:
    return page(request, ref=ref)


def page(
    request: MemberRequest, *, ref: str, refusal: RefusedError | None = None, status: int = 200
) -> HttpResponse:
    """Show the contract; with a refusal, why nothing was changed."""
    found = vendors.case(by=request.member, ref=ref, on=request.on)
    one, on = found.renewal, request.on
    opened = tuple(_sums(found))
    context: dict[str, Any] = {
        "found": found,
        "one": one,
        "contract": one.contract,
        "kind": _WORDS.get(one.contract.kind, "Contract"),
        "answer": saying.answer(one, on),
        "chip": saying.chip(one),
        "unknown": saying.UNKNOWN.get(one.dates.unknown, ""),
        "timeline": _timeline(found),
        "days": list(_days(found)),
        **_money(found),
        "pools": [_pool(each) for each in one.pools],
        **_beside(found),
        "findings": [(title(each), say(each)) for each in found.findings],
        "account_at": found.row.values.get("account_at"),
        "number": found.row.values.get("number"),
        "may_decide": request.member.may(Right.EDIT_REGISTERS) and not one.dates.is_over,
        "writes": one.state in _WRITES,
        "row_address": reverse(
            "register-row", args=(request.member.organisation, "vendors", "contracts", ref)
        ),
        "refusal": refusal,
        "sums": opened,
    }
    return render(request, "vendors/case.html", context, status=status)


def _timeline(found: Case) -> dict[str, Any] | None:
    one, on = found.renewal, found.all.on
    shown = timeline.marks(one, on)
    if len(shown) < 2:  # noqa: PLR2004  today alone is no line
        return None
    label = timeline.label(shown, on)
    return {
        "wide": markup.drawn(timeline.draw(one, on, timeline.WIDE), "wide", label),
        "narrow": markup.drawn(timeline.draw(one, on, timeline.NARROW), "narrow", label),
    }


def _days(found: Case) -> Iterator[Day]:
    one, on = found.renewal, found.all.on
    for name, label in _DAYS:
        day = getattr(one.dates, name)
        if day is not None:
            yield Day(label, saying.with_year(day), saying.distance(day, on), f"d-{name}")
    if one.dates.renewed_until:
        until = saying.with_year(one.dates.renewed_until)
        yield Day("Without notice it runs until", until, saying.distance(one.dates.renewed_until, on), "")


def _money(found: Case) -> dict[str, Any]:
    one, currency = found.renewal, found.renewal.contract.currency or found.all.currency
    contract = one.contract
    if not found.all.sees_money:
        return {"sees_money": False}
    return {
        "sees_money": True,
        "price": lines.price(one.price_year, currency),
        "saves": lines.price(one.saves_year, currency),
        "at_stake": lines.price(one.at_stake, currency),
        "charges": [_charged(found, each, currency) for each in found.charges],
        "increases": list(_increases(found)),
        "changes": [
            (saying.with_year(each.on), money(each.before, currency), money(each.after, currency))
            for each in reversed(found.changes)
        ],
        "own_price": money(contract.price, currency) if contract.price is not None else "",
    }


def _charged(found: Case, one: Any, currency: str) -> Charged:  # noqa: ANN401  a line of a contract
    days = [
        f"{word} {saying.with_year(day)}"
        for word, day in (("from", one.starts_on), ("until", one.ends_on))
        if day
    ]
    kind = {"variable": "by use", "one-off": "once"}.get(one.kind, "")
    return Charged(
        one.name,
        ", ".join(part for part in (kind, *days) if part),
        number(one.quantity),
        ""
        if one.unit_price is None
        else f"{money(one.unit_price, currency)} a {one.period}".replace("a once", "once"),
        found.all.name("pools", one.pool),
    )


def _increases(found: Case) -> Iterator[str]:
    contract = found.renewal.contract
    if contract.increase_percent is not None:
        yield f"It rises {number(contract.increase_percent)}% a year."
    if contract.increase_index:
        yield f"It follows the index {contract.increase_index}."
    if contract.increase_cap is not None:
        yield f"At most {number(contract.increase_cap)}% a year was agreed."


def _pool(seats: Seats) -> Pool:
    counts = tuple(
        Count(label, saying.figure(getattr(seats, name)), f"c-{seats.pool}-{name}")
        for name, label in (
            ("paid", "paid for"),
            ("assigned", "assigned"),
            ("active", "in use"),
            ("needed", "needed"),
        )
    )
    return Pool(seats.pool, seats.name, seats.text, counts)


def _beside(found: Case) -> dict[str, Any]:
    everything = found.all
    covers = [
        (everything.name(register, ref), f"estate/{register}/{ref}/")
        for each in found.covers
        for register, ref in (("services", each.service), ("items", each.item))
        if ref
    ]
    shares = [(everything.name("teams", each.team), number(each.percent)) for each in found.shares]
    return {
        "covers": covers,
        "shares": shares,
        "rest": number(found.rest) if found.shares and found.rest > Decimal(0) else "",
    }


def _sums(found: Case) -> Iterator[Sum]:
    """Yield what opens under each figure of the page."""
    one, currency = found.renewal, found.all.currency
    amounts = (
        ("price", "What it costs", one.price_year, "a year"),
        ("saves", "What it saves", one.saves_year, "a year"),
        ("stake", "Owed if notice is late", one.at_stake, "one more term"),
    )  # fmt: skip
    made = [sums.of_money(key, about, trace, currency, total) for key, about, trace, total in amounts]
    made += [reckoning.of_day(f"d-{name}", label, lines.figure(one, name)) for name, label in _DAYS]
    made += [
        sums.of_count(f"c-{each.pool}-{name}", f"{each.name}: {name}", getattr(each, name))
        for each in one.pools
        for name in ("paid", "assigned", "active", "needed")
    ]
    yield from (each for each in made if each)
