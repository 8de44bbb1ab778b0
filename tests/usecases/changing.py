"""A small house with something to change: a firewall below CRM and mail, and those who answer for them."""

from fullscore.store.models import Item, Organisation, Person, Service, ServiceUse, Support, Team
from tests.store.mill import row


def furnish(organisation: Organisation) -> None:
    """Write people, services and what they rest on: CRM stops with the firewall, mail only slows down."""
    sales = row(Team, organisation, "sales", name="Sales")
    people = {
        ref: row(Person, organisation, ref, name=name, email=f"{ref}@mill.example", skills=skills, team=team)
        for ref, name, skills, team in (
            ("dana", "Dana Whitfield", "network, ERP", None),
            ("mara", "Mara Lind", "", sales),
            ("priya", "Priya Shah", "", sales),
        )
    }
    crm = row(Service, organisation, "crm", name="CRM", owner=people["mara"])
    mail = row(Service, organisation, "mail", name="Mail", owner=people["priya"])
    row(Service, organisation, "wiki", name="Wiki")
    wall = row(Item, organisation, "fw-1", name="Firewall HQ", tag="FW1")
    row(Support, organisation, "crm-fw", service=crm, item=wall)
    row(Support, organisation, "mail-fw", service=mail, item=wall, kind="degrades")
    row(ServiceUse, organisation, "crm-sales", service=crm, team=sales)
