"""What is going to change at the builders: an ERP of 2011 that nobody dares to touch, and links of sites."""

from datetime import date

from fullscore.importing.samples import changes
from fullscore.importing.samples.company import Files
from fullscore.importing.samples.contracts import tags

_USES = """
erp|Accounting|||uses-erp-accounting
erp|Project Managers|||uses-erp-managers
takeoff|Estimators|||uses-takeoff
crew|Field Crews|||uses-crew-field
crew|Site Supervisors|||uses-crew-supervisors
mail||head-office||uses-mail-office
link-bridge||route-9-bridge||uses-link-bridge
"""
_SUPPORTS = """
erp|item @erp1||||
erp|pool ERP concurrent user|degrades|||
erp|person Curtis Baines|degrades|||
takeoff|pool Takeoff seat||||
takeoff|pool Drawings storage||||
takeoff|item @server1||||
crew|pool Crew app seat||||
crew|mail|authenticates|||12
mail|pool Microsoft 365 Business Premium||||
mail|link-office|degrades|||
link-office|pool Link, Head office||||
link-office|item @firewall1||||
link-bridge|pool Link, Route 9 bridge||links||
link-bridge|item @router1||links||
"""
_CHANGES = """
Copy of the ERP onto a new machine|normal|planned|Curtis Baines||3|5|8|1|||40|180|5|||no|no|The disks are of 2011 and there are two spares.|Post one invoice on the copy and compare the books.|The old server was never switched off.|erp-copy
ERP moves to the copy|normal|draft|Curtis Baines||4|6|10|3|||80|180|10|||no|no|Only then may the old server go.|Accounting closes a week on it.|Switch the old server on again.|erp-move
Firewall rules, head office|normal|planned|Lena Ostrow||0.5|1|2|0.5|||25|40|2|||no|no|The insurer asks for it.|Drawings open from the school's trailer.|Load the saved rules.|firewall-rules
Second link, Route 9 bridge|normal|planned|Lena Ostrow||1|2|3|0.5|35|38|38|||||no|no|The deck is poured in January.|Pull the first link for a minute.|Take the second router out.|bridge-second-link
Drawings storage, clean up|standard|planned|Lena Ostrow||1|2|4|0|||60|||||no|no|Half a terabyte a month.|Three old bids open.|Nothing is deleted for thirty days.|drawings-clean
New tablet|standard|planned|Lena Ostrow||0.5|0.5|1|0|||||||||yes||The crew app opens.|Wipe it.|template-tablet
"""  # noqa: E501  one row of the sheet a line
_TOUCHES = """
erp-copy|erp|||degraded|touches-erp-copy
erp-move||@erp1||down|touches-erp-move
firewall-rules||@firewall1||down|touches-firewall-rules
bridge-second-link|link-bridge|||down|touches-bridge
drawings-clean|takeoff|||up|touches-drawings
template-tablet|crew|||up|touches-tablet
"""
_CREWS = """
erp-copy|Curtis Baines||1|crew-erp-copy
erp-move|Curtis Baines||1|crew-erp-move
firewall-rules||network|1|crew-firewall-rules
bridge-second-link|Lena Ostrow||1|crew-bridge
drawings-clean||network|1|crew-drawings
"""
_PREDECESSORS = """
erp-move|erp-copy|erp-move-after-copy
"""
_STEPS = """
erp-copy|1|Copy the disks while nobody posts|no|erp-copy-step-1
erp-copy|2|Start the copy without a network|no|erp-copy-step-2
erp-copy|3|Post one invoice on the copy and compare the books|no|erp-copy-step-3
"""
_AGREEMENTS = """
firewall-rules|Curtis Baines|agreed||-4|-1|-4|agrees-firewall-rules
"""
_WINDOWS = """
ERP, Saturday afternoon|erp|||6|every week|12:00|23:00|window-erp
Head office link, evenings|link-office|||12345|every week|18:00|22:00|window-link-office
Mail, evenings|mail|||12345|every week|18:00|23:00|window-mail
Bridge link, Sunday|link-bridge|||7|every week|07:00|19:00|window-link-bridge
"""
_FREEZES = """
Bid opening|hard|29||30||takeoff||Estimators work on it until the hour.|freeze-bid
Concrete pour|hard|65||68||link-bridge||Sensors report over the link.|freeze-pour
Year's end, books|soft|36||44||erp||Accounting closes the year.|freeze-books
"""


def files(assets: bytes, on: date) -> Files:
    """Return the sheets of changes; things are named by their tags."""
    touches = _TOUCHES.replace("@erp1", tags(assets, "ERP server of 2011")[0])
    return changes.files(
        on, uses=_USES, changes=_CHANGES, touches=touches.replace("@firewall1", tags(assets, "Firewall")[0]),
        crews=_CREWS, predecessors=_PREDECESSORS, steps=_STEPS, agreements=_AGREEMENTS, windows=_WINDOWS,
        freezes=_FREEZES,
    )  # fmt: skip


def supports(assets: bytes) -> bytes:
    """Return what rests on what; the ERP's server is long out of support."""
    kinds = (
        ("erp", "ERP server of 2011"), ("server", "Rack server"), ("firewall", "Firewall"),
        ("router", "Mobile router"),
    )  # fmt: skip
    things = {
        f"@{word}{at}": tag for word, model in kinds for at, tag in enumerate(tags(assets, model), start=1)
    }
    return changes.supports(_SUPPORTS, things)
