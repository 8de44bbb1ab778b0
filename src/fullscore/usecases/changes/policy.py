"""Who may use the doors of one change: rows of the policy table, which puts the prefixes before them."""

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
