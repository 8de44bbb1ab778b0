"""Whether somebody works here, by what HR says of them and by whether their account is open."""

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
    status, employment = row.word("status"), row.word("employment")
    meant = {status, "active" if employment in _PATTERNS else employment}
    if is_blocked(row):
        meant.add("left")
    found = next((each for each in ("left", "on leave", "active") if each in meant), None)
    values: dict[str, Told] = {"status": found} if found else {}
    if employment in _PATTERNS:
        values["working_pattern"] = employment
    return Presence(values, _headers(row, found, employment), _notes(row, status, employment))


def _headers(row: Row, status: str | None, employment: str | None) -> dict[str, str]:
    told = {"status": row.header("status", "blocked", "employment")} if status else {}
    return {**told, "working_pattern": row.header("employment")} if employment in _PATTERNS else told


def _notes(row: Row, status: str | None, employment: str | None) -> tuple[Reason, ...]:
    """Return a note for a status nobody knows; of an employment only where no status stands beside it."""
    if row.text("status"):
        return () if status else (row.unknown("status"),)
    return (row.unknown("employment"),) if row.text("employment") and employment is None else ()


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
