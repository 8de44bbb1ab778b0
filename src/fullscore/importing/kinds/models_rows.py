"""From the rows of lists of models and accessories to models."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from fullscore.importing import literals
from fullscore.importing.filling import Given, filled, refused
from fullscore.importing.kinds.devices_models import category
from fullscore.importing.kinds.kind import Mapped, Told
from fullscore.importing.records import Context, Key, Line, Reason, Record
from fullscore.importing.records import Told as Value

_COLUMNS = {"cost": "unit_cost", "vendor": "vendor", "lead_days": "lead_days", "minimum": "safety_stock"}
_MONTHS_A_YEAR = 12
_LONGEST_LIFE = 600


@dataclass(frozen=True, slots=True)
class Called:
    """What a model is called, what it is, and whether the list says so or somebody must guess."""

    name: str
    category: str
    is_category_told: bool = False


@dataclass(frozen=True, slots=True)
class _Together:
    """Rows of one name: the first row's line, and how many pieces they count together."""

    first: int
    quantity: Decimal
    rows: int


def model_lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield one model for each row; the list's category counts where it is one of ours."""
    for row in mapped.table.rows:
        told = mapped.told(row)
        text = told.text.get("category", "")
        ours = category(text)
        is_told = bool(text) and (ours != "other" or text.casefold() == "other")
        called = Called(
            _name(told), ours if is_told else category(text, _name(told)), is_category_told=is_told
        )
        yield model_line(context, mapped, told, called)


def accessory_lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield one model for each name; rows of the same name are one model, counted together."""
    tolds = [mapped.told(row) for row in mapped.table.rows]
    groups = _groups(tolds)
    for told in tolds:
        group = groups.get(_name(told).casefold())
        if group is not None and group.first != told.line:
            yield Line(told.line, notes=(_counted_together(context, told, group),))
        else:
            line = model_line(context, mapped, told, Called(_name(told), "accessory"))
            yield _with_sum(line, told, group)


def _name(told: Told) -> str:
    return " ".join(told.text.get("name", "").split())


def _groups(tolds: list[Told]) -> dict[str, _Together]:
    groups: dict[str, _Together] = {}
    for told in tolds:
        name = _name(told).casefold()
        before = groups.get(name, _Together(told.line, Decimal(0), 0))
        groups[name] = _Together(before.first, before.quantity + _quantity(told), before.rows + 1)
    return {name: group for name, group in groups.items() if name}


def _quantity(told: Told) -> Decimal:
    try:
        return literals.count(told.text.get("quantity", "")) or Decimal(0)
    except literals.UnreadError:
        return Decimal(0)


def _counted_together(context: Context, told: Told, group: _Together) -> Reason:
    return refused(
        context, told.line, "import-counted-together", told.headers["name"],
        value=_name(told), first=group.first, count=group.quantity,
    )  # fmt: skip


def _with_sum(line: Line, told: Told, group: _Together | None) -> Line:
    """Return the first row of a name with the number that all its rows count together."""
    if group is None or group.rows == 1 or not line.records or "quantity" not in told.headers:
        return line
    record = line.records[0]
    extra = {**record.extra, told.headers["quantity"]: f"{group.quantity:f}"}
    return replace(line, records=(replace(record, extra=extra),))


def model_line(context: Context, mapped: Mapped, told: Told, called: Called) -> Line:
    """Return one row as a model; what no column takes stays beside it."""
    given = [Given(told.headers.get("name", ""), "name", called.name)]
    given += [
        Given(told.headers[meaning], column, told.text[meaning])
        for meaning, column in _COLUMNS.items()
        if meaning in told.text and not literals.is_nothing(told.text[meaning])
    ]
    got = filled(context, "models", told.line, given)
    if "name" not in got.values:
        reason = refused(context, told.line, "import-nothing-to-know-it-by", told.headers.get("name"))
        return Line(told.line, (), (*got.reasons, reason))
    life, notes = _life(context, told)
    told_kind: dict[str, Value] = {"category": called.category}
    headers = {**got.headers, **({"life_months": told.headers["life_months"]} if life else {})}
    record = Record(
        "models",
        {**got.values, **life, **(told_kind if called.is_category_told else {})},
        keys=(Key("name", str(got.values["name"]), is_strong=False),),
        source_id=told.text.get("source_id"),
        firsts={} if called.is_category_told else told_kind,
        extra=_beside(mapped, told, set(headers.values())),
        headers=headers,
    )
    return Line(told.line, (record,), got.reasons, notes)


def _life(context: Context, told: Told) -> tuple[dict[str, Value], tuple[Reason, ...]]:
    """Return the useful life in months; what is no duration stays beside the model, and is said."""
    text, header = told.text.get("life_months", ""), told.headers.get("life_months", "")
    try:
        months = literals.months(text)
    except literals.UnreadError as unread:
        return {}, (refused(context, told.line, unread.code, header, column=header, value=text),)
    is_in_years = text.isdecimal() and any(word in header.casefold() for word in ("year", "jahr"))
    months = months * _MONTHS_A_YEAR if months and is_in_years else months
    return ({"life_months": months} if months and months <= _LONGEST_LIFE else {}), ()


def _beside(mapped: Mapped, told: Told, taken: set[str]) -> dict[str, str]:
    left_out = {each.name for each in mapped.kind.meanings if each.is_dropped or each.is_secret}
    named = {
        told.headers[meaning]: text
        for meaning, text in told.text.items()
        if meaning not in left_out | {"source_id", "name"} and told.headers[meaning] not in taken
    }
    return {**named, **told.beside}
