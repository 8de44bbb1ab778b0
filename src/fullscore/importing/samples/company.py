"""What a sample company is called, where it is, when it works, and how its files are made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

Files = list[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Company:
    """One sample company; `files` are made for one day and one fixed seed, the same bytes each time."""

    name: str
    ref: str
    owner_name: str
    owner: str
    subdivision: str
    zone: str
    files: Callable[[date], Files]
    fiscal_start_month: int = 1
    opens_at: time = time(8)
    closes_at: time = time(17)
    # What a day costs on which one person cannot work; the owner's figure.
    person_day_cost: int = 368
