"""BambooHR: employee lists and reports."""

from fullscore.importing.shapes import Match, Shape, best, one_of
from fullscore.importing.sources.bamboohr import employees

NAME = "BambooHR"
SHAPES = (
    Shape(
        "employees", "people",
        (one_of("first name"), one_of("last name"), one_of("hire date"), one_of("job title"),
         one_of("department"), one_of("status", "employment status")),
        employees.NAMES, employees.lines,
    ),
)  # fmt: skip


def recognise(header: tuple[str, ...]) -> Match | None:
    """Return what kind of BambooHR file has this header, if any."""
    return best(NAME, SHAPES, header)
