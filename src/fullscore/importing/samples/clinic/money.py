"""What may cost the clinics money, and what is asked for."""

from datetime import date

from fullscore.importing.samples import money
from fullscore.importing.samples.company import Files

_LINES = {
    "scenarios": """
Ransomware|ransomware|ehr|once a year at most|0.03|0.06|0.14|30|80|200|40000|120000|350000|60|30000|120000|500000|yes|||Five clinics share one sign-in and one file server.|ransomware
Health records down|outage|ehr|any number a year|0.5|1.5|4|0.5|2|8||||||||yes|||The vendor's data center, or the way to it.|ehr-down
Images cannot be seen|outage|images|any number a year|0.5|1|3|1|3|10||||||||yes|||One archive, one disk shelf.|images-down
Invoice paid to a thief|fraud||any number a year|0.05|0.15|0.4||||6000|22000|90000|||||yes|||Mails of suppliers are easy to imitate.|invoice-fraud
Laptop with patients' data lost|loss or theft||any number a year|0.5|1|3||||1000|1800|3500|10|15000|60000|250000|yes|||Visiting nurses carry them.|laptop-lost
Records seen by who should not|data leak||any number a year|0.05|0.2|0.6||||4000|15000|60000|30|10000|50000|300000|yes|||People who left kept their sign-in.|records-seen
Who runs the interfaces is gone|key person gone|lab|once a year at most|0.05|0.1|0.2|8|24|80|6000|18000|50000|||||yes|||One person wrote them all.|lab-person
""",  # noqa: E501  one row of the sheet a line
    "causes": """
A password is stolen|any number a year|0.3|0.8|2|yes|||password-stolen
""",
    "triggers": """
password-stolen|ransomware|3|password-ransomware
password-stolen|records-seen|15|password-records
password-stolen|invoice-fraud|8|password-fraud
""",
    "controls": """
Copy nobody can change||safe-copy
Second factor for everybody||second-factor
Second archive of images||second-archive
Second link, each clinic||second-link
Disks that nobody else can read||encrypted
Sign-ins end with the job||leavers
Interfaces written down||interface-book
""",
    "reductions": """
safe-copy|ransomware||loss|60|yes|copy-ransomware
second-factor||password-stolen|frequency|80|yes|factor-password
second-archive|images-down||frequency|70|yes|archive-images
second-link|ehr-down||frequency|50|yes|link-ehr
encrypted|laptop-lost||consequences|95|yes|encrypted-laptop
leavers|records-seen||frequency|60|yes|leavers-records
interface-book|lab-person||loss|60|yes|book-lab
""",
    "insurances": """
Cyber insurance||50000|90|1000000|cyber
""",
    "tolerances": """
A bad year|10|250000|Helen Sorensen|-64|bad-year
""",
    "proposals": """
Second factor for everybody|secure|open|yes|The insurer's condition from January|||Two clinics sign in with a password alone.|second-factor
Copy nobody can change|secure|open|no||||The copies hang on the same sign-in.|safe-copy
Second archive of images|run|open|no||||The shelf is full in June and has no twin.|second-archive
Second link, each clinic|run|open|no||||A clinic without its link sends patients home.|second-link
Disks of laptops|secure|open|yes|The law on patients' data|||Nine laptops of visiting nurses are readable.|encrypted
Leavers lose their sign-in|secure|open|no||||Payroll tells IT once a month.|leavers
Sixth clinic, New Prague|grow|open|no||||The lease begins in spring.|sixth-clinic
Check-in by phone|grow|open|no||||Front desks type what patients could.|check-in
""",  # noqa: E501  one row of the sheet a line
    "options": """
second-factor|Codes on phones, cards for the wards||5200|900|50|2|||||free|||||factor-cards
safe-copy|At a vendor's||2400|7900|14|1|||||free|||||copy-vendor
safe-copy|Tapes, carried off every week||6800|400|60|4|||||free|||||copy-tapes
second-archive|Rented||1500|14200|24|2||3800|Priya Raman|-30|free|||||archive-rented
second-link|Mobile in all five||4500|5900|20|2|||||free|||||links-mobile
encrypted|Switched on and proven|||300|18|1|||||free|||||disks-on
leavers|A list from payroll every night||1800||36|2|||||free|||||leavers-list
sixth-clinic|Small: shared front desk||38000|16500|90|3|52000||Helen Sorensen|-20|free|||||clinic-small
sixth-clinic|Whole||61000|24000|140|3|71000||Helen Sorensen|-20|free|||||clinic-whole
check-in|Rented||3200|8400|45|2|13000||Helen Sorensen|-20|free|||||check-in-rented
""",
    "outlays": """
archive-rented|2|2600|the old shelf goes|archive-shelf
""",
    "brings": """
factor-cards|second-factor|factor-there
copy-vendor|safe-copy|copy-there
copy-tapes|safe-copy|tapes-there
archive-rented|second-archive|archive-there
links-mobile|second-link|links-there
disks-on|encrypted|disks-there
leavers-list|leavers|leavers-there
""",
    "needs": """
sixth-clinic||needs|second-factor||clinic-needs-factor
""",
    "limits": """
Money for proposals|budget||95000||||||money
Hours of IT|hours|||110|||||hours
Security's share|floor||||secure|15||Helen Sorensen|floor-secure
A bad year|bad year||250000||||10|Helen Sorensen|limit-bad-year
""",
}


def files(on: date) -> Files:
    """Return the sheets of risks and proposals."""
    return money.files(on, _LINES)
