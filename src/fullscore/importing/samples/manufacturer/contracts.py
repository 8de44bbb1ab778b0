"""What Morrow Metalworks is bound to: the spreadsheet of renewals, and what services rest on."""

from collections.abc import Sequence
from datetime import date, timedelta

from fullscore.importing.samples import contracts, sheets
from fullscore.importing.samples.contracts import Said
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.sheets import sheet

# The copiers must be ended by letter within a week, or they stay for another year.
RENEWALS = """
Copiers, 4 devices|Summit Print and Scan|K-4410|lease|D|98|90 days|letter|yes|12|monthly|9840||||invoice|cancel
Firewall updates, Dayton|Great Miami Networks|||D|53|30 days||yes|12|annual|7900|||3%|invoice|renew
CRM|Copperline Software|C-2093|saas|S|70|30 days|e-mail|yes|12|annual|23760|30|CRM seat|up to 5%|card|renew
Drawing software|Draftwell|||E|130|30 days|web page|yes|12|annual|12000|50|Drawing seat|3%|invoice|renew
CAD|Copperline Software|C-2107|saas|E|200|60 days|e-mail|yes|12|annual|31200|12|CAD seat|3% max 5%|invoice|renew
Internet, Dayton|Great Miami Networks|GM-871||D|219|90 days|letter|yes|12|monthly|4920||||direct debit|renew
Fixed addresses, Dayton|Great Miami Networks|GM-871||D|219|90 days|letter|yes|12|monthly|180||||direct debit|renew
Internet, Lima|Great Miami Networks|GM-902||D|250|3 months|letter|yes|12|monthly|2880||||direct debit|renew
ERP maintenance|Foundry ERP|F-11|maintenance|P|220|3 months|letter|yes|12|annual|61700|||CPI|invoice|renew
Phones|Buckeye Voice|BV-58||D|250|3 months|letter|yes|12|monthly|20880|120|Phone line||direct debit|renew
Microsoft 365|Castle Computer Supply|||D|312|30 days|web page|yes|12|monthly|31680|120|Microsoft 365 Business Premium||invoice|renew
MES support|Orrin Controls||maintenance|||||||annual|31200||||invoice|
Scanner lease, Lima|Summit Print and Scan||lease|T||||||monthly|6480||||invoice|
Backup storage|Kestrel Vault||saas||8|1 month to end of month||yes|1|monthly|3100||||card|renew
VPN|Great Miami Networks||saas|D|165|30 days||yes|12|annual|2280|60|VPN seat||invoice|renew
Analytics seats|Castle Computer Supply||saas|F|280|30 days|web page|yes|12|monthly|1800|15|Power BI Pro||invoice|renew
Diagram seats|Castle Computer Supply||saas|E|280|30 days|web page|yes|12|monthly|1800|10|Visio Plan 2||invoice|
Cyber insurance|Miami Valley Underwriters|P-77120|insurance|R|40|||express|12|annual|14600||||invoice|renew
Domain morrowmetal.example|Namestone||domain|D|121|@1||yes|12|annual|38||||card|renew
Web certificates|Namestone||certificate|D|66|||no||annual|420||||card|renew
Web site hosting|Brightshelf||saas|C|150|14 days||yes|12|annual|1140||||card|renew
HR system|BambooHR||saas|H|183|30 days|e-mail|yes|12|annual|15400|||up to 7%|invoice|renew
Payroll service|Ledgerline Payroll|||F|33|@30||yes|12|monthly|9360||||direct debit|renew
Time clocks|Punchwell||maintenance|H|92|@60|letter|yes|12|annual|4300||||invoice|renew
Badge access|Gatehouse Systems||saas|L|77|60 days||yes|12|annual|3900||||invoice|renew
EDI exchange|Transact Bridge||saas|B|140|90 days|letter|yes|12|monthly|7440|||4%|invoice|renew
Label software|Kestrel||saas|T|210|30 days||yes|12|annual|2150||||invoice|renew
Antivirus|Great Miami Networks||saas|D|58|30 days||yes|12|annual|6240||||invoice|renew
Password vault|Keyhold||saas|D|240|30 days||yes|12|annual|1680||||card|renew
Remote support tool|Handrail||saas|T|19|7 days||yes|12|annual|1190||||card|
Rack server warranty|Castle Computer Supply||warranty|D|175|||no||annual|3480||||invoice|
UPS maintenance|Volt and Hale||maintenance||102|@30||yes|12|annual|1960||||invoice|renew
Wi-Fi controller support|Great Miami Networks||maintenance|D|160|@30||yes|12|annual|2400||||invoice|renew
Camera recorder support|Gatehouse Systems||maintenance|||||||annual|1450||||invoice|
CNC post-processors|Draftwell||maintenance|E|300|60 days||express|12|annual|5200||||invoice|
E-signature|Inkline||saas|S|27|10 working days|web page|yes|12|annual|2880|||8%|card|
Job board|Workpost||saas|L|45|30 days|e-mail|yes|6|quarterly|1600||||card|cancel
Safety training videos|Shopwise Learning||saas||115|||no||annual|2400||||invoice|
Old label portal|Kestrel||saas||-40|||||annual|780||||card|
"""  # noqa: E501  one row of the sheet a line


