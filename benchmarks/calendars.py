"""How fast a calendar of 10,000 events is read, and a plan made beside it: `python benchmarks/calendars.py`.

The first reading happens in the limited child, once an hour at most, and is only printed. What counts is the
calendar of changes and the problem of a schedule, read from what was kept: both together within a second.
The home is made for the run and goes with it.
"""

import os
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta

import yardstick

EVENTS, MOST_SECONDS, ON = 10_000, 1.0, date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
_EVENT = "BEGIN:VEVENT\r\nUID:{0}\r\nSUMMARY:Event {0}\r\nDTSTART:{1}\r\nDTEND:{2}\r\nEND:VEVENT\r\n"


def content(events: int) -> bytes:
    """Return a calendar whose events lie within a year, an hour long each."""
    begin = datetime(2026, 11, 1, tzinfo=UTC)
    starts = (begin + timedelta(minutes=50 * number) for number in range(events))
    told = "".join(
        _EVENT.format(number, f"{at:%Y%m%dT%H%M%SZ}", f"{at + timedelta(minutes=45):%Y%m%dT%H%M%SZ}")
        for number, at in enumerate(starts)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{told}END:VCALENDAR\r\n".encode()


def main() -> int:
    """Print the figures; 1 when reading again takes too long."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"FULLSCORE_HOME": home, "DJANGO_SETTINGS_MODULE": "fullscore.conf.settings"}
        import django  # noqa: PLC0415  the home is chosen first

        django.setup()
        return measured()


def measured() -> int:
    from django.core.management import call_command  # noqa: PLC0415

    from fullscore.engine.registers.access import Member, Role  # noqa: PLC0415
    from fullscore.store.models import Organisation  # noqa: PLC0415
    from fullscore.usecases import changes, registers  # noqa: PLC0415
    from fullscore.usecases.changes import calendars  # noqa: PLC0415
    from fullscore.usecases.changes.posing import HORIZON, posed  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    place = Organisation.objects.create(name="Mill", ref="mill", created_at=NOW)
    by = Member(place.pk, place.ref, Role.OWNER, None, "host")
    told = {"name": "Firewall", "state": "planned", "likely_hours": "1", "starts_on": "2026-12-12"}
    registers.save(by=by, register="changes", ref=None, values=told, version=None, now=NOW)

    begun = time.perf_counter()
    found = calendars.add(by=by, name="Plant", means="hard freeze", content=content(EVENTS), on=ON, now=NOW)
    first = time.perf_counter() - begun
    begun = time.perf_counter()
    changes.board(by=by, on=ON, now=NOW, begin=date(2026, 12, 1), end=date(2027, 1, 3))
    shown = time.perf_counter() - begun
    begun = time.perf_counter()
    posed(place.pk, ON, NOW, horizon_days=HORIZON)
    asked = time.perf_counter() - begun
    print(yardstick.line())
    print(f"{found.events:,} of {EVENTS:,} events; first read {first:.2f} s, {len(found.notes)} left out")
    print(f"read again: calendar {shown:.2f} s + problem {asked:.2f} s, at most {MOST_SECONDS} s")
    return int(shown + asked > MOST_SECONDS or found.events < EVENTS)


if __name__ == "__main__":
    sys.exit(main())
