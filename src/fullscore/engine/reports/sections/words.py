"""The words of a pack in plain words: only those it uses."""

import re
from collections.abc import Iterable, Mapping

from fullscore.engine.reports.blocks import Section, Terms

# What makes a term worth explaining, the term, and what it means.
_TERMS = (
    (r"\brun\b", "Run", "What it costs to keep things going as they are."),
    (r"\bgrow\b", "Grow", "What is spent to earn more or to work faster."),
    (r"\bsecure\b", "Secure", "What is spent to lose less: to thieves, failures, fires."),
    (r"(?i)\bnotice\b", "Notice day", "The last day on which saying that we want out still counts."),
    (r"Decide by", "Decide by", "The notice day less the days deciding takes."),
    (r"renew unseen", "Renews unseen", "It goes on and costs money because nobody knew its day."),
    (r"(?i)usual year", "A usual year", "Half of all years cost less than this, half cost more."),
    (r"(?i)bad year", "A bad year", "A year so costly that only one in so many costs more."),
    (r"(?i)one year in ten", "One year in ten", "So costly a year comes once in ten years on average."),
    (r"(?i)\bexpected\b", "Expected loss", "The average of very many years."),
    (r"live with|can bear", "What you can live with", "The loss the owners said they can stand."),
    (r"after insurance", "After insurance", "What stays with us once the insurer has paid."),
    (r"Worth today", "Worth today", "What it brings less what it costs, in today's money (NPV)."),
    (r"Pays back", "Pays back after", "How long until it has brought as much as it cost."),
    (r"must be done", "Must be done", "A law or a contract asks for it; it is in whatever else is chosen."),
    (r"(?i)forecast", "Forecast", "What will be spent if all goes on as known."),
    (r"(?i)committed", "Committed", "What contracts oblige us to pay whether we use them or not."),
    (r"\bcapex\b", "Capex", "Bought to last and written off over years."),
    (r"\bopex\b", "Opex", "An expense of the year."),
    (r"FY\d\d", "FY", "The fiscal year, named by the year in which it ends."),
    (r"\bdrafted\b|\bDraft\b", "Draft", "A plan that is worked out and waits for somebody to accept it."),
    (r"without a date", "Without a date", "A change that cannot be made yet; the reason stands beside it."),
)  # fmt: skip


def section(written: Iterable[Mapping[str, object]]) -> Section:
    """Return the terms that these sections use."""
    said = "\n".join(_strings(list(written)))
    items = tuple((term, meaning) for pattern, term, meaning in _TERMS if re.search(pattern, said))
    if not items:
        return Section("words", "Words", missing="This pack uses no word that needs explaining.")
    ordered = tuple(sorted(items, key=lambda each: each[0].casefold()))
    return Section("words", "Words of this pack", None, (Terms(ordered),))


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name not in {"trace", "key", "ref", "type"}:
                yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)
