"""What a row says of a contract's days: start, end, terms, renewal and notice."""

import re
from datetime import date, timedelta

from fullscore.importing import literals
from fullscore.importing.filling import Filled, Given, filled
from fullscore.importing.kinds.contracts.notices import notice
from fullscore.importing.kinds.contracts.parts import REGISTER, Part, cleaned, joined, part_of
from fullscore.importing.kinds.rows import Row
from fullscore.importing.records import Reason, Told
from fullscore.importing.vocabularies import periods

_A_DAY = timedelta(days=1)
_MONTHS = {
    "month": 1, "quarter": 3, "half-year": 6, "year": 12, "2 years": 24, "3 years": 36, "5 years": 60,
}  # fmt: skip
_BOTH = re.compile(r"([0-9]{1,3})\s*(?:m\w*\.?)?\s*\+\s*([0-9]{1,3})\s*(?:m\w*\.?)?", re.IGNORECASE)
_IN_YEARS = re.compile(r"year|jahr", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,;(\u2013\u2014]\s*|\s+-\s+|:\s+|\s+(?=[0-9])")


def terms(row: Row) -> Part:
    """Return everything about days; one that ends before it starts is refused."""
    parts = (_starts(row), _ends(row), _said(row), _lasts(row), _renews(row), _notice(row))
    found = joined(parts)
    start, end = found.values.get("starts_on"), found.values.get("ends_on")
    if isinstance(start, date) and isinstance(end, date) and end < start:
        return joined((found, Part(refusals=(row.reason("contract-ends-after", found.headers["ends_on"]),))))
    return found


def _day(row: Row, meaning: str, column: str) -> Filled:
    header = row.header(meaning)
    return filled(row.context, REGISTER, row.line, [Given(header, column, row.text(meaning))])


def _starts(row: Row) -> Part:
    return part_of(_day(row, "starts_on", "starts_on"))


def _said(row: Row) -> Part:
    """Return the last day for notice as somebody wrote it down."""
    return part_of(_day(row, "notice_by", "notice_said"))


def _ends(row: Row) -> Part:
    """Return the last day in force: as told, else the day before it renews."""
    end, renewal = _day(row, "ends_on", "ends_on"), _day(row, "renews_on", "ends_on")
    renews_on = renewal.values.get("ends_on")
    before = renews_on - _A_DAY if isinstance(renews_on, date) else None
    by_renewal = part_of(
        Filled({} if before is None else {"ends_on": before}, renewal.reasons, renewal.headers)
    )
    by_end = part_of(end)
    told = end.values.get("ends_on")
    if told is None or renews_on is None:
        return joined((by_end, by_renewal))
    # Some write the last day into both columns.
    notes = () if told in {before, renews_on} else (_elsewhere(row, told),)
    return Part(by_end.values, by_end.headers, notes=notes)


def _elsewhere(row: Row, told: Told) -> Reason:
    label = row.mapped.kind.meaning("renews_on").label
    return row.reason(
        "import-renewal-elsewhere", row.header("renews_on"), field=label, value=row.text("renews_on"),
        guess=told if isinstance(told, date) else None,
    )  # fmt: skip


def _lasts(row: Row) -> Part:
    """Return how long it runs at first and each time after; "36 + 12" says both."""
    both = _BOTH.fullmatch(row.text("term"))
    if both is not None:
        header = row.header("term")
        texts = {"initial_months": int(both[1]), "renewal_months": int(both[2])}
        return joined(_months(row, header, column, number) for column, number in texts.items())
    return joined((_length(row, "term", "initial_months"), _length(row, "renewal_term", "renewal_months")))


def _length(row: Row, meaning: str, column: str) -> Part:
    text, header = row.text(meaning), row.header(meaning)
    if not text:
        return Part()
    try:
        number = _in_months(text, header)
    except literals.UnreadError as unread:
        label = row.mapped.kind.meaning(meaning).label
        told = row.reason(unread.code, header, column=label, field=label, value=text, guess=unread.guess)
        return Part(notes=(told,))
    return Part() if number is None else _months(row, header, column, number)


def _in_months(text: str, header: str) -> int | None:
    word = periods.WORDS.get(text.casefold())
    if word is not None:
        return _MONTHS.get(word)
    number = literals.months(text)
    return number * 12 if number is not None and text.isdigit() and _IN_YEARS.search(header) else number


def _months(row: Row, header: str, column: str, number: int) -> Part:
    return cleaned(row, header, {column: number})


def _renews(row: Row) -> Part:
    """Return whether it goes on by itself; "Yes, 12 months" also says for how long."""
    text, header = row.text("auto_renewal"), row.header("auto_renewal")
    if not text:
        return Part()
    word = row.word("auto_renewal")
    if word is not None:
        return cleaned(row, header, {"renewal": word})
    first, *rest = _PARTS.split(text, maxsplit=1)
    ours = row.mapped.kind.meaning("auto_renewal").vocabulary.get(first.casefold())
    if ours is None or not rest:
        return Part(notes=(row.unknown("auto_renewal"),))
    try:
        number = literals.months(rest[0].rstrip(")"))
    except literals.UnreadError:
        return Part(notes=(row.unknown("auto_renewal"),))
    return cleaned(row, header, {"renewal": ours, **({"renewal_months": number} if number else {})})


def _notice(row: Row) -> Part:
    """Return how long before the end notice must have arrived; half a sentence is not taken for all of it."""
    text, header = row.text("notice"), row.header("notice")
    form = _form(row)
    if not text:
        return form
    told = notice(text, header)
    if told is None:
        label = row.mapped.kind.meaning("notice").label
        unread = row.reason("import-notice-unread", header, field=label, value=text)
        return joined((form, Part(notes=(unread,))))
    more = {"notice_to": told.to, "notice_form": told.form}
    said: dict[str, Told] = {"notice": told.number, "notice_unit": told.unit}
    said.update((name, word) for name, word in more.items() if word)
    return joined((form, cleaned(row, header, said)))


def _form(row: Row) -> Part:
    if not row.text("notice_form"):
        return Part()
    word = row.word("notice_form")
    header = row.header("notice_form")
    if word is None:
        return Part(notes=(row.unknown("notice_form"),))
    return cleaned(row, header, {"notice_form": word})
