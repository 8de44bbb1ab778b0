"""Lines of the table: what may happen, how often, what it costs, whose figures those are."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from fullscore.usecases.risk.values import RiskBoard, RiskScenario, value_of
from fullscore.web.risk import wording
from fullscore.web.templatetags.words import full_day


@dataclass(frozen=True, slots=True)
class Line:
    """One scenario; `key` names the sum that opens, `of_bad` is its share of the worst year in ten."""

    ref: str
    name: str
    address: str
    edit: str
    about: str
    is_assumed: bool
    often: str
    often_range: str
    each: str
    each_range: str
    expected: str
    key: str
    is_whole: bool
    of_bad: str


def row_address(organisation: str, register: str, ref: str) -> str:
    return reverse("register-row", args=(organisation, "risk", register, ref))


def scenario(one: RiskScenario, board: RiskBoard, shares: Mapping[str, float]) -> Line:
    """Return one scenario as a line of the table; `shares` are of the worst year in ten, by scenario."""
    place, share = (board.organisation, one.ref), shares.get(one.ref)
    return Line(
        one.ref, one.name, reverse("risk-scenario", args=place),
        reverse("register-edit", args=(board.organisation, "risk", "scenarios", one.ref)), _about(one),
        one.is_assumed, often(one), _often_range(one), each(one, board.currency),
        each_range(one, board.currency), expected(one, board.currency),
        f"loss-{one.ref}" if one.expected else "", one.is_priced,
        wording.percent(share) if share is not None else "",
    )  # fmt: skip


def often(one: RiskScenario) -> str:
    return wording.how_often(value_of(one.times_a_year)) if one.times_a_year else "not known"


def each(one: RiskScenario, currency: str) -> str:
    """Return what one time costs on average; "" where nothing of it has a price."""
    return wording.about(value_of(one.one_costs), currency) if one.one_costs else ""


def expected(one: RiskScenario, currency: str) -> str:
    return wording.exact(one.amount, currency) if one.amount is not None else ""


def whose(one: RiskScenario) -> str:
    return wording.said_by(one.said_by, full_day(one.said_on) if one.said_on else "")


def _about(one: RiskScenario) -> str:
    return " · ".join(
        part for part in (one.service_name or f"{one.kind[:1].upper()}{one.kind[1:]}", whose(one)) if part
    )


def _often_range(one: RiskScenario) -> str:
    if one.triggers:
        return f"partly: {', '.join(name for _, name, _ in one.triggers)}"
    return wording.often(one.rate) if one.rate is not None and one.rate.low != one.rate.high else ""


def each_range(one: RiskScenario, currency: str) -> str:
    """Return what one time takes, as it was said: $2,000 to $90,000; 2 to 40 h down at $700 an hour."""
    parts = [wording.amounts(one.loss, currency)] if one.loss is not None else []
    if one.hours is not None:
        rate = f" at {wording.about(value_of(one.an_hour), currency)} an hour" if one.an_hour else ""
        parts.append(f"{wording.hours(one.hours)} down{rate}")
    return "; ".join(parts)
