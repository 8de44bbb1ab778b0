"""Contracts to decide about: those whose notice day is near, and those that may renew unseen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.blocks import Cell, Fact, Row, Said, Section, Table, Text
from fullscore.engine.reports.voice import Voice, counted, few, headed, many, names, summed, value_of
from fullscore.engine.vendors.renewals import Renewal, State

WITHIN = timedelta(days=180)
# Of several days that come soon, the dearest is the one to know.
_NEAR = timedelta(days=30)
_MISSING = (
    "No contract is known yet. Drop the list of your contracts on the import page to see what renews when."
)
_VERBS = {"keep": "keep", "end": "give notice", "change": "change", "decide": "decide"}
# Where saying nothing costs money nobody may want to spend.
_COSTLY = frozenset({State.GIVE_NOTICE, State.RENEW_FEWER, State.DECIDE, State.CHANGE})


@dataclass(frozen=True, slots=True)
class Bound:
    """Every contract on one day; `vendors` are names by ref, `unseen` is what those without a day cost."""

    renewals: tuple[Renewal, ...]
    vendors: Mapping[str, str]
    unseen: Trace | None = None

    def due(self, on: date) -> tuple[Renewal, ...]:
        """Return those whose notice day lies within the half year to come, the nearest first."""
        found = (
            each for each in self.renewals if each.dates.notice_by is not None and not each.dates.is_over
        )
        near = [each for each in found if on <= _notice(each) <= on + WITHIN]
        return tuple(sorted(near, key=lambda each: (_notice(each), each.ref)))

    def hidden(self) -> tuple[Renewal, ...]:
        """Return those that may renew without anybody seeing it: nobody knows their notice day."""
        return tuple(each for each in self.renewals if each.dates.unknown and not each.dates.is_over)

    def costly(self, on: date) -> Renewal | None:
        """Return the one of which silence costs most within a month; without any, the next one later."""
        found = [each for each in self.due(on) if each.state in _COSTLY and _at_stake(each)]
        near = [each for each in found if _notice(each) <= on + _NEAR]
        return max(near, key=lambda each: value_of(_known(each)), default=next(iter(found), None))


def _at_stake(each: Renewal) -> Trace | None:
    """Return what saying nothing costs; None where nobody can say, or not in this currency."""
    if each.is_foreign:
        return None
    return each.saves_year if each.state is State.RENEW_FEWER else each.at_stake or each.price_year


def _known(each: Renewal) -> Trace:
    found = _at_stake(each)
    assert found is not None
    return found


def _notice(each: Renewal) -> date:
    assert each.dates.notice_by is not None
    return each.dates.notice_by


def section(found: Bound, voice: Voice) -> Section:
    """Return what renews within half a year, what it costs, and what nobody sees coming."""
    if not found.renewals:
        return Section("renewals", "No contract is known", missing=_MISSING)
    due, hidden = found.due(voice.on), found.hidden()
    title = _title(due)
    blocks = tuple(each for each in (_due(due, found, voice), _hidden(hidden, found, voice)) if each)
    if not blocks:
        return Section("renewals", title, "No notice day falls within 180 days, and every one is known.")
    first = _first(found, voice)
    return Section(
        "renewals", title, first.words if first else None, blocks, figures=first.beside if first else ()
    )


def _title(due: tuple[Renewal, ...]) -> str:
    """Return how many notice days come, and how many of them ask for a word."""
    open_ones = sum(each.renew != "keep" for each in due)
    said = f"{headed(few(len(due), 'notice day'))} within half a year"
    if not open_ones:
        return said
    return f"{said}, {counted(open_ones)} of them {'asks' if open_ones == 1 else 'ask'} for a word"


def _first(found: Bound, voice: Voice) -> Fact | None:
    each = found.costly(voice.on)
    return deadline(each, voice) if each else None


def deadline(each: Renewal, voice: Voice) -> Fact:
    """Return what silence about a contract costs, and from which day."""
    price = _known(each)
    day, name, tone = voice.day(_notice(each)), each.contract.name, voice.tone(_notice(each))
    if each.state is State.RENEW_FEWER:
        saved = voice.money(price, f"{name}, saved a year")
        return Fact(f"Renew {name} for {each.renew} by {day}: {saved} less a year.", None, tone, (saved,))
    cost = voice.money(price, f"{name}, when it renews")
    verb = "notice is given" if each.state is State.GIVE_NOTICE else "somebody decides"
    return Fact(f"The contract {name} renews for {cost} unless {verb} by {day}.", None, tone, (cost,))


def _due(due: tuple[Renewal, ...], found: Bound, voice: Voice) -> Table | None:
    if not due:
        return None
    rows = [_row(each, found, voice) for each in due]
    prices = tuple(each.price_year for each in due if each.price_year is not None and not each.is_foreign)
    if prices:
        total = voice.money(summed(prices, "a year"), "contracts to decide about, a year")
        rows.append(Row(("Together", "", "", "", total), "total"))
    columns = ("Contract", "Decide by", "Notice by", "What we plan", "A year>")
    return Table(columns, tuple(rows), "Notice days within 180 days", _note(due))


def _note(due: tuple[Renewal, ...]) -> str | None:
    foreign = [each.contract.name for each in due if each.is_foreign]
    unknown = [each.contract.name for each in due if each.price_year is None]
    parts = []
    if foreign:
        parts.append(f"In another currency and not in the sum: {names(foreign)}.")
    if unknown:
        parts.append(f"Not priced: {names(unknown)}.")
    return " ".join(parts) or None


def _row(each: Renewal, found: Bound, voice: Voice) -> Row:
    name, by = each.contract.name, each.dates.decide_by
    vendor = found.vendors.get(each.vendor or "", "")
    decide = each.day("decide_by")
    tone = voice.tone(by) if by and each.renew != "keep" else ""
    day = Cell(voice.when(decide, f"{name}, decide by"), tone) if decide else "not known"
    notice = each.day("notice_by")
    assert notice is not None
    return Row((
        f"{name}, {vendor}" if vendor and vendor.casefold() not in name.casefold() else name, day,
        voice.when(notice, f"{name}, notice by"), _plan(each), price(each, voice),
    ))  # fmt: skip


def _plan(each: Renewal) -> str:
    return _VERBS.get(each.renew, f"renew for {each.renew}")


def price(each: Renewal, voice: Voice) -> Said | str:
    """Return what a contract costs a year; in its own currency where that is another."""
    if each.price_year is None:
        return "not priced"
    unit = each.contract.currency if each.is_foreign else None
    return Voice(unit or voice.currency, voice.on).money(each.price_year, f"{each.contract.name}, a year")


def _hidden(hidden: tuple[Renewal, ...], found: Bound, voice: Voice) -> Table | None:
    """Return the contracts whose day nobody knows, the dearest first."""
    if not hidden:
        return None
    ordered = sorted(hidden, key=lambda each: -(value_of(each.price_year) if each.price_year else Decimal(0)))
    rows = [Row((each.contract.name, _asked(each), price(each, voice))) for each in ordered]
    if found.unseen is not None:
        rows.append(
            Row(
                ("Together", "", voice.money(found.unseen, "contracts without a notice day, a year")), "total"
            )
        )
    title = f"{headed(many(len(hidden), 'contract'))} may renew unseen"
    return Table(("Contract", "What is not known", "A year>"), tuple(rows), title)


def _asked(each: Renewal) -> str:
    return "when it ends" if each.dates.unknown == "no-end" else "how long its notice is"


__all__ = ["WITHIN", "Bound", "Text", "deadline", "section"]
