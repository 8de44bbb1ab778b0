"""A calendar is a list of days: repeats unfolded, zones kept, one bad event never more than one bad row."""

from datetime import date

from fullscore.importing import child
from tests.importing.bombs import calendar

ON = date(2026, 11, 23)
OWN_ZONE = """\
BEGIN:VTIMEZONE
TZID:(UTC-05:00) Harbor Mill, Plant 2
BEGIN:STANDARD
DTSTART:19701101T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700308T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
"""
Row = dict[str, str]


def events(content: bytes, on: date | None = ON) -> list[Row]:
    """Return the events by header; a row that cannot be read has its code under 'problem'."""
    raw = child.parsed("list.ics", content, on)
    assert raw.trouble is None
    header = raw.rows[0].cells
    problems = ({"problem": row.problem[0]} if row.problem else {} for row in raw.rows[1:])
    filled = (row.cells + ("",) * (len(header) - len(row.cells)) for row in raw.rows[1:])
    return [
        dict(zip(header, cells, strict=True)) | problem
        for cells, problem in zip(filled, problems, strict=True)
    ]


def starts(content: bytes, on: date | None = ON) -> list[str]:
    return [event["Starts"] for event in events(content, on)]


def test_an_event_tells_all_a_list_needs() -> None:
    found = events(calendar("""\
UID:1@mill
DTSTART;TZID=America/New_York:20261205T220000
DTEND;TZID=America/New_York:20261206T020000
SUMMARY:Server window\\, both
  racks
LOCATION:Columbus
STATUS:TENTATIVE
CATEGORIES:Change,Night
"""))  # fmt: skip

    assert found == [{
        "Name": "Server window, both racks", "Starts": "2026-12-05 22:00:00", "Ends": "2026-12-06",
        "All day": "no", "Place": "Columbus", "UID": "1@mill", "Repeats": "", "Status": "tentative",
        "Categories": "Change; Night",
    }]  # fmt: skip


def test_the_last_day_is_counted_in() -> None:
    found = events(calendar(
        "DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Closed",
        "DTSTART;VALUE=DATE:20261231\nSUMMARY:One day",
        "DTSTART;VALUE=DATE:20261228\nDURATION:P2D\nSUMMARY:By duration",
        "DTSTART:20261222T180000\nDTEND:20261223T000000\nSUMMARY:Till midnight",
    ))  # fmt: skip

    assert [(event["Starts"], event["Ends"], event["All day"]) for event in found] == [
        ("2026-12-24", "2026-12-26", "yes"), ("2026-12-31", "2026-12-31", "yes"),
        ("2026-12-28", "2026-12-29", "yes"), ("2026-12-22 18:00:00", "2026-12-22", "no"),
    ]  # fmt: skip


def test_a_series_without_its_cancelled_date_and_with_the_moved_one() -> None:
    found = events(calendar(
        "UID:w\nDTSTART:20261130T090000\nDTEND:20261130T100000\nRRULE:FREQ=WEEKLY;COUNT=4\n"
        "EXDATE:20261207T090000\nSUMMARY:Review",
        "UID:w\nRECURRENCE-ID:20261214T090000\nDTSTART:20261215T140000\nDTEND:20261215T150000\n"
        "SUMMARY:Review, late",
    ))  # fmt: skip

    assert [(event["Name"], event["Starts"], event["UID"]) for event in found] == [
        ("Review", "2026-11-30 09:00:00", "w 20261130T0900"),
        ("Review, late", "2026-12-15 14:00:00", "w 20261214T0900"),
        ("Review", "2026-12-21 09:00:00", "w 20261221T0900"),
    ]
    assert {event["Repeats"] for event in found} == {"FREQ=WEEKLY;COUNT=4"}


def test_dates_added_to_a_series_are_read() -> None:
    content = calendar(
        "UID:r\nDTSTART;VALUE=DATE:20261201\nRDATE;VALUE=DATE:20261209,20261217\nSUMMARY:Backup test"
    )

    assert starts(content) == ["2026-12-01", "2026-12-09", "2026-12-17"]


def test_a_series_is_unfolded_around_the_day_given() -> None:
    content = calendar("UID:y\nDTSTART;VALUE=DATE:20150704\nRRULE:FREQ=YEARLY\nSUMMARY:Plant closed")

    assert starts(content, date(2026, 6, 1)) == ["2026-07-04", "2027-07-04"]
    assert starts(content, date(2031, 6, 1)) == ["2031-07-04", "2032-07-04"]


def test_without_a_day_a_series_is_unfolded_around_the_day_the_calendar_was_written() -> None:
    rule = "UID:y\nDTSTART;VALUE=DATE:20150704\nRRULE:FREQ=YEARLY\nSUMMARY:Plant closed"
    written = "UID:z\nDTSTAMP:20260601T000000Z\nDTSTART;VALUE=DATE:20260610\nSUMMARY:Audit"

    assert starts(calendar(rule, written), None) == ["2026-07-04", "2027-07-04", "2026-06-10"]
    assert starts(calendar(rule), None) == ["2015-07-04", "2016-07-04"]


