"""Accessories, components and consumables: things without a number of their own, counted by model."""

from fullscore.importing.kinds import models_meanings as mean
from fullscore.importing.kinds.kind import Kind
from fullscore.importing.kinds.models_rows import accessory_lines

KIND = Kind(
    "accessories",
    "Accessories",
    "models",
    (
        mean.NAME, mean.CATEGORY, mean.QUANTITY, mean.REMAINING, mean.MINIMUM, mean.COST, mean.VENDOR,
        mean.MANUFACTURER, mean.NUMBER, mean.SITE, mean.BOUGHT, mean.ORDER, mean.NOTES, mean.OWN_ID,
        mean.PASSING,
    ),
    (
        frozenset({"name"}),
        frozenset({"quantity", "remaining"}),
        frozenset({"category", "minimum", "model_number", "manufacturer", "site"}),
    ),
    accessory_lines,
)  # fmt: skip
