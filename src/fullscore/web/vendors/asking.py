"""Which contracts are asked for: words, one of four filters, an order, a page; all of it in the address."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from urllib.parse import urlencode

from django.http import QueryDict

from fullscore.engine.vendors.renewals import Renewal
from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import Query
from fullscore.usecases.vendors import Renewals, is_due

SOON = 90
SIZE = 50
_LONGEST_PAGE, _LONGEST_SEARCH, _MOST_FOUND = 6, 200, 1000
Test = Callable[[Renewal, date], bool]


def _any(_one: Renewal, _on: date) -> bool:
    return True


# Each filter with what is asked of a contract; "over" shows what no other list does.
FILTERS: Mapping[str, Test] = MappingProxyType({
    "notice": lambda one, on: is_due(one, on, SOON),
    "no-date": lambda one, _: bool(one.dates.unknown),
    "no-owner": lambda one, _: one.owner is None,
    "seats": lambda one, _: bool(one.spare),
    "over": _any,
})  # fmt: skip
LABELS: Mapping[str, str] = MappingProxyType({
    "notice": f"Notice in {SOON} days", "no-date": "No notice date", "no-owner": "No owner",
    "seats": "Seats to spare", "over": "Over",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address says; an unknown word there asks for nothing."""

    search: str = ""
    show: str = ""
    sort: str = "notice"
    page: int = 1

    def address(self, **changes: object) -> str:
        """Return the address of the same list with something changed; a change leads to page one."""
        to = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]  # names of its own fields
        given = {"q": to.search, "show": to.show, "sort": to.sort, "page": str(to.page)}
        usual = {"q": "", "show": "", "sort": "notice", "page": "1"}
        kept = {name: text for name, text in given.items() if text != usual[name]}
        return f"?{urlencode(kept)}"


def read(given: QueryDict) -> Asked:
    show, sort, page = given.get("show", ""), given.get("sort", ""), given.get("page", "")
    return Asked(
        search=given.get("q", "").strip()[:_LONGEST_SEARCH],
        show=show if show in FILTERS else "",
        sort=sort if sort.removeprefix("-") in SORTS else "notice",
        page=int(page) if page.isdecimal() and len(page) < _LONGEST_PAGE and int(page) else 1,
    )


def fitting(request: MemberRequest, found: Renewals, asked: Asked) -> tuple[Renewal, ...]:
    """Return the contracts asked for, in order; those that are over only when they are asked for."""
    is_over = asked.show == "over"
    test = FILTERS.get(asked.show, _any)
    kept = (one for one in found.renewals if one.dates.is_over is is_over and test(one, found.on))
    return _sorted(_searched(request, found, kept, asked.search), found, asked.sort)


def counts(found: Renewals) -> Mapping[str, int]:
    """Return how many contracts each filter would leave."""
    running = [one for one in found.renewals if not one.dates.is_over]
    over = len(found.renewals) - len(running)
    return {name: sum(test(one, found.on) for one in running) for name, test in FILTERS.items()} | {
        "over": over
    }


def _searched(
    request: MemberRequest, found: Renewals, kept: Iterable[Renewal], search: str
) -> Iterable[Renewal]:
    """Return those whose words hold the search, and those the register finds by what only it reads."""
    if not search:
        return kept
    query = Query(search=search, size=_MOST_FOUND)
    known = {row.ref for row in registers.page(by=request.member, register="contracts", query=query).rows}
    wanted = search.casefold().split()
    return (one for one in kept if one.ref in known or _holds(_words(one), wanted))


def _words(one: Renewal) -> str:
    parts = (one.contract.name, one.vendor, one.owner, one.ref, one.contract.kind)
    return " ".join(part for part in parts if part).casefold()


def _holds(text: str, wanted: Iterable[str]) -> bool:
    return all(word in text for word in wanted)


def _price(one: Renewal) -> tuple[bool, Decimal]:
    return one.price_year is None, -Decimal(str(one.price_year.value)) if one.price_year else Decimal(0)


SORTS: Mapping[str, Callable[[Renewal], object]] = MappingProxyType({
    "notice": lambda one: (one.dates.notice_by is None, one.dates.notice_by or date.max),
    "name": lambda one: one.contract.name.casefold(),
    "owner": lambda one: (one.owner is None, (one.owner or "").casefold()),
    "price": _price,
    "renews": lambda one: (one.dates.renews_on is None, one.dates.renews_on or date.max),
})  # fmt: skip


def _sorted(kept: Iterable[Renewal], found: Renewals, sort: str) -> tuple[Renewal, ...]:
    place = {one.ref: number for number, one in enumerate(found.renewals)}
    key, is_turned = SORTS[sort.removeprefix("-")], sort.startswith("-")
    in_order = sorted(kept, key=lambda one: place[one.ref])
    return tuple(sorted(in_order, key=key, reverse=is_turned))  # type: ignore[arg-type]  # each key compares with itself
