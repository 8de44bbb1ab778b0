"""From a sentence to a goal: every word is used or named; nothing is guessed."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from fullscore.engine.estate.facts import Estate
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.goals.goal import House, Reading, refusal
from fullscore.engine.goals.sentences import (
    asking,
    naming,
    phrases,
    ramps,
    sizes,
    teams,
    timespan,
    vocabulary,
    whereabouts,
)
from fullscore.engine.goals.sentences.meant import Left

LONGEST = 500
Span = tuple[int, int]
# "by 1.3." ends with a stop that belongs to the day.
_DAY_WITH_STOP = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.$")
_AT = re.compile(r"(?<!\w)(?:in|at) (?:the |our )?$")
_WORD = re.compile(r"[\w%$€£+'-]*\w[\w%'-]*|[%$€£]")


@dataclass(frozen=True, slots=True)
class _Names:
    """The periods and names of a sentence; `masked` is the rest of it, in small letters."""

    phrases: tuple[phrases.Phrase, ...]
    teams: tuple[teams.Mention, ...]
    places: tuple[whereabouts.Place, ...]
    opening: whereabouts.Opening | None
    masked: str


def read(sentence: str, *, estate: Estate, house: House) -> Reading:
    """Return what the sentence asks for; with refusals instead of a goal where that is not clear."""
    wrong = _unreadable(sentence)
    if wrong is not None:
        return Reading(sentence[:LONGEST], None, (wrong,))
    plain = _tidy(sentence)
    names = _names(plain, phrases.find(naming.without_quoted(plain), house.reckoning), estate)
    refused = _other_kind(names.masked, plain) or _turned_round(names.masked, plain)
    if refused is not None:
        return Reading(plain, None, (refused,))
    return asking.settle(_parts(plain, names, estate, house), estate, house)


def _unreadable(sentence: str) -> Finding | None:
    """Return why a text is no sentence: too long, empty, or with characters nobody can read."""
    if len(sentence) > LONGEST:
        return refusal("goal-too-long", sentence, length=len(sentence), longest=LONGEST)
    if any(
        unicodedata.category(char) in {"Cs", "Cc", "Co", "Cn"} and char not in "\t\r\n" for char in sentence
    ):
        return Finding("goal-unreadable", Subject("goals", "sentence"), {})
    if not any(char.isalnum() for char in sentence):
        return refusal("goal-empty", sentence)
    return None


def _tidy(sentence: str) -> str:
    """Return the sentence with plain spaces and quotes, and no full stop at its end."""
    text = naming.plain(sentence)
    return text if _DAY_WITH_STOP.search(text) else text.rstrip(".!? ")


def _names(sentence: str, found: tuple[phrases.Phrase, ...], estate: Estate) -> _Names:
    """Find teams, sites and what is opened; a name of both is a place where it stands like one."""
    free = _blanked(sentence, [(phrase.start, phrase.end) for phrase in found])
    opening = whereabouts.opening(free)
    outside = _blanked(free, [(opening.start, opening.end)]) if opening else free
    named = teams.mentioned(free, estate.teams)
    places = whereabouts.mentioned(outside, estate.sites)
    both = [(team, place) for team in named for place in places if _meet(team, place)]
    for team, place in both:
        if len(named) > 1 and whereabouts.is_behind_at(free, place.start):
            named = tuple(one for one in named if one is not team)
        else:
            places = tuple(one for one in places if one is not place)
    if opening and opening.name is not None:  # a plant in a place that is called like a team
        named = tuple(one for one in named if one.end <= opening.name_start or one.start >= opening.end)
    spans = [(one.start, one.end) for one in (*named, *places, *((opening,) if opening else ()))]
    return _Names(found, named, places, opening, _blanked(free, spans).lower())


def _meet(team: teams.Mention, place: whereabouts.Place) -> bool:
    return team.start < place.end and place.start < team.end


def _other_kind(masked: str, sentence: str) -> Finding | None:
    for kind, room, pattern in vocabulary.OTHER_KINDS:
        match = pattern.search(masked)
        if match is not None:
            return refusal("goal-kind-not-planned-yet", sentence, kind=kind, room=room, word=match[0])
    return None


def _turned_round(masked: str, sentence: str) -> Finding | None:
    """Refuse what hangs on a 'not' or an 'if'; 'no later than' is a period and was blanked out."""
    match = vocabulary.TURNING.search(masked)
    return None if match is None else refusal("goal-hangs-on-a-word", sentence, word=match[0])


def _parts(sentence: str, names: _Names, estate: Estate, house: House) -> asking.Parts:
    timed, until = timespan.apart(names.phrases)
    ramp = ramps.find(names.masked, timed)
    masked = _blanked(names.masked, ramp.spans) if ramp else names.masked
    amounts = sizes.sizes(masked)
    masked = _blanked(masked, ((amount.start, amount.end) for amount in amounts))
    ups, downs = _spans(vocabulary.UP, masked), _spans(vocabulary.DOWN, masked)
    downs_only = tuple(up for up in ups if not any(_within(up, down) for down in downs))
    masked = _blanked(masked, (*ups, *downs))
    words = tuple(span for span in _spans(_WORD, masked) if masked[slice(*span)] not in vocabulary.JOINING)
    # Job titles are looked through only where no team is named.
    roles = teams.by_role(sentence, words, estate.people, estate.teams, house.on) if words else ()
    used = {(role.start, role.end) for role in roles}
    return asking.Parts(
        sentence=sentence, timed=timed, until=until, teams=names.teams, roles=roles, places=names.places,
        opening=names.opening, amounts=amounts, ramp=ramp, is_up=bool(downs_only), is_down=bool(downs),
        is_temporary=vocabulary.TEMPORARY.search(names.masked) is not None,
        left=_joined(sentence, [span for span in words if span not in used]),
    )  # fmt: skip


def _spans(pattern: "re.Pattern[str]", text: str) -> tuple[Span, ...]:
    return tuple(match.span() for match in pattern.finditer(text))


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _blanked(text: str, spans: Iterable[Span]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _joined(sentence: str, spans: list[Span]) -> tuple[Left, ...]:
    """Return left-over words as people wrote them, neighbours together."""
    groups: list[Span] = []
    for start, end in spans:
        if groups and not sentence[groups[-1][1] : start].strip():
            groups[-1] = (groups[-1][0], end)
        else:
            groups.append((start, end))
    return tuple(Left(sentence[start:end], _is_behind_at(sentence[:start])) for start, end in groups)


def _is_behind_at(before: str) -> bool:
    return _AT.search(before.lower()) is not None
