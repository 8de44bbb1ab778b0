"""Both sides of a change in the same figures: an hour is lost once, and money and hours say the same."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.sides import Rate, amount, at_most, disturbed, kept_free, week, work_of, worth
from fullscore.engine.estate.usage import Usage, spans_of
from fullscore.engine.findings.losses import PersonDay

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
RATE = Rate(PersonDay(Decimal(360), "Ruth"), Decimal(9))
PEOPLE = [f"p{at}" for at in range(5)]
HOURS = st.sampled_from(("Mon-Fri 08:00-17:00", "Mon-Sun 06:00-14:00", "Mon 22:00-24:00", ""))
USAGES = st.lists(
    st.builds(
        Usage, st.just("row"), st.sampled_from(("services:crm", "services:mail")),
        st.frozensets(st.sampled_from(PEOPLE), min_size=1), HOURS, st.just("UTC"),
        st.just(("uses", "row", "hours")),
    ),
    max_size=4,
)  # fmt: skip
SPANS = st.builds(
    lambda start, minutes: Span(
        MONDAY + timedelta(minutes=start), MONDAY + timedelta(minutes=start + minutes)
    ),
    st.integers(0, 4000), st.integers(1, 600),
)  # fmt: skip


@given(USAGES, SPANS)
def test_who_uses_two_services_loses_an_hour_once(usages: list[Usage], span: Span) -> None:
    """Counted again minute by minute."""
    spans = [(one.people, spans_of(one, span)) for one in usages]
    minutes = 0
    at = span.start
    while at < span.end:
        working = {
            person
            for people, found in spans
            for person in people
            if any(each.start <= at < each.end for each in found)
        }
        minutes += len(working)
        at += timedelta(minutes=1)

    assert disturbed(usages, span).value == Fraction(minutes, 60)


@given(USAGES, SPANS)
def test_without_a_date_it_is_never_less_than_with_one(usages: list[Usage], span: Span) -> None:
    people = len({person for one in usages for person in one.people})
    hours = Decimal(int(span.length.total_seconds())) / 3600

    assert amount(at_most(people, kept_free(hours, Decimal(0), "fw"))) + Decimal("0.0001") >= amount(
        disturbed(usages, span)
    )


def test_hours_become_money_and_money_hours_by_the_same_rate() -> None:
    hours = at_most(4, kept_free(Decimal("1.5"), Decimal("0.5"), "fw"))

    assert amount(worth(hours, RATE)) == Decimal(320)
    assert amount(work_of(week(Decimal(100), "fw"), RATE)) == Decimal("17.5")
