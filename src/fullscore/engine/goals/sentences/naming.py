"""Names of teams and sites within a sentence: the longest wins, quotes settle every doubt."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from fullscore.engine.estate.facts import SiteFact, TeamFact

F = TypeVar("F", TeamFact, SiteFact)
QUOTED = r'"[^"]+"'
_QUOTED = re.compile(QUOTED)
# Names as short as this are also words; they count only in the register's own letters.
SHORT = 2
# Quotes, hyphens and minus signs as word processors set them.
_TYPED = str.maketrans(
    {0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"', 0x201E: '"', 0x2212: "-", 0x2011: "-"}
)
_SUFFIX = re.compile(r"\s+(?:team|department|dept|group|crew|unit)$")


def mentions(sentence: str, facts: Iterable[F], tail: str) -> tuple[tuple[F, int, int], ...]:
    """Return what of a register a sentence names, in its order, with the words that may follow a name."""
    text = sentence.lower()
    found: list[tuple[F, int, int]] = []
    # Most registers hold few names that stand in a sentence; only those are searched for as words.
    names = [(name, fact) for fact in facts for name in _names(fact) if name in text]
    for name, fact in sorted(names, key=lambda pair: (-len(pair[0]), pair[1].ref)):
        for match in re.finditer(
            rf'(?<![\w"])(?:"{re.escape(name)}"|{re.escape(name)}{tail})(?![\w"])', text
        ):
            written = sentence[match.start() : match.end()]
            if not written.startswith('"') and not _is_meant(written[: len(name)], fact.name):
                continue  # "it" is no team, "IT" is
            if not any(start < match.end() and match.start() < end for _, start, end in found):
                found.append((fact, match.start(), match.end()))
    return tuple(sorted(found, key=lambda one: one[1:]))


def _is_meant(written: str, name: str) -> bool:
    return len(written) > SHORT or written in {name, name.upper()}


def plain(text: str) -> str:
    """Return a text with plain spaces, quotes and hyphens; each letter as long as its lower case."""
    # A letter whose lower case is longer would shift every place behind it.
    short = "".join(char if len(char.lower()) == 1 else char.lower()[0] for char in text)
    return " ".join(unicodedata.normalize("NFKC", short).translate(_TYPED).split())


def without_quoted(text: str) -> str:
    """Return a text of the same length with nothing between its quotes."""
    return _QUOTED.sub(lambda match: '"' + " " * (len(match[0]) - 2) + '"', text)


def quotable(name: str) -> str:
    """Return a name as it may stand between quotes."""
    return plain(name).replace('"', "'")


def _names(fact: TeamFact | SiteFact) -> frozenset[str]:
    full = quotable(fact.name).lower()
    ref = fact.ref.lower()
    return frozenset(name for name in (full, _SUFFIX.sub("", full), ref, ref.replace("-", " ")) if name)
