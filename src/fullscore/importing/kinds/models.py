"""Lists of models: what one buys, with its category, useful life and the least to keep."""

from fullscore.importing.kinds import models_meanings as mean
from fullscore.importing.kinds.kind import Kind
from fullscore.importing.kinds.models_rows import model_lines

KIND = Kind(
    "models",
    "Models",
    "models",
    (
        mean.NAME, mean.CATEGORY, mean.MANUFACTURER, mean.NUMBER, mean.LIFE, mean.MINIMUM, mean.COST,
        mean.VENDOR, mean.LEAD, mean.FIELDSET, mean.NOTES, mean.OWN_ID, mean.PASSING,
    ),
    (
        frozenset({"name"}),
        frozenset({"life_months", "model_number", "fieldset", "minimum", "lead_days"}),
        frozenset({"category", "manufacturer"}),
    ),
    model_lines,
)  # fmt: skip
