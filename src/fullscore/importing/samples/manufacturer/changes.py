"""What is going to change in Dayton and Lima: work, hands, windows, and days on which nothing may change."""

from datetime import date

from fullscore.importing.samples import changes
from fullscore.importing.samples.company import Files
from fullscore.importing.samples.contracts import tags

_USES = """
erp|Planning|||uses-erp-planning
erp|Purchasing|||uses-erp-purchasing
erp|Finance|||uses-erp-finance
erp|Warehouse|||uses-erp-warehouse
erp|Shipping|||uses-erp-shipping
mes|Production, first shift|||uses-mes-first
mes|Production, second shift|||uses-mes-second
mes|Lima welding|||uses-mes-lima
crm|Sales|||uses-crm-sales
crm|Customer Service|||uses-crm-service
cad|Engineering|||uses-cad
mail||dayton||uses-mail-dayton
mail||lima||uses-mail-lima
phones|Sales|||uses-phones-sales
phones|Customer Service|||uses-phones-service
phones|Purchasing|||uses-phones-purchasing
network-lima||lima||uses-network-lima
vpn|Sales|||uses-vpn-sales
vpn|Engineering|||uses-vpn-engineering
vpn|Leadership|||uses-vpn-leadership
"""
# What, on what, kind, group, at least up, hours without.
_SUPPORTS = """
erp|item @server1||servers|1|
erp|item @server2||servers|1|
erp|network-dayton||||
erp|sign-in|authenticates|||8
mes|item @server3||||
mes|network-dayton||||
mes|erp|feeds|||4
mail|pool @m365||||
mail|internet-dayton||||
mail|sign-in|authenticates|||12
crm|internet-dayton||||
crm|sign-in|authenticates|||12
crm|vendor Copperline Software||||
cad|item @server4||||
cad|pool @drawing|degrades|||
internet-dayton|pool @link||||
internet-dayton|item @firewall1||||
network-dayton|item @switch1||||
network-dayton|item @switch2|degrades|||
internet-lima|pool @lima-link||||
internet-lima|item @firewall2||||
network-lima|internet-lima||||
vpn|internet-dayton||||
sign-in|vendor Castle Computer Supply||||
phones|pool @lines||||
phones|internet-dayton||||
backup|item @server5||||
backup|network-dayton|degrades|||
item @server4|item @switch1||||
"""
# In the order of the sheet's columns; days from today.
_CHANGES = """
Restore test, ERP|standard|scheduled|Dana Whitfield||2|3|4|0.5||||||10|13:00|yes|no|Nobody has seen a backup come back this year.|The order of yesterday opens on the test server.|Nothing to take back: the test server is thrown away.|restore-erp
Wi-Fi controller, Lima|normal|scheduled|Tomas Lindqvist|Great Miami Networks|1|2|3|1|||21|||12|22:00|yes|no|The old controller gets no more updates.|Ten scanners roam from hall to dock.|The old controller stays in the rack for a week.|wifi-lima
ERP patch 10.2|normal|agreed|Dana Whitfield|Foundry ERP|2|3|5|2|||28|210|5|13|08:00|no|no|Closes the hole that the vendor wrote about in October.|Post one goods receipt and one invoice.|Restore the copy taken right before.|erp-patch
Sign-in rules|normal|planned|Dana Whitfield||0.5|1|1.5|0.5|||24||5|15|12:00|no|no|The cyber insurer asks for it at renewal.|One account of each team signs in again.|Switch the rule back to report only.|sign-in-rules
Phone update|normal|scheduled|Dana Whitfield|Buckeye Voice|0.5|1|2|0.5|||30|||17|19:00|no|no|Calls drop when two lines are put together.|Call in, transfer, park.|The vendor keeps the last version for a day.|phone-update
Firewall upgrade, Dayton|normal|planned|Dana Whitfield|Great Miami Networks|1|1.5|3|0.5|||21|167|5|18|18:00|no|no|Its version has not been mended since September.|VPN, phones, CRM and the web site from outside.|Boot the old version from the second partition.|firewall-dayton
Accounts for the sales team, CRM|normal|planned|Dana Whitfield|Copperline Software|1|2|3|0|||40|||23|09:00|no|no|Twelve people start in January.|Two of the new people open a customer.|Close the accounts.|crm-accounts
Switch, floor 2|normal|planned|Tomas Lindqvist||1|2|3|0.5|||40|||30|17:30|no|no|The last free port is taken; new desks come in January.|Every desk has a link and a phone.|Put the old switch back.|switch-floor-2
Firmware of the line controllers|normal|planned|Tomas Lindqvist|Orrin Controls|2|4|6|1|35|40|40|||||no|no|Orrin's engineer is in Ohio between the years only.|Line two runs one hundred parts.|Orrin brings the old firmware along.|mes-firmware
Faster link, Dayton|normal|draft|Dana Whitfield|Great Miami Networks|0.5|1|2|0.5|49||60||10||||no|The sales goal needs 500 Mbit/s from January.|A speed test at ten and at three.|The old line stays for thirty days.|link-dayton-500
Take a mailbox over|standard|planned|Tomas Lindqvist||0.25|0.5|1|0|||||||||yes||The other person reads it.|Take the right away again.|template-mailbox
Certificate of the web site|emergency|done|Dana Whitfield||0.25|0.5|1|0||||||-6|16:15|no|no|It had run out at noon.|The page opens without a warning.||certificate-web
"""  # noqa: E501  one row of the sheet a line
_TOUCHES = """
restore-erp|backup|||up|touches-restore
wifi-lima|network-lima|||degraded|touches-wifi
erp-patch|erp|||down|touches-erp
sign-in-rules|sign-in|||degraded|touches-sign-in
phone-update|phones|||down|touches-phones
firewall-dayton||@firewall1||down|touches-firewall
crm-accounts|crm|||up|touches-crm
switch-floor-2||@switch2||down|touches-switch
mes-firmware|mes|||down|touches-mes
link-dayton-500|||@link|down|touches-link
template-mailbox|mail|||up|touches-mailbox
certificate-web|mail|||up|touches-certificate
"""
_CREWS = """
restore-erp|Dana Whitfield||1|crew-restore
wifi-lima||network|1|crew-wifi
erp-patch|Dana Whitfield||1|crew-erp
sign-in-rules||accounts|1|crew-sign-in
phone-update||phones|1|crew-phones
firewall-dayton||network|2|crew-firewall
crm-accounts||accounts|1|crew-crm
switch-floor-2||network|1|crew-switch
mes-firmware|Tomas Lindqvist||1|crew-mes
link-dayton-500||network|1|crew-link
"""
_PREDECESSORS = """
erp-patch|restore-erp|erp-patch-after-restore
link-dayton-500|firewall-dayton|link-after-firewall
"""
_STEPS = """
firewall-dayton|1|Save the configuration and print it|yes|firewall-step-1
firewall-dayton|2|Upgrade the second unit, then the first|no|firewall-step-2
firewall-dayton|3|Test VPN, phones, CRM and the web site|no|firewall-step-3
erp-patch|1|Take a copy of the database|no|erp-step-1
erp-patch|2|Install 10.2 on the test server, then live|no|erp-step-2
"""
_AGREEMENTS = """
erp-patch|Dana Whitfield|agreed||-5|-2|-4|agrees-erp
firewall-dayton|Dana Whitfield|agreed||-3|2|-3|agrees-firewall
"""
_WINDOWS = """
Dayton's network|network-dayton|||6|every week|22:00|04:00|window-network-dayton
Dayton's internet|internet-dayton|||6|every week|22:00|04:00|window-internet-dayton
Lima's network|network-lima|||6|every week|20:00|02:00|window-network-lima
ERP, Sunday morning|erp|||7|every week|06:00|14:00|window-erp
MES, Sunday morning|mes|||7|every week|06:00|12:00|window-mes
Phones, evenings|phones|||1234|every week|18:30|22:00|window-phones
Phones, Saturday night|phones|||6|every week|22:00|04:00|window-phones-saturday
CRM, evenings|crm|||12345|every week|20:00|23:00|window-crm
CRM, Saturday night|crm|||6|every week|20:00|04:00|window-crm-saturday
VPN, Saturday night|vpn|||6|every week|22:00|04:00|window-vpn
Mail, Saturday night|mail|||6|every week|20:00|06:00|window-mail
"""
_FREEZES = """
Stock-taking|hard|35||38||erp||Warehouse counts on scanners all day.|freeze-stock-erp
Stock-taking, MES|hard|35||38||mes||Lines report to the count.|freeze-stock-mes
Price list closes|hard|18|17:00|18|22:00|crm||Sales quotes until 22:00.|freeze-prices
Payroll|soft|22||22||erp||Finance runs payroll all day.|freeze-payroll
Between the years|soft|31||42||||Half of the plant is away.|freeze-between
"""


