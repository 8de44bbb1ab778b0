"""A site that opens gets what the site nearest to it in size has, as many as its people need.

Dayton is the only site: 24 sell, 10 pack, Tomas does IT; 35 people work there.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    KitFact,
    ModelFact,
    PersonFact,
    PoolFact,
    SiteFact,
    TeamFact,
)
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.demands import opening
from fullscore.engine.goals.goal import Goal
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plans import lines
from fullscore.engine.goals.plans.plan import Plan
from tests.engine.goals.mill import LAPTOP, LINK, each, goal, mill, numbers, of, people, planned
from tests.engine.goals.recomputing import wrong_in

D = Decimal
MARCH = date(2027, 3, 1)
ERIE, LIMA = SiteFact("erie", "Erie"), SiteFact("lima", "Lima")
FIREWALL = ModelFact("fw", "Firewall", "firewall", D(900))
SWITCH = ModelFact("sw", "Switch", "switch", D(700))


def opening_of(site: SiteFact, count: int) -> Goal:
    team = TeamFact("", "everybody")
    return Goal("asked", team, 0, count, Period(MARCH, MARCH), MARCH, site=site, is_new_site=True)


def standing(*models: str, site: str = "dayton", status: str = "in use") -> tuple[ItemFact, ...]:
    return tuple(ItemFact(f"{site}-{model}-{n}", model, status, site=site) for n, model in enumerate(models))


def with_things(*items: ItemFact, **others: object) -> Estate:
    estate = mill()
    return replace(estate, models=(LAPTOP, FIREWALL, SWITCH), items=(*estate.items, *items), **others)  # type: ignore[arg-type]


def figures(made: Plan) -> Iterator[Trace]:
    for one in (*made.orders, *made.covered):
        yield from lines.parts(one).values()


def test_what_stands_there_for_everybody_goes_by_the_number_of_people() -> None:
    made = planned(with_things(*standing("fw", "sw", "sw", "sw")), opening_of(ERIE, 20))

    # 20 of 35 people: one firewall times 20/35 is one, three switches times 20/35 are 1.7 and so two.
    assert [numbers(of(made, ref))[0] for ref in ("fw", "sw")] == [1, 2]
    assert wrong_in(*figures(made)) == []


def test_where_it_comes_from_is_said() -> None:
    made = planned(with_things(*standing("fw")), opening_of(ERIE, 20))

    assert (
        "Erie gets what Dayton has, where 35 people work: "
        "its link, its ports and what stands there for everybody"
    ) in {one.text for one in made.assumptions}


def test_people_who_join_a_site_that_is_there_bring_no_firewall() -> None:
    estate = with_things(*standing("fw"))
    dayton = estate.sites[0]

    assert each(planned(estate, replace(goal(estate), site=dayton)), "fw") == []


def test_a_site_that_stands_in_the_register_already_stands_there_once() -> None:
    estate = replace(mill(), sites=(SiteFact("dayton", "Dayton"), ERIE))

    for before in (estate, mill()):
        assert [one.ref for one in opening.opened(before, [opening_of(ERIE, 20)]).sites] == ["dayton", "erie"]


def test_the_pattern_is_the_site_nearest_in_size_and_the_larger_of_two() -> None:
    lima = tuple(replace(one, ref=f"l-{one.ref}", site="lima") for one in people("sales", 15))
    gone = tuple(replace(one, ref=f"g-{one.ref}", status="left") for one in lima)
    away = PersonFact("anywhere", "sales", None)
    estate = replace(mill(), people=(*mill().people, *lima, *gone, away), sites=(*mill().sites, LIMA))

    def like(count: int) -> tuple[str, str, int]:
        found = opening.pattern_of(estate, opening_of(ERIE, count))
        assert found is not None
        return found.site, found.name, found.people

    assert like(20) == ("lima", "Lima", 15)
    # 25 lies ten from 15 and ten from 35.
    assert like(25) == ("dayton", "Dayton", 35)
    assert opening.pattern_of(replace(estate, people=()), opening_of(ERIE, 20)) is None


def test_people_who_moved_in_already_make_a_new_site_no_pattern_of_itself() -> None:
    first = tuple(replace(one, ref=f"e-{one.ref}", site="erie") for one in people("sales", 4))
    estate = replace(mill(), people=(*mill().people, *first))
    found = opening.pattern_of(estate, opening_of(ERIE, 4))

    assert found is not None
    assert found.site == "dayton"


def test_only_what_is_in_use_there_and_held_by_nobody_is_taken_over() -> None:
    elsewhere = standing("fw", site="lima")
    spare = standing("fw", status="in stock")
    held = replace(standing("fw")[0], ref="held", holder="somebody who left")
    made = planned(with_things(*elsewhere, *spare, held, *standing("sw")), opening_of(ERIE, 35))

    assert [numbers(one)[0] for one in each(made, "sw")] == [1]
    assert [one.place for one in each(made, "fw") if one.served == ("asked",)] == []


def test_what_is_typed_of_the_patterns_ports_holds_for_the_new_sites_ports() -> None:
    ports = PoolFact("ports", "Ports Dayton", "ports", "site", "dayton", "ports", D(48), D(30))
    typed = KitFact("k", None, "dayton", None, None, None, "ports", D(2))
    estate = replace(mill(), pools=(ports, LINK), kits=(typed,), seats=())
    made = planned(estate, opening_of(ERIE, 20))

    new = of(made, "ports@erie")
    # Two ports each for twenty people; nothing is there yet.
    assert (numbers(new), new.name, new.place) == ((40, 0, 0, 0, 40, 40), "Ports Erie", "erie")
    assert of(made, "link@erie").name == "Internet link, Erie"


def test_a_site_that_opens_with_nobody_needs_nothing() -> None:
    made = planned(with_things(*standing("fw")), opening_of(ERIE, 0))

    assert (made.orders, made.covered) == ((), ())
