"""What a pack says of the one before: what rose and fell, what was decided, what still waits."""

from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.engine.findings.trace import leaf
from fullscore.engine.reports.comparing import key_figures, since, written
from fullscore.engine.reports.sections.choosing import Choice, Proposed
from fullscore.engine.reports.sections.first import Standing
from fullscore.engine.reports.sections.risk import Loss, Risk
from fullscore.engine.reports.voice import Voice

VOICE = Voice("USD", date(2026, 11, 23))


def standing(usual: int, *proposals: Proposed) -> Standing:
    loss = Loss("Fire", leaf(Decimal(10)))
    return Standing(trouble=Risk((loss,), usual=leaf(Decimal(usual))), choice=Choice(proposals, "2027"))


def proposed(ref: str, state: str = "open", cost: int = 100) -> Proposed:
    return Proposed(ref, ref.title(), "run", "", state, is_in=True, first_year=leaf(Decimal(cost)))


def before(found: Standing, *asked: str, on: str = "2026-09-21") -> dict[str, Any]:
    asks = [{"proposal": ref, "name": ref.title()} for ref in asked]
    sections = [{"key": "first", "blocks": [{"type": "asks", "asks": asks}, {"type": "text", "words": "x"}]}]
    return {"on": on, "key_figures": written(key_figures(found, VOICE)), "sections": sections}


def said(then: dict[str, Any], now: Standing) -> list[str]:
    return [fact.words for fact in since(then, now, VOICE)]


def test_a_figure_that_fell_says_from_what_to_what() -> None:
    assert said(before(standing(27_500)), standing(21_000)) == [
        "A usual year of losses fell from $27,500 to $21,000."
    ]
    assert said(before(standing(21_000)), standing(27_500)) == [
        "A usual year of losses rose from $21,000 to $27,500."
    ]


def test_what_reads_the_same_is_not_said() -> None:
    assert said(before(standing(21_000)), standing(21_000)) == []


def test_what_was_asked_is_decided_or_still_waits_and_what_is_new_is_named() -> None:
    then = before(standing(1), "wifi", "mes", "gone")

    now = said(then, standing(1, proposed("wifi", "accepted"), proposed("mes"), proposed("crm")))

    assert now == ["Decided: Wifi and Gone.", "Asked then and still open: Mes.", "Not asked then: Crm."]


def test_a_years_money_is_held_against_the_same_year_only() -> None:
    then, now = standing(1, proposed("wifi", cost=100)), standing(1, proposed("wifi", cost=300))

    assert said(before(then, "wifi"), now)[0] == "What we ask for rose from $100 to $300."
    assert said(before(then, "wifi", on="2025-11-01"), now) == ["Asked then and still open: Wifi."]
