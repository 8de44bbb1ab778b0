"""The closed words of contracts, and how people write them; English and German."""

import re
from collections.abc import Mapping

from fullscore.importing.vocabularies import answers

RENEWALS = ("tacit", "express", "none")
_RENEWAL: Mapping[str, tuple[str, ...]] = {
    "tacit": (
        "tacit", "evergreen", "automatic", "automatically", "auto", "auto-renew", "auto-renews",
        "auto renew", "auto renews", "auto-renewal", "auto renewal", "rolling", "stillschweigend",
        "automatisch", "stillschweigende verlängerung",
    ),
    "express": (
        "express", "expressly", "manual", "manually", "manual renewal", "by agreement", "on request",
        "opt-in", "opt in", "must be renewed", "ausdrücklich", "manuell", "auf antrag",
        "nach vereinbarung",
    ),
    "none": (
        "ends", "ends by itself", "does not renew", "non-renewing", "fixed", "fixed term", "no renewal",
        "endet", "endet automatisch", "befristet", "keine verlängerung",
    ),
}  # fmt: skip
RENEWAL_WORDS = {
    **{word: {"yes": "tacit", "no": "none"}[said] for word, said in answers.WORDS.items()},
    **{word: ours for ours, theirs in _RENEWAL.items() for word in theirs},
}
FORMS = ("letter", "e-mail", "web page", "phone")
FORM_WORDS = {
    word: ours
    for ours, theirs in {
        "letter": ("letter", "written", "in writing", "post", "mail", "registered mail", "certified mail",
                   "brief", "schriftlich", "einschreiben", "per post"),
        "e-mail": ("e-mail", "email", "by email", "by e-mail", "textform", "per e-mail", "per mail"),
        "web page": ("web page", "portal", "online", "web", "admin center", "self service", "webseite",
                     "im portal"),
        "phone": ("phone", "by phone", "call", "telefon", "telefonisch"),
    }.items()
    for word in theirs
}  # fmt: skip
PAYMENTS = ("invoice", "direct debit", "card", "transfer", "cheque")
PAYMENT_WORDS = {
    word: ours
    for ours, theirs in {
        "invoice": ("invoice", "invoiced", "on invoice", "net 30", "po", "purchase order", "rechnung",
                    "auf rechnung"),
        "direct debit": ("direct debit", "ach", "ach debit", "sepa", "autopay", "auto-pay", "lastschrift",
                         "sepa-lastschrift", "bankeinzug", "einzug"),
        "card": ("card", "credit card", "p-card", "corporate card", "cc", "visa", "mastercard", "amex",
                 "kreditkarte", "karte"),
        "transfer": ("transfer", "wire", "wire transfer", "bank transfer", "eft", "überweisung"),
        "cheque": ("cheque", "check", "scheck"),
    }.items()
    for word in theirs
}  # fmt: skip
INTENTS = ("keep", "change", "end")
INTENT_WORDS = {
    word: ours
    for ours, theirs in {
        "keep": ("keep", "renew", "extend", "stay", "continue", "retain", "behalten", "verlängern"),
        "change": ("change", "renegotiate", "negotiate", "reduce", "downgrade", "replace", "switch",
                   "ändern", "verhandeln", "ersetzen"),
        "end": ("end", "cancel", "terminate", "drop", "stop", "do not renew", "don't renew", "let it end",
                "kündigen", "beenden"),
    }.items()
    for word in theirs
}  # fmt: skip
KINDS = (
    "subscription", "circuit", "maintenance", "insurance", "domain", "certificate", "warranty", "lease",
    "other",
)  # fmt: skip
_KIND: Mapping[str, str] = {
    "lease": r"leas(?:e|ing)|rental|miete|mietvertrag",
    "domain": r"domain",
    "certificate": r"certificate|zertifikat|ssl|tls",
    "insurance": r"insurance|versicherung",
    "warranty": r"warrant(?:y|ies)|garantie",
    "circuit": (
        r"circuit|internet|fibre|fiber|broadband|leased line|mpls|sd-?wan|glasfaser|leitung|standleitung"
        r"|telephony|phone lines?|telefonanschluss|anschluss"
    ),
    "maintenance": r"maintenance|support|wartung|pflege|wartungsvertrag|service contract|supportvertrag",
    "subscription": r"subscriptions?|saas|licen[cs]es?|licensing|software|abonnement|abo|lizenz|cloud",
}
_IN_A_NAME = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for kind, words in _KIND.items()}
_KIND_NAMES: Mapping[str, tuple[str, ...]] = {
    "subscription": (
        "saas", "software", "license", "licence", "software license", "subscription agreement", "abonnement",
        "abo", "lizenz",
    ),
    "circuit": ("internet", "telecom", "connectivity", "isp", "line", "leitung"),
    "maintenance": (
        "support", "service contract", "maintenance agreement", "managed service", "wartung", "pflege",
        "wartungsvertrag",
    ),
    "lease": ("leasing", "rental", "leasingvertrag", "miete", "mietvertrag"),
    "insurance": ("versicherung", "policy"),
    "certificate": ("ssl", "tls", "zertifikat", "ssl certificate"),
    "warranty": ("garantie", "extended warranty"),
    "other": ("misc", "sonstige", "sonstiges", "nda", "msa"),
}  # fmt: skip
KIND_WORDS = {
    **{kind: kind for kind in KINDS},
    **{word: kind for kind, words in _KIND_NAMES.items() for word in words},
}


def kind_of(name: str) -> str | None:
    """Return the kind of contract that a name gives away, the more telling word first."""
    return next((kind for kind, form in _IN_A_NAME.items() if form.search(name)), None)
