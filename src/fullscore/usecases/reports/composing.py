"""The board pack as one document: every room asked once, each section composed by rules, figures traced."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from fullscore.engine.registers.access import FieldClass, Member, NotAllowedError, Right
from fullscore.engine.reports import comparing, writing
from fullscore.engine.reports.blocks import Section
from fullscore.engine.reports.sections import (
    budget,
    changes,
    decisions,
    first,
    goals,
    proposals,
    renewals,
    risk,
    roadmap,
    words,
)
from fullscore.engine.reports.sections.changes import Calendar
from fullscore.engine.reports.sections.choosing import Choice
from fullscore.engine.reports.sections.costs import Money
from fullscore.engine.reports.voice import Voice
from fullscore.store.models import Brand, Organisation, Pack
from fullscore.usecases.budget.posing import Posed, posed
from fullscore.usecases.reports import choices, dates, last_packs, money, plans, risks
from fullscore.usecases.risk.values import Watch

Document = dict[str, object]
Progress = Callable[[str], None]
# A pack that is compared with none before looks back a quarter.
_BACK = timedelta(days=91)
# Seconds for what nobody asked a worker for before: simulated years and the choice of proposals.
_PATIENCE = 3.0
_LETTER = frozenset({"US", "CA", "MX"})


def board_document(
    *, by: Member, on: date, now: datetime, left_out: frozenset[str] = frozenset(), since: date | None = None,
    progress: Progress | None = None,
) -> Document:  # fmt: skip
    """Return `fullscore/board-pack/1` as of a day; for those who read money.

    `since` is the day of the last pack where that is not the newest one issued; `left_out` names sections.
    """
    _require(by)
    tell = progress or (lambda _: None)
    asked = _Asked(by, on, now, left_out, since)
    organisation = Organisation.objects.get(pk=by.organisation_id)
    brand = last_packs.style(organisation.pk)
    voice = Voice(
        organisation.currency, on, organisation.fiscal_start_month, brand.year_label if brand else "year"
    )
    tell("Reading")
    known = _known(asked, voice, tell)
    tell("Composing")
    return _document(asked, organisation, brand, voice, known)


def _require(by: Member) -> None:
    by.require(Right.PLAN_GOALS)
    if FieldClass.MONEY not in by.reads:
        raise NotAllowedError(by.role, Right.PLAN_GOALS)


@dataclass(frozen=True, slots=True)
class _Asked:
    by: Member
    on: date
    now: datetime
    left_out: frozenset[str]
    since: date | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What every room said, each asked once."""

    standing: first.Standing
    money: Money
    ahead: Money
    risk: risk.Risk
    choice: Choice
    bound: renewals.Bound
    calendar: Calendar
    goals: tuple[goals.Goal, ...]
    decided: tuple[decisions.Decided, ...]
    before: Pack | None = None
    ages: Mapping[str, datetime] = field(default_factory=dict)


def _known(asked: _Asked, voice: Voice, tell: Progress) -> _Known:
    before = last_packs.before(asked.by.organisation_id, asked.on)
    since = asked.since or (before.on if before else None)
    told = posed(asked.by.organisation_id, asked.on)
    choice, found_risk = _weighed(told, voice, tell)
    bound, contracts = dates.bound(by=asked.by, on=asked.on)
    calendar = dates.calendar(
        by=asked.by,
        on=asked.on,
        now=asked.now,
        since=since or asked.on - _BACK,
        first_month=voice.first_month,
    )
    found_goals, decided = plans.goals(by=asked.by), last_packs.decided(asked.by.organisation_id, asked.on)
    found_money = money.money(by=asked.by, on=asked.on)
    standing = first.Standing(
        found_money, contracts.year, found_risk, bound, found_goals, choice, calendar, decided, since,
        before.number if before and before.on == since else None,
    )  # fmt: skip
    if before is not None and before.document:
        standing = replace(standing, compared=comparing.since(before.document, standing, voice))
    return _Known(
        standing, found_money, money.ahead(by=asked.by, on=asked.on), found_risk, choice, bound, calendar,
        found_goals, decided, before, {**contracts.ages, **last_packs.ages(asked.by.organisation_id)},
    )  # fmt: skip


def _weighed(told: Posed, voice: Voice, tell: Progress) -> tuple[Choice, risk.Risk]:
    """Return the choice and the risks; what was not worked out before is, if it takes a moment only."""
    begun = time.monotonic()
    watch = Watch(lambda level, _: tell(level), lambda: time.monotonic() - begun > _PATIENCE)
    tell("Simulating years")
    simulated = risks.document_of(told.risks, watch)
    tell("Choosing")
    chosen = choices.document_of(told, watch)
    tell("Weighing proposals")
    year = voice.year(told.periods.begin)
    said = last_packs.asked(told.rows.organisation.pk)
    return choices.choice(told, chosen, said, year), risks.risk(told.risks, simulated, chosen)


def _sections(known: _Known, voice: Voice, left_out: frozenset[str]) -> list[Section]:
    shown = 0 if "first" in left_out else first.MOST_ASKS
    every = [
        first.section(known.standing, voice, has_proposals="proposals" not in left_out),
        goals.section(known.goals, voice),
        budget.section(known.money, known.ahead, voice, is_drawn_before="first" not in left_out),
        risk.section(known.risk, known.choice, voice),
        roadmap.section(known.choice, known.calendar, known.goals, voice),
        proposals.section(known.choice, voice, shown),
        changes.section(known.calendar, voice),
        renewals.section(known.bound, voice),
        decisions.section(known.decided, voice),
    ]
    return [each for each in every if each.key not in left_out]


def _document(
    asked: _Asked, organisation: Organisation, brand: Brand | None, voice: Voice, known: _Known
) -> Document:
    numbered = writing.Numbered()
    found = writing.written(_sections(known, voice, asked.left_out), numbered)
    if "words" not in asked.left_out:
        found += writing.written([words.section(found)], numbered)
    title, figures = first.answer(known.standing, voice)
    numbered.all(figures)
    keys = comparing.key_figures(known.standing, voice)
    numbered.all(said for _, said in keys)
    return {
        "schema": "fullscore/board-pack/1",
        "organisation": organisation.ref,
        "name": organisation.name,
        "on": asked.on.isoformat(),
        "currency": organisation.currency,
        "number": None,
        "issued_at": None,
        "issued_by": None,
        "brand": brand_of(organisation, brand),
        "title": title,
        "lead": first.lead(known.standing, voice),
        "ages": [
            {"of": name, "at": at.isoformat(timespec="seconds")} for name, at in sorted(known.ages.items())
        ],
        "sections": found,
        "key_figures": comparing.written(keys),
        "traces": numbered.documents(),
    }


def brand_of(organisation: Organisation, brand: Brand | None) -> dict[str, object]:
    paper = "letter" if organisation.country in _LETTER else "a4"
    return {
        "colour": brand.colour or None if brand else None,
        "paper": brand.paper or paper if brand else paper,
    }
