"""What the cells of a column look like: an address, a day, an amount, a number that machines carry."""

import re
from collections.abc import Sequence

from fullscore.importing.kinds.kind import Looks

# So many filled cells tell enough.
ENOUGH = 50
_LONGEST = 80
_MOSTLY = 0.8
_MONTH = r"(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zäé]*\.?"
_TIME = r"(?:[ T,].*)?"
_DAYS = (
    rf"\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}{_TIME}",
    rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}}){_TIME}",
    rf"\d{{1,2}}[-. ]+{_MONTH}[-. ,]+\d{{2,4}}{_TIME}",
    rf"(?:[a-z]{{3,9}},? )?{_MONTH} \d{{1,2}},? \d{{4}}{_TIME}",
)
_MONIES = (
    r"\(?-?(?:[$€£¥₹]|[A-Z]{3})?\s?-?\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{1,4}\s?(?:[$€£¥₹]|[a-z]{3})?\)?",
    r"\(?-?[$€£¥₹]\s?\d[\d.,']*\)?",
    r"\d[\d.,']*\s?[€$£]",
)
# A word of a name: letters, and what stands between their parts.
_PART = r"[^\W\d_][\w.'-]*"
_FORMS = (
    (Looks.EMAIL, r"[^@\s<>]+@[^@\s<>]+\.[a-z]{2,}"),
    (Looks.GUID, r"\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?"),
    (Looks.MAC, r"(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}"),
    (Looks.IP, r"(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2})?|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}"),
    (Looks.YES_NO, r"yes|no|true|false|y|n|ja|nein|oui|non|wahr|falsch|enabled|disabled"),
    (Looks.DAY, "|".join(_DAYS)),
    (Looks.COUNT, r"\d{1,6}"),
    (Looks.MONEY, "|".join(_MONIES)),
    # Machines carry long words of capitals and digits, both in one.
    (Looks.SERIAL, r"(?=[^\d]*\d)(?=[\d]*[^\d])[0-9A-Z][0-9A-Z/.-]{5,24}"),
    (Looks.PERSON, rf"{_PART}(?:,? {_PART}){{1,3}}"),
)
_COMPILED = tuple(
    (looks, re.compile(form, 0 if looks in {Looks.SERIAL, Looks.PERSON} else re.IGNORECASE))
    for looks, form in _FORMS
)


def looks_of(cells: Sequence[str]) -> Looks:
    """Return what most of the filled cells look like; `ANY` for an empty column, `TEXT` for no one form."""
    filled = [cell.strip()[:_LONGEST] for cell in cells if cell.strip()][:ENOUGH]
    if not filled:
        return Looks.ANY
    need = _MOSTLY * len(filled)
    found = (looks for looks, form in _COMPILED if sum(bool(form.fullmatch(cell)) for cell in filled) >= need)
    return next(found, Looks.TEXT)


# What cells of one look may stand for, beside themselves.
_FITS = {
    Looks.COUNT: {Looks.MONEY, Looks.SERIAL, Looks.YES_NO, Looks.DAY},
    Looks.MONEY: {Looks.COUNT},
    Looks.PERSON: {Looks.WORD},
    Looks.SERIAL: {Looks.WORD},
    Looks.YES_NO: {Looks.WORD, Looks.COUNT},
    Looks.TEXT: {Looks.WORD, Looks.PERSON, Looks.SERIAL, Looks.MONEY, Looks.DAY, Looks.COUNT, Looks.YES_NO},
    # "jgoodsell@amazon.de" stands where the holder's name is asked for.
    Looks.EMAIL: {Looks.PERSON},
}


def fits(seen: Looks, wanted: Looks) -> bool:
    """Say whether cells that look so may be what a meaning wants."""
    if Looks.ANY in {seen, wanted} or wanted is Looks.TEXT or seen is wanted:
        return True
    return wanted in _FITS.get(seen, ())
