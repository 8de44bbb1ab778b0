"""What people write about devices: states, sorts of things, and what stands where a number should."""

STATUSES = ("in use", "in stock", "on order", "in repair", "retired", "lost")

_IN_USE = (
    "in use", "use", "used", "deployed", "active", "assigned", "issued", "checked out", "live",
    "production", "in production", "in service", "operational", "provisioned", "installed", "allocated",
    "loaned", "on loan", "in operation", "working", "aktiv", "in gebrauch", "in benutzung", "in verwendung",
    "in betrieb", "im einsatz", "eingesetzt", "ausgegeben", "zugewiesen", "verliehen", "ausgeliehen",
    "produktiv", "vergeben", "benutzt", "en service", "en uso", "in uso",
)  # fmt: skip
_IN_STOCK = (
    "in stock", "stock", "ready to deploy", "deployable", "available", "spare", "free", "unassigned",
    "in storage", "storage", "stored", "inventory", "in inventory", "reserve", "staged", "staging", "ready",
    "new", "unused", "on shelf", "shelf", "warehouse", "returned", "not in use", "idle", "auf lager",
    "lager", "im lager", "lagernd", "verfügbar", "frei", "reserve", "ersatz", "ersatzgerät", "bereit",
    "nicht zugewiesen", "neu", "zurückgegeben", "unbenutzt", "en stock", "disponible",
)  # fmt: skip
_ON_ORDER = (
    "on order", "ordered", "purchased", "in transit", "shipping", "shipped", "incoming", "planned",
    "requested", "backordered", "back order", "to be ordered", "awaiting delivery", "not received",
    "bestellt", "in bestellung", "unterwegs", "geplant", "in lieferung", "angefordert", "zulauf",
)  # fmt: skip
_IN_REPAIR = (
    "in repair", "repair", "repairing", "pending", "undeployable", "out for diagnostics", "out for repair",
    "broken", "defective", "damaged", "faulty", "failed", "maintenance", "in maintenance", "rma",
    "under repair", "in service center", "needs repair", "out of order", "defekt", "kaputt", "beschädigt",
    "in reparatur", "reparatur", "in wartung", "wartung", "gestört", "en reparación", "en réparation",
)  # fmt: skip
_RETIRED = (
    "retired", "archived", "disposed", "disposed of", "broken - not fixable", "decommissioned",
    "decommissioning", "deprovisioned", "recycled", "sold", "donated", "scrapped", "scrap", "end of life",
    "eol", "wiped", "destroyed", "written off", "surplus", "inactive", "removed", "retire", "e-waste",
    "ausgemustert", "ausgeschieden", "verschrottet", "entsorgt", "verkauft", "gespendet", "archiviert",
    "stillgelegt", "ausser betrieb", "abgeschrieben", "inaktiv", "ausrangiert",
)  # fmt: skip
_LOST = (
    "lost", "stolen", "missing", "lost/stolen", "lost or stolen", "not found", "unaccounted for",
    "verloren", "gestohlen", "vermisst", "fehlt", "verloren/gestohlen", "unauffindbar", "nicht auffindbar",
)  # fmt: skip
_WORDS = {
    **dict.fromkeys(_IN_USE, "in use"),
    **dict.fromkeys(_IN_STOCK, "in stock"),
    **dict.fromkeys(_ON_ORDER, "on order"),
    **dict.fromkeys(_IN_REPAIR, "in repair"),
    **dict.fromkeys(_RETIRED, "retired"),
    **dict.fromkeys(_LOST, "lost"),
}
# Snipe-IT joins a label and its type: "Archived Archived", "Lab use Deployable".
STATUS_TYPES = frozenset({"deployed", "deployable", "pending", "archived", "undeployable"})
_LABELS = (
    "ready to deploy", "pending", "archived", "out for diagnostics", "out for repair", "broken - not fixable",
    "lost/stolen", "in stock", "spare", "retired", "in repair", "disposed", "available", "deployed", "in use",
)  # fmt: skip
STATUS_WORDS = {
    **_WORDS,
    **{
        f"{label} {kind}": "in use" if kind == "deployed" else _WORDS[label]
        for label in _LABELS
        for kind in sorted(STATUS_TYPES)
    },
}
# A device on its way to somebody or with nobody: whoever had it has it no longer.
WITH_NOBODY = frozenset({"in stock", "retired", "on order", "lost"})

