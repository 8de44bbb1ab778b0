"""Who may use the doors of changes: rows of the policy table, which puts the prefixes before them."""

from fullscore.engine.registers.access import Right

EDIT, READ = Right.EDIT_REGISTERS, Right.PLAN_GOALS
_ACTS = ("ask", "answer", "decide", "act")


def life(page: str, api: str) -> tuple[tuple[str, str, Right], ...]:
    """Return (methods, address, who) below the prefixes of an organisation's pages and its API."""
    one, over_rest = f"{page}changes/plans/<str:ref>/", f"{api}changes/plans/<ref>"
    return (
        ("GET POST", f"{page}changes/plans/new/", EDIT),
        ("GET", one, READ),
        ("GET POST", f"{one}edit/", EDIT),
        *(("POST", f"{one}{act}/", EDIT) for act in _ACTS),
        ("POST", f"{one}steps/<str:step>/", EDIT),
        ("POST", f"{one}steps/<str:step>/undo/<int:entry>/", EDIT),
        ("POST", f"{one}undo/<int:entry>/", EDIT),
        ("POST", f"{api}changes/plans", EDIT),
        ("GET", over_rest, READ),
        ("PATCH", over_rest, EDIT),
        *(("POST", f"{over_rest}/{act}", EDIT) for act in _ACTS),
        ("POST", f"{over_rest}/steps/<step>", EDIT),
        ("POST", f"{over_rest}/undo/<int:entry>", EDIT),
        ("GET", f"{api}changes/before/<kind>/<ref>", READ),
    )


def calendar(page: str, api: str) -> tuple[tuple[str, str, Right], ...]:
    """Return the same of the calendar, of dates that are tried, moved, found and taken."""
    run, over_rest = f"{page}changes/dates/<int:run>/", f"{api}changes/plans/<ref>"
    runs = f"{api}changes/runs"
    return (
        ("GET", f"{page}changes/", READ),
        ("GET", f"{page}changes/calendar.csv", READ),
        ("POST", f"{page}changes/try/", READ),
        ("POST", f"{page}changes/move/", EDIT),
        ("POST", f"{page}changes/move/<str:ref>/undo/<int:entry>/", EDIT),
        ("GET", f"{page}changes/calendars/", READ),
        ("POST", f"{page}changes/calendars/add/", EDIT),
        ("POST", f"{page}changes/calendars/<int:number>/remove/", EDIT),
        ("POST", f"{page}changes/dates/", EDIT),
        ("GET", run, READ),
        ("POST", f"{run}stop/", EDIT),
        ("POST", f"{run}take/", EDIT),
        ("GET", f"{api}changes/schedule", READ),
        ("GET", f"{api}changes/calendar", READ),
        ("GET", f"{over_rest}/why", READ),
        ("POST", f"{over_rest}/try", READ),
        ("POST", f"{over_rest}/move", EDIT),
        ("POST", runs, EDIT),
        ("GET", f"{runs}/<int:number>", READ),
        ("POST", f"{runs}/<int:number>/stop", EDIT),
        ("POST", f"{runs}/<int:number>/take", EDIT),
    )
