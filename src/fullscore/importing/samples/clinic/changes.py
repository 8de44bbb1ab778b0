"""What is going to change in the clinics, which cannot be down while patients are there."""

from datetime import date

from fullscore.importing.samples import changes
from fullscore.importing.samples.clinic.places import ref
from fullscore.importing.samples.clinic.roster import CLINICS
from fullscore.importing.samples.company import Files
from fullscore.importing.samples.contracts import tags

_USES = """
ehr|Physicians|||uses-ehr-physicians
ehr|Nurses|||uses-ehr-nurses
ehr|Medical Assistants|||uses-ehr-assistants
ehr|Front Desk|||uses-ehr-desk
ehr|Billing|||uses-ehr-billing
images|Physicians|||uses-images
lab|Laboratory||Mon-Fri 06:30-18:00|uses-lab
mail||harlow||uses-mail-harlow
mail||stanbury||uses-mail-stanbury
"""
_SUPPORTS = """
ehr|pool EHR seat|degrades|||
ehr|internet-harlow||||
ehr|mail|authenticates|||4
images|pool Imaging storage||||
images|item @server1||||
lab|item @server2||||
lab|ehr|feeds|||2
mail|pool Microsoft 365 Business Premium||||
"""
_CHANGES = """
Records system, winter release|normal|agreed|Priya Raman||3|4|6|2|54|55||420|10|||no|no|The vendor installs it in its own window.|One visit of each clinic is written and billed.|The vendor goes back to the autumn release.|ehr-winter
Image archive, more storage|normal|planned|Priya Raman|Northline Business Technology|1|2|3|1|||45|60||||no|no|It is full in March.|A study of last week opens in Stanbury.|Take the new shelf out again.|images-storage
Firewall, Stanbury|normal|planned|Priya Raman|Prairie Fiber Cooperative|1|1.5|2|0.5|||30|90|3|||no|no|The vendor ends its mending in spring.|Records, phones and images from an exam room.|The old one stays in the rack.|firewall-stanbury
Firewall, Kettle Lake|normal|planned|Owen Birk|Prairie Fiber Cooperative|1|1.5|2|0.5|||37|60|3|||no|no|The vendor ends its mending in spring.|Records and images from an exam room.|The old one stays in the rack.|firewall-kettle-lake
Analyser driver, laboratory|normal|planned|Owen Birk||0.5|1|2|0.5|28|32|32||||||no|The new reagents need it.|One control sample comes back.|Install the old driver.|lab-driver
New account|standard|planned|Owen Birk||0.25|0.5|1|0|||||||||yes||The person signs in.|Close the account.|template-account
"""  # noqa: E501  one row of the sheet a line
_TOUCHES = """
ehr-winter|ehr|||down|touches-ehr
images-storage|images|||down|touches-images
firewall-stanbury||@firewall2||down|touches-firewall-stanbury
firewall-kettle-lake||@firewall5||down|touches-firewall-kettle
lab-driver||@server2||down|touches-lab
template-account|mail|||up|touches-account
"""
_CREWS = """
ehr-winter|Priya Raman||1|crew-ehr
images-storage||network|1|crew-images
firewall-stanbury||network|1|crew-firewall-stanbury
firewall-kettle-lake||network|1|crew-firewall-kettle
lab-driver||accounts|1|crew-lab
"""
_PREDECESSORS = """
firewall-kettle-lake|firewall-stanbury|kettle-after-stanbury
"""
_STEPS = """
ehr-winter|1|Print the schedule of the next day for every clinic|no|ehr-step-1
ehr-winter|2|The vendor installs; nobody signs in|no|ehr-step-2
ehr-winter|3|One visit of each clinic, from check-in to bill|no|ehr-step-3
"""
_AGREEMENTS = """
ehr-winter|Helen Sorensen|agreed|Not in the week of the accreditation.|-20|-14|-18|agrees-ehr
"""
_WINDOWS = """
Records, nights|ehr|||12345|every week|20:00|04:00|window-ehr
Records, Sunday|ehr|||7|every week|06:00|20:00|window-ehr-sunday
Images, Sunday|images|||7|every week|06:00|20:00|window-images
Laboratory, Saturday|lab|||6|every week|12:00|20:00|window-lab
@evenings
"""
_FREEZES = """
Flu shot Saturday|hard|12||12||||Both clinics see walk-ins all day.|freeze-flu
Accreditation visit|hard|79||81||||Records must be up all day.|freeze-accreditation
Holidays|soft|31||40||||Few people, many patients.|freeze-holidays
"""


def files(assets: bytes, on: date) -> Files:
    """Return the sheets of changes; every clinic's internet may be away when it is closed."""
    touches = _TOUCHES
    for word, at, model in (("@firewall2", 1, "Firewall"), ("@firewall5", 4, "Firewall"),
                            ("@server2", 1, "Rack server")):  # fmt: skip
        touches = touches.replace(word, tags(assets, model)[at])
    evenings = [
        f"{site}, evenings|internet-{ref(site)}|||12345|every week|19:00|23:00|window-{ref(site)}"
        for site in CLINICS
    ]
    windows = _WINDOWS.replace("@evenings", "\n".join(evenings))
    return changes.files(
        on, uses=_USES, changes=_CHANGES, touches=touches, crews=_CREWS, predecessors=_PREDECESSORS,
        steps=_STEPS, agreements=_AGREEMENTS, windows=windows, freezes=_FREEZES,
    )  # fmt: skip


def supports(assets: bytes) -> bytes:
    """Return what rests on what: each clinic's internet on its link and its firewall."""
    kinds = (("server", "Rack server"), ("firewall", "Firewall"))
    things = {
        f"@{word}{at}": tag for word, model in kinds for at, tag in enumerate(tags(assets, model), start=1)
    }
    links = [f"internet-{ref(site)}|pool Internet link, {site}||||" for site in CLINICS]
    walls = [f"internet-{ref(site)}|item @firewall{at}||||" for at, site in enumerate(CLINICS, start=1)]
    return changes.supports("\n".join([*_SUPPORTS.strip().splitlines(), *links, *walls]), things)
