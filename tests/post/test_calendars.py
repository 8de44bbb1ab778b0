"""A feed as a calendar program of somebody else reads it."""

from datetime import UTC, date, datetime, timedelta

import vobject
from hypothesis import given
from hypothesis import strategies as st

from fullscore.post.calendars import Entry, calendar

NOW = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
LEASE = Entry(
    uid="notice-copiers-20270228@mill.fullscore", on=date(2026, 11, 30), sequence=3, changed_at=NOW,
    summary="Last day for notice: Copiers, 4 devices; Lima (Buckeye Office)",
    text="Notice must have arrived by then, by letter.\nIt then ends on Sunday 28 February 2027.",
    url="https://it.mill.example/o/mill/vendors/renewals/copiers/",
)  # fmt: skip
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


def test_another_program_reads_the_day_and_what_it_is_about() -> None:
    read = vobject.readOne(calendar("Mill: last days for notice", [LEASE]).decode())

    event = read.vevent
    assert (read.version.value, read.x_wr_calname.value) == ("2.0", "Mill: last days for notice")
    assert (event.dtstart.value, event.dtend.value) == (date(2026, 11, 30), date(2026, 12, 1))
    assert event.dtstart.params["VALUE"] == ["DATE"]
    assert event.summary.value == LEASE.summary
    assert event.description.value == LEASE.text
    assert (event.uid.value, event.sequence.value, event.dtstamp.value) == (LEASE.uid, "3", NOW)


def test_it_rings_at_nine_a_week_and_a_day_before() -> None:
    read = vobject.readOne(calendar("Mill", [LEASE]).decode())

    rings = [alarm.trigger.value for alarm in read.vevent.valarm_list]
    midnight = datetime(2026, 11, 30)  # noqa: DTZ001  the reader's own midnight
    assert [midnight + ring for ring in rings] == [
        datetime(2026, 11, 23, 9), datetime(2026, 11, 29, 9)  # noqa: DTZ001
    ]  # fmt: skip
    assert all(isinstance(ring, timedelta) for ring in rings)


def test_a_feed_without_days_is_a_calendar_all_the_same() -> None:
    read = vobject.readOne(calendar("Mill", []).decode())

    assert (read.name, "vevent" in read.contents) == ("VCALENDAR", False)


def test_lines_are_as_long_as_the_standard_allows_and_end_as_it_asks() -> None:
    lines = calendar("Mill", [LEASE]).split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line for line in lines)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_no_text_becomes_a_line_of_its_own(texts: list[tuple[str, str]]) -> None:
    entries = [
        Entry(f"u{place}", date(2026, 12, 1), summary, text, "https://x.example/", 0, NOW)
        for place, (summary, text) in enumerate(texts)
    ]

    read = vobject.readOne(calendar("Mill", entries).decode())

    told = [(event.summary.value, event.description.value) for event in read.contents.get("vevent", ())]
    assert told == [(entry.summary, entry.text) for entry in entries]
