"""From a sentence to a goal: every word is used or named; nothing is guessed."""

import re
import unicodedata
from collections.abc import Iterable

from fullscore.engine.estate.facts import Estate
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.goals import asking, phrases, sizes, teams, vocabulary
from fullscore.engine.goals.goal import House, Reading, refusal

LONGEST = 500
Span = tuple[int, int]
_WORD = re.compile(r"[\w%$€£+'-]*\w[\w%'-]*|[%$€£]")


def read(sentence: str, *, estate: Estate, house: House) -> Reading:
    """Return what the sentence asks for; with refusals instead of a goal where that is not clear."""
    wrong = _unreadable(sentence)
    if wrong is not None:
        return Reading(sentence[:LONGEST], None, (wrong,))
    plain = _tidy(sentence)
    found = phrases.find(plain, house.reckoning)
    refused = _other_kind(plain) or _turned_round(_blanked(plain, _spans_of(found)), plain)
    if refused is not None:
        return Reading(plain, None, (refused,))
    return asking.settle(_parts(plain, found, estate, house), estate, house)


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
    # A letter whose lower case is longer would shift every place behind it.
    short = "".join(char if len(char.lower()) == 1 else char.lower()[0] for char in sentence)
    text = unicodedata.normalize("NFKC", short).replace("\u2019", "'").replace("\u2212", "-")
    return " ".join(text.split()).rstrip(".!? ")


def _other_kind(sentence: str) -> Finding | None:
    text = sentence.lower()
    for kind, room, pattern in vocabulary.OTHER_KINDS:
        match = pattern.search(text)
        if match is not None:
            return refusal("goal-kind-not-planned-yet", sentence, kind=kind, room=room, word=match[0])
    return None


def _turned_round(masked: str, sentence: str) -> Finding | None:
    """Refuse what hangs on a 'not' or an 'if'; 'no later than' is a period and was blanked out."""
    match = vocabulary.TURNING.search(masked.lower())
    return None if match is None else refusal("goal-hangs-on-a-word", sentence, word=match[0])


def _spans_of(found: Iterable[phrases.Phrase]) -> list[Span]:
    return [(phrase.start, phrase.end) for phrase in found]


def _parts(sentence: str, found: tuple[phrases.Phrase, ...], estate: Estate, house: House) -> asking.Parts:
    free = _blanked(sentence, _spans_of(found))
    named = teams.mentioned(free, estate.teams)
    masked = _blanked(free, ((one.start, one.end) for one in named)).lower()
    amounts = sizes.sizes(masked)
    masked = _blanked(masked, ((amount.start, amount.end) for amount in amounts))
    ups, downs = _spans(vocabulary.UP, masked), _spans(vocabulary.DOWN, masked)
    downs_only = tuple(up for up in ups if not any(_within(up, down) for down in downs))
    masked = _blanked(masked, (*ups, *downs))
    words = tuple(span for span in _spans(_WORD, masked) if masked[slice(*span)] not in vocabulary.JOINING)
    roles = teams.by_role(sentence, words, estate.people, estate.teams, house.on)
    used = {(role.start, role.end) for role in roles}
    return asking.Parts(
        sentence=sentence, phrases=found, teams=named, roles=roles, amounts=amounts,
        is_up=bool(downs_only), is_down=bool(downs),
        is_temporary=vocabulary.TEMPORARY.search(sentence.lower()) is not None,
        left_over=_joined(sentence, [span for span in words if span not in used]),
    )  # fmt: skip


def _spans(pattern: "re.Pattern[str]", text: str) -> tuple[Span, ...]:
    return tuple(match.span() for match in pattern.finditer(text))


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _blanked(text: str, spans: Iterable[Span]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _joined(sentence: str, spans: list[Span]) -> tuple[str, ...]:
    """Return left-over words as people wrote them, neighbours together."""
    groups: list[Span] = []
    for start, end in spans:
        if groups and not sentence[groups[-1][1] : start].strip():
            groups[-1] = (groups[-1][0], end)
        else:
            groups.append((start, end))
    return tuple(sentence[start:end] for start, end in groups)
