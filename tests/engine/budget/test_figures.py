"""What a portfolio is worth and takes, and which rules it breaks, added up by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.problem import Pin, Problem, Purpose
from fullscore.engine.budget.solution import Broken
from tests.engine.budget.small import excludes, needs, one, part, problem, proposal, way

D = Decimal
NOTHING = {"erp": "erp:nothing", "wall": "wall:nothing"}
BOTH = {"erp": "do-erp", "wall": "do-wall"}


def pair(**rules: object) -> Problem:
    """Return a new ERP for 30 and a firewall for 7, by these rules."""
    wall = proposal("wall", way("do-wall", 7, hours=(8,)), purpose=Purpose.SECURE)
    return replace(problem(one("erp", 30, 12), wall), **rules)  # type: ignore[arg-type]  # passed on


def test_money_and_hours_are_added_by_year_quarter_and_purpose() -> None:
    told = problem(
        proposal("erp", way("replace", (30, 5), 12, hours=(40, 20))),
        proposal("wall", way("new", (0, 7), avoided=3, hours=(0, 8)), purpose=Purpose.SECURE),
        budget=50,
    )
    found = figures(told, {"erp": "replace", "wall": "new"})
    assert (found.goal_value, found.cost_avoided, found.value) == (12, 3, 15)
    assert found.spends == (30, 12)
    assert found.hours == (40, 28)
    assert found.by_purpose == {"run": 0, "grow": 35, "secure": 7}


def test_nothing_done_takes_nothing_of_every_year() -> None:
    found = figures(problem(one("erp", 30, 12), budget=50), {"erp": "erp:nothing"})
    assert (found.spends, found.goal_value, found.value) == ((0,), 0, 0)


def test_three_times_ten_cents_are_thirty_cents() -> None:
    tenth = tuple(
        proposal(f"p{n}", replace(way(f"w{n}"), spends=(D("0.1"),), hours=(D("0.1"),))) for n in range(3)
    )
    told = Problem(tenth, (D("0.3"),), (D("0.3"),))
    everything = {f"p{n}": f"w{n}" for n in range(3)}
    assert figures(told, everything).spends == (D("0.3"),)
    assert broken(told, everything) == ()
    assert [each.key for each in broken(replace(told, budgets=(D("0.29"),)), everything)] == ["budget:0"]


def test_controls_multiply_and_one_brought_twice_counts_once() -> None:
    told = problem(
        one("a", controls="backup"), one("b", controls="backup watch"),
        parts=(part("fire", 100, backup=0.5, watch=0.2), part("theft", 10, keys=0.9)),
    )  # fmt: skip
    assert figures(told, {"a": "do-a", "b": "b:nothing"}).loss == pytest.approx(60)
    assert figures(told, {"a": "do-a", "b": "do-b"}).loss == pytest.approx(50)
    assert figures(told, {"a": "do-a", "b": "do-b"}).value == pytest.approx(-50)


@pytest.mark.parametrize(
    ("rules", "portfolio", "expected"),
    [
        ({"budgets": (D(36),)}, BOTH, Broken("budget:0", D(36), D(37))),
        ({"hours": (D(7),)}, BOTH, Broken("hours:0", D(7), D(8))),
        ({"floors": {Purpose.SECURE: D("0.2")}}, BOTH, Broken("floor:secure", D("7.4"), D(7))),
        ({"ceilings": {Purpose.GROW: D("0.8")}}, BOTH, Broken("ceiling:grow", D("29.6"), D(30))),
        (
            {"ties": (needs("erp", "wall"),)},
            {"erp": "do-erp", "wall": "wall:nothing"},
            Broken("needs:erp-needs-wall", D(1), D(0)),
        ),
        ({"ties": (excludes("erp", "wall"),)}, BOTH, Broken("excludes:erp-excludes-wall", D(1), D(2))),
        ({"ties": (excludes("erp", "do-wall"),)}, BOTH, Broken("excludes:erp-excludes-do-wall", D(1), D(2))),
    ],
)
def test_each_rule_says_its_limit_and_what_is_taken(
    rules: dict[str, object], portfolio: dict[str, str], expected: Broken
) -> None:
    told = pair(**rules)
    assert broken(told, portfolio) == (expected,)
    assert broken(told, NOTHING) == ()
    assert broken(replace(told, dropped=frozenset({expected.key})), portfolio) == ()


def test_what_is_mandatory_is_done_in_some_way() -> None:
    law = problem(proposal("law", way("form", 2), way("tool", 9), is_mandatory=True))
    assert broken(law, {"law": "law:nothing"}) == (Broken("mandatory:law", D(1), D(0)),)
    assert broken(law, {"law": "form"}) == broken(law, {"law": "tool"}) == ()


def test_a_pin_holds_a_way_whenever_it_starts() -> None:
    told = problem(
        proposal("erp", way("now", of="new", pin=Pin.PINNED), way("later", of="new", starts=2), way("keep"))
    )
    assert broken(told, {"erp": "keep"}) == (Broken("pin:new", D(1), D(0)),)
    assert broken(told, {"erp": "now"}) == broken(told, {"erp": "later"}) == ()
    never = problem(proposal("erp", way("now", pin=Pin.FORBIDDEN), way("keep")))
    assert broken(never, {"erp": "now"}) == (Broken("pin:now", D(0), D(1)),)


def test_an_option_nobody_knows_is_an_error() -> None:
    with pytest.raises(KeyError, match="other"):
        figures(pair(), {"erp": "other", "wall": "do-wall"})
