"""BambooHR: whom Halvorsen Crane Builders employs, last summer's crew included."""

from collections.abc import Sequence
from datetime import date

from fullscore.importing.samples import bamboohr
from fullscore.importing.samples.people import Somebody

# The row whose hire date exists in no calendar is of somebody of last summer.
SLIPS = bamboohr.Slips(
    trailing_spaces=range(6, 100, 25), shouted=range(8, 60, 19), iso_day=range(5, 100, 13), long_day=22,
    on_leave=41, new_word=57, no_such_day=96,
)  # fmt: skip


def employees(people: Sequence[Somebody], on: date) -> bytes:
    return bamboohr.dated_employees(people, bamboohr.Report("Halvorsen Crane Builders", SLIPS, on))
