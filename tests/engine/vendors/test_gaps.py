"""Services that rest on things out of support."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.held import Held, HeldItem
from fullscore.engine.estate.services import ServiceFact, SupportFact
from fullscore.engine.findings.actions import Missing
from fullscore.engine.findings.finding import Basis
from fullscore.engine.vendors.facts import Bound, ContractFact, CoverFact
from fullscore.engine.vendors.gaps import gaps
from tests.engine.goals.recomputing import wrong_in
from tests.engine.vendors.morrow import TODAY, bound, codes, needed, said, todo

SERVER = HeldItem("srv-1", name="Server 1", warranty_ends_on=date(2026, 5, 3))
ERP = ServiceFact("erp", "ERP", outage_cost_hour=Decimal(300))
CARE = ContractFact(
    "care", "Server care", kind="maintenance", owner="dana", intent="keep", starts_on=date(2026, 1, 1),
    initial_months=12, renewal="tacit", renewal_months=12, notice=1,
)  # fmt: skip
ON_SERVER = SupportFact("erp-srv", "erp", item="srv-1")
COVERS_SERVER = CoverFact("care-srv", "care", item="srv-1")


def estate(*contracts: ContractFact, item: HeldItem = SERVER, **more: object) -> Bound:
    told = {"services": (ERP,), "supports": (ON_SERVER,), "held": Held(items=(item,))} | more
    return bound(*contracts, **told)


def test_a_service_on_a_server_out_of_warranty_is_named_with_the_day() -> None:
    action = needed(todo(estate(), "service-support-gap"))

    assert (
        said(action.finding) == "ERP rests on it; its support ended on 3 May 2026, and no contract covers it."
    )
    assert action.finding.values["since"] == date(2026, 5, 4)
    assert (action.finding.subject.ref, action.group, action.loss) == ("erp", "items:srv-1", None)
    # A working day without it, as somebody estimated; how likely it is nobody has said.
    assert (action.finding.at_stake, action.finding.basis) == (2400, Basis.ASSUMED)
    assert action.finding.trace is not None
    assert wrong_in(action.finding.trace) == []


def test_without_the_cost_of_an_hour_that_is_what_is_missing() -> None:
    action = needed(todo(estate(services=(replace(ERP, outage_cost_hour=None),)), "service-support-gap"))

    assert action.finding.at_stake is None
    assert action.missing == Missing("services", "erp", "outage_cost_hour", "an hour without it costs")


def test_a_warranty_that_ends_today_still_holds() -> None:
    assert codes(estate(item=replace(SERVER, warranty_ends_on=TODAY))) == set()


def test_an_unknown_warranty_and_a_retired_server_are_no_gap() -> None:
    assert codes(estate(item=replace(SERVER, warranty_ends_on=None))) == set()
    assert codes(estate(item=replace(SERVER, status="retired"))) == set()


def test_a_contract_in_force_for_the_server_or_its_service_closes_the_gap() -> None:
    priced = replace(CARE, price=Decimal(900))

    assert codes(estate(priced, covers=(COVERS_SERVER,))) == set()
    assert codes(estate(priced, covers=(CoverFact("c", "care", service="erp"),))) == set()
    licence = replace(priced, kind="subscription")
    assert codes(estate(licence, covers=(CoverFact("c", "care", service="erp"),))) == {"service-support-gap"}


def test_a_contract_that_has_ended_moves_the_day_and_one_to_come_does_not_help() -> None:
    ended = replace(CARE, renewal="none", starts_on=date(2025, 9, 1))
    action = needed(todo(estate(ended, covers=(COVERS_SERVER,)), "service-support-gap"))
    assert action.finding.values["since"] == date(2026, 9, 1)

    coming = replace(CARE, starts_on=date(2027, 1, 1))
    assert "service-support-gap" in codes(estate(coming, covers=(COVERS_SERVER,)))


def test_services_that_rest_on_services_rest_on_their_servers_too_even_in_a_circle() -> None:
    mes, mail = ServiceFact("mes", "MES"), ServiceFact("mail", "Mail")
    supports = (
        ON_SERVER, SupportFact("mes-erp", "mes", other="erp"), SupportFact("erp-mes", "erp", other="mes"),
        SupportFact("mes-mes", "mes", other="mes"), SupportFact("mail-pool", "mail", pool="cad"),
    )  # fmt: skip
    found = estate(services=(ERP, mes, mail), supports=supports)

    assert [one.finding.subject.ref for one in gaps(found, (), on=TODAY)] == ["erp", "mes"]


def test_the_server_longest_without_support_is_named_and_the_others_counted() -> None:
    older = HeldItem("srv-0", name="Server 0", warranty_ends_on=date(2025, 12, 31))
    supports = (ON_SERVER, SupportFact("erp-old", "erp", item="srv-0"))
    action = needed(todo(estate(supports=supports, held=Held(items=(SERVER, older))), "service-support-gap"))

    assert (action.finding.values["name"], action.finding.values["more"]) == ("Server 0", 1)
    assert said(action.finding) == (
        "ERP rests on it; its support ended on 31 December 2025, and no contract covers it."
    )


links = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)
things = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=6)


@given(others=links, items=things, ended=st.sets(st.integers(0, 4)))
def test_a_service_has_a_gap_exactly_when_something_it_reaches_is_out_of_support(
    others: list[tuple[int, int]], items: list[tuple[int, int]], ended: set[int]
) -> None:
    supports = (
        *(SupportFact(f"o-{at}", f"sv-{one}", other=f"sv-{two}") for at, (one, two) in enumerate(others)),
        *(SupportFact(f"i-{at}", f"sv-{one}", item=f"item-{two}") for at, (one, two) in enumerate(items)),
    )
    held = Held(items=tuple(
        HeldItem(f"item-{number}", warranty_ends_on=date(2026, 1, 1) if number in ended else date(2027, 1, 1))
        for number in range(5)
    ))  # fmt: skip
    services = tuple(ServiceFact(f"sv-{number}", f"Service {number}") for number in range(6))
    found = estate(services=services, supports=supports, held=held)

    reached = {(one, one) for one in range(6)} | set(others)
    for _ in range(6):
        reached |= {(one, end) for one, mid in reached for start, end in reached if mid == start}
    expected = {f"sv-{one}" for one, two in reached for at, item in items if at == two and item in ended}
    assert {one.finding.subject.ref for one in gaps(found, (), on=TODAY)} == expected
