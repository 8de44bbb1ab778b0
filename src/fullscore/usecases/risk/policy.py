"""Who may use the doors of risk: rows of the policy table, which puts the prefixes before them."""

from fullscore.engine.registers.access import Right

READ = Right.PLAN_GOALS


def pages(page: str) -> tuple[tuple[str, str, Right], ...]:
    """Return (methods, address, who) of the pages below the prefix of an organisation."""
    run = f"{page}risk/runs/<int:run>/"
    return (
        ("GET", f"{page}risk/", READ),
        ("GET", f"{page}risk/losses.csv", READ),
        ("GET", f"{page}risk/losses/<str:ref>/", READ),
        ("POST", f"{page}risk/runs/", READ),
        ("GET", run, READ),
        ("POST", f"{run}stop/", READ),
    )


def doors(api: str) -> tuple[tuple[str, str, Right], ...]:
    """Return the same of REST, below the prefix of an organisation's API."""
    run = f"{api}risk/runs/<int:number>"
    return (
        ("POST", f"{api}risk/runs", READ),
        ("GET", run, READ),
        ("POST", f"{run}/stop", READ),
        ("GET", f"{api}risk/outlook", READ),
    )
