"""Things to do as the tests of Today write them down, and any such things."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.actions import Action, Missing
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.losses import Counted, Loss, Step

MONDAY = date(2026, 11, 23)
# Thanksgiving and the day after: Monday, Tuesday and Wednesday are the working days of this week.
CALENDAR = Calendar("12345", {date(2026, 11, 26): "Thanksgiving", date(2026, 11, 27): "Day after"})
PRICE = Missing("contracts", "x", "price", "its price")


def thing(
    ref: str, act_by: date | None, *steps: Step, hours: str = "1", cause: str = "", code: str = "thing",
    group: str = "", missing: Missing | None = None,
) -> Action:  # fmt: skip
    """Return something to do; without steps nobody knows what waiting costs."""
    finding = Finding(code, Subject("contracts", ref), act_by=act_by)
    return Action(finding, Loss(steps) if steps else None, Decimal(hours), group, cause, missing)


def once(on: date, amount: str, likely: str = "1") -> Step:
    return Step(on, lump=Decimal(amount), probability=Decimal(likely))


def daily(since: date, amount: str | Decimal) -> Step:
    return Step(since, per_day=Decimal(amount))


def workdays(since: date, amount: str) -> Step:
    return Step(since, per_day=Decimal(amount), counts=Counted.WORKING_DAYS)


DAYS = st.integers(-40, 40).map(lambda count: MONDAY + timedelta(days=count))
AMOUNTS = st.one_of(st.just(Decimal(0)), st.integers(0, 2000).map(lambda whole: Decimal(whole) / 4))
STEPS = st.builds(
    Step, DAYS, AMOUNTS, AMOUNTS, st.sampled_from([Decimal(1), Decimal("0.5"), Decimal(0), Decimal("0.1")]),
    counts=st.sampled_from(Counted),
)  # fmt: skip
CALENDARS = st.builds(
    Calendar, st.sampled_from(["12345", "1234567", "135", "67"]),
    st.sets(DAYS, max_size=5).map(lambda days: dict.fromkeys(days, "closed")),
)  # fmt: skip


@st.composite
def actions(draw: st.DrawFn, most: int = 12) -> tuple[Action, ...]:
    """Return things to do, some of one group, some with the same cause, some that nobody can price."""
    return tuple(
        thing(
            f"c{number}", draw(st.one_of(st.none(), DAYS)), *draw(st.lists(STEPS, max_size=2)),
            hours=draw(st.sampled_from(["0", "0.25", "1", "8", "20"])),
            cause=draw(st.sampled_from(["", "", "one", "two"])), code=draw(st.sampled_from("ab")),
            group=draw(st.sampled_from(["", "", "vendors:ms"])),
            missing=draw(st.sampled_from([None, PRICE])),
        )
        for number in range(draw(st.integers(0, most)))
    )  # fmt: skip
