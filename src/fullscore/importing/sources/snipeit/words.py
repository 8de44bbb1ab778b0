"""Snipe-IT's words, and what they mean here."""

STATUSES = {
    "ready to deploy": "in stock", "deployable": "in stock", "in stock": "in stock", "available": "in stock",
    "spare": "in stock", "deployed": "in use", "in use": "in use", "checked out": "in use",
    "pending": "in repair", "undeployable": "in repair", "out for diagnostics": "in repair",
    "out for repair": "in repair", "in repair": "in repair", "ordered": "on order", "on order": "on order",
    "archived": "retired", "retired": "retired", "disposed": "retired", "broken - not fixable": "retired",
    "lost/stolen": "lost", "lost": "lost", "stolen": "lost", "missing": "lost",
}  # fmt: skip
# A device on its way to somebody or with nobody: whoever had it has it no longer.
WITH_NOBODY = frozenset({"in stock", "retired", "on order", "lost"})
CATEGORIES = (
    ("laptop", ("laptop", "notebook", "macbook", "ultrabook")),
    ("dock", ("dock", "docking")),
    ("monitor", ("monitor", "display", "screen")),
    ("access point", ("access point", "wifi", "wi-fi", "wireless")),
    ("switch", ("switch",)),
    ("firewall", ("firewall", "router", "gateway")),
    ("server", ("server",)),
    ("desktop", ("desktop", "workstation", "computer", "thin client")),
    ("tablet", ("tablet", "ipad")),
    ("phone", ("phone", "mobile", "headset")),
    ("printer", ("printer", "plotter", "mfp")),
    ("scanner", ("scanner",)),
    ("ups", ("ups", "battery")),
    ("accessory", ("accessor", "keyboard", "mouse", "cable", "webcam")),
)
# What people type where a serial number should stand.
NO_SERIAL = frozenset(
    {"n/a", "na", "none", "null", "-", "--", "0", "unknown", "tbd", "to be filled by o.e.m.",
     "default string",
     "system serial number", "not specified", "no serial"}
)  # fmt: skip


def category(text: str) -> str:
    """Return our category for one of theirs, which everyone words differently."""
    plain = text.casefold()
    return next((ours for ours, parts in CATEGORIES if any(part in plain for part in parts)), "other")


def status(text: str) -> str | None:
    """Return our status, None for a word nobody has explained; the export joins label and type."""
    plain = " ".join(text.casefold().split())
    if plain in STATUSES:
        return STATUSES[plain]
    label, _, kind = plain.rpartition(" ")
    if kind in {"deployed", "deployable", "pending", "archived", "undeployable"} and label:
        return "in use" if kind == "deployed" else STATUSES.get(label) or STATUSES[kind]
    return None
