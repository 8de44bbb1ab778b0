"""The calendar of changes: rows become one problem, dates are tried, moved, found, taken and taken back."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pytest_django.fixtures import Settings

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.titles_en import title
from fullscore.engine.registers.access import Member, NotAllowedError
from fullscore.store.models import (
    Absence,
    CalendarEntry,
    CalendarSource,
    Change,
    Freeze,
    HistoryEntry,
    Item,
    Organisation,
    Person,
    Predecessor,
    ScheduleRun,
    Service,
    Site,
    Window,
)
from fullscore.usecases import changes
from fullscore.usecases.changes import living
from fullscore.usecases.changes.posing import Asked, Posed, posed
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError
from tests.conftest import NOW, TODAY, MemberFactory
from tests.store.mill import row
from tests.usecases.changing import furnish

pytestmark = pytest.mark.django_db
DECEMBER = {"begin": date(2026, 12, 1), "end": date(2026, 12, 31)}
WORK = {"touches": "Firewall HQ: down", "crew": "1 with network", "likely_hours": "1 h"}


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    """CRM may only be away on Saturdays from 22:00 to 04:00."""
    furnish(organisation)
    crm = Service.objects.of(organisation.pk).get(ref="crm")
    row(
        Window, organisation, "sat", name="Saturdays", service=crm, weekdays="6", opens_at="22:00",
        closes_at="04:00",
    )  # fmt: skip
    return organisation


def add(by: Member, name: str, **more: str) -> str:
    return living.add(by=by, given={"name": name, **WORK, **more}, now=NOW).ref


def at(text: str, by: Member) -> datetime:
    return changes.moment_for(by=by, text=text)


def asked(house: Organisation, **more: object) -> Posed:
    return posed(house.pk, TODAY, NOW, **more)  # type: ignore[arg-type]  # whatever a test asks


def codes(found: "tuple[Finding, ...]") -> list[str]:
    return sorted(each.code for each in found)


def move(by: Member, ref: str, text: str, version: int | None = None, **more: bool) -> changes.Moved:
    return changes.move(by=by, ref=ref, start=at(text, by), version=version, on=TODAY, now=NOW, **more)


def schedule(by: Member, **more: object) -> dict[str, object]:
    return changes.schedule(by=by, on=TODAY, now=NOW, limit=5, **more)  # type: ignore[arg-type]


def starts(document: dict[str, object]) -> dict[str, str]:
    placed = document["placed"]
    assert isinstance(placed, list)
    return {each["ref"]: each["start"][:16] for each in placed}


def unplaced(document: dict[str, object]) -> list[dict[str, Any]]:
    found = document["unplaced"]
    assert isinstance(found, list)
    return found


# What rows come to


def test_a_plan_begins_with_the_next_quarter_of_an_hour(house: Organisation) -> None:
    found = posed(house.pk, TODAY, NOW + timedelta(minutes=1)).problem

    assert found.begin == NOW + timedelta(minutes=15)
    assert found.end == datetime(2027, 2, 24, 5, 0, tzinfo=UTC)


def test_a_plan_reaches_as_far_as_anybody_waits_but_not_for_a_slip_of_the_pen(
    house: Organisation, owner: Member
) -> None:
    add(owner, "Far", due="2027-06-01")
    assert asked(house).problem.end > datetime(2027, 6, 1, tzinfo=UTC)

    add(owner, "Slip", due="2107-06-01")
    assert asked(house).problem.end < datetime(2028, 1, 1, tzinfo=UTC)


def test_a_window_of_a_site_is_for_what_is_used_and_stands_there(house: Organisation) -> None:
    dayton = row(Site, house, "dayton", name="Dayton")
    row(Item, house, "sw-1", name="Switch", tag="SW1", site=dayton)
    sales = Person.objects.of(house.pk).get(ref="mara")
    Person.objects.of(house.pk).filter(pk=sales.pk).update(site=dayton)
    row(Window, house, "sun", name="Sundays", site=dayton, weekdays="7", opens_at="06:00", closes_at="10:00")

    windows = asked(house).problem.windows

    assert {"items:sw-1", "services:crm"} == windows.keys()
    # Both windows of CRM hold: a Saturday night and a Sunday morning.
    assert len(windows["services:crm"]) == 2 * len(windows["items:sw-1"])


def test_a_window_of_nothing_is_for_all_services_without_their_own(house: Organisation) -> None:
    row(Window, house, "eve", name="Evenings", weekdays="12345", opens_at="18:00", closes_at="22:00")

    windows = asked(house).problem.windows

    assert windows.keys() == {"services:crm", "services:mail", "services:wiki"}
    assert windows["services:mail"] != windows["services:crm"]


def test_freezes_come_from_registers_and_calendars_alike(house: Organisation) -> None:
    crm = Service.objects.of(house.pk).get(ref="crm")
    row(Freeze, house, "stock", name="Stock-taking", starts_on=date(2026, 12, 28), ends_on=date(2026, 12, 31))
    fair = CalendarSource.objects.create(
        organisation=house, name="Fairs", means="soft freeze", service=crm, added_at=NOW, added_by="x"
    )
    CalendarEntry.objects.create(
        organisation=house, source=fair, uid="1", name="Fair", start=NOW, end=NOW + timedelta(days=2)
    )

    stock, read = asked(house).problem.freezes

    assert (stock.is_hard, stock.nodes, stock.spans[0].length) == (True, None, timedelta(days=4))
    assert (read.is_hard, read.nodes, read.register) == (False, frozenset({"services:crm"}), "calendars")


def test_who_has_the_skill_may_do_it_however_it_is_written(house: Organisation, owner: Member) -> None:
    row(Person, house, "kim", name="Kim", skills="NETWORK")
    row(Person, house, "gone", name="Gone", skills="network", status="on leave")
    add(owner, "Up")

    assert asked(house).problem.jobs[0].crew[0].people == ("dana", "kim")


def test_whoever_is_away_by_register_or_calendar_is_away(house: Organisation, owner: Member) -> None:
    dana = Person.objects.of(house.pk).get(ref="dana")
    row(Absence, house, "trip", person=dana, starts_on=date(2026, 11, 28), ends_on=date(2026, 11, 29))
    mine = CalendarSource.objects.create(
        organisation=house, name="Dana's", means="absence", person=dana, added_at=NOW, added_by="x"
    )
    CalendarEntry.objects.create(
        organisation=house, source=mine, uid="1", name="Dentist",
        start=datetime(2026, 12, 6, 0, 0, tzinfo=UTC), end=datetime(2026, 12, 6, 12, 0, tzinfo=UTC),
    )  # fmt: skip
    add(owner, "Up")

    assert starts(schedule(owner)) == {"up": "2026-12-12T22:00"}


def test_what_runs_is_fixed_and_what_is_over_takes_no_part(house: Organisation, owner: Member) -> None:
    for state in ("running", "done", "abandoned", "rolled back"):
        add(owner, state, starts_on="2026-11-23", starts_at="08:30")
        Change.objects.of(house.pk).filter(name=state).update(state=state)

    (job,) = asked(house).problem.jobs

    assert (job.name, job.is_fixed) == ("running", True)


# What cannot be understood is named, and spoils nothing else


def test_what_cannot_be_planned_is_named_and_the_rest_is_planned(house: Organisation, owner: Member) -> None:
    add(owner, "Fine")
    add(owner, "Endless", likely_hours="")
    add(owner, "After endless", after="Endless")
    for name in ("Hen", "Egg"):
        add(owner, name)
    for one, other in (("hen", "egg"), ("egg", "hen")):
        rows = Change.objects.of(house.pk)
        row(Predecessor, house, one, change=rows.get(ref=one), after=rows.get(ref=other))

    found = schedule(owner)

    assert starts(found).keys() == {"fine"}
    facts = {each["ref"]: [one["code"] for one in each["facts"]] for each in unplaced(found)}
    assert facts == {
        "endless": ["change-without-length"], "after-endless": ["change-waits-for-unplanned"],
        "hen": ["change-order-cycle"], "egg": ["change-order-cycle"],
    }  # fmt: skip


def test_an_unknown_skill_and_somebody_who_left_are_named(house: Organisation, owner: Member) -> None:
    add(owner, "Up")
    add(owner, "By Priya", crew="Priya Shah")
    Person.objects.of(house.pk).filter(ref="dana").update(skills="")
    Person.objects.of(house.pk).filter(ref="priya").update(status="left")

    found = schedule(owner)

    assert codes(asked(house).everything_said) == ["change-person-gone", "change-skill-unknown"]
    assert {each["ref"] for each in found["unplaced"]} == {"up", "by-priya"}  # type: ignore[attr-defined]
    assert all(each["facts"] for each in unplaced(found))


def test_what_comes_after_a_change_that_was_given_up_is_planned_without_it(
    house: Organisation, owner: Member
) -> None:
    add(owner, "First")
    add(owner, "Second", after="First")
    Change.objects.of(house.pk).filter(ref="first").update(state="abandoned")

    assert codes(asked(house).everything_said) == ["change-before-given-up"]
    assert starts(schedule(owner)).keys() == {"second"}


def test_hours_that_nobody_understands_are_named(house: Organisation, owner: Member) -> None:
    add(owner, "Up")
    Person.objects.of(house.pk).filter(ref="dana").update(change_hours="whenever I like")

    (finding,) = asked(house).findings

    assert (finding.code, finding.subject.ref) == ("hours-unread", "dana")
    assert starts(schedule(owner)).keys() == {"up"}


def test_an_hour_that_clocks_skip_or_show_twice_is_named(house: Organisation, owner: Member) -> None:
    add(owner, "Skipped", starts_on="2027-03-14", starts_at="02:30")
    add(owner, "Twice", starts_on="2027-11-07", starts_at="01:30")
    row(
        Freeze, house, "night", name="Night", starts_on=date(2027, 3, 14), starts_at="02:15",
        ends_on=date(2027, 3, 14), ends_at="05:00",
    )  # fmt: skip

    found = asked(house).everything_said

    assert codes(found) == ["clock-time-skipped", "clock-time-skipped", "clock-time-twice"]


def test_a_time_or_a_zone_that_is_none_is_named(house: Organisation, owner: Member) -> None:
    add(owner, "Up", starts_on="2026-12-01", starts_at="22:00")
    add(owner, "Some day", starts_on="2026-12-01")
    Change.objects.of(house.pk).filter(ref="up").update(starts_at="late")
    Window.objects.of(house.pk).filter(ref="sat").update(opens_at="late")
    mars = row(Site, house, "mars", name="Mars", zone="Mars/Olympus")
    row(Window, house, "mars", name="Mars", site=mars, weekdays="1", opens_at="01:00", closes_at="02:00")

    found = asked(house)

    assert codes(found.everything_said) == [
        "change-without-time", "clock-time-unread", "clock-time-unread", "zone-not-known",
    ]  # fmt: skip
    assert "services:crm" not in found.problem.windows


def test_what_runs_since_nobody_knows_when_and_what_takes_a_year_is_named(
    house: Organisation, owner: Member
) -> None:
    add(owner, "Running")
    add(owner, "Endless", likely_hours="9000")
    Change.objects.of(house.pk).filter(ref="running").update(state="running")

    assert codes(asked(house).everything_said) == ["change-longer-than-plan", "change-without-beginning"]
    titles = {action.finding.code: title(action.finding) for action in changes.actions(house.pk, TODAY, NOW)}
    assert titles["change-longer-than-plan"] == "Shorten or split Endless"


def test_a_change_without_a_length_is_a_line_of_today_with_what_waiting_costs(
    house: Organisation, owner: Member
) -> None:
    add(owner, "Dear", likely_hours="", waiting_cost_day="50", due="2026-11-20")
    add(owner, "Unpriced", likely_hours="")

    dear, unpriced = (
        action for action in changes.actions(house.pk, TODAY, NOW)
        if action.finding.code == "change-without-length"
    )  # fmt: skip

    assert dear.loss is not None
    assert dear.loss.steps[0].per_day == Decimal(50)
    assert unpriced.missing is not None
    assert (unpriced.missing.ref, unpriced.missing.field) == ("unpriced", "likely_hours")


def test_where_nobody_plans_changes_nobody_is_told_of_any(organisation: Organisation) -> None:
    furnish(organisation)

    assert changes.actions(organisation.pk, TODAY, NOW) == ()


def test_why_not_earlier_is_a_rule_a_level_or_nothing(house: Organisation, owner: Member) -> None:
    add(owner, "Up")
    first = {"touches": "Wiki: up", "crew": "", "starts_on": "2026-11-23", "starts_at": "09:00"}
    add(owner, "First", **first)
    add(owner, "Later", **{**first, "starts_on": "2026-11-24"})
    move(owner, "up", "2026-11-28T22:00")

    said = {}
    for ref in ("up", "first", "later"):
        placed = changes.why(by=owner, ref=ref, on=TODAY, now=NOW)["placed"]
        assert isinstance(placed, dict)
        said[ref] = (placed["why"][0]["rule"], placed["why"][0]["level"])

    assert said == {"up": ("window:services:crm", None), "first": (None, None), "later": ("soak:first", None)}
    worse = Finding("change-earlier-worse", Subject("changes", "up"),
                    {"day": TODAY, "clock": "12:00", "level": "disturbed"})  # fmt: skip
    assert "disturb more people" in say(worse)
    assert "none is left" in say(Finding("change-nothing-earlier", Subject("changes", "up")))
    without = Finding("change-without-rule", Subject("changes", "up"), {"day": TODAY, "clock": "12:00"})
    assert "12:00" in say(without)


def test_of_what_is_over_nobody_asks_why(house: Organisation, owner: Member) -> None:
    ref = add(owner, "Old")
    Change.objects.of(house.pk).update(state="done")

    with pytest.raises(RefusedError) as refused:
        changes.why(by=owner, ref=ref, on=TODAY, now=NOW)

    assert codes(refused.value.findings) == ["change-not-planned"]


def test_a_freeze_turned_round_within_a_day_is_named(house: Organisation) -> None:
    row(Freeze, house, "odd", name="Odd", starts_on=TODAY, ends_on=TODAY, starts_at="18:00", ends_at="12:00")

    found = asked(house)

    assert codes(found.findings) == ["freeze-ends-before-it-begins"]
    assert found.problem.freezes == ()


# The calendar


def test_the_calendar_shows_changes_windows_holidays_and_what_stands_against_a_date(
    house: Organisation, owner: Member
) -> None:
    add(owner, "Up", starts_on="2026-12-01", starts_at="22:00", owner="dana")
    add(owner, "Undated")

    found = changes.board(by=owner, on=TODAY, now=NOW, **DECEMBER)

    up = found.of("up")
    assert up is not None
    assert f"{up.start:%H:%M %z}" == "22:00 -0500"
    assert (up.who, up.waits_for) == (("Dana Whitfield",), ("Mara Lind", "Priya Shah"))
    assert [rule.key for rule in up.rules] == ["window:services:crm"]
    assert [each.ref for each in found.undated] == ["undated"]
    assert {bar.kind for bar in found.bars} == {"window", "holiday"}
    (crm, mail) = found.lanes
    assert (crm.name, crm.has_window, len(crm.windows)) == ("CRM", True, 4)
    assert (mail.name, mail.has_window) == ("Mail", False)
    assert found.rules["window"] == 1


def test_what_is_over_stays_in_the_month_it_was_in(house: Organisation, owner: Member) -> None:
    add(owner, "Old", starts_on="2026-11-02", starts_at="10:00")
    Change.objects.of(house.pk).update(state="done")

    december = changes.board(by=owner, on=TODAY, now=NOW, **DECEMBER)
    november = changes.board(by=owner, on=TODAY, now=NOW, begin=date(2026, 11, 1), end=date(2026, 11, 30))

    assert december.is_empty
    assert [(each.ref, each.can_move) for each in november.changes] == [("old", False)]


def test_a_date_that_went_by_is_shown_as_such(house: Organisation, owner: Member) -> None:
    add(owner, "Late", starts_on="2026-11-20", starts_at="10:00")

    (late,) = changes.board(by=owner, on=TODAY, now=NOW, **DECEMBER).changes

    assert (late.is_past, late.rules) == (True, ())


# One date


def test_a_try_says_what_stands_against_a_date_and_writes_nothing(house: Organisation, owner: Member) -> None:
    ref = add(owner, "Up")
    before = HistoryEntry.objects.of(house.pk).count()

    found = changes.try_move(by=owner, ref=ref, start=at("2026-12-04T20:00", owner), on=TODAY, now=NOW)

    assert [rule.key for rule in found.rules] == ["window:services:crm"]
    assert "Saturday" in found.rules[0].sentence
    assert [f"{slot.start:%d %H:%M}" for slot in found.dates] == ["05 22:00", "06 00:00"]
    assert [each.name for each in found.touches] == ["CRM", "Mail", "Firewall HQ"]
    assert HistoryEntry.objects.of(house.pk).count() == before


def test_a_move_is_one_entry_and_is_taken_back(house: Organisation, owner: Member) -> None:
    ref = add(owner, "Up", starts_on="2026-12-05", starts_at="22:00")
    before = HistoryEntry.objects.of(house.pk).count()

    moved = move(owner, ref, "2026-12-12T23:00", version=1)

    kept = Change.objects.of(house.pk).get(ref=ref)
    assert (kept.starts_on, kept.starts_at, kept.version) == (date(2026, 12, 12), "23:00", 2)
    assert moved.rules == ()
    assert HistoryEntry.objects.of(house.pk).count() == before + 1
    assert moved.entry is not None
    back = changes.take_back(by=owner, ref=ref, entry=moved.entry, on=TODAY, now=NOW)
    assert f"{back.start:%d %H:%M}" == "05 22:00"


def test_two_who_move_one_change_lose_nothing(house: Organisation, owner: Member) -> None:
    ref = add(owner, "Up", starts_on="2026-12-05", starts_at="22:00")
    move(owner, ref, "2026-12-12T22:00", version=1)

    with pytest.raises(StaleVersionError) as refused:
        move(owner, ref, "2026-12-19T22:00", version=1)

    assert owner.name in str(refused.value)
    assert Change.objects.of(house.pk).get(ref=ref).starts_on == date(2026, 12, 12)


def test_a_date_people_were_told_moves_only_when_that_is_confirmed(
    house: Organisation, owner: Member
) -> None:
    ref = add(owner, "Up", starts_on="2026-12-05", starts_at="22:00", is_announced="yes")

    with pytest.raises(RefusedError) as refused:
        move(owner, ref, "2026-12-12T22:00")

    assert codes(refused.value.findings) == ["change-is-announced"]
    assert f"{move(owner, ref, '2026-12-12T22:00', is_confirmed=True).start:%d}" == "12"


def test_what_everybody_agreed_to_is_scheduled_with_its_date(house: Organisation, owner: Member) -> None:
    ref = add(owner, "Up")
    Change.objects.of(house.pk).update(state="agreed")

    assert move(owner, ref, "2026-12-05T22:00").state == "scheduled"


@pytest.mark.parametrize("state", ["running", "done", "abandoned"])
def test_what_runs_or_is_over_keeps_its_date(house: Organisation, owner: Member, state: str) -> None:
    ref = add(owner, "Up", starts_on="2026-11-23", starts_at="08:00")
    Change.objects.of(house.pk).update(state=state)

    with pytest.raises(RefusedError) as refused:
        move(owner, ref, "2026-12-05T22:00")

    assert codes(refused.value.findings) == ["change-not-movable"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tomorrow", "change-date-unread"), ("2026-12-12", "change-date-unread"),
        ("2027-03-14T02:30", "clock-time-skipped"),
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused(house: Organisation, owner: Member, text: str, code: str) -> None:
    del house
    with pytest.raises(RefusedError) as refused:
        at(text, owner)

    assert codes(refused.value.findings) == [code]


# Dates for all


def test_the_example_of_four_rules_names_them_and_what_each_would_give(
    house: Organisation, owner: Member
) -> None:
    add(owner, "Up", earliest="2026-12-28", latest="2027-01-08")
    row(Freeze, house, "new", name="New year", starts_on=date(2027, 1, 2), ends_on=date(2027, 1, 8))
    Window.objects.of(house.pk).update(closes_at="24:00")

    (up,) = unplaced(schedule(owner))

    days = {each["rule"].split(":")[0]: each["start"][:10] for each in up["repairs"]}
    assert days == {
        "window": "2026-12-28", "freeze": "2027-01-02", "earliest": "2026-12-26", "latest": "2027-01-09",
    }  # fmt: skip
    assert {each["rule"].split(":")[0] for each in up["conflict"]} == days.keys()
    assert changes.why(by=owner, ref="up", on=TODAY, now=NOW)["unplaced"] == up


def test_what_if_nothing_may_change_in_december(house: Organisation, owner: Member) -> None:
    add(owner, "Up", earliest="2026-12-01")
    no_december = changes.asked_for(no_changes=["2026-12-01..2026-12-31"])
    no_window = changes.asked_for(without=["window:services:crm"])

    assert starts(schedule(owner)) == {"up": "2026-12-05T22:00"}
    assert starts(schedule(owner, asked=no_december)) == {"up": "2027-01-02T22:00"}
    assert starts(schedule(owner, asked=no_window)) == {"up": "2026-12-01T00:00"}


@pytest.mark.parametrize(
    ("without", "days", "code"),
    [
        (["the window"], [], "schedule-key-unknown"), ([], ["soon"], "schedule-days-unread"),
        ([], ["2026-12-31..2026-12-01"], "schedule-days-unread"),
    ],
)  # fmt: skip
def test_what_cannot_be_tried_is_refused(without: list[str], days: list[str], code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        changes.asked_for(without, days)

    assert codes(refused.value.findings) == [code]


def test_the_same_question_has_the_same_dates(house: Organisation, owner: Member) -> None:
    for number in range(4):
        add(owner, f"Change {number}", due="2026-12-20")
    first, second = schedule(owner), schedule(owner)

    assert {**first, "seconds": 0} == {**second, "seconds": 0}


def test_a_limit_that_is_none_is_refused(house: Organisation, owner: Member) -> None:
    del house
    with pytest.raises(RefusedError) as refused:
        changes.schedule(by=owner, on=TODAY, now=NOW, limit=0)

    assert codes(refused.value.findings) == ["schedule-limit-unread"]


# Asked on the page, found by a worker


def found(by: Member, asked: Asked | None = None) -> changes.Run:
    run = changes.ask(by=by, on=TODAY, now=NOW, asked=asked or Asked())
    (key,) = changes.stale(now=NOW)
    assert changes.advance(key=key, clock=lambda: NOW)
    return changes.run(by=by, number=run.number)


def take(by: Member, run: changes.Run, refs: tuple[str, ...] | None = None, **more: bool) -> changes.Taken:
    return changes.take(by=by, number=run.number, refs=refs, on=TODAY, now=NOW, **more)


def test_dates_are_found_by_a_worker_and_taken(house: Organisation, owner: Member) -> None:
    add(owner, "Up")
    add(owner, "Two", due="2026-12-10")
    run = found(owner)

    assert (run.state, run.is_old) == ("done", False)
    taken = take(owner, run)

    assert {each.ref for each in taken.moved} == {"up", "two"}
    assert taken.left == ()
    assert all(each.starts_at == "22:00" for each in Change.objects.of(house.pk))
    assert changes.run(by=owner, number=run.number).taken_by == owner.name
    # Who presses twice writes nothing twice.
    assert {each.code for each in take(owner, run).left} <= {"change-date-gone"}


def test_only_the_picked_dates_are_taken(house: Organisation, owner: Member) -> None:
    add(owner, "Up")
    add(owner, "Two")

    taken = take(owner, found(owner), refs=("two",))

    assert [each.ref for each in taken.moved] == ["two"]
    assert Change.objects.of(house.pk).get(ref="up").starts_on is None


def test_a_change_that_was_altered_since_is_left_and_said(house: Organisation, owner: Member) -> None:
    ref = add(owner, "Up")
    run = found(owner)
    move(owner, ref, "2026-12-19T22:00")

    taken = take(owner, run)

    assert (taken.moved, codes(taken.left)) == ((), ["change-date-gone"])
    assert changes.run(by=owner, number=run.number).is_old


def test_a_date_that_breaks_a_rule_by_now_is_left_and_said(house: Organisation, owner: Member) -> None:
    add(owner, "Up")
    run = found(owner)
    row(Freeze, house, "now", name="Now", starts_on=date(2026, 11, 1), ends_on=date(2026, 12, 1))

    taken = take(owner, run)

    assert (taken.moved, codes(taken.left)) == ((), ["change-date-breaks"])


def test_an_announced_date_is_taken_only_when_that_is_confirmed(house: Organisation, owner: Member) -> None:
    add(owner, "Up", starts_on="2026-12-04", starts_at="22:00", is_announced="yes")
    run = found(owner)

    assert codes(take(owner, run).left) == ["change-is-announced"]
    assert [each.ref for each in take(owner, run, is_confirmed=True).moved] == ["up"]


def test_what_is_asked_already_is_not_asked_twice(house: Organisation, owner: Member) -> None:
    first = changes.ask(by=owner, on=TODAY, now=NOW)
    again = changes.ask(by=owner, on=TODAY, now=NOW)
    other = changes.ask(by=owner, on=TODAY, now=NOW, asked=changes.asked_for(["freeze:x"]))

    assert (first.number, again.number, other.number) == (1, 1, 2)
    assert ScheduleRun.objects.of(house.pk).count() == 2


def test_stopped_before_it_begins_it_never_begins(house: Organisation, owner: Member) -> None:
    del house
    run = changes.ask(by=owner, on=TODAY, now=NOW)
    (key,) = changes.stale(now=NOW)

    assert changes.stop(by=owner, number=run.number, now=NOW).state == "stopped"
    assert changes.stale(now=NOW) == ()
    assert not changes.advance(key=key, clock=lambda: NOW)
    with pytest.raises(RefusedError) as refused:
        take(owner, run)
    assert codes(refused.value.findings) == ["schedule-not-done"]


def test_a_run_whose_worker_is_gone_is_taken_up_anew(
    house: Organisation, owner: Member, settings: Settings
) -> None:
    add(owner, "Up")
    run = changes.ask(by=owner, on=TODAY, now=NOW)
    ScheduleRun.objects.of(house.pk).update(state="running", begun_at=NOW, progress={"seen": NOW.isoformat()})
    later = NOW + timedelta(seconds=settings.LEASE_SECONDS)

    assert changes.stale(now=NOW + timedelta(seconds=1)) == ()
    (key,) = changes.stale(now=later)
    assert changes.advance(key=key, clock=lambda: later)
    assert changes.run(by=owner, number=run.number).state == "done"


def test_nobody_finds_a_run_that_was_never_asked_for(house: Organisation, owner: Member) -> None:
    del house
    with pytest.raises(NotThereError) as refused:
        changes.run(by=owner, number=7)

    assert codes(refused.value.findings) == ["schedule-not-found"]


def test_only_those_who_may_edit_move_and_only_those_who_plan_look(
    house: Organisation, owner: Member, member: MemberFactory
) -> None:
    del house
    ref = add(owner, "Up")
    executive, worker = member("executive"), member("requester")

    changes.board(by=executive, on=TODAY, now=NOW, **DECEMBER)
    with pytest.raises(NotAllowedError):
        move(executive, ref, "2026-12-05T22:00")
    with pytest.raises(NotAllowedError):
        changes.board(by=worker, on=TODAY, now=NOW, **DECEMBER)
