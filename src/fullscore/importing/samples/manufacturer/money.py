"""What may cost Morrow Metalworks money next year, and what is asked for."""

from datetime import date

from fullscore.importing.samples import money
from fullscore.importing.samples.company import Files

_LINES = {
    "scenarios": """
Ransomware|ransomware|erp|once a year at most|0.02|0.05|0.12|40|90|240|20000|60000|180000|30|10000|40000|150000|yes|||Plant PCs share one network with the offices.|ransomware
ERP down|outage|erp|any number a year|0.4|0.8|2|1|3|10||||||||yes|||One server, patched on Sundays.|erp-down
Internet down, Dayton|link outage|internet-dayton|any number a year|0.5|1.2|3|1|3|12||||||||yes|||One line from the street.|link-down
Scanners stop, Lima|outage|network-lima|any number a year|1|3|6|0.5|2|5|400|900|2500|||||yes|||The Wi-Fi controller gets no more updates.|scanning-stops
Invoice paid to a thief|fraud||any number a year|0.05|0.15|0.4||||9000|30000|120000|||||yes|||A changed account number in a mail nobody checked.|invoice-fraud
Laptop lost or stolen|loss or theft||any number a year|1|2|5||||900|1600|3000|5|4000|12000|50000|yes|||Salespeople travel with them.|laptop-lost
Who knows the MES is gone|key person gone|mes|once a year at most|0.05|0.1|0.2|4|16|60|5000|15000|40000|||||yes|||One technician has its passwords in mind.|mes-person
Files deleted and not noticed|data leak|mail|any number a year|0.1|0.3|0.8||||2000|9000|40000|||||yes|||The copy is in the same building.|files-gone
""",  # noqa: E501  one row of the sheet a line
    "causes": """
A password is stolen|any number a year|0.2|0.5|1.2|yes|||password-stolen
Fire or water in the server room|once a year at most|0.004|0.01|0.03|yes|||server-room
""",
    "triggers": """
password-stolen|ransomware|4|password-ransomware
password-stolen|invoice-fraud|12|password-fraud
server-room|erp-down|100|fire-erp
server-room|files-gone|60|fire-files
""",
    "controls": """
Off-site backup copy||off-site
Second factor for everybody||second-factor
Malware watch on plant PCs||plant-watch
Second way into the internet||second-link
Check by phone before a new account is paid||call-back
New Wi-Fi in Lima||wifi
Passwords of the MES written down||mes-book
Disks that nobody else can read|yes|encrypted
""",
    "reductions": """
off-site|ransomware||loss|55|yes|off-site-ransomware
off-site|files-gone||loss|70|yes|off-site-files
second-factor||password-stolen|frequency|80|yes|keys-password
second-factor|ransomware||frequency|35|yes|keys-ransomware
plant-watch|ransomware||frequency|50|yes|watch-ransomware
plant-watch|ransomware||loss|20|yes|watch-spread
second-link|link-down||frequency|85|yes|link-link
call-back|invoice-fraud||frequency|75|yes|call-fraud
wifi|scanning-stops||frequency|80|yes|wifi-scanning
mes-book|mes-person||loss|60|yes|book-mes
""",
    "insurances": """
Cyber insurance|ransomware|25000|90|500000|cyber
""",
    "tolerances": """
A bad year|10|180000|Ruth Morrow|-81|bad-year
A very bad year|100|600000|Ruth Morrow|-81|very-bad-year
""",
    "proposals": """
Sales 24 to 36|grow|open|no||||Twelve more in sales sell what the second shift can make.|sales-36
Wi-Fi, Lima|run|open|no||||Out of support in March; scanners drop at the dock.|wifi-lima
Malware watch, plant PCs|secure|open|yes|The insurer's condition|||41 PCs on the line without any.|plant-watch
Off-site backup copy|secure|open|no||||The restore test of April found one copy, in one building.|off-site-copy
MFA keys|secure|open|no||||Everybody by June, as the owners decided.|mfa-keys
Second line, Dayton|secure|open|no||||One line carries both plants' orders.|second-line
Meeting room, Dayton|grow|open|no||||Customers sit on borrowed chairs and see the plant by phone.|meeting-room
Quoting tool|grow|open|no||||Quotes leave in a day instead of a week.|quoting-tool
Label printers|grow|open|no||||One pick in 200 goes to the wrong truck.|label-printers
24 new laptops|run|open|no||||Out of security updates in October.|new-laptops
MES passwords and hand-over|secure|open|no||||Written down, and a second one who knows.|mes-book
Call back before paying|secure|open|no||||A rule and an hour of training.|call-back
Training, spreadsheets|grow|open|no||||Ten people in the office asked for it.|training
""",  # noqa: E501  one row of the sheet a line
    "options": """
sales-36|Seats, laptops and a faster link||17015|12110|46|2|28000||Paul Brandt|-30|pinned|Ruth Morrow|-7|||sales-36-all
wifi-lima|New controller and 14 radios||14500||30|1||1200|Carla Ruiz|-40|free|||||wifi-lima-new
plant-watch|Watched by the vendor|||11400|12|1|||||free|||||plant-watch-bought
plant-watch|Own tool, looked at by us||2400|3900|90|4|||||free|||||plant-watch-own
off-site-copy|Kept at a vendor's, 40 miles away||1800|5500|10|1|||||free|||||off-site-vendor
off-site-copy|Disks carried to Lima every week||2600||52|4|||||free|||||off-site-lima
mfa-keys|A key for everybody||6200||40|2|||||free|||||mfa-keys-all
mfa-keys|Codes on phones; keys for 30||1100||55|2|||||free|||||mfa-phones
second-line|Fiber of another carrier||1500|7800|14|1|||||free|||||line-fiber
second-line|Mobile, only when the line is down||900|1300|8|1|||||free|||||line-mobile
meeting-room|Screen, camera and chairs||8900||12|1|2100||Paul Brandt|-40|free|||||
quoting-tool|Rented||930|5400|60|2|9800||Paul Brandt|-40|free|||||
label-printers|Four printers at the docks||5800||16|1||3100|Carla Ruiz|-40|free|||||
new-laptops|All 24||30840||48|2||7900|Dana Whitfield|-40|free|||||laptops-24
new-laptops|19 now, 5 a year later||24415||38|2||6260|Dana Whitfield|-40|free|||||laptops-19
new-laptops|Keep them and pay repairs|yes||4200|30|4|||||free|||||
mes-book|Two days with the vendor||2800||24|1|||||free|||||mes-book-vendor
call-back|Rule and training||||6|1|||||free|||||call-back-rule
training|Two days, ten people||3200||4|1|1600||Carla Ruiz|-40|free|||||
""",  # noqa: E501  one row of the sheet a line
    "outlays": """
laptops-19|2|6425|the other five|laptops-later
""",
    "brings": """
plant-watch-bought|plant-watch|watch-bought
plant-watch-own|plant-watch|watch-own
off-site-vendor|off-site|copy-bought
off-site-lima|off-site|copy-carried
mfa-keys-all|second-factor|keys-bought
mfa-phones|second-factor|keys-phones
line-fiber|second-link|line-bought
line-mobile|second-link|line-rented
wifi-lima-new|wifi|wifi-bought
mes-book-vendor|mes-book|book-written
call-back-rule|call-back|call-agreed
""",
    "needs": """
quoting-tool||needs|sales-36||quotes-need-sales
label-printers||needs|wifi-lima||labels-need-wifi
""",
    "limits": """
Money for proposals|budget||96000||||||money
Hours of IT|hours|||150|||||hours
Security's share|floor||||secure|12||Ruth Morrow|floor-secure
A bad year|bad year||180000||||10|Ruth Morrow|limit-bad-year
""",
}


def files(on: date) -> Files:
    """Return the sheets of risks and proposals."""
    return money.files(on, _LINES)
