"""Two contracts that pay for the same, and those that only look as if they did."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.held import Held, HeldItem
from fullscore.engine.estate.services import ServiceFact
from fullscore.engine.findings.actions import Missing
from fullscore.engine.vendors.facts import Bound, ContractFact, CoverFact
from tests.engine.goals.recomputing import wrong_in
from tests.engine.vendors.morrow import CAD, DRAWING, SEATS, bound, codes, needed, said, todo

OTHER = replace(DRAWING, ref="cad-2", name="CAD for Lima", price=Decimal(2400))
OTHER_SEATS = replace(SEATS, ref="lima-seats", contract="cad-2", quantity=Decimal(10))
PRESS = ContractFact(
    "press", "Press maintenance", vendor="halden", kind="maintenance", owner="dana", intent="keep",
    starts_on=date(2025, 1, 1), initial_months=12, renewal="tacit", renewal_months=12, notice=1,
    price=Decimal(900),
)  # fmt: skip
AGAIN = replace(PRESS, ref="press-2", name="Press, all in", price=Decimal(1500))


def both_cover(one: ContractFact, other: ContractFact, **thing: str) -> Bound:
    covers = (CoverFact("c-1", one.ref, **thing), CoverFact("c-2", other.ref, **thing))
    return bound(
        one, other, covers=covers, services=(ServiceFact("erp", "ERP"),), held=Held(items=(HeldItem("i-1"),))
    )


def test_two_contracts_for_seats_of_which_one_would_do_are_named() -> None:
    action = needed(todo(bound(DRAWING, OTHER, charges=(SEATS, OTHER_SEATS)), "contract-overlap"))

    assert said(action.finding) == (
        "CAD for Lima and Drawing software both pay for it; one less saves $2,400 a year."
    )
    assert (action.finding.at_stake, action.loss, action.finding.subject.ref) == (2400, None, "drawing")
    assert action.missing == Missing("contracts", "drawing", "intent", "decided")
    assert action.finding.trace is not None
    assert wrong_in(action.finding.trace) == []


def test_seats_bought_in_two_lots_are_no_overlap_while_both_are_needed() -> None:
    many = replace(CAD, used=Decimal(55))

    assert "contract-overlap" not in codes(
        bound(DRAWING, OTHER, charges=(SEATS, OTHER_SEATS), held=Held(pools=(many,)))
    )


def test_the_larger_of_two_lots_may_be_just_enough() -> None:
    for used, is_named in ((50, True), (51, False)):
        held = Held(pools=(replace(CAD, used=Decimal(used)),))
        found = codes(bound(DRAWING, OTHER, charges=(SEATS, OTHER_SEATS), held=held))
        assert ("contract-overlap" in found) is is_named


def test_of_unknown_use_only_two_contracts_for_the_whole_are_named() -> None:
    held = Held(pools=(replace(CAD, used=None),))
    whole = replace(OTHER_SEATS, quantity=Decimal(50))

    assert "contract-overlap" not in codes(bound(DRAWING, OTHER, charges=(SEATS, OTHER_SEATS), held=held))
    assert "contract-overlap" in codes(bound(DRAWING, OTHER, charges=(SEATS, whole), held=held))


def test_two_maintenance_contracts_for_one_machine_are_named() -> None:
    assert "contract-overlap" in codes(both_cover(PRESS, AGAIN, item="i-1"))
    assert "contract-overlap" in codes(both_cover(PRESS, replace(AGAIN, vendor="buckeye"), item="i-1"))


def test_for_a_service_only_two_of_one_vendor_and_kind_are_named() -> None:
    assert "contract-overlap" in codes(both_cover(PRESS, AGAIN, service="erp"))
    assert "contract-overlap" not in codes(both_cover(PRESS, replace(AGAIN, vendor="buckeye"), service="erp"))
    assert "contract-overlap" not in codes(both_cover(PRESS, replace(AGAIN, kind="insurance"), service="erp"))


def test_two_links_of_one_vendor_for_one_service_are_no_overlap() -> None:
    links = (replace(one, kind="circuit") for one in (PRESS, AGAIN))

    assert "contract-overlap" not in codes(both_cover(*links, service="erp"))


def test_what_ends_soon_is_followed_not_doubled() -> None:
    going = replace(AGAIN, renewal="none", starts_on=date(2026, 1, 1))
    given = replace(AGAIN, notice_given_on=date(2026, 11, 1))
    coming = replace(AGAIN, starts_on=date(2027, 1, 1))

    for one in (going, given, coming, replace(AGAIN, intent="end")):
        assert "contract-overlap" not in codes(both_cover(PRESS, one, item="i-1"))
    assert "contract-overlap" in codes(both_cover(PRESS, replace(going, initial_months=36), item="i-1"))
