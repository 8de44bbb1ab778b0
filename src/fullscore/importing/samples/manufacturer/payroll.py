"""BambooHR: whom Morrow Metalworks employs."""

from collections.abc import Sequence
from datetime import date

from fullscore.importing.samples import bamboohr
from fullscore.importing.samples.people import Somebody

SLIPS = bamboohr.Slips(
    trailing_spaces=range(9, 200, 23), shouted=range(5, 60, 17), iso_day=range(12, 200, 19),
    long_day=33, on_leave=61, new_word=118, no_such_day=143,
)  # fmt: skip


def employees(people: Sequence[Somebody], on: date) -> bytes:
    """Return the report; one hire date exists in no calendar, so one person is refused."""
    return bamboohr.employees(people, bamboohr.Report("Morrow Metalworks", SLIPS, on))
