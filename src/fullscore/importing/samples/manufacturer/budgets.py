"""What Morrow Metalworks planned for its year."""

from datetime import date

from fullscore.importing.samples import budgets
from fullscore.importing.samples.budgets import Planned
from fullscore.importing.samples.manufacturer import contracts
from fullscore.importing.samples.manufacturer.bills import TOLD

_NETWORK = ("Internet, Dayton", "Internet, Lima", "VPN", "Wi-Fi controller support", "Phones")
_MACHINES = (
    "Copiers, 4 devices",
    "Scanner lease, Lima",
    "Rack server warranty",
    "UPS maintenance",
    "Time clocks",
)
_PLANNED = Planned(
    category={
        **dict.fromkeys(_NETWORK, "Network"), **dict.fromkeys(_MACHINES, "Leases and maintenance"),
        "Cyber insurance": "Insurance", "MES support": "Leases and maintenance",
    },
    purpose={
        **dict.fromkeys(("Antivirus", "Cyber insurance", "Backup storage", "Firewall updates, Dayton",
                         "Password vault", "Badge access"), "secure"),
        **dict.fromkeys(("CRM", "Job board", "E-signature"), "grow"),
    },
    team={
        "CRM": "Sales", "CAD": "Engineering", "Drawing software": "Engineering",
        "HR system": "Human Resources",
    },
    beside="""
Laptops, docks and phones|Hardware|run|capex||Castle Computer Supply|0-11 1900.00,7 6200.00|replaced after four years|no more than 30 start in the year
Mobile phones|Network|run|opex||Valley Mobile|0-11 600.00||14 lines
Cabling and electricians|Facilities|run|opex||Dayton Cable Works|2 1500.00,6 1500.00,9 1500.00||
Data recovery|Services|run|opex||Hartwell Data Recovery|0-11 0.00|never planned, yet it comes|
Restore test from outside|Services|secure|opex|||5 1800.00|promised to the insurer|
Wi-Fi, Lima|Projects|run|capex|||2 14500.00|once the proposal is decided|
Training of IT|People|grow|opex|||1 1400.00,3 900.00|the second half is not known yet|
""",  # noqa: E501  one row of the sheet a line
)  # fmt: skip


def sheet(on: date) -> bytes:
    """Return the sheet of the fiscal year of `on`."""
    return budgets.sheet(contracts.RENEWALS, TOLD, _PLANNED, on, first=budgets.begins(on, 1))
