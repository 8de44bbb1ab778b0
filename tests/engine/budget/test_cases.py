"""The business case: what an ERP costs and brings in each way it can be done, side by side."""

import importlib.util
import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.budget.cases import Case, OptionCase, case
from fullscore.engine.budget.problem import Proposal
from fullscore.engine.findings.trace import as_document
from fullscore.engine.risk.parts import expected, parts
from fullscore.engine.risk.scenario import ActsOn, Effect, Outage, Range, Risks, Scenario
from tests.engine.budget.small import D, proposal, way

ROOT = Path(__file__).parents[3]
NONE = Risks(())
RISKS = Risks(
    (
        Scenario("outage", "ERP is down", Range(1, 4, 2), outage=Outage(Range(4, 24, 8), 1_500.0)),
        Scenario("fraud", "Invoice fraud", Range(0.1, 0.5), loss=Range(5_000, 60_000)),
    ),
    effects=(
        Effect("cluster", "scenarios:outage", ActsOn.LOSS, 0.75),
        Effect("approval", "scenarios:fraud", ActsOn.FREQUENCY, 0.5),
    ),
)
ERP = proposal(
    "erp", way("keep", (12_000,) * 5, is_nothing=True),
    way("upgrade", (60_000, 14_000, 14_000, 14_000, 14_000), avoided=9_000, controls="cluster",
        hours=(80, 80)),
    way("wrap", (35_000, 20_000, 20_000, 20_000, 20_000), 14_000, controls="approval"),
    way("replace", (90_000, 70_000, 30_000, 30_000, 30_000), 60_000, controls="cluster approval",
        hours=(60,) * 6),
)  # fmt: skip


def _case(asked: Proposal = ERP, risks: Risks = RISKS, years: int = 5, percent: str = "6") -> Case:
    return case(asked, risks, years=years, discount=D(percent))


def _of(found: Case, ref: str) -> OptionCase:
    return next(each for each in found.options if each.option.ref == ref)


