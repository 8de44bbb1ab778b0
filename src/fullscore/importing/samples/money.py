"""Losses that may come and proposals as somebody writes them down; figures are assumptions to replace."""

from datetime import date, timedelta

from fullscore.importing.samples.company import Files
from fullscore.importing.samples.sheets import sheet
from fullscore.importing.samples.writing import Cell

SCENARIOS = (
    "name kind service events often_low often_likely often_high hours_low hours_likely hours_high loss_low"
    " loss_likely loss_high second_share second_low second_likely second_high is_assumed said_by said_on"
    " story ref"
)
CAUSES = "name events often_low often_likely often_high is_assumed said_by said_on ref"
TRIGGERS = "cause scenario share ref"
CONTROLS = "name is_in_place ref"
REDUCTIONS = "control scenario cause acts_on less is_assumed ref"
INSURANCES = "name scenario deductible share most_a_year ref"
TOLERANCES = "name one_in_years amount said_by said_on ref"
PROPOSALS = "name purpose state is_mandatory mandatory_why starts_from starts_until why ref"
OPTIONS = (
    "proposal name is_nothing once_cost yearly_cost hours over_quarters goal_value cost_avoided value_by"
    " value_on pin pinned_by pinned_on about"
    " must_be_true ref"
)
OUTLAYS = "option year amount note ref"
BRINGS = "option control ref"
NEEDS = "proposal option how other_proposal other_option ref"
LIMITS = "name kind starts_on amount hours purpose share one_in_years said_by ref"

_DAYS = frozenset({"said_on", "value_on", "pinned_on"})
KINDS = (
    ("scenarios", SCENARIOS), ("causes", CAUSES), ("triggers", TRIGGERS), ("controls", CONTROLS),
    ("reductions", REDUCTIONS), ("insurances", INSURANCES), ("tolerances", TOLERANCES),
    ("proposals", PROPOSALS), ("options", OPTIONS), ("outlays", OUTLAYS), ("brings", BRINGS),
    ("needs", NEEDS), ("limits", LIMITS),
)  # fmt: skip


def files(on: date, lines: dict[str, str]) -> Files:
    """Return the sheets there are lines for, in the order in which they are to be brought in."""
    return [(f"{name}.csv", _told(columns, lines[name], on)) for name, columns in KINDS if name in lines]


def _told(columns: str, lines: str, on: date) -> bytes:
    """Return a sheet; a row a line, cells with bars between them, days as so many from `on`."""
    names = columns.split()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines.strip().splitlines()]
    return sheet(
        columns, [[_cell(name, cell, on) for name, cell in zip(names, row, strict=True)] for row in rows]
    )


def _cell(name: str, cell: str, on: date) -> Cell:
    if name == "must_be_true":
        return cell.replace(" / ", "\n")
    return on + timedelta(days=int(cell)) if name in _DAYS and cell else cell
