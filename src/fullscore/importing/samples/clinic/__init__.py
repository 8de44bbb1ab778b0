"""Larkspur Valley Health: 140 people in five family clinics in Minnesota.

Every file is made from the day it is asked for and one fixed seed: the same day gives the same bytes.
"""

from datetime import date, time

from fullscore.importing.samples import intune
from fullscore.importing.samples.clinic import (
    bills,
    budgets,
    buying,
    capacity,
    changes,
    contracts,
    directory,
    money,
    payroll,
    places,
    things,
)
from fullscore.importing.samples.clinic.roster import roster
from fullscore.importing.samples.company import Company, Files


def files(on: date) -> Files:
    """Return (file name, bytes) in the order in which they are to be brought in."""
    people = roster(on)
    assets = things.assets(people, on)
    return [
        ("sites.csv", places.sites()),
        ("teams.csv", places.teams()),
        ("vendors.csv", buying.vendors()),
        ("models.csv", buying.models()),
        ("bamboohr-employees.csv", payroll.employees(people, on)),
        ("it-people.csv", places.hands(people)),
        ("snipeit-assets.csv", assets),
        ("intune-devices.csv", intune.devices(assets, people, on, prefix="CL")),
        ("snipeit-licences.csv", capacity.snipeit_licences(on)),
        ("m365-licences.csv", directory.licences(people, on)),
        ("m365-users.csv", directory.users(people, on)),
        ("pools.csv", capacity.pools(on)),
        ("levels.csv", capacity.levels()),
        ("seats.csv", capacity.seats(people, on)),
        ("prices.csv", buying.offers()),
        ("kits.csv", capacity.kits()),
        ("transfers.csv", places.lanes()),
        ("measurements.csv", capacity.measurements(on)),
        ("orders.csv", buying.orders(on)),
        ("contracts.csv", contracts.renewals(people, on)),
        ("services.csv", contracts.services(on)),
        ("supports.csv", changes.supports(assets)),
        ("contract-lines.csv", contracts.charges(on)),
        ("team-shares.csv", contracts.shares()),
        ("covers.csv", contracts.covers()),
        ("budget.csv", budgets.sheet(on)),
        ("bills.csv", bills.bills(on)),
        ("decisions.csv", contracts.decisions(on)),
        ("absences.csv", places.absences(people, on)),
        ("events.csv", places.events(on)),
        *changes.files(assets, on),
        *money.files(on),
    ]


COMPANY = Company(
    "Larkspur Valley Health", "larkspur-valley-health", "Helen Sorensen",
    "helen.sorensen@larkspurhealth.example", "MN", "America/Chicago", files,
    opens_at=time(7, 30), closes_at=time(18),
)  # fmt: skip
