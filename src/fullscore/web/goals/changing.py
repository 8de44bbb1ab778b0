"""The form that changes what was understood: filled from the plan, read back into a sentence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from fullscore.engine.goals.sentences import canonical
from fullscore.engine.registers.access import Right
from fullscore.usecases.goals import PlanDocument
from fullscore.usecases.policy import MemberRequest
from fullscore.web.goals.asking import Half, Question
from fullscore.web.goals.understood import NEW_SITE, named

STEPS = 6
LONGEST_NAME, MOST_DIGITS = 200, 6
# What a plan calls the people of a new site when no team was named.
EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a ramp as its fields show it."""

    on: str = ""
    people: int | str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """The fields of the form, filled with what was understood."""

    team: str
    teams: tuple[str, ...]
    site: str
    sites: tuple[str, ...]
    head_from: int
    head_to: int
    more: int
    need_by: str
    until: str
    is_new_site: bool
    is_ramp: bool
    steps: tuple[Step, ...]


def form(made: PlanDocument, teams: Sequence[str]) -> Change:
    """Return the form for a plan that was answered."""
    understood: Mapping[str, Any] = made.content["understood"]  # type: ignore[assignment]  # plain JSON values
    ramp = understood.get("ramp") or ()
    is_ramp = len(ramp) > 1
    filled = [Step(step["on"], step["people"]) for step in ramp[:STEPS]] if is_ramp else []
    return Change(
        team=understood["team_name"], teams=tuple(sorted({understood["team_name"], *teams})),
        site=_site(understood, made.places), sites=tuple(sorted(made.places.values())),
        is_new_site=understood["kind"] == NEW_SITE,
        head_from=understood["from"], head_to=understood["to"], more=abs(understood["delta"]),
        need_by=understood["need_by"], until=understood["until"] or "", is_ramp=is_ramp,
        steps=(*filled, *(Step() for _ in range(STEPS - len(filled)))),
    )  # fmt: skip


def _site(understood: Mapping[str, Any], places: Mapping[str, str]) -> str:
    """Return where the new people were said to sit; of a new site its name."""
    refs = [understood.get("site"), *(understood["site_split"] if understood["kind"] == NEW_SITE else ())]
    return next((named(ref, places) for ref in refs if ref), "")


class FieldError(ValueError):
    """A field that cannot be read; the text says which and how to write it."""


def change(request: MemberRequest, org: str) -> HttpResponse:
    """Turn the form into a sentence and go to its answer; what cannot be read is said (422)."""
    request.member.require(Right.PLAN_GOALS)
    try:
        sentence = sentence_of(request.GET)
    except FieldError as refused:
        open_question = Half("", None, (Question(str(refused), ()),))
        return render(request, "goals/half.html", {"sentence": "", "half": open_question}, status=422)
    kept = {"on": request.GET["on"]} if "on" in request.GET else {}
    return HttpResponseRedirect(f"/o/{org}/goals/?{urlencode({'q': sentence, **kept})}")


def sentence_of(fields: Mapping[str, str]) -> str:
    """Return the sentence that asks for what the form says; raises `FieldError`."""
    before, change = _heads(fields)
    steps = _steps(fields, abs(change))
    need_by = steps[0][0] if steps else _day(fields, "need_by", "Needed by")
    until = _day(fields, "until", "Until") if fields.get("until") else None
    if until is not None and until <= need_by:
        raise FieldError("People who come for a time go after the day they come. Write a later 'until'.")
    team, site = _text(fields, "team"), _text(fields, "site")
    if fields.get("kind") == NEW_SITE:
        return canonical.compose(
            "" if team == EVERYBODY else team, 0, change, need_by, until, steps, site, is_new_site=True
        )
    # Heads are only from … to … of the team they were read for; of another one so many more or fewer.
    base = abs(change) if before is None else before
    said = canonical.compose(
        team, base, base + change, need_by, until, steps, site, is_new_site=False
    )  # fmt: skip
    if before is not None:
        return said
    return re.sub(
        r" from \d+ to \d+ (?:people|person)", f" by {abs(change)} {_people(change)}", said, count=1
    )


def _heads(fields: Mapping[str, str]) -> tuple[int | None, int]:
    """Return the heads before, where they are of the team in the form, and the change."""
    if fields.get("more"):
        return None, _count(fields, "more", "So many more")
    before, after = _count(fields, "from", "From"), _count(fields, "to", "To")
    if before == after:
        raise FieldError(f"From {before} to {after} changes nothing. Write another number of people.")
    is_same = fields.get("team") == fields.get("was", fields.get("team"))
    return (before if is_same else None), after - before


def _people(change: int) -> str:
    return "person" if abs(change) == 1 else "people"


def _text(fields: Mapping[str, str], name: str) -> str:
    return " ".join(fields.get(name, "").split())[:LONGEST_NAME]


def _count(fields: Mapping[str, str], name: str, label: str) -> int:
    text = fields.get(name, "").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise FieldError(f"{label}: write a whole number of people.")
    return int(text)


def _day(fields: Mapping[str, str], name: str, label: str) -> date:
    try:
        return date.fromisoformat(fields.get(name, "").strip())
    except ValueError as error:
        raise FieldError(f"{label}: write a day as 2027-01-04.") from error


def _steps(fields: Mapping[str, str], people: int) -> list[tuple[date, int]]:
    """Return the ramp, earliest first; its people must be the people who come or go."""
    found = sorted(
        (_day(fields, f"on{place}", f"Step {place}"), _count(fields, f"people{place}", f"Step {place}"))
        for place in range(1, STEPS + 1)
        if fields.get(f"on{place}") or fields.get(f"people{place}")
    )
    total = sum(count for _, count in found)
    if found and total != people:
        raise FieldError(f"The steps are {total} people, the change is {people}. Make them the same.")
    return found
