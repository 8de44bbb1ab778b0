"""What an outage takes from people, and what that comes to: days worked by hand, and half hours counted."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from docs.recompute import recompute
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.spans import Span
from fullscore.engine.estate.facts import PersonFact
from fullscore.engine.estate.graph import State
from fullscore.engine.estate.outages import Outage, Rates, outage
from fullscore.engine.estate.services import ServiceFact
from fullscore.engine.estate.usage import Houses, Place, Usage, UseFact, spans_of, usages
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.findings.trace import Trace, as_document

DOWN, DEGRADED = State.DOWN, State.DEGRADED
MONDAY = date(2026, 11, 23)
CRM, ERP = "services:crm", "services:erp"


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 23, hour, minute, tzinfo=UTC)


def use(service: str, people: str, hours: str, zone: str = "UTC") -> Usage:
    return Usage(f"{service}-{people}", service, frozenset(people), hours, zone, ("teams", people, "hours"))


RATES = Rates(
    {"crm": ServiceFact("crm", "CRM", None, Decimal(46), "Ruth Morrow", date(2026, 9, 3))},
    PersonDay(Decimal(320), "Dana"), Decimal(8),
)  # fmt: skip


def value(trace: Trace | None) -> Fraction | None:
    return None if trace is None else Fraction(str(trace.value))


def agrees(trace: Trace | None) -> bool:
    """Say whether the script beside the documents comes to the same figure."""
    wrong: list[str] = []
    if trace is not None:
        recompute(dict(as_document(trace)), "figure", wrong)
    return wrong == []


def test_three_sellers_lose_two_hours_each_and_it_costs_what_ruth_said() -> None:
    found = outage({CRM: DOWN}, [use(CRM, "abc", "Mon-Fri 06:00-14:00")], Span(at(12), at(18)), RATES)
    (crm,) = found.services

    assert (value(found.lost), value(crm.hours), value(found.money)) == (6, 2, 92)
    assert found.people == {"a", "b", "c"}
    assert found.is_money_whole
    assert "Ruth Morrow, 3 September 2026" in str(as_document(crm.money or Trace(None)))
    assert agrees(found.lost)
    assert agrees(found.money)


def test_who_uses_two_services_that_are_down_loses_an_hour_once() -> None:
    both = [use(CRM, "ab", "08:00-16:00"), use(ERP, "bc", "08:00-16:00")]
    found = outage({CRM: DOWN, ERP: DOWN}, both, Span(at(8), at(9)), RATES)

    assert value(found.lost) == 3
    # CRM by its own figure, and of the ERP's people only the one whose hour is not paid for by that.
    assert value(found.money) == 46 + 40


def test_what_only_gets_worse_is_counted_apart_and_costs_nothing() -> None:
    found = outage({CRM: DEGRADED}, [use(CRM, "ab", "08:00-16:00")], Span(at(8), at(10)), RATES)

    assert (value(found.lost), value(found.worse), found.money) == (0, 4, None)


def test_an_hour_lost_is_not_made_harder_as_well() -> None:
    both = [use(CRM, "ab", "08:00-16:00"), use(ERP, "bc", "08:00-16:00")]
    found = outage({CRM: DOWN, ERP: DEGRADED}, both, Span(at(8), at(9)), RATES)

    assert (value(found.lost), value(found.worse)) == (2, 1)


def test_what_nobody_said_is_not_known_and_never_nought() -> None:
    found = outage({CRM: DOWN}, [], Span(at(8), at(10)), RATES)

    assert (found.lost, found.money, found.is_money_whole) == (None, None, False)


def test_clinics_keep_their_own_clock() -> None:
    harlow = use(CRM, "a", "Mon-Fri 07:30-18:00", "America/Chicago")
    spans = spans_of(harlow, Span(at(0), at(23)))

    assert [(span.start, span.end) for span in spans] == [
        (at(13, 30).astimezone(spans[0].start.tzinfo), at(23)),
    ]  # fmt: skip


def test_nobody_works_on_a_closed_day_and_hours_nobody_understands_are_all_hours() -> None:
    assert spans_of(use(CRM, "a", "08:00-16:00"), Span(at(8), at(9)), {MONDAY}) == ()
    assert spans_of(use(CRM, "a", "now and then"), Span(at(3), at(4))) == (Span(at(3), at(4)),)


def _houses(**said: str) -> Houses:
    return Houses(
        (UseFact("u", "crm", "sales", None, said.get("use", "")),),
        (PersonFact("ada", "sales", "lima"), PersonFact("ben", "sales", None, status="left")),
        {"sales": Place("teams", "sales", "Sales", said.get("team", ""))},
        {"lima": Place("sites", "lima", "Lima", said.get("site", ""), "America/Lima")},
        {"crm": Place("services", "crm", "CRM", said.get("service", ""))},
        "America/New_York", "12345", "08:00", "17:00",
    )  # fmt: skip


def test_hours_of_use_are_those_of_whoever_says_them_first() -> None:
    said = {"use": "05:00-06:00", "team": "06:00-07:00", "site": "07:00-08:00", "service": "08:00-09:00"}
    for name in tuple(said):
        (found,) = usages(_houses(**said), on=MONDAY)
        assert (found.hours, found.people, found.zone) == (said.pop(name), {"ada"}, "America/Lima")
    (found,) = usages(_houses(), on=MONDAY)
    assert found.hours == "Mon, Tue, Wed, Thu, Fri 08:00-17:00"


HOURS = st.sampled_from(["08:00-12:00", "Mon-Fri 06:00-22:00", "22:00-06:00", "Sat 09:00-10:00", "always"])
PEOPLE = st.frozensets(st.sampled_from("abcdef"), min_size=1)
USES = st.lists(
    st.builds(
        lambda service, people, hours: Usage("u", service, people, hours, "UTC", ("uses", "u", "hours")),
        st.sampled_from([CRM, ERP]), PEOPLE, HOURS,
    ),
    max_size=5,
)  # fmt: skip
STATES = st.dictionaries(st.sampled_from([CRM, ERP]), st.sampled_from([DOWN, DEGRADED]))
LENGTHS = st.integers(1, 20)


def _slowly(states: dict[str, State], uses: list[Usage], begin: datetime, halves: int) -> tuple[int, int]:
    """Count half hours of people one by one: down first, what is only worse where it is not down as well."""
    lost = worse = 0
    for step in range(halves):
        now = Span(begin + step * timedelta(minutes=30), begin + (step + 1) * timedelta(minutes=30))
        for who in "abcdef":
            mine = {states.get(each.service) for each in uses if who in each.people and spans_of(each, now)}
            lost += DOWN in mine
            worse += DEGRADED in mine and DOWN not in mine
    return lost, worse


@given(STATES, USES, LENGTHS)
def test_hours_lost_are_those_a_count_of_half_hours_finds(
    states: dict[str, State], uses: list[Usage], halves: int
) -> None:
    span = Span(at(5), at(5) + halves * timedelta(minutes=30))
    found = outage(states, uses, span, RATES)
    lost, worse = _slowly(states, uses, span.start, halves)

    assert (value(found.lost) or 0, value(found.worse) or 0) == (Fraction(lost, 2), Fraction(worse, 2))
    assert _all_agree(found)


def _all_agree(found: Outage) -> bool:
    each = [trace for one in found.services for trace in (one.hours, one.money)]
    return all(agrees(trace) for trace in (found.lost, found.worse, found.money, *each))


@given(STATES, STATES, USES, LENGTHS)
def test_more_that_is_down_never_takes_less(
    states: dict[str, State], more: dict[str, State], uses: list[Usage], halves: int
) -> None:
    span = Span(at(5), at(5) + halves * timedelta(minutes=30))
    both = {node: max(states.get(node, State.UP), more.get(node, State.UP)) for node in {*states, *more}}
    few, many = (outage(each, uses, span, RATES) for each in (states, both))

    assert (value(few.lost) or 0) <= (value(many.lost) or 0)
    assert few.people <= many.people
