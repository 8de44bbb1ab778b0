"""What the builders planned for their year, which begins in July."""

from datetime import date

from fullscore.importing.samples import budgets
from fullscore.importing.samples.budgets import Planned
from fullscore.importing.samples.construction import contracts
from fullscore.importing.samples.construction.bills import TOLD

_JULY = 7
_LINKS = ("Head office", "Pike Road yard", "Juniper school", "Route 9 bridge", "Mill Creek homes")
_PLANNED = Planned(
    category={
        **dict.fromkeys((f"Link, {site}" for site in _LINKS), "Network"),
        "Plotter lease": "Leases and maintenance", "Equipment insurance": "Insurance",
        "ERP of 2011, extended support": "Leases and maintenance",
    },
    purpose={"Equipment insurance": "secure", "Device management": "secure", "Bid notices": "grow"},
    team={"Takeoff seats": "Estimators", "Project planning": "Project Managers"},
    beside="""
Tablets, workstations and docks|Hardware|run|capex||Mesa Business Machines|0-11 1400.00,5 5600.00|replaced after four years|
Mobile phones|Network|run|opex||Basin Cellular|0-11 1050.00||31 lines
Power and cables of site offices|Facilities|run|opex||Canyon Cable and Power|2 1100.00,7 1100.00||one new site a year
A successor of the ERP of 2011|Projects|grow|capex|||10 24000.00|once the bridge is handed over|
""",  # noqa: E501  one row of the sheet a line
)  # fmt: skip


def sheet(on: date) -> bytes:
    """Return the sheet of the fiscal year of `on`."""
    return budgets.sheet(contracts.RENEWALS, TOLD, _PLANNED, on, first=budgets.begins(on, _JULY))
