"""How what a thing is known by is compared: serial numbers, tags, directory numbers, addresses, host names.

A serial number is the maker's: programs and stickers print it with blanks and dashes of their own (a
virtual machine's is "VMware-42 1d 5e" here and "VMware-421d5e" there), so only letters and digits count. A
tag is the organisation's own: A-1 and A1 may well be two, so only its case and blanks are evened out.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

_NOT_ALNUM = re.compile(r"[\W_]+")
_HEX_12 = re.compile(r"[0-9a-f]{12}")
_WITHOUT_SIGNS = str.maketrans("", "", ":.-")
_BETWEEN = re.compile(r"[\s,;|/+]+")


def even(text: str) -> str:
    """Return a text without its case and extra blanks."""
    return " ".join(text.casefold().split())


def serial(text: str) -> str:
    """Return a serial number's letters and digits; what has none stays as it is."""
    return _NOT_ALNUM.sub("", text.casefold()) or even(text)


def number(text: str) -> str:
    """Return a directory's number without the braces and dashes that some programs write around it."""
    return even(text).strip("{}").replace("-", "")


def host(text: str) -> str:
    """Return a host name without its domain: one program writes lt-12, another lt-12.mill.example."""
    name = even(text)
    first, dot, _ = name.partition(".")
    return name if not dot or first.isdigit() else first


def addresses(text: str) -> tuple[str, ...]:
    """Return the MAC addresses of a text, each as twelve hexadecimal digits, in their order."""
    words = _BETWEEN.split(text.casefold().translate(_WITHOUT_SIGNS))
    return tuple(dict.fromkeys(word for word in words if _HEX_12.fullmatch(word)))


_FOLDS: Mapping[str, Callable[[str], str]] = {"serial": serial, "device_id": number, "hostname": host}


@lru_cache(maxsize=8_192)
def keyed(column: str, value: str) -> tuple[str, ...]:
    """Return what a value is found by; a cell of MAC addresses by each of them, an empty one by nothing."""
    if column == "mac":
        return addresses(value)
    folded = _FOLDS.get(column, even)(value)
    return (folded,) if folded else ()


def joined(standing: str, told: str, longest: int) -> str:
    """Return the MAC addresses that stand with those that are told: a laptop has one for each adapter."""
    known = set(addresses(standing))
    fresh = [word for word in _BETWEEN.split(told) if set(addresses(word)) - known]
    text = ", ".join([standing, *fresh] if standing else fresh)
    return text if fresh and len(text) <= longest else standing or told
