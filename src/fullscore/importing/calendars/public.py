"""Public holidays of a country or state, as days with names.

The library that knows them takes longer to load than a plan takes to be made. What it has said once is
therefore kept in the home, for as long as the same version of it is installed.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

from django.conf import settings

Days = tuple[tuple[date, str], ...]


def public_holidays(*, country: str, subdivision: str, years: Iterable[int]) -> Days:
    """Return (day, name) in order; empty where no calendar is known for the country.

    An unknown subdivision falls back to the country's own days.
    """
    return _days(country, subdivision, tuple(years))


# A calendar of a country and some years never changes while the program runs.
@lru_cache(maxsize=512)
def _days(country: str, subdivision: str, wanted: tuple[int, ...]) -> Days:
    file = _file(country, subdivision, wanted)
    kept = _kept(file, wanted)
    if kept is not None:
        return kept
    found = _asked(country, subdivision, wanted)
    _keep(file, wanted, found)
    return found


def _asked(country: str, subdivision: str, wanted: tuple[int, ...]) -> Days:
    import holidays  # noqa: PLC0415  see above: only where nobody has asked for these days before

    try:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=wanted, language="en_US")
    except NotImplementedError:
        return _asked(country, "", wanted) if subdivision else ()
    return tuple(sorted(found.items()))


def _file(country: str, subdivision: str, wanted: tuple[int, ...]) -> Path | None:
    """Return where these days are kept; None where they cannot be, such as in a home nobody has made yet."""
    home = Path(settings.HOME)
    place = f"{country}-{subdivision}-{min(wanted)}-{max(wanted)}"
    if not (home.is_dir() and _library() and place.replace("-", "").isalnum()):
        return None
    return home / "calendars" / f"{place}.json"


@cache
def _library() -> str:
    """Return name and version of the library, without loading it; empty where that cannot be told."""
    found = find_spec("holidays")
    if found is None or found.origin is None:
        return ""
    told = Path(found.origin).parent.parent.glob("holidays-*.dist-info")
    return next((folder.stem for folder in told), "")


def _kept(file: Path | None, wanted: tuple[int, ...]) -> Days | None:
    # A file that is not there, or that nobody can read any more, is written anew.
    with suppress(OSError, ValueError, KeyError, TypeError):
        told = json.loads(file.read_text("utf-8")) if file else {}
        if (told["library"], told["years"]) == (_library(), list(wanted)):
            return tuple((date.fromisoformat(day), str(name)) for day, name in told["days"])
    return None


def _keep(file: Path | None, wanted: tuple[int, ...], found: Days) -> None:
    if file is None:
        return
    told = {"library": _library(), "years": wanted, "days": [(day.isoformat(), name) for day, name in found]}
    beside = file.with_name(f"{uuid4().hex}.part")
    # On a disk that is full or may not be written the next command asks the library again.
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True, mode=0o700)
        try:
            beside.write_text(json.dumps(told), "utf-8")
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
