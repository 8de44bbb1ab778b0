"""The settings' form: from what was sent to texts, and from values to what stands in the fields."""

from collections.abc import Mapping
from dataclasses import fields as fields_of
from datetime import time
from zoneinfo import available_timezones

from django.http import QueryDict

from fullscore.usecases.settings.fields import READERS, Settings

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def written(sent: QueryDict) -> dict[str, str]:
    """Return the texts of the settings that were sent; ticked weekdays become one text."""
    texts = {field: str(sent[field]) for field in READERS if field in sent}
    if "working_weekdays" in sent or "weekdays" in sent:
        texts["working_weekdays"] = "".join(sent.getlist("working_weekdays"))
    return texts


def version_in(sent: QueryDict) -> int:
    """Return the version the form was shown with; -1, which no row has, when it carries none."""
    text = sent.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else -1  # noqa: PLR2004


def written_as(settings: Settings) -> dict[str, str]:
    """Return the settings as they stand in the form's fields."""
    values = {field.name: getattr(settings, field.name) for field in fields_of(settings)}
    return {name: _text(value) for name, value in values.items()}


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def choices() -> Mapping[str, object]:
    """Return what the form's lists offer."""
    return {
        "zones": sorted(
            zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/")
        ),
        "months": list(enumerate(MONTHS, start=1)),
        "weekdays": [(str(number), name) for number, name in enumerate(WEEKDAYS, start=1)],
    }
