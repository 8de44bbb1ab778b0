"""What was billed to the builders, as QuickBooks lists it."""

from datetime import date

from fullscore.importing.samples import bills as made
from fullscore.importing.samples.bills import Told
from fullscore.importing.samples.construction import buying, contracts

TOLD = Told(
    rises={"Plotter lease": "9", "Job site cameras": "15"},
    metered=("Basin Cellular", "Mobile phones, 31 lines", "1054.00"),
    beside="""
14|Signal Ridge Wireless|SRW-M1|Moving a mast at the bridge|685.00
52|Front Range Plotter Service|FRPS-CR2|Credit for a week without plotter|-145.00
98|Canyon Cable and Power|CCP-310|Power to the site office|1130.00
187|Mesa Business Machines|MBM-REP|Screens of two tablets|468.00
266|Crewline|CL-ON|Setting up crews|250.00
409|Canyon Cable and Power|CCP-244|Cabling, Pike Road|890.00
""",
)


def bills(on: date) -> bytes:
    """Return the bill list; most are as agreed, some no contract speaks of."""
    return made.quickbooks(made.bills(contracts.RENEWALS, buying.orders(on), TOLD, on))
