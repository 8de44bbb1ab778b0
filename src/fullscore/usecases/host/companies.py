"""Which sample companies there are; kept apart so that naming them loads nothing."""

from enum import StrEnum


class Sample(StrEnum):
    """The word by which people ask for a sample company."""

    MANUFACTURER = "manufacturer"
    CLINIC = "clinic"
    CONSTRUCTION = "construction"
