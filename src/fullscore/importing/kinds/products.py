"""Products named together in one cell: "Microsoft 365 E3+Power BI Pro"."""

import re

_NO_LICENCE = frozenset(
    {"unlicensed", "none", "no license", "no licenses", "no licence", "nicht lizenziert", "ohne lizenz",
     "keine", "unlizenziert", "keine lizenz", "no"}
)  # fmt: skip
# Not the plus signs of "Notepad++".
_JOINTS = re.compile(r"(?<!\+)\+(?!\+)|[;|\n\r]")
_CODE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+|\d{6,}")
_NUMBER = re.compile(r"\d{1,5}(?:[.,]0+)?")


def products(cell: str) -> tuple[str, ...] | None:
    """Return the products a cell names, each once; None when it only counts them."""
    if _NUMBER.fullmatch(cell.strip()):
        return None
    names = (" ".join(name.split()) for name in _parts(cell))
    return tuple(dict.fromkeys(name for name in names if _is_product(name)))


def _parts(cell: str) -> list[str]:
    if _JOINTS.search(cell):
        return _JOINTS.split(cell)
    words = cell.split()
    # Codes of products, "Google-Apps-Unlimited 1010020020", have spaces between them.
    if len(words) > 1 and all(_CODE.fullmatch(word) for word in words):
        return words
    return cell.split(",")


def _is_product(name: str) -> bool:
    is_named = any(letter.isalpha() for letter in name) or _CODE.fullmatch(name) is not None
    return is_named and name.casefold() not in _NO_LICENCE
