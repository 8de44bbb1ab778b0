"""What may cost the builders money, and the one large question: the ERP of 2011, kept, raised or replaced."""

from datetime import date

from fullscore.importing.samples import money
from fullscore.importing.samples.company import Files

_LINES = {
    "scenarios": """
ERP does not come back|outage|erp|once a year at most|0.05|0.12|0.3|24|80|240|15000|45000|120000|25|5000|20000|60000|yes|||Disks of 2011, two spares, no vendor left who knows it.|erp-gone
ERP down for hours|outage|erp|any number a year|1|2|5|1|3|9||||||||yes|||Power, a full disk, a locked table.|erp-down
Ransomware|ransomware|erp|once a year at most|0.03|0.07|0.15|40|100|300|20000|70000|200000|30|10000|30000|100000|yes|||The old server cannot be patched.|ransomware
Who knows the ERP is gone|key person gone|erp|once a year at most|0.05|0.1|0.25|2|10|40|8000|20000|60000|||||yes|||One person in accounting, near retirement.|erp-person
Invoice paid to a thief|fraud||any number a year|0.08|0.2|0.5||||12000|40000|180000|||||yes|||Subcontractors' account numbers change by mail.|invoice-fraud
Tablet lost on a site|loss or theft||any number a year|3|6|12||||400|700|1200|2|2000|6000|20000|yes|||Fifty of them travel.|tablet-lost
No link at the bridge|link outage|link-bridge|any number a year|1|3|7|2|6|24||||||||yes|||Mobile only, and the deck hides the mast.|bridge-link
Typed twice, billed wrong|other||any number a year|6|12|24||||300|900|3000|||||yes|||Hours of crews are typed from paper into the ERP.|typed-twice
""",  # noqa: E501  one row of the sheet a line
    "causes": """
A password is stolen|any number a year|0.2|0.6|1.5|yes|||password-stolen
""",
    "triggers": """
password-stolen|ransomware|3|password-ransomware
password-stolen|invoice-fraud|10|password-fraud
""",
    "controls": """
ERP on a supported server||erp-supported
ERP run by its vendor||erp-hosted
Hours of crews come in by themselves||hours-in
A second person who knows||second-person
Second factor for everybody||second-factor
Call back before a new account is paid||call-back
Second link, Route 9 bridge||bridge-second
""",
    "reductions": """
erp-supported|erp-gone||frequency|75|yes|supported-gone
erp-supported|erp-down||frequency|40|yes|supported-down
erp-supported|ransomware||frequency|30|yes|supported-ransomware
erp-hosted|erp-gone||frequency|95|yes|hosted-gone
erp-hosted|erp-down||frequency|60|yes|hosted-down
erp-hosted|ransomware||frequency|45|yes|hosted-ransomware
erp-hosted|erp-person||frequency|70|yes|hosted-person
hours-in|typed-twice||frequency|80|yes|hours-typed
second-person|erp-person||loss|60|yes|second-erp
second-factor||password-stolen|frequency|80|yes|factor-password
call-back|invoice-fraud||frequency|75|yes|call-fraud
bridge-second|bridge-link||frequency|80|yes|second-bridge
""",
    "insurances": """
Crime cover|invoice-fraud|10000|80|150000|crime
""",
    "tolerances": """
A bad year|10|150000|Ingrid Halvorsen|-120|bad-year
""",
    "proposals": """
The ERP of 2011|run|open|no||||Fifteen years old; nobody dares to touch it, everybody needs it.|erp
Second factor for everybody|secure|open|yes|The insurer asks for it|||Passwords alone open the mail.|second-factor
Call back before paying|secure|open|no||||A rule and an hour of training.|call-back
Second link, Route 9 bridge|secure|open|no||||The pour is watched over the link.|bridge-second
A second person for the ERP|secure|open|no||||Curtis is the only one who can close a month.|second-person
Bid comparison tool|grow|open|no||||Two more bids a month with the same estimators.|bid-tool
Tablets for the yard|grow|open|no||||The yard still calls for its lists.|yard-tablets
""",  # noqa: E501  one row of the sheet a line
    "options": """
erp|Keep it|yes||18400|40|4|||||free||||Curtis stays / Two spare disks are enough / No customer asks for electronic invoices|erp-keep
erp|Upgrade in place||46000|21000|190|3||6000|Curtis Baines|-30|free||||The vendor still supports the move from 2011 / Reports can be rewritten in two months / Nobody needs new users before|erp-upgrade
erp|Wrap with integrations||28000|26500|150|4|9000|14000|Curtis Baines|-30|free||||The old tables may be read by another program / Somebody besides Curtis knows them / The crew app can send its hours|erp-wrap
erp|Replace in stages||22000|38000|340|8|16000|24000|Ingrid Halvorsen|-30|free||||Job costing of the new one fits the way bids are made / Two people are free a day a week for two years / The books close on both for one quarter|erp-replace
second-factor|Codes on phones, keys for crews||3400||60|2|||||free|||||factor-phones
call-back|Rule and training||||5|1|||||free|||||call-rule
bridge-second|Second carrier||1200|2300|10|1|||||free|||||bridge-carrier
second-person|Twelve afternoons with Curtis||5200||70|4|||||free|||||person-taught
second-person|Retainer with a consultant|||9600|8|1|||||free|||||person-hired
bid-tool|Rented for ten||2500|7800|35|1|15000||Ingrid Halvorsen|-30|free|||||bid-rented
yard-tablets|Eight tablets||4800|960|12|1||2600|Lena Ostrow|-30|free|||||yard-eight
""",  # noqa: E501  one row of the sheet a line
    "outlays": """
erp-replace|1|35000|accounting and payroll move|replace-stage-1
erp-replace|2|54000|job costing and purchasing move|replace-stage-2
erp-replace|3|24000|the old server goes|replace-stage-3
erp-upgrade|2|9000|reports written anew|upgrade-reports
""",
    "brings": """
erp-upgrade|erp-supported|upgrade-supported
erp-wrap|hours-in|wrap-hours
erp-replace|erp-hosted|replace-hosted
erp-replace|hours-in|replace-hours
factor-phones|second-factor|factor-there
call-rule|call-back|call-there
bridge-carrier|bridge-second|bridge-there
person-taught|second-person|taught-there
person-hired|second-person|hired-there
""",
    "needs": """
|erp-wrap|needs|second-person||wrap-needs-person
|erp-replace|excludes||person-hired|replace-without-retainer
""",
    "limits": """
Money for proposals|budget||130000||||||money
Hours of IT|hours|||130|||||hours
Security's share|floor||||secure|8||Ingrid Halvorsen|floor-secure
""",
}


def files(on: date) -> Files:
    """Return the sheets of risks and proposals."""
    return money.files(on, _LINES)
