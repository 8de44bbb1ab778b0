"""Currencies as people write them, and their three letters."""

import re

_SIGNED = {
    "$": "", "kr": "", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN", "fr": "CHF",
    "fr.": "CHF", "us$": "USD", "a$": "AUD", "c$": "CAD", "ca$": "CAD", "au$": "AUD", "sfr": "CHF",
    "₺": "TRY", "kč": "CZK",
}  # fmt: skip
_NAMED = {
    "euro": "EUR", "euros": "EUR", "us dollar": "USD", "us dollars": "USD", "dollar": "", "dollars": "",
    "u.s. dollar": "USD", "pound": "GBP", "pounds": "GBP", "pound sterling": "GBP",
    "british pound": "GBP", "sterling": "GBP", "swiss franc": "CHF", "swiss francs": "CHF",
    "schweizer franken": "CHF", "franken": "CHF", "canadian dollar": "CAD", "australian dollar": "AUD",
    "yen": "JPY", "us-dollar": "USD", "britisches pfund": "GBP", "pfund": "GBP", "złoty": "PLN",
    "zloty": "PLN", "rupee": "INR", "indian rupee": "INR", "united states dollar": "USD",
    "swedish krona": "SEK", "danish krone": "DKK", "norwegian krone": "NOK",
}  # fmt: skip
_CODE = re.compile(r"[A-Za-z]{3}")


def code(text: str) -> str | None:
    """Return the three letters; None where the word names no country's money, as a bare dollar sign does."""
    word = " ".join(text.casefold().split())
    found = {**_SIGNED, **_NAMED}.get(word)
    if found is not None:
        return found or None
    lead = _CODE.match(text.strip())
    return (
        lead.group().upper()
        if lead and (len(word) == lead.end() or not text.strip()[lead.end()].isalpha())
        else None
    )


def is_shared(text: str) -> bool:
    """Say whether a word is of several countries' money, as a bare dollar sign is."""
    word = " ".join(text.casefold().split())
    return {**_SIGNED, **_NAMED}.get(word) == ""
