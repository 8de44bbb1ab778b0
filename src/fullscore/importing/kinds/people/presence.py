"""Whether somebody works here, by what HR says of them and by whether their account is open."""

from collections.abc import Mapping
from dataclasses import dataclass

from fullscore.importing.kinds.rows import Row
from fullscore.importing.records import Reason, Told
from fullscore.importing.vocabularies.answers import is_yes

_PATTERNS = frozenset({"full time", "part time"})
_OPEN_WORDS = ("enabled", "allowed", "erlaubt")
_SHUT = frozenset(
    {"blocked", "sign-in blocked", "suspended", "locked", "gesperrt", "blockiert", "deactivated"}
)


@dataclass(frozen=True, slots=True)
class Presence:
    """Status and working pattern, the headers that told them, and notes about words nobody knows."""

    values: dict[str, Told]
    headers: dict[str, str]
    notes: tuple[Reason, ...]


def presence(row: Row) -> Presence:
    """Return what the row says; any column may say that somebody has left."""
    # "Employment type" and "Employment status" are two columns of one meaning, and each may say it.
    said = {**row.words("employment"), **row.words("status")}
    if is_blocked(row):
        said[row.header("blocked")] = "left"
    works = {header: "active" if word in _PATTERNS else word for header, word in said.items()}
    status = next((each for each in ("left", "on leave", "active") if each in works.values()), None)
    pattern = next(((header, word) for header, word in said.items() if word in _PATTERNS), None)
    values: dict[str, Told] = {"status": status} if status else {}
    headers = {"status": _first(works, status)} if status else {}
    if pattern:
        headers["working_pattern"], values["working_pattern"] = pattern
    return Presence(values, headers, _notes(row, status))


def _first(works: Mapping[str, str | None], status: str) -> str:
    """Return the column that said it; of several the last, which is the status rather than the employment."""
    return next(header for header, word in reversed(list(works.items())) if word == status)


def _notes(row: Row, status: str | None) -> tuple[Reason, ...]:
    """Return a note for a status nobody knows; of an employment only where nothing else tells."""
    if row.text("status"):
        return () if row.word("status") else (row.unknown("status"),)
    return (row.unknown("employment"),) if row.text("employment") and status is None else ()


def is_blocked(row: Row) -> bool:
    """Say whether the account is shut: "Block credential" says it by True, "accountEnabled" by False."""
    text = row.text("blocked").casefold()
    if text in _SHUT:
        return True
    header = row.header("blocked").casefold()
    says_open = any(word in header for word in _OPEN_WORDS) or (
        "aktiviert" in header and "deaktiviert" not in header
    )
    return is_yes(text) is not says_open if is_yes(text) is not None else False
