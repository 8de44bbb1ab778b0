"""From the plan document to what its page shows: words, amounts, rows, drawings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString

from fullscore.engine.goals.sentences.numbers import in_words
from fullscore.usecases.goals import PlanDocument
from fullscore.web.goals import days, later, markup, months, rows, sums, timeline, totals, understood, weeks
from fullscore.web.goals.canvas import Drawing
from fullscore.web.goals.later import Back, Priced, Start
from fullscore.web.goals.rows import Around, Row
from fullscore.web.goals.totals import Figure, MonthLine, WeekLine
from fullscore.web.goals.understood import Understood

Content = dict[str, Any]
NOWHERE: dict[str, str | None] = {"register": None, "ref": None}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the page where it can be settled, if there is one."""

    text: str
    address: str | None
    verb: str = "See it"


@dataclass(frozen=True, slots=True)
class Picture:
    """One drawing in its two shapes, with the words that say the same."""

    caption: str
    wide: SafeString
    narrow: SafeString


@dataclass(frozen=True, slots=True)
class Shown:
    """The page of one plan."""

    title: str
    sentence: str
    currency: str
    understood: Understood
    need_by: str
    lead: str
    answer: str
    figures: tuple[Figure, ...]
    orders: int
    late: int
    is_complete: bool
    is_shared: bool
    once: str
    year: str
    timeline: Picture | None
    months: Picture | None
    weeks: Picture | None
    is_over: bool
    month_lines: tuple[MonthLine, ...]
    week_lines: tuple[WeekLine, ...]
    rows: tuple[Row, ...]
    starts: tuple[Start, ...]
    prices: tuple[Priced, ...]
    back: tuple[Back, ...]
    findings: tuple[Told, ...]
    assumptions: tuple[Told, ...]
    sources: tuple[tuple[str, datetime], ...]
    oldest: datetime | None
    newest: datetime | None
    on: date


def shown(made: PlanDocument, root: str = "") -> Shown:
    """Return everything the page shows of a plan; `root` is where the organisation's pages begin."""
    content: Content = dict(made.content)
    orders, reading, sum_of = content["requirements"], content["understood"], content["totals"]
    late = [one for one in orders if one["late"]]
    needs = (*late, *(one for one in orders if not one["late"]), *content["covered"])
    by_month, by_week = (
        months.months(sum_of["by_month"]),
        weeks.weeks(content["workload"], content["findings"]),
    )
    # A plan given out by a link says neither where its rows came from nor what its findings are about.
    ages = tuple(
        (source, datetime.fromisoformat(moment)) for source, moment in content.get("data_as_of", {}).items()
    )
    moments, currency = [moment for _, moment in ages], content["currency"]
    table = rows.rows(needs, Around(currency, made.places, made.closed, root))
    return Shown(
        title=understood.title(reading, made.places),
        sentence=content["sentence"], currency=currency,
        understood=understood.told(reading, made.places), need_by=days.in_words(reading["need_by"]),
        lead=content["answer"][0], answer=" ".join(content["answer"][1:]),
        figures=totals.figures(content), orders=len(orders), late=len(late),
        is_complete=sum_of["complete"], is_shared=any(row.part for row in table),
        once=totals.money_of(sum_of, "cost_once", currency),
        year=totals.money_of(sum_of, "cost_year", currency),
        timeline=_timeline(orders, late, made), months=_months(by_month, currency),
        weeks=_weeks(by_week, content),
        is_over=any(one.over for one in by_week),
        month_lines=totals.month_lines(sum_of["by_month"], content) if by_month else (),
        week_lines=totals.week_lines(content["workload"]) if by_week else (),
        rows=table, starts=later.starts(content), prices=later.priced(orders, currency),
        back=later.back(content.get("returns") or ()), findings=_findings(content["findings"]),
        assumptions=tuple(_told(one) for one in content["assumptions"]), sources=ages,
        oldest=min(moments, default=None), newest=max(moments, default=None), on=days.day(content["on"]),
    )  # fmt: skip


def _timeline(orders: Sequence[Content], late: Sequence[Content], made: PlanDocument) -> Picture | None:
    if not orders:
        return None
    on = days.day(str(made.content["on"]))
    caption = _caption(orders, late)
    label = f"Timeline of the orders from the last day to order to the day of need. {caption}"
    return _picture(caption, label, lambda shape: timeline.draw(orders, made.closed, on, shape), timeline)


def _months(by_month: Sequence[months.Month], currency: str) -> Picture | None:
    if not any(one.both for one in by_month):
        return None
    caption = months.caption(by_month, currency)
    return _picture(
        caption, f"Cost by month. {caption}", lambda shape: months.draw(by_month, currency, shape), months
    )


def _weeks(by_week: Sequence[weeks.Week], content: Content) -> Picture | None:
    if not by_week:
        return None
    fits = all(one["code"] != weeks.DOES_NOT_FIT for one in content["findings"])
    own = Decimal(str(content["totals"].get("hours") or 0))
    caption = weeks.caption(by_week, own, is_known_to_fit=fits)
    label = f"Hours of work by week against free hours. {caption}"
    return _picture(caption, label, lambda shape: weeks.draw(by_week, shape), weeks)


def _picture(caption: str, label: str, draw: Callable[[Any], Drawing], kind: Any) -> Picture:  # noqa: ANN401
    wide = markup.drawn(draw(kind.WIDE), "wide", label)
    return Picture(caption, wide, markup.drawn(draw(kind.NARROW), "narrow", label))


def _caption(orders: Sequence[Content], late: Sequence[Content]) -> str:
    ready = len(orders) - len(late)
    needed = {one["need_by"] for one in orders}
    need = f"for {days.in_words(min(needed))}" if len(needed) == 1 else "in time"
    few = "None" if ready == 0 else in_words(ready).capitalize()
    text = f"{few} of {in_words(len(orders))} can be ready {need}." if late else f"All can be ready {need}."
    for one in late[:2]:
        safe, last = one["lead_days"]["safe"], days.in_words(one["order_by"])
        text += f" {one['name']}: {safe} working days to come, so its last day was {last}."
    return text


def _findings(findings: Sequence[Content]) -> tuple[Told, ...]:
    """Return what there is to look at beside the answer, which tells the late ones already."""
    rest = [one for one in findings if one["code"] != "requirement-late"]
    return tuple(Told(one["sentence"], _address(**one.get("subject", NOWHERE))) for one in rest)


def _told(one: Content) -> Told:
    verb = "Set it" if one.get("field") else "See it"
    return Told(one["text"], _address(one.get("register"), one.get("ref")), verb)


def _address(register: str | None, ref: str | None) -> str | None:
    """Return the page of a row, below the organisation's address."""
    if register == "settings":
        return "settings/"
    if register in {None, "goals", "plans"} or not ref:
        return None
    return sums.address_of(str(register), ref)