def test_a_series_that_is_over_keeps_its_first_date() -> None:
    assert starts(calendar("UID:o\nDTSTART:20100104T090000\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Old")) == [
        "2010-01-04 09:00:00"
    ]


def test_an_event_of_every_day_fits_and_one_of_every_hour_is_cut_and_named() -> None:
    daily = events(calendar("UID:d\nDTSTART:20200101T090000\nRRULE:FREQ=DAILY\nSUMMARY:Check"))
    hourly = events(calendar("UID:h\nDTSTART:20200101T090000\nRRULE:FREQ=HOURLY\nSUMMARY:Ping"))

    assert (len(daily), daily[0]["Starts"]) == (460, "2026-09-24 09:00:00")
    assert len(hourly) <= 501
    assert (hourly[-1]["Name"], hourly[-1]["problem"]) == ("Ping", "import-event-endless")


def test_zones_of_any_name_keep_the_clock_people_see() -> None:
    event = "DTSTART;TZID={zone}:20261205T220000\nDTEND;TZID={zone}:20261205T230000\nSUMMARY:A"
    zones = (
        "Europe/Berlin",
        "W. Europe Standard Time",
        '"(UTC-05:00) Harbor Mill, Plant 2"',
        "Nowhere/At all",
    )
    content = calendar(*(event.replace("{zone}", zone) for zone in zones))
    own = content.replace(b"BEGIN:VEVENT", OWN_ZONE.replace("\n", "\r\n").encode() + b"BEGIN:VEVENT", 1)

    assert starts(own) == ["2026-12-05 22:00:00"] * 4


def test_a_calendar_in_utc_is_told_in_the_zone_it_names() -> None:
    content = calendar("DTSTART:20261124T010000Z\nDTEND:20261124T040000Z\nSUMMARY:Patch night")
    named = content.replace(b"VERSION:2.0", b"VERSION:2.0\r\nX-WR-TIMEZONE:America/New_York")

    assert [(event["Starts"], event["Ends"]) for event in events(content)] == [
        ("2026-11-24 01:00:00", "2026-11-24")
    ]
    assert [(event["Starts"], event["Ends"]) for event in events(named)] == [
        ("2026-11-23 20:00:00", "2026-11-23")
    ]


BAD = (
    "DTSTART:soon", "DTSTART;VALUE=DATE:20260231", "SUMMARY:no start", "DTSTART:99990101T000000",
    "DTSTART:20261201T090000\nDTEND:20261130T090000", "DTSTART:20261201T090000\nRRULE:FREQ=SOMETIMES",
    "DTSTART;VALUE=DATE:20261201\nDTEND:20261202T090000", "DTSTART:20261201T090000\nDURATION:P99999999999D",
    "DTSTART:20261201T090000\nRRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY\nEXDATE:x",
)  # fmt: skip


def test_one_bad_event_never_loses_the_other_four_hundred() -> None:
    good = [f"UID:g{n}\nDTSTART;VALUE=DATE:202612{n % 28 + 1:02}\nSUMMARY:Shift {n}" for n in range(400)]
    for bad in BAD:
        found = events(calendar(*good[:200], f"UID:bad@mill\n{bad}", *good[200:]))

        assert sum("problem" not in event for event in found) == 400, bad
        assert [event["problem"] for event in found if "problem" in event] == ["import-event-unreadable"], bad


def test_an_event_that_is_never_closed_is_named_and_the_next_is_read() -> None:
    content = calendar("DTSTART:20261201\nSUMMARY:First", "DTSTART;VALUE=DATE:20261202\nSUMMARY:Second")
    found = events(content.replace(b"END:VEVENT\r\n", b"", 1))

    assert [(event["Name"], event.get("problem")) for event in found] == [
        ("First", "import-event-unreadable"), ("Second", None),
    ]  # fmt: skip


def test_a_zone_that_changes_every_second_takes_no_event_with_it() -> None:
    mad = OWN_ZONE.replace("FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=SECONDLY").replace("\n", "\r\n").encode()
    event = 'DTSTART;TZID="(UTC-05:00) Harbor Mill, Plant 2":20261205T220000\nSUMMARY:A'
    content = calendar(*(f"UID:{n}\n{event}" for n in range(400))).replace(
        b"BEGIN:VEVENT", mad + b"BEGIN:VEVENT", 1
    )

    assert starts(content) == ["2026-12-05 22:00:00"] * 400


def test_events_without_a_name_of_their_own_stay_apart() -> None:
    assert len(events(calendar(*["DTSTART;VALUE=DATE:20261201\nSUMMARY:Shift"] * 3))) == 3
