"""One name for a model that every program writes in its own way.

A list's model and maker are tried as they are written, then without the maker in front, then with the
maker's short name in front: "Latitude 5450" by "Dell Inc." meets "Dell Latitude 5450", whichever came
first. A model that nobody has yet is called as the list writes it.
"""

import re
from functools import lru_cache

from fullscore.importing.records import Mention
from fullscore.importing.vocabularies.devices import CATEGORIES, WIDE_CATEGORIES

_LEGAL = re.compile(
    r"[ ,]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|gmbh|ag|kg|se|sa|bv|b\.v|plc|"
    r"computer|computers|computer corporation|technologies|technology|systems|electronics|international)\.?$",
    re.IGNORECASE,
)
_ALIASES = {
    "hewlett-packard": "HP", "hewlett packard": "HP", "hewlett packard enterprise": "HPE", "asustek": "ASUS",
    "asustek computer": "ASUS", "dell emc": "Dell", "microsoft": "Microsoft", "lenovo": "Lenovo",
    "apple": "Apple", "dell": "Dell", "fujitsu siemens": "Fujitsu", "fujitsu client computing": "Fujitsu",
}  # fmt: skip
_MAKERS = (
    "dell", "hp", "hpe", "hewlett-packard", "hewlett packard", "lenovo", "apple", "microsoft", "acer", "asus",
    "fujitsu", "samsung", "toshiba", "dynabook", "panasonic", "lg", "sony", "cisco", "ubiquiti", "aruba",
    "fortinet", "netgear", "tp-link", "synology", "qnap", "apc", "eaton", "brother", "canon", "epson",
    "kyocera",
    "ricoh", "xerox", "lexmark", "zebra", "google", "motorola", "nokia", "eizo", "benq", "iiyama", "philips",
    "aoc", "viewsonic", "logitech", "jabra", "poly", "yealink", "gigaset", "sophos", "watchguard", "zyxel",
)  # fmt: skip
_TAIL = re.compile(r"\s+(?:notebook pc|desktop pc|mobile workstation pc|business pc)$", re.IGNORECASE)
_SHORTEST = 3
_WHOLE_WORD = 3


def maker(text: str) -> str:
    """Return a maker's short name: "Dell Inc." is Dell, "Hewlett-Packard" is HP."""
    plain = " ".join(text.split())
    while (shorter := _LEGAL.sub("", plain)) != plain and shorter:
        plain = shorter
    return _ALIASES.get(plain.casefold(), plain)


# A fleet has a few models and thousands of devices.
@lru_cache(maxsize=4096)
def model(name: str, manufacturer: str, category_text: str) -> Mention:
    """Return a mention that meets the model however it was written before, or makes it as it is written."""
    written = " ".join(name.split())
    tried = dict.fromkeys((written, *_others(written, manufacturer)))
    words = tuple(("name", word) for word in (*tried, *((written,) if len(tried) > 1 else ())))
    return Mention("models", words, {"category": category(category_text, written)})


def _others(written: str, manufacturer: str) -> list[str]:
    """Return other ways to write a model's name."""
    short, full = maker(manufacturer), " ".join(manufacturer.split())
    bare = _without(
        written, tuple(dict.fromkeys(each.casefold() for each in (full, short, *_MAKERS) if each))
    )
    fronted = [f"{front} {bare}" for front in dict.fromkeys((short, full)) if front]
    names = [bare, *fronted]
    return [*names, *(_TAIL.sub("", each) for each in (written, *names) if _TAIL.search(each))]


def _without(written: str, makers: tuple[str, ...]) -> str:
    """Return a name without its maker in front, while what is left is still a name."""
    folded = written.casefold()
    for each in makers:
        rest = written[len(each) :].strip(" -_,")
        if folded.startswith(f"{each} ") and len(rest) >= _SHORTEST and re.search("[A-Za-z]", rest):
            return rest
    return written


def category(text: str, *names: str) -> str:
    """Return our category for one of theirs, which everyone words differently; a model's name helps."""
    for words, kinds in (
        (text, CATEGORIES),
        *((name, CATEGORIES) for name in names),
        (text, WIDE_CATEGORIES),
    ):
        plain = words.casefold()
        found = next((ours for ours, parts in kinds if any(_has(plain, part) for part in parts)), "")
        if found:
            return found
    return "other"


def _has(plain: str, part: str) -> bool:
    """Say whether a text holds a part; a short one must stand alone: "cups" is no UPS."""
    if part not in plain:
        return False
    return len(part) > _WHOLE_WORD or re.search(rf"\b{re.escape(part)}s?\b", plain) is not None
