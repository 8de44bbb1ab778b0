"""Calendars kept elsewhere: read from files and addresses, one bad event never loses the rest."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext
from threading import Thread
from time import sleep

import pytest

from fullscore.egress import fetching
from fullscore.egress.fetching import FetchError, Rules
from fullscore.engine.findings.finding import Finding
from fullscore.engine.registers.access import Member
from fullscore.store.models import CalendarEntry, CalendarSource
from fullscore.usecases import registers
from fullscore.usecases.changes import calendars
from fullscore.usecases.registers.values import RefusedError
from tests.conftest import NOW, TODAY
from tests.letterbox import certificate

pytestmark = pytest.mark.django_db
EVENT = "BEGIN:VEVENT\r\nUID:{0}\r\nSUMMARY:{1}\r\n{2}\r\nEND:VEVENT\r\n"


def ics(*events: tuple[str, str, str]) -> bytes:
    told = "".join(EVENT.format(*event) for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{told}END:VCALENDAR\r\n".encode()


WEEKLY = (
    "1", "Inventory",
    ("DTSTART;TZID=America/New_York:20261205T180000\r\n"
    "DTEND;TZID=America/New_York:20261205T200000\r\n"
    "RRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE;TZID=America/New_York:20261212T180000"),
)  # fmt: skip
CLOSED = ("2", "Closed", "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227")
BAD = ("3", "Broken", "DTSTART:2026")
FLOATING = ("4", "Fire drill", "DTSTART:20261210T090000\r\nDURATION:PT1H")
FOR_EVER = ("5", "For ever", "DTSTART:19260101T000000Z\r\nRRULE:FREQ=SECONDLY")


def spans(owner: Member) -> list[tuple[str, datetime, datetime]]:
    rows = CalendarEntry.objects.of(owner.organisation_id).order_by("start")
    return [(row.name, row.start, row.end) for row in rows]


def added(owner: Member, content: bytes, **given: str) -> calendars.Source:
    told = {"name": "Plant", "means": "hard freeze", **given}
    return calendars.add(by=owner, on=TODAY, now=NOW, content=content, **told)  # type: ignore[arg-type]  # words


def test_weeks_whole_days_floating_times_and_left_out_dates_become_moments(owner: Member) -> None:
    found = added(owner, ics(WEEKLY, CLOSED, FLOATING))

    assert (found.events, found.notes) == (4, ())
    assert spans(owner) == [
        ("Inventory", datetime(2026, 12, 5, 23, tzinfo=UTC), datetime(2026, 12, 6, 1, tzinfo=UTC)),
        ("Fire drill", datetime(2026, 12, 10, 14, tzinfo=UTC), datetime(2026, 12, 10, 15, tzinfo=UTC)),
        ("Inventory", datetime(2026, 12, 19, 23, tzinfo=UTC), datetime(2026, 12, 20, 1, tzinfo=UTC)),
        ("Closed", datetime(2026, 12, 24, 5, tzinfo=UTC), datetime(2026, 12, 27, 5, tzinfo=UTC)),
    ]


def test_one_bad_event_and_one_for_ever_are_named_and_lose_no_other(owner: Member) -> None:
    found = added(owner, ics(BAD, CLOSED, FOR_EVER))

    assert "Closed" in [name for name, _, _ in spans(owner)]
    assert len(found.notes) == 2
    assert "Broken" in found.notes[0]
    assert "For ever" in found.notes[1]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<!doctype html><title>Sign in to see this calendar</title>", "import-other-file"),
        (b"Name,From,To\nClosed,2026-12-24,2026-12-27\n", "calendar-is-none"), (b"", "import-file-empty"),
    ],
)  # fmt: skip
def test_what_is_no_calendar_says_so_and_nothing_is_kept(owner: Member, content: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        added(owner, content)

    assert codes(refused.value) == [code]
    assert not CalendarSource.objects.of(owner.organisation_id).exists()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": " "}, "calendar-unnamed"), ({"name": "a\x00b"}, "calendar-unnamed"),
        ({"address": "https://x.example/" + "y" * 2000}, "calendar-not-reached"),
        ({"means": "soup"}, "calendar-unnamed"),
        ({"means": "absence"}, "calendar-absence-of-nobody"), ({"person": "nobody"}, "row-not-found"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(owner: Member, given: dict[str, str], code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        added(owner, ics(CLOSED), **given)

    assert codes(refused.value) == [code]


def test_one_name_stands_for_one_calendar_and_removing_it_takes_its_days_along(owner: Member) -> None:
    found = added(owner, ics(CLOSED))
    with pytest.raises(RefusedError) as refused:
        added(owner, ics(CLOSED))
    assert codes(refused.value) == ["calendar-name-taken"]

    calendars.remove(by=owner, number=found.number, now=NOW)
    assert (calendars.listed(by=owner), spans(owner)) == ((), [])


def test_an_address_that_never_answered_is_not_kept(owner: Member) -> None:
    def fetch(_address: str) -> bytes:
        raise FetchError("There is no machine of that name.")

    with pytest.raises(RefusedError, match="no machine of that name") as refused:
        calendars.add(
            by=owner, name="Plant", means="event", address="https://gone.example/a.ics", on=TODAY, now=NOW,
            fetch=fetch,
        )  # fmt: skip
    assert codes(refused.value) == ["calendar-not-reached"]


def test_an_address_that_fails_leaves_the_last_good_copy_and_says_why(owner: Member) -> None:
    answers: list[bytes | FetchError] = [ics(CLOSED), FetchError("It answers 503 Busy."), ics(FLOATING)]

    def fetch(_address: str) -> bytes:
        answer = answers.pop(0)
        if isinstance(answer, FetchError):
            raise answer
        return answer

    added_at = calendars.add(
        by=owner, name="Plant", means="event", address="https://cal.example/secret/plant.ics", on=TODAY,
        now=NOW, fetch=fetch,
    )  # fmt: skip
    assert added_at.address == "cal.example"
    assert calendars.stale(now=NOW + timedelta(minutes=30)) == ()
    (key,) = calendars.stale(now=NOW + timedelta(hours=2))
    calendars.read_again(key=key, now=NOW + timedelta(hours=2), fetch=fetch)
    (late,) = calendars.listed(by=owner)
    assert (late.error, late.read_at, late.events) == ("It answers 503 Busy.", NOW, 1)
    assert [each.code for each in calendars.failing(owner.organisation_id)] == ["calendar-not-reached"]

    calendars.read_again(key=key, now=NOW + timedelta(hours=4), fetch=fetch)
    (good,) = calendars.listed(by=owner)
    assert (good.error, good.read_at) == ("", NOW + timedelta(hours=4))
    assert [name for name, _, _ in spans(owner)] == ["Fire drill"]


def test_a_freeze_of_somebody_elses_calendar_keeps_changes_away(owner: Member) -> None:
    registers.save(by=owner, register="services", ref=None, values={"name": "CRM"}, version=None, now=NOW)
    added(owner, ics(CLOSED), service="crm")

    (only,) = calendars.listed(by=owner)
    assert (only.about, only.means) == ("CRM", "hard freeze")


class Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/plant.ics")
            self.end_headers()
            return
        if self.path == "/drips":
            self.drip()
            return
        is_found = self.path == "/plant.ics"
        content = b"x" * (fetching.LARGEST + 1) if self.path == "/large" else ics(CLOSED)
        self.send_response(200 if is_found or self.path == "/large" else 404)
        self.end_headers()
        self.wfile.write(content)

    def drip(self) -> None:
        """Send a line of a head now and then and never come to an end."""
        with suppress(OSError):
            for number in range(90):
                self.wfile.write(b"HTTP/1.1 200 OK\r\n" if not number else b"X-More: yes\r\n")
                sleep(0.05)

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is its own."""


