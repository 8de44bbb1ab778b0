"""What changes ask to be done, and what leaving it costs."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from fullscore.engine.calendars.recurring import recurring
from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.facts import Calendared, Unanswered
from fullscore.engine.changes.noticing import actions
from fullscore.engine.changes.problem import Demand, Hand, Job, Problem, Touch, Use
from fullscore.engine.changes.schedule import Placed
from fullscore.engine.changes.sides import Rate
from fullscore.engine.estate.graph import Graph, Link
from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.losses import PersonDay
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.titles_en import LONGEST, button, title

ON = date(2026, 11, 23)
BEGIN, END = datetime(2026, 11, 23, tzinfo=UTC), datetime(2027, 1, 25, tzinfo=UTC)
CRM = "services:crm"
GRAPH = Graph({CRM: "CRM", "items:fw": "Firewall"}, (Link(CRM, "items:fw"),))
SATURDAYS = recurring("6", "every week", "20:00", "22:00", ON, END.date(), "UTC")
STAFF = frozenset({"ann", "bob", "cem"})
OPEN = Use(CRM, STAFF, (Span(BEGIN, END),))
RATE = Rate(PersonDay(Decimal(400), "Ruth"), Decimal(8))
# The problem's Saturday evening: 28 November.
SATURDAY = datetime(2026, 11, 28, 20, tzinfo=UTC)


def _at(job: Job, start: datetime, *who: str) -> Placed:
    end = start + timedelta(minutes=job.minutes + job.rollback)
    return Placed(job.ref, start, end, end, who)


def _asked(*jobs: Job, placed: tuple[Placed, ...] = (), **said: object) -> tuple[Action, ...]:
    problem = Problem(
        jobs, GRAPH, BEGIN, END, ON, windows={CRM: SATURDAYS}, uses=(OPEN,),
        hands=(Hand("dana", "Dana"), Hand("tomas", "Tomas")),
    )  # fmt: skip
    return actions(Calendared(problem, placed, **said), on=ON)  # type: ignore[arg-type]


def _costs(action: Action, days: int) -> Decimal:
    assert action.loss is not None
    calendar = Problem((), GRAPH, BEGIN, END, ON).calendar
    return action.loss.on(ON + timedelta(days=days), calendar)


def test_an_owner_who_is_silent_near_the_notice_makes_the_change_wait() -> None:
    job = Job("fw", "Firewall upgrade", 60, notice_days=3, day_cost=Decimal(90))
    [found] = _asked(job, placed=(_at(job, SATURDAY),), unanswered=(Unanswered("fw", "ann", "Ann"),))

    assert (found.finding.code, found.finding.act_by) == ("change-unanswered", date(2026, 11, 25))
    assert say(found.finding) == "People are told by 25 November, and Ann does not answer. Ask again."
    assert title(found.finding) == "Get an answer on Firewall upgrade"
    # Wednesday is the last safe day: answered on Thursday nothing is lost, on Saturday two days are.
    assert [_costs(found, days) for days in (2, 3, 5)] == [0, 0, 180]


def test_an_owner_has_time_while_the_notice_is_far_off() -> None:
    job = Job("fw", "Firewall upgrade", 60, notice_days=3)
    later = _at(job, SATURDAY + timedelta(days=14))
    assert not _asked(job, placed=(later,), unanswered=(Unanswered("fw", "ann", "Ann"),))


def test_what_a_day_later_costs_is_asked_for_where_nobody_said_it() -> None:
    job = Job("fw", "Firewall upgrade", 60, due=date(2026, 11, 20))
    [found] = _asked(job)
    assert found.loss is None
    assert found.missing is not None
    assert (found.missing.ref, found.missing.field) == ("fw", "waiting_cost_day")


def test_work_at_its_longest_may_outlast_the_longest_window() -> None:
    job = Job("fw", "Firewall upgrade", 60, 30, longest=120, touches=(Touch("items:fw"),))
    [found] = _asked(job, placed=(_at(job, SATURDAY),), rate=RATE)

    assert found.finding.code == "change-window-short"
    assert say(found.finding) == "At worst it takes 2 h 30 min; the longest window of CRM has 2 h."
    # Half an hour of three people at 50 an hour, one time in twenty.
    assert _costs(found, 5) == Decimal(75) * Decimal("0.05")
    assert _costs(found, 4) == 0
    fits = Job("fw", "Firewall upgrade", 60, 30, longest=90, touches=(Touch("items:fw"),))
    assert not _asked(fits, placed=(_at(fits, SATURDAY),), rate=RATE)
    [unpriced] = _asked(job, placed=(_at(job, SATURDAY),))
    assert unpriced.missing is not None
    assert unpriced.missing.field == "person_day_cost"


def test_a_service_people_work_with_has_a_window() -> None:
    problem = Problem((), GRAPH, BEGIN, END, ON, uses=(OPEN,))
    [found] = actions(Calendared(problem, ()), on=ON)
    assert (found.finding.code, found.finding.subject.ref) == ("service-without-window", "crm")
    assert say(found.finding) == "3 people work with it, and it may stop at any hour."
    assert found.missing is not None


def test_somebody_works_on_two_changes_at_once() -> None:
    dana = (Demand(("dana",)),)
    one = Job("fw", "Firewall", 60, crew=dana)
    other = Job("wifi", "Wi-Fi", 60, crew=dana, day_cost=Decimal(10))
    half = SATURDAY + timedelta(minutes=30)
    placed = (_at(one, SATURDAY, "dana"), _at(other, half, "dana"))
    [found] = _asked(one, other, placed=placed)

    assert (found.finding.code, found.finding.subject.ref) == ("person-double-booked", "wifi")
    assert say(found.finding) == "Dana works on Firewall on 28 November at 20:30 as well."
    assert found.finding.act_by == date(2026, 11, 27)
    assert not _asked(one, other, placed=(placed[0], _at(other, SATURDAY + timedelta(hours=1), "dana")))


def test_nobody_is_left_for_the_second_of_two_at_once() -> None:
    """The calendar leaves out who works where nobody is free: that is double-booked all the same."""
    one, other = (Job(ref, ref, 60, crew=(Demand(("dana",)),)) for ref in ("fw", "wifi"))
    [found] = _asked(one, other, placed=(_at(one, SATURDAY, "dana"), _at(other, SATURDAY)))
    assert (found.finding.code, found.finding.subject.ref) == ("person-double-booked", "wifi")


def test_a_change_wanted_by_a_day_that_has_passed_costs_each_day_more() -> None:
    job = Job("fw", "Firewall", 60, due=date(2026, 11, 20), day_cost=Decimal(90))
    [found] = _asked(job, placed=(_at(job, SATURDAY),))
    assert found.finding.code == "change-overdue"
    assert say(found.finding) == "It was wanted 3 days ago, by 20 November; it is set for 28 November."
    assert [_costs(found, days) for days in (0, 7)] == [0, 630]


def test_a_change_whose_date_went_by_is_asked_about() -> None:
    job = Job("fw", "Firewall", 60, due=date(2026, 11, 20))
    [found] = _asked(job, missed={"fw": date(2026, 11, 19)})
    assert found.finding.code == "change-date-passed"
    assert say(found.finding) == "It was set for 19 November. Say how it went, or give it another date."


def test_one_vendor_is_not_asked_for_twice_on_an_evening() -> None:
    one = Job("fw", "Firewall", 60, vendor="acme")
    other = Job("wifi", "Wi-Fi", 60, vendor="acme", day_cost=Decimal(10))
    late = SATURDAY + timedelta(hours=2)
    [found] = _asked(one, other, placed=(_at(one, SATURDAY), _at(other, late)), vendors={"acme": "Acme"})
    assert (found.finding.code, found.finding.subject.ref) == ("vendor-double-booked", "wifi")
    assert say(found.finding) == "Acme is asked for Firewall on 28 November too."
    assert not _asked(one, other, placed=(_at(one, SATURDAY), _at(other, late + timedelta(days=1))))


def test_every_line_fits_and_has_a_button() -> None:
    name = "A change with a name that goes on and on until nobody reads it, as names do"
    job = Job("fw", name, 60, 90, due=date(2026, 11, 20), vendor="a", crew=(Demand(("dana",)),),
              notice_days=3, touches=(Touch("items:fw"),))  # fmt: skip
    twin = Job("twin", name, 60, vendor="a", crew=(Demand(("dana",)),))
    found = _asked(
        job, twin, placed=(_at(job, SATURDAY, "dana"), _at(twin, SATURDAY, "dana")),
        unanswered=(Unanswered("fw", "ann", "Ann"),),
    )  # fmt: skip
    codes = {"change-unanswered", "change-window-short", "change-overdue", "vendor-double-booked"}
    assert codes < {each.finding.code for each in found}
    for each in found:
        assert len(title(each.finding)) <= LONGEST
        assert button(each.finding) != "See it"
        assert len(say(each.finding)) <= 110  # two lines of a phone
