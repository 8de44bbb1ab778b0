"""What the clinics are bound to: the spreadsheet of renewals, and what services rest on."""

from collections.abc import Sequence
from datetime import date, timedelta

from fullscore.importing.samples import contracts, sheets
from fullscore.importing.samples.clinic.places import ref
from fullscore.importing.samples.clinic.roster import CLINICS, HARLOW
from fullscore.importing.samples.contracts import Said
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.sheets import sheet

# Fewer hold an EHR seat than the 130 that renew; the scanners' lease is the next that nobody may miss.
RENEWALS = """
Health records|Chartwell Health Records|CH-9917|saas|H|131|60 days|letter|yes|12|annual|123240|130|EHR seat|3% max 5%|invoice|renew
Dictation|Chartwell Health Records|CH-9931|saas|P|96|60 days|letter|yes|12|annual|9900|25|Dictation seat||invoice|renew
Image archive|Chartwell Health Records|CH-9944|saas|P|222|90 days|letter|yes|12|monthly|11340||||invoice|renew
Device management|Fenceline Device Management|||P|60|30 days|web page|yes|12|annual|4200|100|MDM seat||card|renew
Microsoft 365|Northline Business Technology|||P|180|30 days|web page|yes|12|monthly|19800|75|Microsoft 365 Business Premium||invoice|renew
Internet, Harlow|Prairie Fiber Cooperative|PF-11||P|240|3 months|letter|yes|24|monthly|7680||||direct debit|renew
Internet, Stanbury|Prairie Fiber Cooperative|PF-12||P|240|3 months|letter|yes|24|monthly|3720||||direct debit|renew
Internet, Orrin Falls|Prairie Fiber Cooperative|PF-13||P|148|3 months|letter|yes|24|monthly|2280||||direct debit|renew
Internet, Dunmore|Prairie Fiber Cooperative|PF-14||P|310|3 months|letter|yes|24|monthly|1740||||direct debit|renew
Internet, Kettle Lake|Prairie Fiber Cooperative|PF-15||P|310|3 months|letter|yes|24|monthly|2280||||direct debit|renew
Scanner lease|Marrow Label and Scan|ML-20|lease|O|66|60 days|letter|yes|12|monthly|5400||||invoice|cancel
Appointment reminders|Chimeline||saas|F|36|30 days||yes|12|monthly|4560|||8%|card|
Cyber insurance|Northern Lakes Mutual|77-20|insurance|H|52|||express|12|annual|21800||||invoice|renew
Payroll service|Ledgerline Payroll|||B|88|@60||yes|12|monthly|8640||||direct debit|renew
Exam room PC warranty|Northline Business Technology||warranty||140|||no||annual|2950||||invoice|
Lab analyser interface|Fennel Diagnostics||maintenance||||||||15600||||invoice|
Fax lines|Prairie Fiber Cooperative|||L|20|30 days at any time||yes|1|monthly|1320||||direct debit|cancel
Patient portal domain|Namestone||domain|P|25|@1||yes|12|annual|45||||card|renew
"""  # noqa: E501  one row of the sheet a line


def _owners(people: Sequence[Somebody]) -> dict[str, str]:
    front = next(one for one in people if one.team == "Front Desk" and not one.has_left)
    billing = next(one for one in people if one.team == "Billing" and not one.has_left)
    gone = next(one for one in people if one.team == "Front Desk" and one.has_left)
    return {"H": "Helen Sorensen", "P": "Priya Raman", "O": "Owen Birk", "F": front.email,
            "B": billing.email, "L": gone.email}  # fmt: skip


def renewals(people: Sequence[Somebody], on: date) -> bytes:
    """Return the spreadsheet as IT keeps it; the fax lines belong to somebody who has left."""
    return contracts.renewals(RENEWALS, _owners(people), on)


def services(on: date) -> bytes:
    """Return what the clinics work with; what an hour without the laboratory's interface costs is unknown."""
    helen, priya = "Helen Sorensen", "Priya Raman"
    return contracts.services([
        ("Health records", priya, Said("2300", helen, 64), "no visit can be written down without it", "ehr"),
        ("Image archive", priya, Said("480", helen, 64), "", "images"),
        ("Laboratory interface", "", Said(), "results are typed by hand without it", "lab"),
        ("Mail and files", priya, Said("310", priya, 64), "", "mail"),
        *((f"Internet, {site}", priya, Said("700", helen, 64) if site == HARLOW else Said(), "",
           f"internet-{ref(site)}") for site in CLINICS),
    ], on)  # fmt: skip


def charges(on: date) -> bytes:
    """Return the lines that the spreadsheet does not tell."""
    return sheet(sheets.CHARGES, [
        ("Image archive", "18 TB of images", "committed", 18000, "0.0525", "month", "", "", "images-storage"),
        ("Fax lines", "Lines", "committed", 4, "24.50", "month", "", "", "fax-lines-four"),
        ("Fax lines", "Pages beyond 1,000", "variable", 300, "0.04", "month", "", "", "fax-pages"),
        ("Appointment reminders", "Setting up text messages", "one-off", 1, "900", "once",
         on + timedelta(days=50), "", "reminders-setup"),
    ])  # fmt: skip


def shares() -> bytes:
    return contracts.shares([
        ("Health records", "Physicians", 45), ("Health records", "Nurses", 35),
        ("Health records", "Billing", 20), ("Dictation", "Physicians", 100),
        ("Lab analyser interface", "Laboratory", 100),
    ])  # fmt: skip


def covers() -> bytes:
    return contracts.covers([
        ("Health records", "ehr"), ("Image archive", "images"), ("Lab analyser interface", "lab"),
        ("Microsoft 365", "mail"), *((f"Internet, {site}", f"internet-{ref(site)}") for site in CLINICS),
    ])  # fmt: skip


def decisions(on: date) -> bytes:
    return sheet(sheets.DECISIONS, [
        ("Second records system for Kettle Lake", "declined", "One record for each patient.",
         "Helen Sorensen", on - timedelta(days=90), "second-records"),
        ("Scanners are leased, not bought", "approved", "They are replaced every three years anyway.",
         "Helen Sorensen", on - timedelta(days=400), "scanners-leased"),
    ])  # fmt: skip
