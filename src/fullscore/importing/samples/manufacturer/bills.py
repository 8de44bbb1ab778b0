"""What was billed to Morrow Metalworks, as QuickBooks lists it."""

from datetime import date

from fullscore.importing.samples import bills as made
from fullscore.importing.samples.bills import Told
from fullscore.importing.samples.manufacturer import buying, contracts

TOLD = Told(
    rises={"EDI exchange": "14", "Phones": "6"},
    billed={"Backup storage": (("annual", "3042.40"), ("monthly", "4.80"))},
    silent=frozenset({"Summit Print and Scan"}),
    metered=("Valley Mobile", "Mobile phones, 14 lines", "612.40"),
    beside="""
12|Castle Computer Supply|CCS-SEATS|Seats, one month|150.00
33|Great Miami Networks|GMN-CR1|Credit: outage of Internet, Dayton|-61.50
47|Summit Print and Scan|SPS-CR4|Credit note|-120.00
58|Great Miami Networks|GMN-CALL1|Emergency call-out, Saturday|385.00
64|Hartwell Data Recovery|HDR-2201|Disk of a laptop read out|1260.00
139|Dayton Cable Works|DCW-118|Cabling, gate 2|1840.00
171|Castle Computer Supply|CCS-TONER|Keyboards, cables and a label roll|236.40
204|Orrin Controls|OC-77|Two days on site, MES|2800.00
233|Hartwell Data Recovery|HDR-2094|Memory stick read out|310.00
301|Great Miami Networks|GMN-CALL0|Emergency call-out, Sunday|465.00
388|Dayton Cable Works|DCW-074|Cabling, paint shop|2215.00
455|Volt and Hale|VH-311|Batteries, 8 units|712.00
512|Brightshelf|BS-EXTRA|Restoring the shop page|180.00
590|Castle Computer Supply|CCS-RET1|Returned dock|-598.00
""",
)


def bills(on: date) -> bytes:
    """Return the bill list; most are as agreed, some no contract speaks of."""
    return made.quickbooks(made.bills(contracts.RENEWALS, buying.orders(on), TOLD, on))
