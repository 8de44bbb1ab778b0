"""Rows of a device list that count things without a number: "10 docks" is stock of a model, not an item."""

from dataclasses import replace

from fullscore.importing import literals
from fullscore.importing.filling import refused
from fullscore.importing.kinds.devices_models import category
from fullscore.importing.kinds.kind import Mapped, Told
from fullscore.importing.kinds.models_rows import Called, model_line
from fullscore.importing.records import Context, Line


def is_stock(told: Told) -> bool:
    """Say whether a row counts several things."""
    try:
        quantity = literals.count(told.text.get("quantity", ""))
    except literals.UnreadError:
        return False
    return quantity is not None and quantity > 1


def line(context: Context, mapped: Mapped, told: Told) -> Line:
    """Return the model with its number beside it, and a note that no single device was made."""
    name = told.text.get("model") or told.text.get("name") or told.text.get("category") or ""
    if not name:
        return Line(told.line, (), (refused(context, told.line, "import-nothing-to-know-it-by", None),))
    made = model_line(context, mapped, told, Called(name, category(told.text.get("category", ""), name)))
    note = refused(
        context, told.line, "import-several-without-number", told.headers["quantity"],
        value=told.text["quantity"], name=name,
    )  # fmt: skip
    return replace(made, notes=(*made.notes, note))
