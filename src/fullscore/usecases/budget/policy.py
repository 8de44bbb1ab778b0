"""Who may use the doors of the budget: rows of the policy table, which puts the prefixes before them."""

from fullscore.engine.registers.access import Right

READ, EDIT = Right.PLAN_GOALS, Right.EDIT_REGISTERS


def pages(page: str) -> tuple[tuple[str, str, Right], ...]:
    """Return (methods, address, who) of the pages below the prefix of an organisation."""
    run, case = f"{page}budget/runs/<int:run>/", f"{page}budget/cases/<str:ref>/"
    year = f"{page}budget/years/<int:year>/"
    return (
        ("GET", f"{page}budget/forecast/", READ),
        ("GET", f"{page}budget/forecast.csv", READ),
        ("GET", f"{page}budget/years/", READ),
        ("GET", year, READ),
        ("GET", f"{year}year.csv", READ),
        ("GET", f"{year}figure/", READ),
        ("GET", f"{year}proposal/", READ),
        ("POST", f"{year}confirm/", EDIT),
        ("POST", f"{year}take-back/", EDIT),
        ("GET", f"{page}budget/", READ),
        ("GET", f"{page}budget/budget.csv", READ),
        ("POST", f"{page}budget/what-if/", READ),
        ("POST", f"{page}budget/runs/", READ),
        ("GET", run, READ),
        ("POST", f"{run}stop/", READ),
        ("GET", case, READ),
        ("POST", f"{case}pin/", EDIT),
        ("POST", f"{page}budget/pins/<str:ref>/undo/<int:entry>/", EDIT),
    )


def doors(api: str) -> tuple[tuple[str, str, Right], ...]:
    """Return the same of REST, below the prefix of an organisation's API."""
    run, pin = f"{api}budget/runs/<int:number>", f"{api}budget/pins/<ref>"
    year = f"{api}budget/years/<int:year>"
    return (
        ("GET", f"{api}budget/forecast", READ),
        ("GET", year, READ),
        ("GET", f"{year}/figure", READ),
        ("GET", f"{year}/proposal", READ),
        ("POST", f"{year}/confirm", EDIT),
        ("POST", f"{year}/take-back", EDIT),
        ("POST", f"{api}budget/runs", READ),
        ("GET", run, READ),
        ("POST", f"{run}/stop", READ),
        ("GET", f"{api}budget/choice", READ),
        ("GET", f"{api}budget/cut", READ),
        ("GET", f"{api}budget/frontier", READ),
        ("GET", f"{api}budget/cases/<ref>", READ),
        ("POST", pin, EDIT),
        ("POST", f"{pin}/undo/<int:entry>", EDIT),
    )
