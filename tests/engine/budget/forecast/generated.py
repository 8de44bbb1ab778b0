"""Anything a forecast can be made from, for Hypothesis."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from fullscore.engine.budget.forecast.facts import AskedFact, Booked, Known, OutlayFact, ProjectFact
from fullscore.engine.estate.facts import Estate, ItemFact, ModelFact, OfferFact, PersonFact
from fullscore.engine.estate.held import HeldPool
from tests.engine.vendors.test_totals_properties import bounds

days = st.dates(date(2023, 1, 1), date(2033, 12, 31))
money = st.decimals(0, 9_999, places=2)
lives = st.none() | st.integers(1, 60)
todays = st.dates(date(2025, 1, 1), date(2027, 12, 31)) | st.just(date(2024, 2, 29))
months = st.integers(1, 12)


@st.composite
def estates(draw: st.DrawFn, most: int = 12) -> Estate:
    """Return things of three models, some held by people who leave; a model may follow another."""
    refs = ["lap", "desk", "srv"]
    models = tuple(
        ModelFact(ref, ref.title(), "laptop", unit_cost=draw(st.none() | money), life_months=draw(lives),
                  successor=draw(st.sampled_from([None, None, *refs])))
        for ref in refs
    )  # fmt: skip
    people = tuple(
        PersonFact(f"p-{n}", draw(st.sampled_from(["ops", "sales", None])), None,
                   ends_on=draw(st.none() | days))
        for n in range(3)
    )  # fmt: skip
    holders = st.sampled_from([None, None, *(one.ref for one in people)])
    items = tuple(
        ItemFact(f"i-{n}", draw(st.sampled_from([*refs, None])),
                 draw(st.sampled_from(["in use", "in use", "in repair", "in stock"])), draw(holders),
                 purchased_on=draw(st.none() | days), replace_by=draw(st.none() | days))
        for n in range(draw(st.integers(0, most)))
    )  # fmt: skip
    offers = tuple(
        OfferFact(f"o-{n}", ref, None, draw(st.integers(1, 20)), draw(money))
        for n, ref in enumerate(draw(st.lists(st.sampled_from(refs), max_size=3)))
    )
    return Estate(models=models, people=people, items=items, offers=offers)


@st.composite
def knowns(draw: st.DrawFn) -> Known:
    """Return contracts, things, accepted plans and accepted proposals."""
    bound, estate = draw(bounds()), draw(estates())
    refs = [one.ref for one in bound.contracts]
    pool = HeldPool("cad", "Drawing", capacity=draw(money), used=draw(money), unit_cost=draw(money))
    charges = tuple(replace(one, pool=draw(st.sampled_from([None, "cad"]))) for one in bound.charges)
    bound = replace(bound, charges=charges, held=replace(bound.held, pools=(pool,)))
    some = st.dictionaries(st.sampled_from([one.ref for one in estate.items] or ["none"]), days, max_size=4)
    return Known(
        bound, estate, ends=draw(some), warranties=draw(some),
        booked={ref: Booked(draw(st.sampled_from(["run", "grow", "secure"]))) for ref in refs[:2]},
        asked=tuple(draw(st.lists(asked, max_size=3))), projects=tuple(draw(st.lists(projects, max_size=3))),
    )  # fmt: skip


asked = st.builds(
    AskedFact, st.just("r-1"), st.just("g-1"), st.sampled_from(["models", "pools"]), st.just("lap"),
    st.just("Laptops"), days, st.none() | money, st.none() | money, st.sampled_from([None, "ops"]),
    st.none() | days,
)  # fmt: skip
outlays = st.builds(OutlayFact, st.just("y"), st.integers(1, 6), money)
projects = st.builds(
    ProjectFact, st.just("mfa"), st.just("Second factor"), st.sampled_from(["run", "grow", "secure"]), days,
    st.sampled_from([None, "mfa-full"]), st.just("for all"), st.none() | money, st.none() | money,
    st.lists(outlays, max_size=2).map(tuple),
)  # fmt: skip
