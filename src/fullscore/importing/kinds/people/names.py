"""How lists write people's names, and the one order in which we keep them: first name, last name."""

import re

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior", "jun", "sen"})
_DEGREES = frozenset(
    {"phd", "md", "mba", "cpa", "esq", "dds", "dvm", "rn", "msc", "bsc", "bs", "ba", "llm", "llb", "cissp",
     "pmp", "pe", "jd", "cfa", "dipling", "diplkfm", "diplinf", "diplbw", "meng", "beng"}
)  # fmt: skip
_COMPANIES = frozenset({"inc", "llc", "ltd", "gmbh", "ag", "kg", "co", "corp", "plc", "lp", "llp"})
_REMARK = re.compile(r"(.*\S)\s*(\([^()]*\))")
_NUMBERED = re.compile(r"\d+(?:\.\d+)*\s+[-\u2013\u2014:]\s+(\S.*)|\d{2,}\s*[-\u2013\u2014:]\s*([^\W\d_].*)")


def turned(text: str) -> str:
    """Return "Ruiz, Ana" as "Ana Ruiz"; what is no such name stays as it is."""
    plain = " ".join(text.split())
    if remarked := _REMARK.fullmatch(plain):
        return f"{turned(remarked.group(1))} {remarked.group(2)}"
    last, *rest = [part.strip() for part in plain.split(",")]
    endings = [part for part in rest if _is(_DEGREES | _GENERATIONS, part)]
    firsts = [part for part in rest if part and part not in endings]
    if " " not in last and not firsts:
        # "Rahman, Md" is a first name; only a whole name has a degree behind it.
        firsts, endings = endings[:1], endings[1:]
    is_no_person = any(letter.isdigit() for letter in plain) or any(_is(_COMPANIES, part) for part in rest)
    return plain if not last or len(firsts) > 1 or is_no_person else _joined([*firsts, last], endings)


def _joined(parts: list[str], endings: list[str]) -> str:
    """Return first and last name, then "Jr." wherever it stood, then degrees after a comma."""
    words = " ".join(parts).split()
    generations = [word for word in words if _is(_GENERATIONS, word)]
    own = [word for word in words if word not in generations]
    later = [*generations, *(part for part in endings if _is(_GENERATIONS, part))]
    degrees = [part for part in endings if not _is(_GENERATIONS, part)]
    return ", ".join([" ".join([*own, *later]), *degrees])


def _is(words: frozenset[str], part: str) -> bool:
    """Say whether a part is nothing but such words."""
    found = [re.sub(r"[^\w]", "", word).casefold() for word in part.split()]
    return bool(found) and all(word in words for word in found)


def full(first: str, last: str) -> str:
    """Return a name from its two columns."""
    return f"{first} {last}".strip()


def without_number(text: str) -> str:
    """Return "100 - Admin", as payroll programs write a department, as "Admin"."""
    found = _NUMBERED.fullmatch(text)
    return next(part for part in found.groups() if part) if found else text
