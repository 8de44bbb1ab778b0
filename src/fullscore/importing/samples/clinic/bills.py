"""What was billed to the clinics, as the front office writes it down."""

from datetime import date

from fullscore.importing.samples import bills as made
from fullscore.importing.samples.bills import Told
from fullscore.importing.samples.clinic import buying, contracts

TOLD = Told(
    rises={"Appointment reminders": "12"},
    silent=frozenset({"Marrow Label and Scan"}),
    beside="""
9|Prairie Fiber Cooperative|PFC-X2|Second jack, room 4|163.00
41|Chartwell Health Records|CHR-CR9|Credit: two days without Image archive|-88.00
77|Lakeside Locksmith|LL-40|Door of the server closet|275.00
155|Fennel Diagnostics|FD-S1|Interface, change of a test code|640.00
320|Lakeside Locksmith|LL-12|Keys, Kettle Lake|96.00
""",
)


def bills(on: date) -> bytes:
    """Return the sheet; most are as agreed, some no contract speaks of."""
    return made.own_sheet(made.bills(contracts.RENEWALS, buying.orders(on), TOLD, on))
