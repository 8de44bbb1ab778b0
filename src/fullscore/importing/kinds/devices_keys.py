"""What a device is known by, and what only looks like it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fullscore.importing.records import Key
from fullscore.importing.vocabularies.devices import NO_NUMBER

_MAC = re.compile(r"(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}|[0-9a-f]{12}")
# All zeros, all ones, and the loop that every machine has.
_NO_MAC = frozenset({"00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"})
_GUID_ZERO = re.compile(r"[0{}-]+")
_SAME_LETTER = re.compile(r"(.)\1{3,}")
# What a spreadsheet makes of a long number: the last digits are lost, so two devices may share it.
_MOST_MACS = 10  # as many as the column holds
_SHORTENED = re.compile(r"[0-9](?:[.,][0-9]+)?[Ee]\+[0-9]{1,2}")


def number(text: str) -> str:
    """Return a serial number or tag as people type it, "" for what stands where none is."""
    plain = " ".join(text.split())
    folded = plain.casefold().strip(".")
    is_none = folded in NO_NUMBER or f"{folded}." in NO_NUMBER or folded.startswith("to be filled")
    return "" if is_none or _SAME_LETTER.fullmatch(folded) or is_shortened(plain) else plain


def is_shortened(text: str) -> bool:
    """Say whether a spreadsheet has rounded a long number to a few digits."""
    return _SHORTENED.fullmatch(text.strip()) is not None


def directory_id(text: str) -> str:
    """Return a directory's number, "" for the zeros that mean none."""
    plain = " ".join(text.split())
    return "" if _GUID_ZERO.fullmatch(plain) or plain.casefold() in NO_NUMBER else plain


def host(text: str) -> str:
    """Return a host name, "" for what stands where none is."""
    plain = " ".join(text.split())
    return "" if plain.casefold() in NO_NUMBER or plain.casefold() == "localhost" else plain


def macs(text: str) -> tuple[str, ...]:
    """Return the MAC addresses of a cell as aa:bb:cc:dd:ee:ff, each once."""
    words = (word.strip("()[]") for word in re.split(r"[\s,;|+/]+", text.casefold()))
    found = (_colons(word) for word in words if _MAC.fullmatch(word))
    return tuple(dict.fromkeys(mac for mac in found if mac not in _NO_MAC))


def _colons(word: str) -> str:
    digits = re.sub("[^0-9a-f]", "", word)
    return ":".join(digits[at : at + 2] for at in range(0, 12, 2))


@dataclass(frozen=True, slots=True)
class Known:
    """What one row is known by; `is_shortened` when its serial number has lost digits on the way."""

    serial: str
    tag: str
    device_id: str
    source_id: str
    hostname: str
    macs: tuple[str, ...]
    is_shortened: bool

    @property
    def keys(self) -> tuple[Key, ...]:
        """Return the keys, the surest first; a host name is given out again, so it is weak."""
        told = (
            ("serial", self.serial), ("tag", self.tag), ("device_id", self.device_id),
            *(("mac", mac) for mac in self.macs),
        )  # fmt: skip
        strong = tuple(Key(column, value) for column, value in told if value)
        return (*strong, Key("hostname", self.hostname, is_strong=False)) if self.hostname else strong

    @property
    def is_known(self) -> bool:
        return bool(self.keys or self.source_id)

    @property
    def is_one_thing(self) -> bool:
        """Say whether a number of its own tells it from others of its model."""
        return bool(self.serial or self.tag or self.device_id or self.macs)

    def cells(self) -> dict[str, str]:
        """Return the texts of the columns that keep what the row is known by."""
        return {
            "serial": self.serial, "tag": self.tag, "device_id": self.device_id, "hostname": self.hostname,
            "mac": ", ".join(self.macs[:_MOST_MACS]),
        }  # fmt: skip


def known_by(text: Mapping[str, str], addresses: Iterable[str]) -> Known:
    """Return what a row is known by; `addresses` are all its cells with MAC addresses."""
    serial = text.get("serial", "")
    return Known(
        number(serial),
        number(text.get("tag", "")),
        directory_id(text.get("device_id", "")),
        directory_id(text.get("source_id", "")),
        host(text.get("hostname", "")),
        macs(" ".join(addresses)),
        is_shortened(serial),
    )