@contextmanager
def serving(papers: tuple[Path, Path]) -> Iterator[str]:
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*papers)
    server = HTTPServer(("localhost", 0), Answering)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"https://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def test_an_address_is_read_over_https_from_public_machines_only(tmp_path: Path) -> None:
    papers = certificate(tmp_path)
    authority = str(papers[0])
    rules = Rules(may_be_private=True, authority=authority)
    with serving(papers) as address:
        assert fetching.fetched(f"{address}/moved", rules) == ics(CLOSED)
        for path, allowed, words in (
            ("/plant.ics", Rules(authority=authority), "no public address"),
            ("/gone", rules, "It answers 404"), ("/large", rules, "larger than 5 MB"),
            ("/plant.ics", Rules(may_be_private=True), "certificate"),
            ("/drips", Rules(may_be_private=True, authority=authority, seconds=0.4), "not answer in time"),
        ):  # fmt: skip
            with pytest.raises(FetchError, match=words):
                fetching.fetched(f"{address}{path}", allowed)


@pytest.mark.parametrize(
    "address",
    ["http://cal.example/a.ics", "file:///etc/passwd", "https://me:x@cal.example/a", "", "https://["],
)
def test_only_plain_https_addresses_are_read(address: str) -> None:
    with pytest.raises(FetchError):
        fetching.fetched(address)


def codes(refused: RefusedError) -> list[str]:
    found: tuple[Finding, ...] = refused.findings
    return [each.code for each in found]
