"""The case as it is frozen: the finding's document, and the same in plain words."""

from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.engine.money.amounts import words
from fullscore.store.models import KeptFinding

# What a person must see to decide; the rest of the document is for machines.
_SEEN = (
    "code", "title", "sentence", "act_by", "cost_of_waiting", "at_stake", "basis", "whose", "reason",
    "trace", "cost_trace", "missing",
)  # fmt: skip


def content(row: KeptFinding, currency: str, on: date) -> dict[str, Any]:
    """Return {"on", "currency", "document", "text"}: all that will be shown, whatever changes later."""
    document = {name: row.document.get(name) for name in _SEEN}
    document["parts"] = [{name: part.get(name) for name in _SEEN} for part in row.document.get("parts") or ()]
    return {
        "on": on.isoformat(), "currency": currency, "document": document, "text": _text(document, currency)
    }  # fmt: skip


def _text(document: dict[str, Any], currency: str) -> str:
    """Return the case as lines of plain text, as the register of decisions keeps it."""
    lines = [document["title"] or document["sentence"], document["sentence"]]
    if document["act_by"]:
        day = date.fromisoformat(document["act_by"])
        lines.append(f"By {day:%A} {day.day} {day:%B %Y}.")
    lines += _amounts(document, currency)
    lines += [f"- {part['sentence']}" for part in document["parts"]]
    return "\n".join(str(line) for line in lines if line)


def _amounts(document: dict[str, Any], currency: str) -> list[str]:
    told = []
    if document["cost_of_waiting"] is not None:
        amount = words(Decimal(document["cost_of_waiting"]), currency)
        told.append(f"Left for a week it costs {amount} ({document['basis']}).")
    else:
        told.append("What a week of waiting costs is not known.")
    if document["at_stake"] is not None:
        told.append(f"At stake: {words(Decimal(document['at_stake']), currency)}.")
    if document["whose"]:
        told.append(f"The figure is from {document['whose']}.")
    return told