def _recompute() -> ModuleType:
    spec = importlib.util.spec_from_file_location("recompute", ROOT / "docs/recompute.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_money_of_later_years_counts_less() -> None:
    asked = proposal("tool", way("buy", (1_000, 0, 0), 600))
    found = _of(_case(asked, NONE, years=3, percent="10"), "buy")
    # 600 - 1,000 in the first year, then 600 / 1.1 and 600 / 1.21.
    assert found.npv == D("641.32")
    assert found.flows == (-400, 600, 600)
    assert found.total == D(1_000)


def test_doing_nothing_is_what_all_else_is_held_against() -> None:
    found = _of(_case(), "keep")
    assert (found.npv, found.total, found.avoided, found.needed) == (0, 60_000, 0, ())


def test_it_pays_back_part_of_the_way_through_a_year() -> None:
    found = _of(_case(proposal("tool", way("buy", (1_000,), 400)), NONE, years=4), "buy")
    assert found.payback == D("2.5")


def test_it_pays_back_at_once_never_or_not_yet() -> None:
    asked = proposal(
        "tool", way("cheap", (100,), 400), way("dear", (9_000,), 400), way("dearer", (0, 900), 100)
    )
    found = _case(asked, NONE, years=3)
    assert (_of(found, "cheap").payback, _of(found, "dear").payback) == (0, None)
    assert _of(found, "dearer").payback is None


def test_what_it_brings_begins_when_the_work_on_it_is_over() -> None:
    asked = proposal("tool", way("buy", (1_000,), 400, hours=(10, 10, 10, 0, 5)))
    assert _of(_case(asked, NONE, years=3), "buy").flows == (-1_000, 300, 400)


def test_the_return_on_a_control_is_what_it_avoids_beyond_its_cost() -> None:
    risks = Risks(
        (Scenario("fire", "Fire", Range(0.1, 0.1), loss=Range(100_000, 100_000)),),
        effects=(Effect("alarm", "scenarios:fire", ActsOn.FREQUENCY, 0.5),),
    )
    asked = proposal("alarm", way("box", (1_000,) * 5, controls="alarm"))
    found = _of(_case(asked, risks), "box")
    assert (found.loss_before, found.loss_after, found.avoided) == (10_000, 5_000, 5_000)
    assert found.return_on_control == 4
    assert [(each.scenario, each.before, each.after) for each in found.scenarios] == [("fire", 10_000, 5_000)]


def test_no_return_on_a_control_where_there_is_none_or_it_is_free() -> None:
    found = _case(proposal("tool", way("buy", (5,), 9), way("free", controls="cluster")))
    assert [_of(found, ref).return_on_control for ref in ("buy", "free")] == [None, None]


def test_controls_that_are_there_anyway_are_not_counted_twice() -> None:
    asked = proposal("erp", way("upgrade", (10,), controls="cluster"))
    found = case(asked, RISKS, years=3, discount=D(0), controls=frozenset({"cluster"}))
    assert _of(found, "upgrade").avoided == 0


def test_what_must_be_true_is_where_another_would_be_as_good() -> None:
    found = _case()
    (best,) = [each for each in found.options if each.option.ref == found.best]
    needed = {each.what: each for each in best.needed}
    assert all(each.is_true for each in best.needed)
    assert set(needed) == {"goal_value", "loss_avoided", "costs"}
    less = needed["goal_value"].needed
    moved = _with(ERP, found.best, goal_value=less)
    again = _case(moved)
    assert abs(_of(again, found.best).npv - _of(again, needed["goal_value"].rival).npv) <= D("0.05")


def test_what_must_be_true_of_costs_holds_the_same_way() -> None:
    found = _case()
    costs = next(each for each in _of(found, found.best).needed if each.what == "costs")
    best = _of(found, found.best).option
    dearer = tuple(each * costs.needed / costs.said for each in best.spends)
    again = _case(_with(ERP, found.best, spends=dearer))
    assert abs(_of(again, found.best).npv - _of(again, costs.rival).npv) <= D("0.05")
    assert not costs.is_least


def test_what_is_not_the_best_says_what_would_make_it_so() -> None:
    found = _case()
    wrap = {each.what: each for each in _of(found, "wrap").needed}
    assert wrap["goal_value"].rival == found.best
    assert not wrap["goal_value"].is_true
    assert _case(_with(ERP, "wrap", goal_value=wrap["goal_value"].needed + 1)).best == "wrap"


def test_sensitivity_names_what_turns_the_order() -> None:
    found = _case()
    turning = {(each.what, each.ref) for each in found.swings if each.turns}
    for each in found.swings:
        if each.register == "options":
            ends = [_case(_end(each.what, each.ref, by)).best for by in ("0.75", "1.25")]
            assert ends == [each.best_at_low, each.best_at_high]
            assert each.is_assumed
    assert ("goal_value", "replace") in turning
    assert not any(each.is_assumed for each in found.swings if each.register == "scenarios")
    spans = [max(map(each.span_of, each.at_low)) for each in found.swings]
    assert spans == sorted(spans, reverse=True)


def test_a_range_at_its_ends_is_a_case_with_that_value() -> None:
    swing = next(each for each in _case().swings if (each.what, each.ref) == ("hours", "outage"))
    assert (swing.low, swing.high) == (4, 24)
    outage, fraud = RISKS.scenarios
    for hours, worths in ((4.0, swing.at_low), (24.0, swing.at_high)):
        fixed = Scenario("outage", "ERP is down", outage.rate, outage=Outage(Range(hours, hours), 1_500.0))
        found = _case(ERP, Risks((fixed, fraud), effects=RISKS.effects))
        assert {each.option.ref: each.npv for each in found.options} == worths


def test_every_figure_recomputes_from_its_trace() -> None:
    recompute = _recompute()
    for option in _case().options:
        for name, trace in option.figures.items():
            wrong: list[str] = []
            document = json.loads(json.dumps(as_document(trace)))
            recompute.recompute(document, name, wrong)
            assert wrong == []
            assert document["figure"] == name
        for threshold in option.needed:
            wrong = []
            recompute.recompute(json.loads(json.dumps(as_document(threshold.trace))), "needed", wrong)
            assert wrong == []


def test_losses_are_those_the_choice_is_made_by() -> None:
    found = _of(_case(), "replace")
    summed = expected(parts(RISKS), {"cluster", "approval"})
    assert float(found.loss_after) == pytest.approx(summed, abs=0.005)
    assert float(found.avoided) == pytest.approx(expected(parts(RISKS)) - summed, abs=0.01)


_AMOUNTS = st.lists(st.integers(0, 9_000).map(Decimal), min_size=1, max_size=5)


@given(_AMOUNTS, _AMOUNTS, st.integers(0, 3_000), st.integers(0, 6), st.integers(0, 20))
def test_net_present_value_as_a_textbook_adds_it_up(
    own: list[Decimal], idle: list[Decimal], goal: int, work: int, percent: int
) -> None:
    asked = proposal(
        "p", way("not", tuple(map(int, idle)), is_nothing=True),
        way("do", tuple(map(int, own)), goal, hours=(1,) * work),
    )  # fmt: skip
    found = _of(_case(asked, NONE, years=4, percent=str(percent)), "do")
    npv = Fraction(0)
    for quarter in range(16):
        year = quarter // 4
        gains = Fraction(goal, 4) * (quarter >= work)
        spent = sum((Fraction(x[year]) * s for x, s in ((own, -1), (idle, 1)) if year < len(x)), Fraction(0))
        npv += (gains + spent / 4) / Fraction(100 + percent, 100) ** year
    assert float(found.npv) == pytest.approx(float(npv), abs=0.0051)
    assert sum(found.flows) >= 0 if found.payback is not None else sum(found.flows) < 0


def _with(asked: Proposal, ref: str, **values: object) -> Proposal:
    options = (replace(each, **values) if each.ref == ref else each for each in asked.options)  # type: ignore[arg-type]
    return replace(asked, options=tuple(options))


def _end(what: str, ref: str, by: str) -> Proposal:
    option = next(each for each in ERP.options if each.ref == ref)
    if what == "costs":
        return _with(ERP, ref, spends=tuple(each * D(by) for each in option.spends))
    return _with(ERP, ref, **{what: getattr(option, what) * D(by)})
