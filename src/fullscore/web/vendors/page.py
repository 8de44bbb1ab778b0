"""The page of all contracts: what they cost, which come up when, and what all of them come to."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from fullscore.engine.registers.access import Right
from fullscore.engine.vendors.prices import is_foreign
from fullscore.engine.vendors.renewals import Renewal
from fullscore.usecases import registers, vendors
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.vendors import Renewals
from fullscore.web.registers import rooms
from fullscore.web.templatetags.words import counted, money
from fullscore.web.vendors import asking, lines, sums, totals
from fullscore.web.vendors.asking import Asked
from fullscore.web.vendors.sums import Sum

ROOM = "vendors"


@dataclass(frozen=True, slots=True)
class Press:
    """One filter with the number of contracts it leaves; pressed again it is let go."""

    label: str
    count: int
    address: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class Heading:
    label: str
    classes: str
    address: str
    order: str


_HEADINGS = (
    ("name", "Contract", ""), ("owner", "Owner", "wide-only"), ("", "Seats in use", "wide-only"),
    ("price", "A year", "end"), ("renews", "Renews", "wide-only"), ("notice", "Notice by", ""),
    ("", "State", "wide-only"),
)  # fmt: skip


def contracts(request: MemberRequest, *, org: str) -> HttpResponse:
    found = vendors.renewals(by=request.member, on=request.on)
    shelves = rooms.shelves_of(request, ROOM)
    if not found.renewals:
        return render(request, "vendors/empty.html", {"shelves": shelves})
    asked = asking.read(request.GET)
    page: dict[str, Any] = {
        "found": found,
        "shelves": [each for each in shelves if each.register.name != "contracts"],
        "title": _title(found),
        "year": _money(found, found.year),
        **_rows(request, found, asked),
        **_around(request, found, asked),
    }
    opened = page["totals"].sums if page["totals"] else ()
    page["sums"] = [*page["head_sums"], *(one for line in page["lines"] for one in line.sums), *opened]
    return render(request, "vendors/contracts.html", page)


def csv(request: MemberRequest, *, org: str) -> HttpResponse:
    """Return the contracts asked for as a sheet, with the days and figures no register holds."""
    found = vendors.renewals(by=request.member, on=request.on)
    kept = asking.fitting(request, found, asking.read(request.GET))
    content = vendors.renewals_csv(found, kept)
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    name = f"renewals-{request.on.isoformat()}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _title(found: Renewals) -> str:
    running = sum(not one.dates.is_over for one in found.renewals)
    return counted(running, "contract,contracts")


def _money(found: Renewals, trace: Any) -> str:  # noqa: ANN401  a trace or nothing
    return money(Decimal(str(trace.value)), found.currency) if trace else ""


def _rows(request: MemberRequest, found: Renewals, asked: Asked) -> dict[str, Any]:
    kept = asking.fitting(request, found, asked)
    last_page = max(1, -(-len(kept) // asking.SIZE))
    number = min(asked.page, last_page)
    first = (number - 1) * asking.SIZE
    shown = kept[first : first + asking.SIZE]
    return {
        "asked": asked,
        "written": asked.address().removeprefix("?"),
        "lines": [lines.line(one, found) for one in shown],
        "first": first + 1,
        "last": first + len(shown),
        "fitting": len(kept),
        "before": asked.address(page=number - 1) if number > 1 else "",
        "next": asked.address(page=number + 1) if number < last_page else "",
        "headings": [_heading(asked, *each) for each in _HEADINGS if found.sees_money or each[0] != "price"],
        "sum_of_shown": _sum_of(shown, found),
        "not_in_sum": sum(not _adds_up(one, found) for one in shown),
    }


def _adds_up(one: Renewal, found: Renewals) -> bool:
    return one.price_year is not None and not is_foreign(one.contract, found.bound)


def _sum_of(shown: tuple[Renewal, ...], found: Renewals) -> str:
    amounts = [one.price_year for one in shown if _adds_up(one, found)]
    total = sum((Decimal(str(each.value)) for each in amounts if each), Decimal(0))
    return money(total, found.currency) if amounts else ""


def _heading(asked: Asked, name: str, label: str, classes: str) -> Heading:
    turned = f"-{name}" if asked.sort == name else name
    order = {name: "ascending", f"-{name}": "descending"}.get(asked.sort, "") if name else ""
    return Heading(label, classes, asked.address(sort=turned) if name else "", order)


def _around(request: MemberRequest, found: Renewals, asked: Asked) -> dict[str, Any]:
    """Return what stands around the table: what is owed, what may renew unseen, filters, the totals."""
    count = asking.counts(found)
    owed = found.totals.owed if found.totals else None
    return {
        "may_pick": request.member.may(Right.EDIT_REGISTERS),
        "owed": _money(found, owed),
        "unseen": _money(found, found.unseen),
        "without_date": count["no-date"],
        "fill_in": _fill_in(found),
        "presses": [
            Press(
                label, count[name], asked.address(show="" if asked.show == name else name), asked.show == name
            )
            for name, label in asking.LABELS.items()
            if name != "over" or count[name]
        ],
        "head_sums": _head_sums(found),
        "totals": totals.totals(found),
        "ages": [(registers.all_registers()[name].plural, at) for name, at in found.ages.items()],
        "newest": found.age,
        "settable": [
            column
            for column in registers.register(request.member, "contracts").columns
            if column.name
            in {"owner", "notice", "notice_unit", "notice_to", "renewal", "intent", "decide_days"}
        ],
    }


def _fill_in(found: Renewals) -> str:
    """Return where the dates are filled in: the form of the one contract that lacks them, or their list."""
    lacking = [one.ref for one in found.renewals if one.dates.unknown and not one.dates.is_over]
    return f"contracts/{lacking[0]}/edit/" if len(lacking) == 1 else "?show=no-date"


def _head_sums(found: Renewals) -> list[Sum]:
    owed = found.totals.owed if found.totals else None
    asked = (
        ("year", "What all contracts cost a year", found.year, "a year"),
        ("owed", "Owed even with notice on everything today", owed, "until each next exit"),
        ("unseen", "May renew unseen", found.unseen, "a year"),
    )
    made = (sums.of_money(key, title, trace, found.currency, total) for key, title, trace, total in asked)
    return [one for one in made if one]
