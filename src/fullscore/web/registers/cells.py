"""How one value reads: as plain text, as a table cell, as what a form shows."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from fullscore.engine.registers.columns import Column, Kind, Reference
from fullscore.usecases.registers import Row
from fullscore.web.templatetags.words import full_day, money, number

FIGURES = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.MONEY})
_SHORT = frozenset({*FIGURES, Kind.DATE, Kind.CHOICE})
_PHONE_COLUMNS = 2
# A day or a figure under a name says nothing without its heading; these say what they are.
_SPEAKING = frozenset({Kind.TEXT, Kind.EMAIL, Kind.REFERENCE, Kind.CHOICE})
# Only what is different from usual gets a colour.
TONES: Mapping[str, str] = {
    "lost": "late", "in repair": "soon", "on order": "plan", "on leave": "plan", "left": "",
}  # fmt: skip
_DASH = "\N{EN DASH}"
_MISSING = {
    Kind.REFERENCE: "none", Kind.TEXT: _DASH, Kind.EMAIL: _DASH, Kind.LONG_TEXT: _DASH, Kind.CHOICE: _DASH,
}  # fmt: skip


def text(value: object, column: Column, currency: str) -> str:
    """Return a value as a person reads it; `None` is said in a word that fits its kind."""
    match value:
        case None:
            said = "nobody" if column.target == "people" else _MISSING.get(column.kind, "not known")
        case Reference(label=label):
            said = label
        case bool():
            said = "yes" if value else "no"
        case date():
            said = full_day(value)
        case Decimal() | int():
            said = money(Decimal(value), currency) if column.kind is Kind.MONEY else number(value)
        case _:
            said = str(value)
    return said


def typed(value: object) -> str:
    """Return a value as a form's field holds it."""
    if value is None:
        return ""
    if isinstance(value, Reference):
        return value.ref
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def inside(value: object, column: Column, currency: str) -> str:
    """Return the HTML of a value: dim when missing, a chip when it stands out."""
    said = escape(text(value, column, currency))
    if value is None:
        return f'<span class="dim">{said}</span>'
    tone = TONES.get(str(value), "") if column.kind is Kind.CHOICE else ""
    return f'<span class="chip {tone}">{said}</span>' if tone else str(said)


def phone_columns(columns: tuple[Column, ...], title: str) -> tuple[str, ...]:
    """Return the columns a phone keeps beside the title, in order: a state, an amount, a person, a day."""
    others = [column for column in columns if column.name != title]
    chosen = sorted(others, key=_phone_worth)[:_PHONE_COLUMNS]
    return tuple(column.name for column in others if column in chosen)


def _phone_worth(column: Column) -> int:
    if column.target == "people":
        return 2
    return {Kind.CHOICE: 0, **dict.fromkeys(FIGURES, 1), Kind.DATE: 3, Kind.REFERENCE: 4}.get(column.kind, 5)


def row_writer(columns: tuple[Column, ...], title: str, currency: str) -> Callable[[Row, str], SafeString]:
    """Return what writes a row's cells: title with its address first, then the other columns.

    A page holds several hundred cells; written here they cost a tenth of what template tags cost.
    """
    kept = phone_columns(columns, title)
    others = [column for column in columns if column.name != title]
    below = sorted((c for c in others if c.name not in kept and c.kind in _SPEAKING), key=_phone_worth)
    opening = {column.name: _opening(column, kept) for column in others}

    def write(row: Row, address: str) -> SafeString:
        values = row.values
        said = (text(values[c.name], c, currency) for c in below if values[c.name] is not None)
        second = " · ".join(one for one in said if one != row.title)
        name = f'<td><a href="{escape(address)}">{escape(row.title)}</a>'
        more = f'<span class="sub second phone-only">{escape(second)}</span>' if second else ""
        cells = "".join(f"{opening[c.name]}{inside(values[c.name], c, currency)}</td>" for c in others)
        return mark_safe(f"{name}{more}</td>{cells}")  # noqa: S308  every value above is escaped

    return write


def classes(column: Column, kept: tuple[str, ...]) -> str:
    """Return the classes of a column's cells: figures to the end, the rest for the desk."""
    names = [
        "end" if column.kind in FIGURES else "",
        "nowrap" if column.kind in _SHORT else "",
        "" if column.name in kept else "wide-only",
        # On a phone the last column kept stands at the edge of the card.
        "edge" if kept[-1:] == (column.name,) else "",
    ]
    return " ".join(name for name in names if name)


def _opening(column: Column, kept: tuple[str, ...]) -> str:
    named = classes(column, kept)
    return f'<td class="{named}">' if named else "<td>"
