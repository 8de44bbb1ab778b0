"""Who may use the doors of the reports: rows of the policy table, which puts the prefixes before them."""

from fullscore.engine.registers.access import Right

READ, KEEP = Right.PLAN_GOALS, Right.KEEP_PLANS


def pages(page: str) -> tuple[tuple[str, str, Right], ...]:
    """Return (methods, address, who) of the pages below the prefix of an organisation."""
    packs = f"{page}reports/packs/"
    one = f"{packs}<slug:kind>/<int:number>/"
    return (
        ("GET", f"{page}reports/", READ),
        ("POST", packs, KEEP),
        ("GET", one, READ),
        ("GET", f"{one}pack.<slug:form>", READ),
        ("POST", f"{one}stop/", KEEP),
        ("POST", f"{one}again/", KEEP),
        ("POST", f"{one}links/", KEEP),
        ("POST", f"{one}links/<int:link>/end/", KEEP),
        ("POST", f"{page}reports/roadmap/", Right.EDIT_REGISTERS),
    )


def doors(api: str) -> tuple[tuple[str, str, Right], ...]:
    """Return the same of REST, below the prefix of an organisation's API."""
    packs = f"{api}reports/packs"
    one = f"{packs}/<kind>/<int:number>"
    return (
        ("GET", packs, READ),
        ("POST", packs, KEEP),
        ("GET", one, READ),
        ("GET", f"{one}/pack.<form>", READ),
        ("POST", f"{one}/stop", KEEP),
        ("POST", f"{one}/again", KEEP),
        ("GET", f"{one}/links", KEEP),
        ("POST", f"{one}/links", KEEP),
        ("DELETE", f"{one}/links/<int:link>", KEEP),
        ("POST", f"{api}reports/roadmap", Right.EDIT_REGISTERS),
    )
