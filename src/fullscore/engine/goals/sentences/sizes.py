"""How many: percent, more or fewer, to a number, from a number to a number, double, half."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from fullscore.engine.goals.sentences.numbers import NUMBER, value_of


class Size(StrEnum):
    """In which way a sentence says how many."""

    PERCENT = "percent"
    CHANGE = "change"
    TARGET = "target"
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Amount:
    """One reading of 'how many'; `stated_from` is the present number as the sentence believes it."""

    size: Size
    value: Fraction
    start: int
    end: int
    stated_from: Fraction | None = None
    direction: int = 0


_NOUN = r"(?:people|persons?|heads?|staff|employees?|workers?|hires?|members?|colleagues?|users?|fte|ftes)"
_MORE = r"(?:more|additional|new|extra|further|another|temporary|seasonal|full[- ]time|part[- ]time)"
_FEWER = r"(?:fewer|less)"
_FACTORS: dict[str, int | Fraction] = {
    "double": 2, "doubling": 2, "doubled": 2, "twice": 2, "triple": 3, "tripling": 3, "tripled": 3,
    "quadruple": 4, "halve": Fraction(1, 2), "halving": Fraction(1, 2), "in half": Fraction(1, 2),
}  # fmt: skip
_PARTS: dict[str, int | Fraction] = {
    "half": 50, "a half": 50, "one half": 50, "a third": Fraction(100, 3), "one third": Fraction(100, 3),
    "two thirds": Fraction(200, 3), "a quarter": 25, "one quarter": 25, "three quarters": 75, "a fifth": 20,
}  # fmt: skip
_BY_LENGTH = "|".join(sorted(_PARTS, key=len, reverse=True))
_FROM_TO = re.compile(
    rf"from (?P<a>{NUMBER})(?: {_NOUN})? (?:up |down )?to (?P<b>{NUMBER})(?: {_NOUN})?(?!\w)"
)
_PERCENT = re.compile(
    rf"(?:by |an? )?(?P<plus>\+ ?)?(?P<n>{NUMBER})[ -]?(?:%|percent|per cent|pct)"
    rf"(?: (?P<more>{_MORE})| (?P<fewer>{_FEWER}))?(?!\w)"
)
_TARGET = re.compile(
    rf"(?:to|reach|be|total of|totalling) (?:an? )?(?:(?:total|headcount|team|size) of )?(?P<n>{NUMBER})"
    rf"(?: {_NOUN})?(?: in total)?(?!\w)(?! (?:{_MORE}|{_FEWER})\b)"
)
_FACTOR = re.compile(rf"\b(?P<word>{'|'.join(_FACTORS)})\b")
# "by half", "half again", "a third of", "half the"; alone these words are steps or nothing.
_SHARE = re.compile(
    rf"(?<!\w)(?:by (?P<by>{_BY_LENGTH})|(?P<again>half) again"
    rf"|(?P<of>{_BY_LENGTH})(?: of|(?= (?:the|our))))(?!\w)"
)
_ONE = re.compile(rf"(?:an?|another)(?: {_MORE})? (?:person|employee|worker|colleague|member)(?!\w)")
_CHANGE = re.compile(
    rf"(?:by |another )?(?P<plus>\+ ?)?(?P<n>{NUMBER})(?:(?P<more>(?: {_MORE})+)|(?: (?P<fewer>{_FEWER})))?"
    rf"(?: {_NOUN})?(?!\w)"
)


def sizes(masked: str) -> tuple[Amount, ...]:
    """Return every 'how many' in lower-case text from which periods and teams have been blanked out."""
    found: list[Amount] = []
    for reader in (_from_to, _percent, _factor, _target, _change):
        for amount in reader(masked):
            found.append(amount)
            masked = masked[: amount.start] + " " * (amount.end - amount.start) + masked[amount.end :]
    return tuple(sorted(found, key=lambda amount: amount.start))


def _from_to(text: str) -> list[Amount]:
    return [
        Amount(Size.TARGET, value_of(match["b"]), *match.span(), stated_from=value_of(match["a"]))
        for match in _FROM_TO.finditer(text)
    ]


def _percent(text: str) -> list[Amount]:
    found = [
        Amount(Size.PERCENT, value_of(match["n"]), *match.span(), direction=_direction(match))
        for match in _PERCENT.finditer(text)
    ]
    for match in _SHARE.finditer(text):
        part = match["by"] or match["again"] or match["of"]
        found.append(Amount(Size.PERCENT, Fraction(_PARTS[part]), *match.span()))
    return found


def _factor(text: str) -> list[Amount]:
    matches = _FACTOR.finditer(text)
    return [Amount(Size.FACTOR, Fraction(_FACTORS[match["word"]]), *match.span()) for match in matches]


def _target(text: str) -> list[Amount]:
    return [Amount(Size.TARGET, value_of(match["n"]), *match.span()) for match in _TARGET.finditer(text)]


def _change(text: str) -> list[Amount]:
    found = [
        Amount(Size.CHANGE, value_of(match["n"]), *match.span(), direction=_direction(match))
        for match in _CHANGE.finditer(text)
    ]
    return found + [Amount(Size.CHANGE, Fraction(1), *match.span()) for match in _ONE.finditer(text)]


def _direction(match: "re.Match[str]") -> int:
    return 1 if match["more"] or match["plus"] else -1 if match["fewer"] else 0