# Parts of words, looked for in this order: "iPad keyboard" is no tablet, "docking monitor" is a dock.
CATEGORIES = (
    (
        "accessory",
        ("accessor", "keyboard", "mouse", "cable", "webcam", "adapter", "charger", "zubehör", "tastatur",
         "maus", "kabel", "netzteil", "headphone", "earbud", "toner", "cartridge", "laptop bag", "usb stick"),
    ),
    ("dock", ("dock",)),
    (
        "laptop",
        ("laptop", "notebook", "macbook", "ultrabook", "chromebook", "mobile workstation", "latitude",
         "thinkpad", "elitebook", "probook", "zbook", "xps 1", "surface book", "surface pro", "lifebook",
         "travelmate", "ideapad", "vivobook", "precision mobile", "toughbook"),
    ),
    ("access point", ("access point", "wifi", "wi-fi", "wireless", "wlan", "unifi u", "aruba ap")),
    ("monitor", ("monitor", "display", "screen", "bildschirm", "ultrasharp")),
    ("switch", ("switch", "catalyst", "procurve")),
    ("firewall", ("firewall", "router", "gateway", "fortigate", "sophos xg", "meraki mx", "pfsense")),
    ("server", ("server", "poweredge", "proliant", "thinksystem", "hypervisor", "nas", "synology")),
    (
        "desktop",
        ("desktop", "workstation", "thin client", "optiplex", "thinkcentre", "elitedesk", "prodesk",
         "mac mini", "imac", "mac studio", "tower", "arbeitsplatzrechner"),
    ),
    ("tablet", ("tablet", "ipad", "galaxy tab")),
    ("phone", ("phone", "mobile", "headset", "telefon", "handy", "galaxy s", "galaxy a", "pixel ")),
    ("printer", ("printer", "plotter", "mfp", "drucker", "laserjet", "multifunktion", "workcentre")),
    ("scanner", ("scanner", "scansnap")),
    ("ups", ("ups", "battery", "usv", "smart-ups")),
)  # fmt: skip
# Too wide to say what it is while a model's name says more.
WIDE_CATEGORIES = (("desktop", ("computer", "rechner", "pc")),)

# What people and makers put where a number should stand.
NO_NUMBER = frozenset(
    {"n/a", "na", "n.a.", "none", "null", "nil", "-", "--", "---", "?", "x", "xx", "xxx", "0", "unknown",
     "tbd", "tba", "to be filled by o.e.m.", "to be filled by oem", "default string", "default",
     "system serial number", "chassis serial number", "base board serial number", "serial number",
     "not specified", "not available", "not applicable", "no serial", "no serial number", "no asset tag",
     "asset tag", "no asset information", "none specified", "undefined", "invalid", "empty", "o.e.m.",
     "oem", "123456789", "0123456789", "1234567890", "00000000", "0000000000", "ffffffff", "not set",
     "no enclosure", "vmware", "vmware virtual platform", "unbekannt", "keine", "keiner", "ohne",
     "entfällt", "nicht vorhanden",
     "keine angabe", "k.a.", "k. a.", "fehlt", "parallels", "virtualbox-0", "virtual machine"}
)  # fmt: skip
# What stands where a holder should, when nobody has the thing.
NOBODY = frozenset(
    {"-", "--", "n/a", "none", "nobody", "no one", "unassigned", "not assigned", "none assigned", "spare",
     "stock", "in stock", "free", "available", "unknown", "tbd", "no user", "no primary user", "shared",
     "niemand", "keiner", "nicht zugewiesen", "frei", "lager", "auf lager", "unbekannt", "kein benutzer"}
)  # fmt: skip
HOLDER_KINDS = {
    **dict.fromkeys(("user", "person", "employee", "benutzer", "mitarbeiter", "people"), "person"),
    **dict.fromkeys(("location", "site", "place", "room", "standort", "ort", "raum"), "place"),
    **dict.fromkeys(("asset", "device", "gerät", "item", "hardware"), "thing"),
}
