"""Documents of the budget as the page reads them: amounts in money, shares in percent, sums that add up."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from fullscore.web.registers.sums import Part
from fullscore.web.templatetags.words import MINUS, SYMBOLS, money, number
from fullscore.web.vendors.sums import Sum

# JSON, as its schema in docs/schemas says; amounts are text, so that cents stay exact.
Document = Mapping[str, Any]
_CENT, _HALF_A_CENT = Decimal("0.01"), Decimal("0.005")
_SMALL = 13
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905


def is_chosen(found: Document | None) -> bool:
    """Say whether there is a portfolio in a choice: none in one that clashes, or that ran out of time."""
    return found is not None and found["value"] is not None


def amount(text: object) -> Decimal:
    """Return an amount of a document; what is not there counts as nothing."""
    return Decimal(str(text)) if text is not None else Decimal(0)


def said(text: object, currency: str) -> str:
    """Return an amount as people read it; `money` says whether cents matter."""
    return money(amount(text), currency)


def percent(share: object) -> str:
    """Return a share in [0, 1] in percent, with a tenth where it has one."""
    tenths = (Decimal(str(share or 0)) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{number(tenths)}%"


def in_words(count: int) -> str:
    return _NUMBERS[count] if count < _SMALL else number(count)


def counted(count: int, one: str, many: str) -> str:
    """Return a small count in words: three proposals."""
    return f"{in_words(count)} {one if count == 1 else many}"


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def column(amounts: Iterable[object], total: object, currency: str) -> tuple[list[str], str]:
    """Return amounts with their total, in whole money where that adds up, else with cents."""
    exact, whole = [amount(each) for each in amounts], amount(total)
    rounded = sum((_whole(each) for each in exact), Decimal(0))
    if rounded == _whole(whole) and all(_is_plain(each) for each in (*exact, whole)):
        return [money(_whole(each), currency) for each in exact], money(_whole(whole), currency)
    return [_to_cents(each, currency) for each in exact], _to_cents(whole, currency)


def _whole(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1), ROUND_HALF_UP)


def _is_plain(value: Decimal) -> bool:
    """Say whether nobody misses the cents: nothing, or at least one of the money."""
    return abs(value) >= 1 or abs(value) < _HALF_A_CENT


def _to_cents(value: Decimal, currency: str) -> str:
    sign = MINUS if value < 0 else ""
    return f"{sign}{SYMBOLS.get(currency, f'{currency} ')}{abs(value).quantize(_CENT, ROUND_HALF_UP):,f}"


def account(
    key: str, title: str, parts: Sequence[tuple[object, str]], total: tuple[object, str], currency: str
) -> Sum:
    """Return what opens under a figure: its parts that are something, and what they come to."""
    kept = [(each, words) for each, words in parts if abs(amount(each)) >= _HALF_A_CENT]
    amounts, whole = column((each for each, _ in kept), total[0], currency)
    lines = [Part(shown, words) for shown, (_, words) in zip(amounts, kept, strict=True)]
    return Sum(key, title, (*lines, Part(f"= {whole}", total[1], is_total=True)))


def is_nothing(text: object) -> bool:
    """Say whether an amount is less than half a cent."""
    return abs(amount(text)) < _HALF_A_CENT


def differences(rows: Sequence[Document], keep: str = "do") -> str:
    """Return what tells one choice from another in words: keep the printers and drop the training."""
    words = {
        "falls out": "drop {name}", "comes in": f"{keep} {{name}}", "begins later": "begin {name} later",
        "begins sooner": "begin {name} sooner", "is done in another way": "do {name} as “{way}”",
    }  # fmt: skip
    return listed([words[each["how"]].format(name=each["name"], way=each["after"]["name"]) for each in rows])


def reason(row: Document) -> str:
    """Return why a proposal is in or out, without its name and side: they stand beside it."""
    sentence: str = row["sentence"]
    for side in ("in", "out"):
        sentence = sentence.removeprefix(f"{row['name']} is {side}: ")
    return capitalised(sentence)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def traced(key: str, title: str, trace: Document, currency: str) -> Sum:
    """Return what opens under a figure of a document: the parts of its trace, and what they come to.

    Without a currency the figure is a count.
    """
    inner = trace
    while inner["op"] in {"cents", "see"} and len(inner["args"]) == 1:
        inner = inner["args"][0]
    sign = -1 if inner["op"] == "difference" else 1
    args = inner["args"] or [inner]
    values = [(1 if place == 0 else sign) * Decimal(str(each["value"])) for place, each in enumerate(args)]
    words, total = [_about(each) for each in args], Decimal(str(trace["value"]))
    if inner["op"] in {"sum", "difference"} and currency:
        return account(key, title, list(zip(values, words, strict=True)), (total, _about(trace)), currency)

    def show(value: Decimal) -> str:
        return money(value, currency) if currency else number(round(value, 3))

    lines = [Part(show(value), text) for value, text in zip(values, words, strict=True)]
    return Sum(key, title, (*lines, Part(f"= {show(total)}", _about(trace), is_total=True)))


def _about(trace: Document) -> str:
    """Return the words of a figure: its own, else those of what it was made of first."""
    while not trace["note"] and trace["args"]:
        trace = trace["args"][0]
    return str(trace["note"] or "")
