"""One total of all contracts over five years, and the same money divided six ways, each adding up to it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString

from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.totals import Totals
from fullscore.usecases.vendors import Renewals
from fullscore.web.goals import markup
from fullscore.web.templatetags.words import counted, money
from fullscore.web.vendors import months, sums
from fullscore.web.vendors.months import Month
from fullscore.web.vendors.sums import Sum

_MOST_SHOWN = 8
_KINDS = {"committed": "owed in any case", "variable": "by use", "one-off": "once"}
_NOBODY = {
    "vendors": "no vendor named", "services": "no service named", "teams": "stays with IT",
    "payment": "nobody has said",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    amount: str
    key: str


@dataclass(frozen=True, slots=True)
class Division:
    """One way to divide the total; the parts beyond the first few come together."""

    title: str
    parts: tuple[Part, ...]
    rest: tuple[Part, ...]
    adds_up: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The section of the total as the page shows it."""

    total: str
    span: str
    caption: str
    wide: SafeString
    narrow: SafeString
    months: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]
    divisions: tuple[Division, ...]
    notes: tuple[str, ...]
    sums: tuple[Sum, ...]


def totals(found: Renewals) -> Shown | None:
    """Return the total with its divisions; None where nothing is to be paid."""
    whole, currency = found.totals, found.currency
    if whole is None or not whole.total.value:
        return None
    by_month = _by_month(whole)
    said = months.caption(by_month, currency)
    label = f"What is to be paid by month. {said}"
    made = [_divided(found, *each) for each in _ways(whole)]
    return Shown(
        total=_money(whole.total, currency),
        span=f"{by_month[0].name} to {by_month[-1].name}",
        caption=said,
        wide=markup.drawn(months.draw(by_month, currency, months.WIDE), "wide", label),
        narrow=markup.drawn(months.draw(by_month, currency, months.NARROW), "narrow", label),
        months=tuple((one.name, money(one.whole, currency)) for one in by_month),
        kinds=tuple(kind for kind, _ in months.ROLES if any(one.amounts.get(kind) for one in by_month)),
        divisions=tuple(division for division, _ in made),
        notes=tuple(_notes(found, whole)),
        sums=tuple(_total_sum(found, whole)) + tuple(one for _, opened in made for one in opened),
    )


def _by_month(whole: Totals) -> tuple[Month, ...]:
    amounts: dict[date, dict[str, Decimal]] = {first: defaultdict(Decimal) for first in whole.by_month}
    for line in whole.lines:
        for payment in line.payments:
            amounts[payment.day.replace(day=1)][line.kind] += payment.amount
    return tuple(Month(first, dict(by_kind)) for first, by_kind in amounts.items())


def _ways(whole: Totals) -> tuple[tuple[str, str, Mapping[str | None, Trace]], ...]:
    kinds: dict[str | None, Trace] = dict(whole.by_kind.items())
    return (
        ("By kind", "kind", kinds), ("By vendor", "vendors", whole.by_vendor),
        ("By service", "services", whole.by_service), ("By team", "teams", whole.by_team),
        ("By payment", "payment", whole.by_payment),
    )  # fmt: skip


def _divided(
    found: Renewals, title: str, of: str, amounts: Mapping[str | None, Trace]
) -> tuple[Division, list[Sum]]:
    """Return one division with what opens under its parts."""
    whole = found.totals
    assert whole is not None
    parts, opened = [], []
    for place, (ref, amount) in enumerate(amounts.items()):
        if not amount.value:
            continue
        key, name = f"t-{of}-{place}", _name(found, of, ref)
        parts.append(Part(name, _money(amount, found.currency), key))
        opened.append(sums.of_money(key, f"{title}: {name}", amount, found.currency, "over five years"))
    added = sum((Decimal(str(amount.value)) for amount in amounts.values()), Decimal(0))
    shown = Division(
        title,
        tuple(parts[:_MOST_SHOWN]),
        tuple(parts[_MOST_SHOWN:]),
        added == Decimal(str(whole.total.value)),
    )
    return shown, [one for one in opened if one]


def _name(found: Renewals, of: str, ref: str | None) -> str:
    if of == "kind":
        return _KINDS.get(ref or "", ref or "")
    if ref is None:
        return _NOBODY[of]
    return ref if of == "payment" else found.name(of, ref)


def _total_sum(found: Renewals, whole: Totals) -> tuple[Sum, ...]:
    opened = sums.of_money("total", "All that is to be paid", whole.total, found.currency, "over five years")
    return (opened,) if opened else ()


def _notes(found: Renewals, whole: Totals) -> tuple[str, ...]:
    """Return what the total leaves out or takes for granted."""
    told = (
        (whole.unpriced, "{} no price and {} not in it"),
        (whole.foreign, "{} prices in another currency and {} not in it"),
        (whole.undated, "{} something to pay once on an unknown day and {} not in it whole"),
        (whole.assumed, "{} an index to follow and {} in it with the rise you assume"),
        (whole.exit_unknown, "{} no known way out and {} not in what is owed"),
    )
    return tuple(f"{_said(words, refs)}: {_some(found, refs)}." for refs, words in told if refs)


def _said(words: str, refs: tuple[str, ...]) -> str:
    count = len(refs)
    verbs = ("has", "is") if count == 1 else ("have", "are")
    return f"{counted(count, 'contract,contracts')} {words.format(*verbs)}"


def _some(found: Renewals, refs: tuple[str, ...]) -> str:
    names = [found.name("contracts", ref) for ref in refs[:3]]
    return ", ".join(names) + (f" and {len(refs) - 3} more" if len(refs) > 3 else "")  # noqa: PLR2004  as above


def _money(trace: Trace, currency: str) -> str:
    return money(Decimal(str(trace.value)), currency)
