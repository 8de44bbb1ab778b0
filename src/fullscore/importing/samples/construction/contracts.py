"""What the builders are bound to: the spreadsheet of renewals, and what services rest on."""

from collections.abc import Sequence
from datetime import date, timedelta

from fullscore.importing.samples import contracts, sheets
from fullscore.importing.samples.contracts import Said
from fullscore.importing.samples.people import Somebody
from fullscore.importing.samples.sheets import sheet

# The ERP of 2011 has no support that could be bought; the links at the sites run on after the sites close.
RENEWALS = """
ERP of 2011, extended support|Stonegate ERP||maintenance|C|75|||no||annual|18400||||invoice|renew
Takeoff seats|Takeoff Works||saas|E|221|30 days|e-mail|yes|12|annual|14400|10|Takeoff seat|5%|card|renew
Crew app|Crewline||saas|S|64|30 days|web page|yes|12|annual|5040|60|Crew app seat||card|renew
Device management|Mesa Business Machines||saas|C|41|30 days||yes|12|annual|2520|60|MDM seat||invoice|renew
Microsoft 365|Mesa Business Machines|||C|150|30 days|web page|yes|12|monthly|10032|38|Microsoft 365 Business Premium||invoice|renew
Project planning|Mesa Business Machines|||C|150|30 days|web page|yes|12|monthly|3600|10|Project Plan 3||invoice|
Link, Head office|Signal Ridge Wireless|55-0091||C|260|3 months|letter|yes|24|monthly|7080||||direct debit|renew
Link, Pike Road yard|Signal Ridge Wireless|55-0092||C|260|3 months|letter|yes|24|monthly|1920||||direct debit|renew
Link, Juniper school|Signal Ridge Wireless|55-0093||C|100|3 months|letter|yes|12|monthly|2268||||direct debit|cancel
Link, Route 9 bridge|Signal Ridge Wireless|55-0094||L|122|3 months|letter|yes|12|monthly|1428||||direct debit|renew
Link, Mill Creek homes|Signal Ridge Wireless|55-0095||L|171|3 months|letter|yes|12|monthly|2268||||direct debit|renew
Plotter lease|Front Range Plotter Service|FR-7|lease|O|83|60 days|letter|yes|12|monthly|7560||||invoice|cancel
Plan room storage|Mesa Business Machines||saas||205|30 days||yes|12|monthly|12480||||invoice|renew
Equipment insurance|High Plains Casualty|HP-1|insurance|I|47|||express|12|annual|38600||||invoice|renew
Job site cameras|Signal Ridge Wireless||saas|||||||monthly|5760||||card|
Bid notices|Bidfinder West||saas|E|31|@14||yes|12|annual|1890||||card|
"""  # noqa: E501  one row of the sheet a line


def _owners(people: Sequence[Somebody]) -> dict[str, str]:
    estimator = next(one for one in people if one.team == "Estimators" and not one.has_left)
    safety = next(one for one in people if one.team == "Safety" and not one.has_left)
    gone = next(one for one in people if one.team == "Estimators" and one.has_left)
    return {"I": "Ingrid Halvorsen", "C": "Curtis Baines", "O": "Lena Ostrow", "E": estimator.email,
            "S": safety.email, "L": gone.email}  # fmt: skip


def renewals(people: Sequence[Somebody], on: date) -> bytes:
    """Return the spreadsheet as IT keeps it; two links belong to somebody who has left."""
    return contracts.renewals(RENEWALS, _owners(people), on)


def services(on: date) -> bytes:
    """Return what the builders work with; nobody has said what an hour without the crew app costs."""
    ingrid, curtis = "Ingrid Halvorsen", "Curtis Baines"
    return contracts.services([
        ("ERP", curtis, Said("760", ingrid, 120), "runs on the server it was bought with", "erp"),
        ("Takeoff and drawings", curtis, Said("390", ingrid, 120), "", "takeoff"),
        ("Crew app", "", Said(), "hours are written on paper without it", "crew"),
        ("Mail and files", curtis, Said("240", curtis, 33), "", "mail"),
        ("Link, Head office", curtis, Said("520", curtis, 33), "", "link-office"),
        ("Link, Route 9 bridge", "", Said(), "must hold while the deck is poured", "link-bridge"),
    ], on)  # fmt: skip


def charges(on: date) -> bytes:
    """Return the lines that the spreadsheet does not tell."""
    return sheet(sheets.CHARGES, [
        ("Plan room storage", "16 TB of drawings", "committed", 16000, "0.065", "month", "", "",
         "plan-room-storage"),
        ("Job site cameras", "Cameras", "committed", 12, "39.50", "month", "", "", "cameras-twelve"),
        ("Job site cameras", "Pictures beyond a terabyte", "variable", 200, "0.03", "month", "", "",
         "camera-pictures"),
        ("Plotter lease", "Moving a plotter to the school", "one-off", 1, "480", "once",
         on + timedelta(days=35), "", "plotter-move"),
    ])  # fmt: skip


def shares() -> bytes:
    return contracts.shares([
        ("Takeoff seats", "Estimators", 100), ("Crew app", "Field Crews", 80),
        ("Crew app", "Site Supervisors", 20), ("Project planning", "Project Managers", 100),
    ])  # fmt: skip


def covers() -> bytes:
    return contracts.covers([
        ("ERP of 2011, extended support", "erp"), ("Takeoff seats", "takeoff"), ("Crew app", "crew"),
        ("Plan room storage", "takeoff"), ("Microsoft 365", "mail"), ("Link, Head office", "link-office"),
        ("Link, Route 9 bridge", "link-bridge"),
    ])  # fmt: skip


def decisions(on: date) -> bytes:
    return sheet(sheets.DECISIONS, [
        ("Keep the ERP of 2011 until the bridge is handed over", "approved",
         "Nobody moves the books in the middle of the largest job.", "Ingrid Halvorsen",
         on - timedelta(days=210), "keep-erp-2011"),
        ("Satellite link for the bridge", "not doing", "The mobile link has held so far.", "Curtis Baines",
         on - timedelta(days=52), "satellite-bridge"),
    ])  # fmt: skip
