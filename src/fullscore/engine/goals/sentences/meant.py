"""Which team and which site are meant; a name nobody knows is a question with the nearest names."""

from collections.abc import Sequence
from dataclasses import dataclass

from fullscore.engine.estate.facts import Estate, SiteFact, TeamFact
from fullscore.engine.findings.finding import Finding
from fullscore.engine.goals import matching
from fullscore.engine.goals.goal import refusal
from fullscore.engine.goals.sentences import whereabouts
from fullscore.engine.goals.sentences.teams import Mention
from fullscore.engine.goals.sentences.whereabouts import Opening, Place

MOST_NAMED = 8
# People of a new site, or for a season, where no team is named: as the organisation is made up.
EVERYBODY = TeamFact("", "everybody")


@dataclass(frozen=True, slots=True)
class Left:
    """Words nobody used, neighbours together; `is_behind_at` says that a place would stand here."""

    words: str
    is_behind_at: bool = False


def team(
    sentence: str,
    named: Sequence[Mention],
    left: Sequence[Left],
    estate: Estate,
    *,
    opening: Opening | None,
    is_temporary: bool,
) -> TeamFact | Finding:
    """Return the team the sentence names, or a question.

    Without a team a new site is for everybody; so are people for a season when no word is left that may be
    a team's name.
    """
    found = {one.team.ref: one.team for one in named}
    if len(found) > 1:
        return refusal("goal-names-two-teams", sentence, teams=tuple(team.name for team in found.values()))
    if found:
        return next(iter(found.values()))
    names = tuple(team.name for team in estate.teams)
    near = _nearest(left, names)
    if near is None and opening is not None and (opening.is_opened or opening.name):
        return EVERYBODY
    if is_temporary and not left:
        return EVERYBODY
    return _which_team(sentence, near, left, names)


def _which_team(
    sentence: str, near: tuple[str, tuple[str, ...]] | None, left: Sequence[Left], names: tuple[str, ...]
) -> Finding:
    if near is not None:
        return refusal("goal-team-unknown", sentence, asked=near[0], near=near[1])
    # Words where a place stands are asked about as a place.
    unknown = [one.words for one in left if not one.is_behind_at]
    if unknown and names:
        return refusal("goal-team-unknown", sentence, asked=unknown[0], near=(), teams=names[:MOST_NAMED])
    return refusal("goal-team-missing", sentence, teams=names[:MOST_NAMED])


def _nearest(left: Sequence[Left], names: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """Return the word that looks most like a known name, with the names it looks like."""
    words = dict.fromkeys(word for one in left for word in (one.words, *one.words.split()))
    near = [(word, found) for word in words if (found := matching.near_misses(word, names))]
    return max(near, key=lambda pair: matching.likeness(pair[0], pair[1][0]), default=None)


def site(
    sentence: str, places: Sequence[Place], opening: Opening | None, left: Sequence[Left], estate: Estate
) -> SiteFact | Finding | None:
    """Return where new people sit, None where the sentence leaves that to the team's sites."""
    if opening is not None and (opening.is_opened or opening.name):
        return _new(sentence, opening, estate)
    found = {one.site.ref: one.site for one in places}
    if len(found) > 1:
        return refusal("goal-names-two-sites", sentence, sites=tuple(one.name for one in found.values()))
    return next(iter(found.values())) if found else _unknown(sentence, left, estate)


def _new(sentence: str, opening: Opening, estate: Estate) -> SiteFact | Finding:
    if opening.name is None:
        return refusal("goal-site-unnamed", sentence)
    fact = whereabouts.fact_of(opening.name)
    known = next((one for one in estate.sites if _is_same(one, fact)), None)
    if known is None:
        return fact
    return refusal("goal-site-exists", sentence, site=known.name) if opening.is_opened else known


def _is_same(known: SiteFact, asked: SiteFact) -> bool:
    return known.ref.lower() == asked.ref or known.name.lower() == asked.name.lower()


def _unknown(sentence: str, left: Sequence[Left], estate: Estate) -> Finding | None:
    """Ask about a place nobody knows: it looks like a known one, or is written like a name."""
    names = tuple(one.name for one in estate.sites)
    behind = tuple(one for one in left if one.is_behind_at)
    near = _nearest(behind, names)
    if near is not None:
        return refusal("goal-site-unknown", sentence, asked=near[0], near=near[1])
    named = next((one.words for one in behind if one.words[:1].isupper() and not one.words.isupper()), None)
    if named is None or not names:
        return None
    return refusal("goal-site-unknown", sentence, asked=named, near=(), sites=names[:MOST_NAMED])
