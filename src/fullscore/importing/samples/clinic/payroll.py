"""BambooHR: whom Larkspur Valley Health employs."""

from collections.abc import Sequence
from datetime import date

from fullscore.importing.samples import bamboohr
from fullscore.importing.samples.people import Somebody

# The row whose hire date exists in no calendar is of somebody who has left.
SLIPS = bamboohr.Slips(
    trailing_spaces=range(11, 140, 29), shouted=range(7, 70, 21), iso_day=range(8, 140, 17), long_day=40,
    on_leave=33, new_word=88, no_such_day=144,
)  # fmt: skip


def employees(people: Sequence[Somebody], on: date) -> bytes:
    return bamboohr.dated_employees(people, bamboohr.Report("Larkspur Valley Health", SLIPS, on))
