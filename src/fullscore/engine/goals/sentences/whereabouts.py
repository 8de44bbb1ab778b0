"""Where new people sit: a site the sentence names, or one that is about to be opened."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fullscore.engine.estate.facts import SiteFact
from fullscore.engine.goals.sentences import naming

_KIND = (
    r"(?:sites?|plants?|offices?|branch(?:es)?|warehouses?|locations?|shops?|stores?|clinics?|factor(?:y|ies)|"
    r"hubs?|depots?|outlets?|showrooms?|yards?|workshops?|practices?|surger(?:y|ies)|facilit(?:y|ies))"
)
_ORDER = r"(?:new|second|third|fourth|fifth|sixth|another|additional|further|extra)"
_OPEN = r"(?:open(?:s|ing)?(?: up)?|start(?:s|ing)?|launch(?:es|ing)?|set(?:ting)? up|build(?:s|ing)?)"
# A kind of place may carry one word of its own: "a second sales office".
_OPENING = re.compile(
    rf"(?<!\w)(?:(?P<verb>{_OPEN})(?: (?:an?|the|our|one))?(?: {_ORDER})?|(?:(?:an?|the|our) )?{_ORDER})"
    rf"(?: [a-z]+)?? {_KIND}(?: {_KIND})?(?!\w)"
)
_BEFORE_NAME = re.compile(r"\s*,?\s*(?:in|at|near|called|named)\s+(?:the )?")
_CAPITAL, _SMALL = r"[^\W\d_a-z][\w'.-]*", r"[^\W\d_][\w'.-]*"
# "Erie", "New York", "Rio de Janeiro"; in small letters as far as a word that cannot belong to a name.
_NAME = re.compile(
    rf"{naming.QUOTED}|{_CAPITAL}(?: (?:(?:de|do|la|le|of|upon|am|der) )*{_CAPITAL})*"
    rf"|{_SMALL}(?: {_SMALL}){{0,2}}(?=\s+(?:with|for|staffed)\b|\s*[,;:]|\s{{2}}|\s*$)|{_SMALL}"
)
_AT = re.compile(r"(?:in|at|for|to|of)\s+(?:the\s+|our\s+)?$")
_TAIL = rf"(?:'s)?(?: {_KIND})?"
_ONES = re.compile(r"\bones\s+(?:sit\s+)?(?:in|at)\s+(?:the\s+|our\s+)?$")


@dataclass(frozen=True, slots=True)
class Place:
    """A site named in a sentence, and where. `is_for_new` says that only the new people sit there."""

    site: SiteFact
    start: int
    end: int
    is_for_new: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """A place about to be opened: its name as written (None where the sentence has none), and its words."""

    name: str | None
    start: int
    end: int
    name_start: int
    is_opened: bool


def mentioned(sentence: str, sites: Iterable[SiteFact]) -> tuple[Place, ...]:
    """Return the known sites a sentence names, in its order."""
    found = naming.mentions(sentence, sites, _TAIL)
    return tuple(
        Place(site, start, end, _ONES.search(sentence[:start].lower()) is not None)
        for site, start, end in found
    )


def is_behind_at(sentence: str, start: int) -> bool:
    """Return whether the words before a place say that it is one: in, at, for the."""
    return _AT.search(sentence[:start].lower()) is not None


def opening(free: str) -> Opening | None:
    """Return what is to be opened in a sentence whose periods are blanked out."""
    # What stands between quotes is a name, whatever its words are.
    match = _OPENING.search(naming.without_quoted(free.lower()))
    if match is None:
        return None
    is_opened = match["verb"] is not None
    before = _BEFORE_NAME.match(free.lower(), match.end())
    name = before and _NAME.match(free, before.end())
    if not name:
        return Opening(None, *match.span(), match.end(), is_opened)
    return Opening(_written(name[0]), match.start(), name.end(), name.start(), is_opened)


def _written(name: str) -> str:
    """Return a place's name as it is written elsewhere: without quotes, with a capital letter."""
    if name.startswith('"'):
        return name.strip('"')
    return name.title() if name.islower() else name


def fact_of(name: str) -> SiteFact:
    """Return a site that is in no register yet."""
    return SiteFact("-".join(re.findall(r"\w+", name.lower())), name)
