"""Limits that cannot hold together: each in words, with the way to where it stands."""

from dataclasses import dataclass

from django.urls import reverse

from fullscore.web.budget.reading import Document, in_words


@dataclass(frozen=True, slots=True)
class Rule:
    sentence: str
    address: str


@dataclass(frozen=True, slots=True)
class Clash:
    title: str
    lead: str
    rules: tuple[Rule, ...]


def show(document: Document | None, org: str) -> Clash | None:
    """Return the clash of a document in words; None where everything can hold."""
    if document is None:
        return None
    rules = tuple(Rule(each["sentence"], _address(each, org)) for each in document["rules"])
    if len(rules) == 1:
        return Clash("This cannot be kept", "No choice keeps it. Change it and there is one.", rules)
    many = in_words(len(rules))
    certain = "Drop any one and there is a choice." if document["is_proven"] else "Dropping one may do."
    lead = f"These {many} cannot hold together. {certain}"
    return Clash("No choice keeps all limits", lead, rules)


def _address(rule: Document, org: str) -> str:
    register, ref = rule["register"], rule["ref"]
    if register == "limits":
        # A limit of the engine may come of several rows: all of them are shown.
        return reverse("register-list", args=(org, "budget", "limits"))
    return reverse("register-row", args=(org, "budget", register, ref))
