"""BambooHR: the employee report of a sample company, as HR keeps it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date

from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.writing import american, csv_file

HEADER = (
    "Employee #", "First Name", "Last Name", "Job Title", "Department", "Division", "Location", "Status",
    "Hire Date", "Work Email", "Reports To", "Reports To Email",
)  # fmt: skip
DATED = (*HEADER, "Employment Status", "Termination Date")


@dataclass(frozen=True, slots=True)
class Slips:
    """Places in the list with what people do to lists; the last one's hire date exists in no calendar."""

    trailing_spaces: Container[int]
    shouted: Container[int]
    iso_day: Container[int]
    long_day: int
    on_leave: int
    new_word: int
    no_such_day: int


@dataclass(frozen=True, slots=True)
class Report:
    """What every row of a report has in common."""

    company: str
    slips: Slips
    on: date


def employees(people: Sequence[Somebody], report: Report) -> bytes:
    """Return the report as it leaves BambooHR; everybody but the owner reports to somebody."""
    return csv_file(HEADER, _rows(people, report))


def dated_employees(people: Sequence[Somebody], report: Report) -> bytes:
    """Return the report with full or part time, and the last day of those who have said they go."""
    more = [(one.pattern, american(one.last_day) if one.last_day else "") for one in people]
    return csv_file(DATED, [(*row, *extra) for row, extra in zip(_rows(people, report), more, strict=True)])


def _rows(people: Sequence[Somebody], report: Report) -> list[tuple[str, ...]]:
    heads = {one.team: one for one in reversed(people) if not one.has_left}
    return [_row(place, one, heads[one.team], report) for place, one in enumerate(people)]


def _row(place: int, one: Somebody, head: Somebody, report: Report) -> tuple[str, ...]:
    slips = report.slips
    pad = "  " if place in slips.trailing_spaces else ""
    team = one.team.upper() if place in slips.shouted else one.team
    # The first in the list is the owner.
    manager = (head.name, head.email) if place else ("", "")
    return (
        str(one.number), one.first, f"{one.last}{pad}", one.title, f"{team}{pad}", report.company,
        f"{one.site}{pad}", _status(place, one, slips), _hired(place, one, report), one.email, *manager,
    )  # fmt: skip


def _status(place: int, one: Somebody, slips: Slips) -> str:
    if one.has_left:
        return "Terminated" if place % 2 else "Inactive"
    return {slips.on_leave: "Leave of Absence", slips.new_word: "Onboarding"}.get(place, "Active")


def _hired(place: int, one: Somebody, report: Report) -> str:
    slips = report.slips
    if place == slips.no_such_day:
        return f"02/31/{report.on.year - 1}"
    if place in slips.iso_day:
        return one.hired.isoformat()
    long = f"{one.hired:%b} {one.hired.day}, {one.hired.year}"
    return long if place == slips.long_day else american(one.hired)
