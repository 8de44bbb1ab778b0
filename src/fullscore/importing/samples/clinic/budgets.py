"""What the clinics planned for their year."""

from datetime import date

from fullscore.importing.samples import budgets
from fullscore.importing.samples.budgets import Planned
from fullscore.importing.samples.clinic import contracts
from fullscore.importing.samples.clinic.bills import TOLD

_LINKS = ("Harlow", "Stanbury", "Orrin Falls", "Dunmore", "Kettle Lake")
_PLANNED = Planned(
    category={
        **dict.fromkeys((f"Internet, {site}" for site in _LINKS), "Network"), "Fax lines": "Network",
        "Scanner lease": "Leases and maintenance", "Lab analyser interface": "Leases and maintenance",
        "Cyber insurance": "Insurance",
    },
    purpose={"Cyber insurance": "secure", "Device management": "secure", "Appointment reminders": "grow"},
    team={"Dictation": "Physicians", "Lab analyser interface": "Laboratory"},
    beside="""
Tablets, laptops and phones|Hardware|run|capex||Northline Business Technology|0-11 1250.00,8 6300.00|replaced after four years|
Locks and doors of server closets|Facilities|secure|opex||Lakeside Locksmith|3 250.00,9 250.00||
Training at the records system|People|grow|opex|||2 2200.00|autumn is not known yet|
Penetration test|Services|secure|opex|||6 4800.00|asked for by the insurer|
""",  # noqa: E501  one row of the sheet a line
)  # fmt: skip


def sheet(on: date) -> bytes:
    """Return the sheet of the fiscal year of `on`."""
    return budgets.sheet(contracts.RENEWALS, TOLD, _PLANNED, on, first=budgets.begins(on, 1))