def renewals(people: Sequence[Somebody], on: date) -> bytes:
    """Return the spreadsheet as IT keeps it; two of its owners have left, some contracts have none."""
    return contracts.renewals(RENEWALS, _owners(people), on)


def _owners(people: Sequence[Somebody]) -> dict[str, str]:
    teams = {"S": "Sales", "E": "Engineering", "P": "Planning", "F": "Finance", "H": "Human Resources",
             "B": "Purchasing", "C": "Customer Service"}  # fmt: skip
    here = {letter: _first(people, team) for letter, team in teams.items()}
    return {"R": "Ruth Morrow", "D": "Dana Whitfield", "T": "Tomas Lindqvist", **here,
            "L": _first(people, "Finance", has_left=True)}  # fmt: skip


def _first(people: Sequence[Somebody], team: str, *, has_left: bool = False) -> str:
    return next(one.email for one in people if one.team == team and one.has_left is has_left)


def services(people: Sequence[Somebody], on: date) -> bytes:
    """Return what people work with by name; what an hour without the MES costs nobody has said."""
    owners = _owners(people)
    ruth, dana = "Ruth Morrow", "Dana Whitfield"
    return contracts.services([
        ("ERP", owners["P"], Said("1150", ruth, 81), "both plants book on it", "erp"),
        ("MES", "", Said(), "the first shift stops without it", "mes"),
        ("Mail and files", dana, Said("420", ruth, 81), "", "mail"),
        ("CRM", owners["S"], Said("610", owners["S"], 40), "", "crm"),
        ("CAD and drawings", owners["E"], Said("540", owners["E"], 40), "", "cad"),
        ("Internet, Dayton", dana, Said("900", dana, 81), "", "internet-dayton"),
        ("Internet, Lima", dana, Said("260", dana, 81), "", "internet-lima"),
        ("Phones", dana, Said("180", dana, 81), "", "phones"),
        ("Network, Dayton", dana, Said("1400", ruth, 81), "both lines and the offices", "network-dayton"),
        ("Network, Lima", "Tomas Lindqvist", Said(), "", "network-lima"),
        ("VPN", dana, Said("150", dana, 81), "", "vpn"),
        ("Sign-in", dana, Said(), "everybody's first minute of the day", "sign-in"),
        ("Backup", dana, Said(), "an outage shows only on the day it is needed", "backup"),
    ], on)  # fmt: skip


def charges(on: date) -> bytes:
    """Return the lines that the spreadsheet does not tell."""
    return sheet(sheets.CHARGES, [
        ("ERP maintenance", "Maintenance, Dayton", "committed", 1, "52000", "year", "", "", "erp-dayton"),
        ("ERP maintenance", "Maintenance, Lima", "committed", 1, "9700", "year", "", "", "erp-lima"),
        ("Backup storage", "Vault, 2 TB", "committed", 1, "3042.40", "year", "", "", "backup-vault"),
        ("Backup storage", "Restores by the gigabyte", "variable", 40, "0.12", "month", "", "",
         "backup-restores"),
        ("Badge access", "New readers, gate 2", "one-off", 3, "410", "once", on + timedelta(days=60), "",
         "badge-readers"),
    ])  # fmt: skip


def shares() -> bytes:
    return contracts.shares([
        ("CRM", "Sales", 80), ("CRM", "Customer Service", 20), ("Drawing software", "Engineering", 100),
        ("CAD", "Engineering", 100), ("ERP maintenance", "Planning", 40), ("ERP maintenance", "Finance", 30),
        ("ERP maintenance", "Purchasing", 20), ("HR system", "Human Resources", 100),
    ])  # fmt: skip


def covers() -> bytes:
    return contracts.covers([
        ("ERP maintenance", "erp"), ("MES support", "mes"), ("Microsoft 365", "mail"), ("CRM", "crm"),
        ("CAD", "cad"), ("Drawing software", "cad"), ("Internet, Dayton", "internet-dayton"),
        ("Internet, Lima", "internet-lima"), ("Firewall updates, Dayton", "internet-dayton"),
        ("Phones", "phones"), ("Backup storage", "backup"),
    ])  # fmt: skip


def decisions(on: date) -> bytes:
    return sheet(sheets.DECISIONS, [
        ("Second internet link for Dayton", "declined", "The faster single link comes first.", "Ruth Morrow",
         on - timedelta(days=75), "second-link"),
        ("Keep the ERP for three more years", "approved", "Nothing on the market fits stamping.",
         "Ruth Morrow", on - timedelta(days=160), "keep-erp"),
        ("Move the phones to the cloud", "not doing", "The lease of the switchboard runs until next summer.",
         "Dana Whitfield", on - timedelta(days=30), "cloud-phones"),
    ])  # fmt: skip