def files(assets: bytes, on: date) -> Files:
    """Return the sheets of changes; things are named by their tags."""
    named = {"@firewall1": "Firewall", "@switch2": "Switch, 24 ports"}
    touches = _TOUCHES.replace("@link", "Internet link, Dayton")
    for word, model in named.items():
        touches = touches.replace(word, tags(assets, model)[int(word[-1]) - 1])
    return changes.files(
        on, uses=_USES, changes=_CHANGES, touches=touches, crews=_CREWS, predecessors=_PREDECESSORS,
        steps=_STEPS, agreements=_AGREEMENTS, windows=_WINDOWS, freezes=_FREEZES,
    )  # fmt: skip


def supports(assets: bytes) -> bytes:
    """Return what rests on what; the two ERP servers stand in for each other."""
    kinds = (("server", "Rack server"), ("firewall", "Firewall"), ("switch", "Switch, 24 ports"))
    things = {
        f"@{word}{at}": tag for word, model in kinds for at, tag in enumerate(tags(assets, model), start=1)
    }
    pools = {"@m365": "Microsoft 365 Business Premium", "@drawing": "Drawing seat",
             "@link": "Internet link, Dayton", "@lima-link": "Internet link, Lima",
             "@lines": "Phone line"}  # fmt: skip
    return changes.supports(_SUPPORTS, {**things, **pools})
