"""BambooHR: the employee report with managers, as HR keeps it."""

from collections.abc import Sequence
from datetime import date

from fullscore.importing.samples.manufacturer.roster import Somebody
from fullscore.importing.samples.writing import american, csv_file

HEADER = (
    "Employee #", "First Name", "Last Name", "Job Title", "Department", "Division", "Location", "Status",
    "Hire Date", "Work Email", "Reports To", "Reports To Email",
)  # fmt: skip
# Places in the list with what people do to lists.
_TRAILING_SPACES, _SHOUTED, _ISO_DAY, _LONG_DAY = range(9, 200, 23), range(5, 60, 17), range(12, 200, 19), 33
_ON_LEAVE, _NEW_WORD, _NO_SUCH_DAY = 61, 118, 143


def employees(people: Sequence[Somebody], on: date) -> bytes:
    """Return the report; one hire date exists in no calendar, so one person is refused."""
    heads = {one.team: one for one in reversed(people) if not one.has_left}
    return csv_file(HEADER, [_row(place, one, heads[one.team], on) for place, one in enumerate(people)])


def _row(place: int, one: Somebody, head: Somebody, on: date) -> tuple[str, ...]:
    pad = "  " if place in _TRAILING_SPACES else ""
    team = one.team.upper() if place in _SHOUTED else one.team
    manager = ("", "") if one.title == "Owner" else (head.name, head.email)
    return (
        str(one.number), one.first, f"{one.last}{pad}", one.title, f"{team}{pad}", "Morrow Metalworks",
        f"{one.site}{pad}", _status(place, one), _hired(place, one, on), one.email, *manager,
    )  # fmt: skip


def _status(place: int, one: Somebody) -> str:
    if one.has_left:
        return "Terminated" if place % 2 else "Inactive"
    return {_ON_LEAVE: "Leave of Absence", _NEW_WORD: "Onboarding"}.get(place, "Active")


def _hired(place: int, one: Somebody, on: date) -> str:
    if place == _NO_SUCH_DAY:
        return f"02/31/{on.year - 1}"
    if place in _ISO_DAY:
        return one.hired.isoformat()
    return f"{one.hired:%b} {one.hired.day}, {one.hired.year}" if place == _LONG_DAY else american(one.hired)
