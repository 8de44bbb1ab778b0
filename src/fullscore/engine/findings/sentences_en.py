"""English: the sentence for each finding code, as a function of the finding's values.

Each room keeps its own dictionary in `english/`; this module only brings them together.
"""

from fullscore.engine.findings.english import (
    accounts,
    bills,
    budget,
    changes,
    decisions,
    deeds,
    digests,
    estate,
    goals,
    goals_sentences,
    graph,
    host,
    imports,
    living,
    pairs,
    plans,
    prices,
    registers,
    reports,
    risk,
    scheduling,
    settings,
    today,
    vendors,
)
from fullscore.engine.findings.english.words import Sentence
from fullscore.engine.findings.finding import Finding

SENTENCES: dict[str, Sentence] = {
    **accounts.SENTENCES,
    **bills.SENTENCES,
    **budget.SENTENCES,
    **changes.SENTENCES,
    **decisions.SENTENCES,
    **deeds.SENTENCES,
    **digests.SENTENCES,
    **estate.SENTENCES,
    **goals.SENTENCES,
    **goals_sentences.SENTENCES,
    **graph.SENTENCES,
    **host.SENTENCES,
    **imports.SENTENCES,
    **living.SENTENCES,
    **pairs.SENTENCES,
    **plans.SENTENCES,
    **prices.SENTENCES,
    **registers.SENTENCES,
    **reports.SENTENCES,
    **risk.SENTENCES,
    **scheduling.SENTENCES,
    **settings.SENTENCES,
    **today.SENTENCES,
    **vendors.SENTENCES,
}


def say(finding: Finding) -> str:
    """Return the finding's sentence; raises `KeyError` for a code that has none."""
    return SENTENCES[finding.code](finding.values)
