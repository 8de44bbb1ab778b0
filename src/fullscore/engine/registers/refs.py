"""Refs: the short words people type for a row."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 60
# Words of addresses: a row called by one of them could not be reached.
RESERVED = frozenset({"new", "edit", "export", "export.csv", "export.xlsx", "bulk", "options", "archived"})


def slug(text: str) -> str:
    """Return `text` as a ref: plain lower-case letters, digits, dots and hyphens; '' when none is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9.]+", "-", plain).strip("-.")[:LONGEST].rstrip("-.")


def free_ref(wanted: str, taken: Container[str]) -> str:
    """Return `wanted`, or the first of wanted-2, wanted-3, … that is not taken."""
    base = wanted or "row"
    if base not in taken and base not in RESERVED:
        return base
    number = 2
    while f"{base}-{number}" in taken:
        number += 1
    return f"{base}-{number}"
