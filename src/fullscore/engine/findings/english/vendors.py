"""English of the findings about contracts: what to do, why now, and what the button does.

A line of several contracts carries their `count`; its words then speak of all of them.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from fullscore.engine.findings.english.words import Sentence, clipped, listed, number
from fullscore.engine.findings.finding import Value

Values = Mapping[str, Value]

# What fits a line of Today on a desk and two on a phone.
LONGEST_TITLE, LONGEST_SENTENCE = 60, 110
_NAME = 28
_NEEDS_SAID = 3
_ALMOST_A_YEAR = timedelta(days=330)

_ARRIVES = {
    "letter": "A letter must arrive by",
    "e-mail": "An e-mail must arrive by",
    "web page": "It must be cancelled on their page by",
    "phone": "They must be called by",
}
_WRITES = {
    "letter": "Write the letter",
    "e-mail": "Write the e-mail",
    "web page": "Cancel on their page",
    "phone": "Call them",
}
_UNKNOWN = {
    "notice": "How long before the end notice must arrive is not known",
    "ends_on": "Nobody knows when it ends",
    "renewal": "Nobody knows whether it renews by itself",
}


def seats_in_words(
    *, in_use: Decimal | None, elsewhere: Decimal, needs: Sequence[tuple[Decimal, str, date]],
    needed: Decimal | None, paid: Decimal | None, saves: Decimal | None, on: date,
) -> str:  # fmt: skip
    """Return the sum of a licence in words: 26 in use + 12 for the sales goal from April = 38 of 50."""
    if in_use is None or needed is None:
        return f"{number(paid)} paid for; how many are in use is not known"
    parts = [f"{number(in_use)} in use", *_needs(needs, on)]
    said = " + ".join(parts)
    if elsewhere:
        said += f" − {number(elsewhere)} of other contracts"  # noqa: RUF001  the minus sign people read
    said += f" = {number(needed)}" if len(parts) > 1 or elsewhere else ""
    return said if paid is None else f"{said} of {number(paid)}{_difference(needed, paid, saves)}"


def _needs(needs: Sequence[tuple[Decimal, str, date]], on: date) -> list[str]:
    if len(needs) > _NEEDS_SAID:
        return [f"{number(sum((count for count, _, _ in needs), Decimal(0)))} for {len(needs)} plans"]
    return [f"{number(count)} {text}{_from(day, on)}" for count, text, day in needs]


def _from(day: date, on: date) -> str:
    if day <= on:
        return ""
    return f" from {day:%B}" if day - on < _ALMOST_A_YEAR else f" from {day:%B %Y}"


def _difference(needed: Decimal, paid: Decimal, saves: Decimal | None) -> str:
    if needed > paid:
        return f"; {number(needed - paid)} too few"
    if needed == paid:
        return ""
    worth = f": saves {number(saves)} a year" if saves else ""
    return f"; {number(paid - needed)} too many{worth}"


def _short(values: Values, key: str) -> str:
    """Return a day as a line says it: 30 November; with its year when `years` names the key."""
    found, far = values.get(key), values.get("years") or ()
    if not isinstance(found, date):
        return str(found)
    is_far = isinstance(far, tuple) and key in far
    return f"{found.day} {found:%B %Y}" if is_far else f"{found.day} {found:%B}"


def _title(one: str, many: str = "") -> Sentence:
    """Return a title of one contract, or of several where one line has them; `{}` is what it is about."""

    def said(v: Values) -> str:
        count = v.get("count")
        form = many if count and many else one
        told = {key: number(v[key]) for key in ("count", "needed", "paid") if v.get(key) is not None}
        about = str(v["vendor"] or "one vendor") if count else str(v["name"])
        empty = form.format("", **told)
        return form.format(clipped(about, LONGEST_TITLE - len(empty)), **told)

    return said


def _term(v: Values) -> str:
    """Return for how long it goes on unless notice arrives; nothing where nobody knows."""
    months = v.get("months")
    if months:
        return f" for {'1 month' if months == 1 else f'{number(months)} months'}"
    return f" until {_short(v, 'until')}" if v.get("until") else ""


def _closed(v: Values) -> str:
    """Return which days before the last one nobody is in: Thursday and Friday we are closed."""
    told = v.get("closed") or ()
    days = [date.fromisoformat(str(one)) for one in told] if isinstance(told, tuple) else []
    if not days or len(days) > _NEEDS_SAID:
        return ""
    is_one_week = all(later - day < timedelta(days=7) for day, later in pairwise(days))
    return f" {listed(tuple(f'{day:%A}' for day in days))} we are closed." if is_one_week else ""


def _fits(said: str, *more: str) -> str:
    """Return the sentence with what still fits behind it."""
    for part in more:
        if len(said) + len(part) <= LONGEST_SENTENCE:
            said += part
    return said


def _worth(v: Values, words: str) -> str:
    return words.format(v["worth"]) if v.get("worth") else ""


def _all(v: Values) -> str:
    """Return how many a line is about; their last safe day is the same, their notice days need not be."""
    return "both" if v["count"] == 2 else f"all {number(v['count'])}"  # noqa: PLR2004  both are two


def _notice(v: Values) -> str:
    by = _short(v, "notice_by")
    if v.get("count"):
        return f"Notice must leave by {_short(v, 'send_by')}, or {_all(v)} renew."
    arrives = _ARRIVES.get(str(v.get("form")), "Notice must arrive by")
    if v.get("intent") == "change":
        return _fits(f"You want it changed: say so by {by}, or it renews as it is{_term(v)}.", _closed(v))
    rush = " The post may be too slow." if v.get("is_rush") else ""
    return _fits(f"{arrives} {by}, or it renews{_term(v)}.", rush, _closed(v))


def _decide(v: Values) -> str:
    by = _short(v, "notice_by")
    if v.get("count"):
        return f"Decide by {_short(v, 'send_by')}, or {_all(v)} renew."
    worth = _worth(v, ": {}")
    return _fits(f"Unless notice arrives by {by}, it renews{_term(v)}{worth}.", _closed(v))


def _missed(v: Values) -> str:
    if v.get("count"):
        return "Their last notice days have passed. Give notice for the next ends now."
    return f"{_short(v, 'missed')} has passed: it runs to {_short(v, 'exit')}. Give notice for then now."


def _ending(v: Values) -> str:
    day = _short(v, "ends_on")
    if v.get("count"):
        by = _short(v, "send_by")
        return f"They ended on {day}." if v.get("is_over") else f"Renew them by {by}: they end otherwise."
    said = f"It ended on {day}." if v.get("is_over") else f"It ends on {day} and does not renew by itself."
    return _fits(said, _resting(v.get("services")))


def _resting(services: Value) -> str:
    if not isinstance(services, tuple) or not services:
        return ""
    return f" {listed(services)} {'rests' if len(services) == 1 else 'rest'} on it."


def _unknown(v: Values) -> str:
    if v.get("count"):
        return (
            f"{number(v['count'])} contracts may renew unseen. A start and a notice period each are enough."
        )
    why = _UNKNOWN.get(str(v.get("field")), _UNKNOWN["notice"])
    return f"{why}{_worth(v, '; {} a year may renew unseen')}."


def _spare(v: Values) -> str:
    if v.get("count"):
        return f"They renew with more seats than anybody needs. Say so by {_short(v, 'send_by')}."
    by = f". Say so by {_short(v, 'notice_by')}" if v.get("notice_by") else ""
    return _fits(str(v["seats"]), by) + "."


def _overlap(v: Values) -> str:
    one, other = (clipped(str(v[key]), _NAME) for key in ("one", "other"))
    worth = _worth(v, "; one less saves {} a year")
    return f"{one} and {other} both pay for it{worth}."


def _rise(v: Values) -> str:
    verb = "It is to rise" if v.get("is_ahead") else "It rose"
    when = f" on {_short(v, 'rises_on')}" if v.get("rises_on") else ""
    return (
        f"{verb} {number(v['percent'])}%{when}; at most {number(v['cap'])}% was agreed"
        f"{_worth(v, ': {} a year too much')}."
    )


def _ownerless(v: Values) -> str:
    if v.get("count"):
        return f"Nobody decides whether these {number(v['count'])} contracts go on."
    return f"Nobody decides whether it goes on{_worth(v, '; {} a year')}."


def _owner_left(v: Values) -> str:
    if v.get("count"):
        return "Those who decided about them have left."
    return f"{clipped(str(v['person']), _NAME)}, who decided about it, has left{_worth(v, '; {} a year')}."


def _lines(v: Values) -> str:
    if v.get("count"):
        return f"The lines of {number(v['count'])} contracts do not come to their price."
    return f"Its lines come to {v['summed']} a year, its price says {v['said']}: {v['worth']} apart."


def _shares(v: Values) -> str:
    if v.get("count"):
        return f"The teams' shares of {number(v['count'])} contracts add up to more than the whole."
    added = f"The teams' shares add up to {number(v['percent'])}%"
    return (
        f"{added}, more than the whole."
        if v["rest"] is None
        else f"{added}; {number(v['rest'])}% stays with IT."
    )


def _gap(v: Values) -> str:
    count = v.get("count")
    on_it = f"{number(count)} services rest" if count else f"{clipped(str(v['service']), _NAME)} rests"
    return f"{on_it} on it; its support ended on {_short(v, 'ended_on')}, and no contract covers it."


SENTENCES: dict[str, Sentence] = {
    "contract-notice-due": _notice,
    "contract-decide": _decide,
    "contract-notice-missed": _missed,
    "contract-ending": _ending,
    "contract-notice-unknown": _unknown,
    "contract-seats-spare": _spare,
    "contract-overlap": _overlap,
    "contract-price-rise": _rise,
    "contract-owner-missing": _ownerless,
    "contract-owner-left": _owner_left,
    "contract-lines-differ": _lines,
    "contract-shares-differ": _shares,
    "service-support-gap": _gap,
}

TITLES: dict[str, Sentence] = {
    "contract-notice-due": _title("Give notice on {}", "Give notice on {count} contracts of {}"),
    "contract-decide": _title("Decide about {}", "Decide about {count} contracts of {}"),
    "contract-notice-missed": _title("Give late notice on {}", "Give late notice on {count} contracts of {}"),
    "contract-ending": _title("Renew {}", "Renew {count} contracts of {}"),
    "contract-notice-unknown": _title(
        "Find the notice date of {}", "Find the notice dates of {count} contracts"
    ),
    "contract-seats-spare": _title(
        "Renew {needed} of {paid} {}", "Renew fewer seats in {count} contracts of {}"
    ),
    "contract-overlap": _title("End one of two contracts for {}"),
    "contract-price-rise": _title("Dispute the new price of {}", "Dispute {count} new prices of {}"),
    "contract-owner-missing": _title("Name an owner for {}", "Name an owner for {count} contracts"),
    "contract-owner-left": _title("Name a new owner for {}", "Name a new owner for {count} contracts"),
    "contract-lines-differ": _title("Check the price of {}", "Check the prices of {count} contracts"),
    "contract-shares-differ": _title("Check the shares of {}", "Check the shares of {count} contracts"),
    "service-support-gap": _title("Get support for {}"),
}

BUTTONS: dict[str, Sentence] = {
    "contract-notice-due": lambda v: (
        f"Write {number(v['count'])} notices"
        if v.get("count")
        else _WRITES.get(str(v.get("form")), "Write the notice")
    ),
    "contract-decide": lambda v: f"Decide about {number(v['count'])}" if v.get("count") else "Keep or end it",
    "contract-notice-missed": lambda v: _WRITES.get(str(v.get("form")), "Write the notice"),
    "contract-ending": lambda v: f"Renew {number(v['count'])}" if v.get("count") else "Renew it",
    "contract-notice-unknown": lambda v: f"Fill in {number(v['count'])}" if v.get("count") else "Fill it in",
    "contract-seats-spare": lambda v: (
        "Renew fewer" if v.get("count") else f"Renew {number(v['needed'])} of {number(v['paid'])}"
    ),
    "contract-overlap": lambda _: "Compare the two",
    "contract-price-rise": lambda _: "Write to the vendor",
    "contract-owner-missing": lambda v: f"Name {number(v['count'])}" if v.get("count") else "Name the owner",
    "contract-owner-left": lambda v: f"Name {number(v['count'])}" if v.get("count") else "Name the owner",
    "contract-lines-differ": lambda _: "Correct the lines",
    "contract-shares-differ": lambda _: "Correct the shares",
    "service-support-gap": lambda _: "Ask for an offer",
}
