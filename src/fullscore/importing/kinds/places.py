"""Country and state of a row in our two letters; a word nobody knows is said and stays beside the row."""

from dataclasses import dataclass

from fullscore.importing.kinds.rows import Row
from fullscore.importing.records import Reason, Told
from fullscore.importing.vocabularies.countries import country
from fullscore.importing.vocabularies.states import country_of, subdivision


@dataclass(frozen=True, slots=True)
class Place:
    """Values by column, the headers that told them, what a state's name only suggests, and notes."""

    values: dict[str, Told]
    headers: dict[str, str]
    fills: dict[str, Told]
    notes: tuple[Reason, ...]


def place(row: Row) -> Place:
    """Return where a row's site lies."""
    land, state = row.text("country"), row.text("subdivision")
    two = row.word("country") or country(land)
    guessed = None if land else country_of(state)
    code = _state(row, state, two or guessed)
    told = {"country": two, "subdivision": code}
    values: dict[str, Told] = {name: value for name, value in told.items() if value}
    return Place(
        values,
        {name: row.header(name) for name in values},
        {"country": guessed} if guessed else {},
        (*_unknown(row, "country", "DE", found=two), *_unknown(row, "subdivision", "BY", found=code)),
    )


def _state(row: Row, text: str, land: str | None) -> str | None:
    return (row.word("subdivision") or subdivision(text, land)) if text else None


def _unknown(row: Row, meaning: str, example: str, *, found: str | None) -> tuple[Reason, ...]:
    text = row.text(meaning)
    if not text or found:
        return ()
    label = row.mapped.kind.meaning(meaning).label
    return (
        row.reason("import-place-unknown", row.header(meaning), field=label, value=text, example=example),
    )
