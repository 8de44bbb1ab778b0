"""Addresses as cells hold them: alone, with a name around them, or several of them."""

import re

_ADDRESS = re.compile(r"[^\s<>;,\"']+@[^\s<>;,\"']+")


def address(text: str) -> str:
    """Return the first address: "Ana Ruiz <ana@mill.example>"; a text without one stays as it is."""
    found = _ADDRESS.search(text)
    return found.group().removeprefix("mailto:") if found else text
