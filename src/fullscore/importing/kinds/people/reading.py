"""People: a person a row, and a seat for each licence named. An account is not always a person."""

from collections.abc import Iterator
from dataclasses import dataclass

from fullscore.importing.filling import Filled, Given, by_name, filled
from fullscore.importing.kinds.kind import Mapped
from fullscore.importing.kinds.mail import address
from fullscore.importing.kinds.people import names
from fullscore.importing.kinds.people.presence import Presence, presence
from fullscore.importing.kinds.products import products
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.layouts import Role
from fullscore.importing.records import Context, Key, Line, Mention, Record, Whole
from fullscore.importing.vocabularies.answers import is_yes

_PLAIN = {
    "employee_number": "employee_number", "title": "title", "starts_on": "starts_on", "ends_on": "ends_on",
    "notes": "notes",
}  # fmt: skip
# What cannot be read of these is no reason to lose a person: the cell stays beside, and a note says so.
_SOFT = {"phone": "phone", "mobile": "phone", "hours_week": "hours_week"}
# Signs that an account is a person's, though it has no licence.
_FROM_HR = ("employee_number", "starts_on", "employment")
_OF_A_PERSON = ("title", "team")
# What is said by status and seats.
_FLAGS = ("status", "blocked", "licences", "account_type")


@dataclass(frozen=True, slots=True)
class _Read:
    """What a row says of a person: hard facts, soft ones, and what the login only suggests."""

    got: Filled
    soft: Filled
    guessed: Filled
    presence: Presence

    @property
    def email(self) -> str:
        return str(self.got.values.get("email") or self.guessed.values.get("email") or "")

    @property
    def spoken(self) -> set[str]:
        return {*self.got.headers.values(), *self.soft.headers.values(), *self.guessed.headers.values(),
                *self.presence.headers.values()}  # fmt: skip


def lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield a person and their seats for each row."""
    for row in rows(context, mapped):
        yield _line(row)


def _line(row: Row) -> Line:
    read = _read(row)
    keys = _keys(read)
    if not keys:
        reason = row.nameless("name", "last_name", "first_name", "email", "login")
        return Line(row.line, (), (*read.got.reasons, reason))
    notes = (*read.soft.reasons, *read.guessed.reasons, *read.presence.notes)
    named = products(row.told.text.get("licences", ""))
    who = _whose(keys)
    seats = tuple(_seat(name, who, row.header("licences")) for name in named or ())
    # A file that tells licences tells all of this person's; a mere number of them tells none.
    is_whole = row.mapped.has("licences") and named is not None
    whole = Whole("seats", "person", who) if is_whole else None
    return Line(row.line, (_person(row, read, keys, named), *seats), read.got.reasons, notes, whole=whole)


def _read(row: Row) -> _Read:
    mail = Given(row.header("email"), "email", address(row.text("email")))
    given = [*_named(row), *row.given(_PLAIN), *_placed(row)]
    got = filled(row.context, "people", row.line, given)
    mailed = filled(row.context, "people", row.line, [mail])
    # Of "SamAccountName" and "UserPrincipalName" only one is an address.
    logins = [Given(name, "email", text) for name, text in row.said("login").items() if "@" in text]
    suggested = [] if mailed.values else logins[:1]
    return _Read(
        Filled({**got.values, **mailed.values}, got.reasons, {**got.headers, **mailed.headers}),
        _joined(row.filled("people", _SOFT), mailed),
        filled(row.context, "people", row.line, suggested),
        presence(row),
    )


def _joined(soft: Filled, mailed: Filled) -> Filled:
    return Filled(soft.values, (*soft.reasons, *mailed.reasons), soft.headers)


def _named(row: Row) -> list[Given]:
    """Return the name: as a column has it, turned round where needed, else from first and last name."""
    name, first = _called(row, "name"), _called(row, "first_name") or _called(row, "preferred_name")
    if name and not _is_last_name(row, name):
        return [Given(row.header("name"), "name", names.turned(name))]
    if name:
        return [Given(row.header("name"), "name", names.full(first, name))]
    name = names.full(first, _called(row, "last_name"))
    return [Given(row.header("first_name", "last_name", "preferred_name"), "name", name)]


def _is_last_name(row: Row, name: str) -> bool:
    """Say whether a list means the last name by "Name", as German ones do that have a "Vorname" beside it."""
    first = _called(row, "first_name")
    return bool(first) and not row.mapped.has("last_name") and first.casefold() not in name.casefold()


def _called(row: Row, meaning: str) -> str:
    """Return a name; there are people called Null and Na, so that only signs say nothing."""
    name = " ".join(row.told.text.get(meaning, "").split())
    return name if any(letter.isalnum() for letter in name) and name.casefold() != "n/a" else ""


def _placed(row: Row) -> list[Given]:
    team = names.without_number(row.text("team"))
    return [Given(row.header("team"), "team", team), Given(row.header("site"), "site", row.text("site"))]


def _keys(read: _Read) -> tuple[Key, ...]:
    values = {**read.guessed.values, **read.got.values}
    strong = [Key(name, str(values[name])) for name in ("employee_number", "email") if name in values]
    named = [Key("name", str(values["name"]), is_strong=False)] if "name" in values else []
    return (*strong, *named)


def _whose(keys: tuple[Key, ...]) -> Mention:
    """Return the person as seats mention them: by e-mail, which logins are, else by number or name."""
    mails = [key for key in keys if key.column == "email"] or list(keys[:1])
    return Mention("people", tuple((key.column, key.value) for key in mails), is_made=False)


def _person(row: Row, read: _Read, keys: tuple[Key, ...], named: tuple[str, ...] | None) -> Record:
    headers = {**read.guessed.headers, **read.soft.headers, **read.got.headers, **read.presence.headers}
    return Record(
        "people",
        {**read.got.values, **read.soft.values, **read.presence.values},
        keys=keys,
        source_id=row.text("object_id") or None,
        fills=read.guessed.values,
        firsts={"name": read.email} if read.email and "name" not in read.got.values else {},
        extra=row.beside(_spoken(row, read)),
        headers=headers,
        is_met_only=_is_no_person(row, named),
    )


def _spoken(row: Row, read: _Read) -> set[str]:
    """Return the headers whose cells are said by the person, so that they need not stand beside them."""
    name = str(read.got.values.get("name", "")).casefold()
    parts = [each for each in ("first_name", "last_name") if _called(row, each).casefold() in name]
    told = {"object_id", *parts, *(each for each in _FLAGS if _is_understood(row, each))}
    kept = {row.header("team")} if _is_numbered(row) else set()
    return {*read.spoken, *(row.header(each) for each in told)} - kept


def _is_understood(row: Row, flag: str) -> bool:
    text = row.text(flag)
    if flag == "licences":
        return products(text) is not None
    if flag == "status":
        return row.word("status") is not None
    return is_yes(text) is not None if flag == "blocked" else text.casefold() in {"member", "mitglied"}


def _is_numbered(row: Row) -> bool:
    """Say whether the department has a number before it, which then stays beside."""
    return names.without_number(row.text("team")) != row.text("team")


def _is_no_person(row: Row, named: tuple[str, ...] | None) -> bool:
    """Say whether a directory's account may be a machine's or a guest's: it then only meets who is known."""
    if row.mapped.role is not Role.DIRECTORY or named:
        return False
    if row.text("account_type").casefold() in {"guest", "gast"}:
        return True
    if row.mapped.has("licences"):
        return not any(row.text(each) for each in _FROM_HR)
    is_named = bool(row.text("first_name") and row.text("last_name"))
    return not is_named and not any(row.text(each) for each in (*_FROM_HR, *_OF_A_PERSON))


def _seat(product: str, who: Mention, header: str) -> Record:
    values = {"pool": by_name("pools", product, {"kind": "licence"}), "person": who}
    return Record("seats", values, together=("pool", "person"), headers={"pool": header})
