"""Who has a device, and in what state it is, in a list's words."""

from dataclasses import dataclass, field

from fullscore.importing.filling import by_name, refused
from fullscore.importing.kinds.kind import Mapped, Told
from fullscore.importing.layouts import Role
from fullscore.importing.records import Context, Mention, Reason
from fullscore.importing.records import Told as Value
from fullscore.importing.vocabularies import devices as vocabulary

# What a list that tells holders has a column of; a list with none of them says nothing of who has what.
TELLING = ("holder_name", "holder_kind", "holder_email", "holder_login")
_OFFERED = ("holder_name", "holder_email", "holder_login", "holder_first_name")
# Management tools see who signs in; that somebody does is no word about the state in the register.
_SEEING = frozenset({Role.MANAGEMENT, Role.DIRECTORY})


@dataclass(frozen=True, slots=True)
class Use:
    """State and holder of one row: what is set, what only a new row takes, what is said to be empty."""

    values: dict[str, Value] = field(default_factory=dict)
    firsts: dict[str, Value] = field(default_factory=dict)
    clears: frozenset[str] = frozenset()
    notes: tuple[Reason, ...] = ()
    refusals: tuple[Reason, ...] = ()


def use_of(context: Context, mapped: Mapped, row: Told) -> Use:
    """Return who has the row's device and its state; a word nobody has explained refuses or is noted."""
    holder = holder_of(mapped, row)
    word = row.text.get("status", "")
    status = status_of(mapped, word) if word else None
    unknown = _unknown(context, row, word) if word and status is None else ()
    if unknown and holder is None:
        return Use(refusals=unknown)
    values, firsts = _said(mapped, status, holder, is_status_given=bool(word))
    return Use(values, firsts, _clears(mapped, status, holder), unknown)


def _said(
    mapped: Mapped, status: str | None, holder: Mention | None, *, is_status_given: bool
) -> tuple[dict[str, Value], dict[str, Value]]:
    """Return values and first values; "Ready to Deploy" on a checked-out device is a way to say in use."""
    if holder is None:
        return ({"status": status} if status else {}), {}
    where: dict[str, Value] = {"place": holder.shown} if holder.register == "sites" else {"holder": holder}
    if not is_status_given and mapped.role in _SEEING:
        return where, {"status": "in use"}
    is_out = status in {None, "in stock", "in use"}
    return {"status": "in use" if is_out else status, **where}, {}


def _clears(mapped: Mapped, status: str | None, holder: Mention | None) -> frozenset[str]:
    if not mapped.has(*TELLING):
        return frozenset()
    is_on_wall = holder is not None and holder.register == "sites"
    is_free = holder is None and status in vocabulary.WITH_NOBODY
    return frozenset({"holder"}) if is_on_wall or is_free else frozenset()


def status_of(mapped: Mapped, text: str) -> str | None:
    """Return our status, None for a word nobody has explained; some exports join a label and its type."""
    plain = " ".join(text.casefold().split())
    told = mapped.means("status", plain)
    if told:
        return told
    label, _, kind = plain.rpartition(" ")
    if kind in vocabulary.STATUS_TYPES and label:
        return (
            "in use" if kind == "deployed" else mapped.means("status", label) or mapped.means("status", kind)
        )
    return None


def _unknown(context: Context, row: Told, word: str) -> tuple[Reason, ...]:
    header = row.headers["status"]
    return (
        refused(
            context, row.line, "import-word-unknown", header, value=word, known=vocabulary.STATUSES
        ),
    )  # fmt: skip


def holder_of(mapped: Mapped, row: Told) -> Mention | None:
    """Return who has it, by the surest word the row offers; a place when it is checked out to one."""
    text = row.text
    kind = mapped.means("holder_kind", text.get("holder_kind", "")) or "person"
    place, name = text.get("holder_place", ""), _name(text.get("holder_name", "")) or _full_name(row)
    # A table without the kind shows a device on a wall as checked out to the very place it is at.
    if kind == "place" or (name and name in _places(row)):
        return by_name("sites", place or name) if place or name else None
    if kind != "person":
        return None
    return _person(row, name)


def _places(row: Told) -> set[str]:
    return {
        row.text.get("site", ""),
        *(cell for header, cell in row.beside.items() if "location" in header.casefold()),
    }


def _person(row: Told, name: str) -> Mention | None:
    login = row.text.get("holder_login", "").lower()
    email = row.text.get("holder_email", "").lower()
    tries = (
        ("employee_number", row.text.get("holder_number", "")),
        ("email", email if "@" in email else ""),
        ("email", login if "@" in login else ""),
        ("username", _without_domain(login)),
        ("username", email if "@" not in email else ""),
        ("email", name.lower() if "@" in name else ""),
        ("username", _without_domain(name).lower() if "\\" in name else ""),
        ("name", name),
    )
    said = tuple((column, _name(word)) for column, word in tries if _name(word))
    return Mention("people", tuple(dict.fromkeys(said)), is_made=False) if said else None


def _name(text: str) -> str:
    """Return a name on one line, "" for the words that stand where nobody is."""
    plain = " ".join(text.split())
    return "" if plain.casefold() in vocabulary.NOBODY else plain


def _without_domain(login: str) -> str:
    return login.rpartition("\\")[2]


def _full_name(row: Told) -> str:
    return _name(f"{row.text.get('holder_first_name', '')} {row.text.get('holder_last_name', '')}")


def holder_header(row: Told) -> str:
    """Return the file's column that tells the holder, the most legible one first."""
    return next((row.headers[name] for name in _OFFERED if name in row.headers), "")
