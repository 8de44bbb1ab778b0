"""Public holidays are kept in the home, and only what the library said is believed."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings

from fullscore.importing.calendars import public
from fullscore.importing.calendars.public import Days, public_holidays

YEARS = range(2026, 2028)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: LazySettings) -> Iterator[Path]:
    settings.HOME = tmp_path
    public._days.cache_clear()  # noqa: SLF001  every test begins as a new process does
    yield tmp_path
    public._days.cache_clear()  # noqa: SLF001


def ohio() -> Days:
    public._days.cache_clear()  # noqa: SLF001
    return public_holidays(country="US", subdivision="OH", years=YEARS)


def without_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks the library from here on meets an ImportError."""
    monkeypatch.setitem(sys.modules, "holidays", None)


def test_days_kept_are_the_days_the_library_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = ohio()
    without_library(monkeypatch)

    assert ohio() == told
    assert (date(2026, 12, 25), "Christmas Day") in told
    assert [file.name for file in (home / "calendars").iterdir()] == ["US-OH-2026-2027.json"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"library": 1}', "{", "null", "\x00"])
def test_a_file_nobody_can_read_is_written_anew(
    home: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, file = ohio(), home / "calendars/US-OH-2026-2027.json"
    file.write_text(text)

    assert ohio() == told
    without_library(monkeypatch)
    assert ohio() == told


@pytest.mark.parametrize("change", [{"library": "holidays-0.1"}, {"years": [2026, 2029]}])
def test_what_another_version_told_is_asked_anew(home: Path, change: dict[str, object]) -> None:
    told, file = ohio(), home / "calendars/US-OH-2026-2027.json"
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({**kept, "days": [["2026-01-02", "A day of old"]], **change}))

    assert ohio() == told


def test_a_home_that_nobody_made_is_not_made(tmp_path: Path, settings: LazySettings) -> None:
    settings.HOME = tmp_path / "later"

    assert ohio()
    assert not settings.HOME.exists()


def test_a_home_that_cannot_be_written_is_no_hindrance(tmp_path: Path, settings: LazySettings) -> None:
    (tmp_path / "calendars").write_text("a file where the folder would be")

    assert ohio()


def test_a_place_leads_out_of_no_home(home: Path) -> None:
    assert public_holidays(country="../../x", subdivision="", years=YEARS) == ()
    assert not list(home.rglob("*"))
