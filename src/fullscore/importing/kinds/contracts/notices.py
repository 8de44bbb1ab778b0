"""How people write a period of notice, and what is meant: "3 months", "4 Wochen zum Monatsende", "60"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_NUMBERS: Mapping[str, int] = {
    "one": 1, "a": 1, "an": 1, "ein": 1, "eine": 1, "einem": 1, "einen": 1, "two": 2, "zwei": 2, "three": 3,
    "drei": 3, "four": 4, "vier": 4, "six": 6, "sechs": 6, "twelve": 12, "zwölf": 12, "thirty": 30,
    "dreißig": 30, "sixty": 60, "sechzig": 60, "ninety": 90, "neunzig": 90,
}  # fmt: skip
_COUNTED = re.compile(
    r"(?<![\w.,-])(?P<number>[0-9]{1,4}|"
    + "|".join(sorted(_NUMBERS, key=len, reverse=True))
    + r")\)?\s*-?\s*"
    r"(?:calendar|kalender)?\s*-?(?P<work>working|business|werk|arbeits)?\s*-?"
    r"(?P<unit>days?|tage?n?|weeks?|wks?|wochen?|months?|mos?|mths?|monate?n?|quarters?|quartale?n?"
    r"|years?|yrs?|jahre?n?)"
    r"(?:\(s\))?(?![^\W\d_])\.?"
)
_UNITS = (
    (re.compile(r"d|t"), "days", 1), (re.compile(r"we|wk|wo"), "weeks", 1), (re.compile(r"q"), "months", 3),
    (re.compile(r"y|j"), "months", 12), (re.compile(r"m"), "months", 1),
)  # fmt: skip
_QUARTER = (
    r"end of (?:an? |the |each |every )?(?:calendar )?quarter|quarter[- ]end|kalendervierteljahre?s?"
    r"|ende (?:des|eines) (?:kalender)?quartals|(?:kalender)?quartals?(?:ende|schluss)"
)
_MONTH = (
    r"end of (?:an? |the |each |every )?(?:calendar )?month|month[- ]end"
    r"|ende (?:des|eines) (?:kalender)?monats|(?:kalender)?monats?(?:ende|letzten)"
)
_TERM = (
    r"end of (?:the |each |any )?(?:(?:then[- ])?current |initial |contract |renewal )?"
    r"(?:term|contract|agreement|period)|(?:vertrags?|laufzeit)[- ]?ende|ende der (?:vertrags)?laufzeit"
    r"|ablauf(?: der (?:vertrags)?laufzeit| des vertrags)?|renewal(?: date)?|expir(?:y|ation)(?: date)?"
    r"|end date|anniversary|term end|\bend\b|verlängerung"
)
_ENDS = (
    ("any day", re.compile(r"\bat any time\b|\bany ?time\b|\bany day\b|\bjederzeit\b|täglich")),
    ("quarter", re.compile(_QUARTER)), ("month", re.compile(_MONTH)), ("term", re.compile(_TERM)),
)  # fmt: skip
_FORMS = (
    ("letter", re.compile(
        r"in writing|written|by (?:letter|post|registered mail)|schriftliche?|per (?:brief|einschreiben)"
    )),
    ("e-mail", re.compile(r"by e-?mail|per e-?mail|in textform")),
)  # fmt: skip
_FILLING = re.compile(
    r"\b(?:notice|period|prior|before|advance|in|at|least|minimum|min|of|the|to|a|an|each|calendar|full"
    r"|zum|zur|vor|vorher|mit|frist|kündigungsfrist|kündigung|mindestens|der|des|dem|calendar|required|and|und)\b"
    r"|(?:thirty|sixty|ninety)\s*\(|[().,;:*'\u2019-]"
)
_BARE = re.compile(r"[0-9]{1,4}")
_BY_HEADER = (
    ("days", re.compile(r"day|tage", re.IGNORECASE)), ("weeks", re.compile(r"week|woche", re.IGNORECASE)),
    ("months", re.compile(r"month|monat", re.IGNORECASE)),
)  # fmt: skip
# A bare 30, 60 or 90 counts days; nobody gives notice of 14 months, nor of 2 days.
_DAYS_FROM, _MONTHS = 14, frozenset({1, 2, 3, 4, 6, 9, 12})


@dataclass(frozen=True, slots=True)
class Notice:
    """So long before the end; `to` and `form` are "" where the cell does not say."""

    number: int
    unit: str
    to: str = ""
    form: str = ""


def notice(text: str, header: str) -> Notice | None:
    """Return the notice a cell tells of, None when any of its words is not understood."""
    plain = " ".join(text.casefold().split())
    if _BARE.fullmatch(plain):
        return _bare(int(plain), header)
    counted = _COUNTED.search(plain)
    if counted is None:
        return None
    rest = plain[: counted.start()] + " " + plain[counted.end() :]
    to, rest = _first(_ENDS, rest)
    form, rest = _first(_FORMS, rest)
    if _FILLING.sub(" ", rest).strip():
        return None
    return _notice(counted, to, form)


def _bare(number: int, header: str) -> Notice | None:
    unit = next((unit for unit, form in _BY_HEADER if form.search(header)), "")
    if unit:
        return Notice(number, unit)
    if number >= _DAYS_FROM:
        return Notice(number, "days")
    return Notice(number, "months") if number in _MONTHS else None


def _first(forms: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> tuple[str, str]:
    """Return the first meaning found in a text, and the text without its words."""
    found = next(((word, match) for word, form in forms if (match := form.search(text))), None)
    if found is None:
        return "", text
    return found[0], text[: found[1].start()] + " " + text[found[1].end() :]


def _notice(counted: re.Match[str], to: str, form: str) -> Notice:
    said, word = counted["number"], counted["unit"]
    unit, times = next((unit, times) for start, unit, times in _UNITS if start.match(word))
    if counted["work"] and unit == "days":
        unit = "working days"
    return Notice((int(said) if said.isdigit() else _NUMBERS[said]) * times, unit, to, form)
