"""The forecast, for anything known: it adds up every way, knows no year's end, and evens out honestly."""

from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.budget.forecast import refresh
from fullscore.engine.budget.forecast.facts import Horizon, Known
from fullscore.engine.budget.forecast.forecast import WAYS, Forecast, amount_of, forecast, horizon_of
from fullscore.engine.budget.forecast.smoothing import by_year, smoothed, years_open
from fullscore.engine.estate.facts import Estate, ItemFact, ModelFact, PersonFact
from fullscore.engine.vendors.facts import Bound
from tests.engine.budget.forecast.generated import estates, knowns, months, todays
from tests.engine.goals.recomputing import wrong_in
from tests.engine.vendors.month_by_month import diary
from tests.engine.vendors.test_totals_properties import bounds

lengths = st.sampled_from([1, 3, 5])
EVEN = "in even cohorts"
hows = st.sampled_from(["as due", EVEN])
DAY = timedelta(days=1)


def by_month(found: Forecast) -> dict[int, Decimal]:
    last = found.spans[-1].last
    return {month: found.month(month) for month in range(found.spans[0].first, last + 1)}


def last_day(found: Forecast) -> date:
    year, month = divmod(found.spans[-1].last, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


@given(knowns(), todays, months, lengths, hows)
def test_the_total_is_the_sum_of_its_parts_in_every_grouping(
    known: Known, on: date, start: int, years: int, how: str
) -> None:
    found = forecast(known, on=on, fiscal_start=start, years=years, is_smoothed=how == EVEN)
    spans = [amount_of(each) for each in found.years]
    for way in WAYS:
        grouped = list(found.by(way).values())
        assert [
            sum((amount_of(each[at]) for each in grouped), Decimal(0)) for at in range(len(spans))
        ] == spans
    assert amount_of(found.total) == sum((spans[place] for place in found.whole), Decimal(0))
    rest = Decimal(0) if found.rest is None else amount_of(found.rest)
    assert amount_of(found.total) + rest == sum(
        (amount for part in found.parts for amount in part.amounts.values()), Decimal(0)
    )


@given(knowns(), todays, months, lengths, hows)
def test_twelve_months_are_the_year(known: Known, on: date, start: int, years: int, how: str) -> None:
    found = forecast(known, on=on, fiscal_start=start, years=years, is_smoothed=how == EVEN)
    whole = [found.spans[place] for place in found.whole]
    assert len(whole) == years
    assert all(one.last - one.first == 11 and one.begin.month == start for one in whole)
    for place, span in enumerate(found.spans):
        months = [found.month(month) for month in range(span.first, span.last + 1)]
        assert sum(months, Decimal(0)) == amount_of(found.years[place])


@given(knowns(), todays, months, months)
def test_moving_the_fiscal_year_changes_no_month(known: Known, on: date, one: int, other: int) -> None:
    first, second = (by_month(forecast(known, on=on, fiscal_start=each, years=3)) for each in (one, other))
    shared = first.keys() & second.keys()
    assert len(shared) >= 36
    assert {month: first[month] for month in shared} == {month: second[month] for month in shared}


@given(knowns(), todays, months)
def test_no_month_is_skipped_or_counted_twice_over_the_ends_of_years(
    known: Known, on: date, start: int
) -> None:
    found = forecast(known, on=on, fiscal_start=start, years=5)
    places = [month for span in found.spans for month in range(span.first, span.last + 1)]
    assert places == list(range(on.year * 12 + on.month - 1, found.spans[-1].last + 1))
    assert all(set(part.amounts) <= set(places) for part in found.parts)
    assert found.spans[-1].last == found.first.year * 12 + found.first.month - 2 + found.months


@given(knowns(), todays, months)
def test_a_longer_forecast_begins_like_a_shorter_one(known: Known, on: date, start: int) -> None:
    shorter, longer = (by_month(forecast(known, on=on, fiscal_start=start, years=each)) for each in (1, 5))
    assert shorter.items() <= longer.items()


@given(bounds(), todays, months, lengths)
def test_contracts_are_paid_as_a_bookkeeper_would_write_down(
    bound: Bound, on: date, start: int, years: int
) -> None:
    found = forecast(Known(bound), on=on, fiscal_start=start, years=years)
    written: Counter[int] = Counter()
    for entry in diary(bound, on, on.replace(day=1), last_day(found)):
        written[entry.day.year * 12 + entry.day.month - 1] += entry.amount  # type: ignore[assignment]  # money
    assert by_month(found) == {month: Decimal(written[month]) for month in by_month(found)}


@given(estates(), todays, lengths)
def test_things_are_replaced_as_somebody_would_who_looks_every_day(
    estate: Estate, on: date, years: int
) -> None:
    known = Known(estate=estate)
    horizon = horizon_of(on, 1, years)
    found = Counter((one.item.ref, one.month) for one in refresh.units(known, horizon)[0])
    assert found == Counter(walked(known, horizon))


def walked(known: Known, horizon: Horizon) -> list[tuple[str, int]]:
    """Go from day to day: whatever is past its age today is replaced, and is new from then on."""
    models = {one.ref: one for one in known.estate.models}
    holders = {one.ref: one for one in known.estate.people}
    seen = []
    for item in known.estate.items:
        model, bought, typed = models.get(item.model or ""), item.purchased_on, item.replace_by
        if model is None or item.status not in {"in use", "in repair"}:
            continue
        day, is_first = horizon.on, True
        while day.year * 12 + day.month - 1 <= horizon.last:
            due = typed or (bought and model.life_months and later(bought, model.life_months)) or None
            if due is None:
                break
            if due > day:
                day += DAY
                continue
            if not uses(item, due, horizon.on, holders):
                break
            seen.append((item.ref, day.year * 12 + day.month - 1))
            if is_first:
                model, is_first = last_of(models, model.ref), False
            bought, typed = day, None
    return seen


def last_of(models: dict[str, ModelFact], ref: str) -> ModelFact:
    seen = [ref]
    while (following := models[ref].successor) in models and following not in seen:
        ref = following
        seen.append(ref)
    return models[ref]


def later(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 + months
    year, of_year = divmod(month, 12)
    return date(year, of_year + 1, min(day.day, monthrange(year, of_year + 1)[1]))


def uses(item: ItemFact, due: date, on: date, holders: dict[str, PersonFact]) -> bool:
    if item.holder is None:
        return True
    ends = holders[item.holder].ends_on
    return ends is None or (ends >= on and ends >= due)


@given(estates(40), todays, months, lengths)
def test_even_cohorts_cost_the_same_and_nothing_comes_late(
    estate: Estate, on: date, start: int, years: int
) -> None:
    horizon = horizon_of(on, start, years)
    units = refresh.units(Known(estate=estate), horizon)[0]
    even, effect = smoothed(units, horizon)
    assert sum(one.cost for one in units) == sum(one.cost for one in even)
    assert sum(effect.before) == sum(effect.after)
    assert effect.after == by_year(even, horizon)
    for before, after in zip(units, even, strict=True):
        assert before.item is after.item
        assert horizon.now <= after.month <= before.month
        assert (before.month - after.month) % 12 == 0
        if horizon.year_of(before.month) is None:
            assert after.month == before.month


@given(estates(40), todays, months, lengths)
def test_no_year_is_more_than_one_replacement_above_one_it_could_be_moved_to(
    estate: Estate, on: date, start: int, years: int
) -> None:
    horizon = horizon_of(on, start, years)
    units = refresh.units(Known(estate=estate), horizon)[0]
    even, effect = smoothed(units, horizon)
    assert max(effect.after) <= max(effect.before)
    for before, after in zip(units, even, strict=True):
        for place in years_open(before, horizon):
            own = horizon.year_of(after.month)
            assert own is not None
            assert effect.after[own] <= effect.after[place] + after.cost


@given(knowns(), todays, months, hows)
def test_every_figure_is_recomputed_by_a_strangers_script(
    known: Known, on: date, start: int, how: str
) -> None:
    found = forecast(known, on=on, fiscal_start=start, years=3, is_smoothed=how == EVEN)
    groups = [trace for way in ("purpose", "team", "service") for cells in found.by(way).values()
              for trace in cells]  # fmt: skip
    months = (part.within(month, month) for part in found.parts for month in list(part.amounts)[:14])
    assert wrong_in(*months) == []
    assert wrong_in(found.total, *found.years, *groups, *(part.trace for part in found.parts)) == []


@given(knowns(), todays, months)
def test_what_has_no_price_is_named_and_never_nothing(known: Known, on: date, start: int) -> None:
    found = forecast(known, on=on, fiscal_start=start, years=3)
    named = {(one.kind, one.ref) for one in found.unknown}
    for one in known.asked:
        if one.once is None and one.year is None and one.came_on is None:
            assert ("plan", one.plan) in named
    for project in known.projects:
        priced = project.once is not None or project.year is not None or project.outlays
        assert (("project", project.ref) in named) or (project.option and priced)
    assert all(one.count > 0 for one in found.unknown)
