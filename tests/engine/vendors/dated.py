"""Contracts written in a few words, for tests that are tables."""

from dataclasses import replace
from datetime import date

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.vendors.terms import Terms

# Thanksgiving, Christmas and New Year, on weekdays all of them.
OFFICE = Calendar("12345", {
    date(2026, 11, 26): "Thanksgiving", date(2026, 12, 25): "Christmas", date(2027, 1, 1): "New Year",
})  # fmt: skip
TODAY = date(2026, 11, 23)


def day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


def contract(text: str) -> Terms:
    """Read "2020-08-01 36+12 anniversary" (a start), "until 2025-08-28 +12", "2026-01-01 12 none"."""
    words = text.split()
    is_given = words[0] == "until"
    first = date.fromisoformat(words[is_given])
    terms = Terms(ends_on=first) if is_given else Terms(starts_on=first)
    terms = replace(terms, renewal="tacit")
    for word in words[is_given + 1 :]:
        terms = replace(terms, **_meaning(word))  # type: ignore[arg-type]
    return terms


def _meaning(word: str) -> dict[str, object]:
    if word in {"none", "express"}:
        return {"renewal": word}
    if word == "anniversary":
        return {"counting": word}
    initial, _, renewed = word.partition("+")
    return {
        "initial_months": int(initial) if initial else None,
        "renewal_months": int(renewed) if renewed else None,
    }


def agreed(text: str, notice: str) -> Terms:
    """Read a contract and its notice: "3 months", "5 working days", "6 weeks to quarter", "-"."""
    if notice == "-":
        return contract(text)
    length, _, to = notice.partition(" to ")
    count, _, unit = length.partition(" ")
    return replace(contract(text), notice=int(count), notice_unit=unit, notice_to=to or "term")
