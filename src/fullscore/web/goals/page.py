"""From the plan document to what its page shows: words, amounts, rows, drawings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from fullscore.engine.goals.numbers import in_words
from fullscore.usecases.goals import PlanDocument
from fullscore.web.goals import days, sums, timeline
from fullscore.web.goals.sums import Line, Origin
from fullscore.web.goals.timeline import Drawing
from fullscore.web.templatetags.words import number

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One need as the table shows it; amounts are None where there is none, `not_priced` where unknown."""

    ref: str
    name: str
    note: str
    figures: tuple[str, ...]
    quantity: str
    order_by: str
    is_late: bool
    is_enough: bool
    once: Decimal | None
    year: Decimal | None
    not_priced: bool
    lines: tuple[Line, ...]
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with the page where it can be settled, if there is one."""

    text: str
    address: str | None
    verb: str = "See it"


@dataclass(frozen=True, slots=True)
class Shown:
    """The page of one plan."""

    title: str
    understood: Content
    place: str
    need_by: str
    lead: str
    answer: str
    currency: str
    once: Decimal
    year: Decimal
    is_complete: bool
    orders: int
    late: int
    caption: str
    wide: Drawing | None
    narrow: Drawing | None
    rows: tuple[Row, ...]
    findings: tuple[Told, ...]
    assumptions: tuple[Told, ...]
    sources: tuple[tuple[str, datetime], ...]
    oldest: datetime | None
    newest: datetime | None
    on: date


def shown(made: PlanDocument) -> Shown:
    """Return everything the page shows of a plan; nothing is computed after this."""
    content: Content = dict(made.content)
    orders, understood, totals = content["requirements"], content["understood"], content["totals"]
    on = days.day(content["on"])
    late = [one for one in orders if one["late"]]
    drawings = [
        timeline.draw(orders, made.closed, on, shape) if orders else None
        for shape in (timeline.WIDE, timeline.NARROW)
    ]
    ages = _ages(content["data_as_of"])
    moments = [moment for _, moment in ages]
    needs = (*late, *(one for one in orders if not one["late"]), *content["covered"])
    return Shown(
        title=f"{understood['team_name']} {understood['from']} to {understood['to']}",
        understood=understood, place=_place(understood["site_split"], made), on=on,
        need_by=days.in_words(understood["need_by"]), lead=content["answer"][0],
        answer=" ".join(content["answer"][1:]), currency=content["currency"],
        once=Decimal(totals["cost_once"]), year=Decimal(totals["cost_year"]), is_complete=totals["complete"],
        orders=len(orders), late=len(late), caption=_caption(orders, late),
        wide=drawings[0], narrow=drawings[1],
        rows=tuple(_row(one, made) for one in needs), findings=_findings(content["findings"]),
        assumptions=tuple(_told(one) for one in content["assumptions"]), sources=ages,
        oldest=min(moments, default=None), newest=max(moments, default=None),
    )  # fmt: skip


def _place(split: dict[str, int], made: PlanDocument) -> str:
    """Return where the new people sit: all in Dayton; 8 in Dayton and 4 in Erie."""
    names = [(made.places.get(ref, ref), count) for ref, count in split.items()]
    if not names:
        return ""
    if len(names) == 1:
        return f"all in {names[0][0]}"
    parts = [f"{count} in {name}" for name, count in names]
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _caption(orders: Sequence[Content], late: Sequence[Content]) -> str:
    if not orders:
        return ""
    ready = len(orders) - len(late)
    need = days.in_words(orders[0]["need_by"])
    few, all_of = in_words(ready).capitalize(), in_words(len(orders))
    few = "None" if ready == 0 else few
    text = f"{few} of {all_of} can be ready for {need}." if late else f"All can be ready for {need}."
    for one in late[:2]:
        safe, last = one["lead_days"]["safe"], days.in_words(one["order_by"])
        text += f" {one['name']}: {safe} working days to come, so its last day was {last}."
    return text


def _row(one: Content, made: PlanDocument) -> Row:
    is_order = "order_by" in one
    names = ("gross", "on_hand", "scheduled_receipts", "safety_stock")
    when = days.with_weekday(one["order_by"]) if is_order else "enough"
    is_late = bool(is_order and one["late"])
    if is_late:
        waited = one["late"]["working_days"]
        when = f"Today, {waited} {'day' if waited == 1 else 'days'} late"
    currency = str(made.content["currency"])
    amounts = [Decimal(one[name]) if one.get(name) else None for name in ("cost_once", "cost_year")]
    return Row(
        ref=one["id"], name=one["name"], note=_note(one, made),
        figures=tuple(number(one[name]) for name in names),
        quantity=number(one["quantity"]), order_by=when, is_late=is_late, is_enough=not is_order,
        once=amounts[0], year=amounts[1], not_priced=is_order and not one["cost_known"],
        lines=sums.lines(one, made.closed, currency), origins=sums.origins(one),
    )  # fmt: skip


def _note(one: Content, made: PlanDocument) -> str:
    parts = [one["unit"]] if one["kind"] == "level" and one["unit"] else []
    place = made.places.get(one["place"], one["place"]) if one["kind"] != "stock" else None
    if place and place not in one["name"]:
        parts.append(place)
    lot = one["lot"]
    if lot["type"] == "levels":
        parts.append(f"sold as {' or '.join(number(size) for size in lot['levels'])}")
    elif lot["step"] > 1:
        parts.append(f"sold in steps of {lot['step']}")
    return "; ".join(parts)


def _findings(findings: Sequence[Content]) -> tuple[Told, ...]:
    """Return what there is to look at beside the answer, which tells the late ones already."""
    rest = [one for one in findings if one["code"] != "requirement-late"]
    return tuple(Told(one["sentence"], _address(**one["subject"])) for one in rest)


def _told(one: Content) -> Told:
    verb = "Set it" if one["field"] else "See it"
    return Told(one["text"], _address(one["register"], one["ref"]), verb)


def _address(register: str | None, ref: str | None) -> str | None:
    """Return the page of a row, below the organisation's address."""
    if register == "settings":
        return "settings/"
    if register in {None, "goals"} or not ref:
        return None
    return sums.address_of(str(register), ref)


def _ages(moments: dict[str, str]) -> tuple[tuple[str, datetime], ...]:
    return tuple((source, datetime.fromisoformat(moment)) for source, moment in moments.items())
