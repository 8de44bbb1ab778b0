"""The head of Today: the answer, the hours it takes of those that are free, and what a week costs."""

from decimal import Decimal
from typing import Any, cast

from django.utils.safestring import SafeString

from fullscore.usecases.today import KeptLine, Today
from fullscore.usecases.today.values import Document
from fullscore.web.goals import markup
from fullscore.web.templatetags.words import money
from fullscore.web.today import saying, sums

_MOST_DROPPED = 3


def context(found: Today) -> dict[str, object]:
    return {
        "title": saying.title(found),
        "hours": saying.hours(found.hours),
        "free": saying.free_hours(found.free) if found.free is not None else "",
        "free_sum": _free(found),
        "cost": money(found.cost, found.currency) if found.cost else "",
        "cost_sum": _cost(found),
        "is_cost_of_all": any(line.cost for line in found.rest),
        "unpriced": found.unpriced,
        "to_drop": _to_drop(found),
    }


def _free(found: Today) -> SafeString:
    return _sum(found.free_trace, found.currency, "free this week")


def _cost(found: Today) -> SafeString:
    few = f"; {found.unpriced:,} not priced" if found.unpriced else ""
    named = _named(found, found.cost_trace) if found.cost_trace else None
    return _sum(named, found.currency, f"one more week{few}")


def _named(found: Today, trace: Document) -> Document:
    """Return the sum with each line of this week under its title, and all later ones as one."""
    titles = {f"{one.code} {one.register} {one.ref}": one.document.get("title") for one in found.lines}
    parts = [part for part in cast("list[dict[str, Any]]", trace["args"]) if part["value"]]
    shown = [{**part, "note": titles[part["note"]]} for part in parts if titles.get(part["note"])]
    later = [part for part in parts if not titles.get(part["note"])]
    if later:
        together = sum(Decimal(str(part["value"])) for part in later)
        shown.append({**later[0], "value": together, "note": f"{len(later)} more, after this week"})
    return {**trace, "args": shown}


def _sum(trace: Document | None, currency: str, words: str) -> SafeString:
    return markup.lines(sums.lines(trace, currency, words)) if trace else SafeString("")


def _to_drop(found: Today) -> tuple[KeptLine, ...]:
    """Return the lines that could be let go first when it is more than a week."""
    wanted = set(found.to_drop)
    return tuple(line for line in found.lines if line.id in wanted)[:_MOST_DROPPED]
