"""Questions: examples to begin with, and what is asked back when one is only half understood."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from fullscore.engine.findings.finding import Finding, Value
from fullscore.engine.findings.sentences_en import say
from fullscore.usecases.goals import GoalNotUnderstoodError

# A sentence longer than this is not put back into the box: it was refused for its length.
SHOWN = 500


@dataclass(frozen=True, slots=True)
class Offer:
    """A likely answer as a link: its words, and the question it makes."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is not clear, and what it probably is."""

    sentence: str
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """What was understood of a sentence, and each open question."""

    sentence: str
    understood: str | None
    questions: tuple[Question, ...]


def examples(teams: tuple[str, ...]) -> tuple[Offer, ...]:
    """Return questions the organisation could ask, with the names of its own largest teams."""
    patterns = (
        "Scale {} by 50 percent next quarter",
        "Hire 5 people in {} by 1 March",
        "Double {} next year",
    )
    plain = sorted(teams, key=lambda team: "," in team)  # a sentence with fewer commas reads better
    return tuple(_offer(pattern.format(team)) for pattern, team in zip(patterns, plain, strict=False))


def asked_back(sentence: str, refused: GoalNotUnderstoodError) -> Half:
    """Return the open questions with likely answers; each answer is the sentence with one thing settled."""
    short = sentence[:SHOWN]
    questions = tuple(Question(say(one), _offers(short, one)) for one in refused.findings)
    return Half(short, _understood(refused), questions)


def _understood(refused: GoalNotUnderstoodError) -> str | None:
    """Return what is settled already, in words: the team, the day."""
    reading = refused.reading
    parts = [f"the team {reading.team.name}"] if reading.team else []
    if reading.need_by:
        parts.append(f"by {reading.need_by:%A} {reading.need_by.day} {reading.need_by:%B %Y}")
    return f"Understood: {', '.join(parts)}." if parts else None


def _offers(sentence: str, finding: Finding) -> tuple[Offer, ...]:
    values = finding.values
    match finding.code:
        case "goal-team-unknown":
            asked = str(values["asked"])
            names = _names(values.get("near")) or _names(values.get("teams"))
            return tuple(_offer(sentence.replace(asked, name), name) for name in names)
        case "goal-team-missing":
            return tuple(_offer(f"{sentence} in {name}", name) for name in _names(values.get("teams")))
        case "goal-period-missing":
            return tuple(_offer(f"{sentence} {when}", when) for when in ("next quarter", "next month"))
        case "goal-direction-missing":
            return _directions(sentence, str(values["said"]))
        case _:
            return ()


def _directions(sentence: str, said: str) -> tuple[Offer, ...]:
    ways = (
        (f"add {said}", f"{said} more"),
        (f"reduce by {said}", f"{said} fewer"),
        (f"to {said}", f"{said} in all"),
    )
    return tuple(_offer(sentence.replace(said, words, 1), label) for words, label in ways)


def _names(value: Value) -> Iterable[str]:
    return value if isinstance(value, tuple) else ()


def _offer(sentence: str, words: str | None = None) -> Offer:
    return Offer(words or sentence, f"?{urlencode({'q': sentence})}")
