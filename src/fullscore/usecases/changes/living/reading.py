"""One change read whole: what it touches and reaches, who must agree, its risk, its steps, its times."""

from collections.abc import Iterator
from datetime import date

from fullscore.engine.changes import agreeing
from fullscore.engine.changes.states import Stage, allowed
from fullscore.engine.changes.words import skills_of
from fullscore.engine.estate.graph import State
from fullscore.engine.registers.access import Member, Right
from fullscore.store import living as store
from fullscore.store.graph import read_graph
from fullscore.store.models import Change
from fullscore.usecases.changes.living import clock, keeping, links, rating, siding, verdicts
from fullscore.usecases.changes.living.effects import Effect, effect
from fullscore.usecases.changes.living.values import (
    Asking,
    Beside,
    Hand,
    Reached,
    StepLine,
    Touched,
    Whole,
)
from fullscore.usecases.registers import one as row_of

_STATES = {State.UP: "up", State.DEGRADED: "degraded", State.DOWN: "down"}


def whole(*, by: Member, ref: str, on: date) -> Whole:
    """Return one change with all that follows from it; raises `NotThereError`."""
    by.require(Right.PLAN_GOALS)
    return told(by, keeping.found(by, ref), on)


def told(by: Member, row: Change, on: date) -> Whole:
    """Return a stored change as `by` may see it."""
    done = effect(row, store.touches(row), read_graph(row.organisation_id))
    must = verdicts.asked(row, done)
    said = tuple(store.agreements(row))
    users = siding.using(row, done, on)
    rated = rating.rated(row, done, users)
    organisation = row.organisation
    shown = row_of(by=by, register=keeping.REGISTER, ref=row.ref)
    steps, people = store.steps(row), store.people(row.organisation_id)
    return Whole(
        ref=row.ref,
        version=row.version,
        changed_at=row.changed_at,
        organisation=organisation.name,
        zone=organisation.zone,
        currency=organisation.currency,
        values=shown.values,
        stage=Stage(row.state),
        touches=tuple(Touched(node, done.name(node), _STATES[how]) for node, how in done.touches.items()),
        reached=tuple(_reached(done, store.person_names(row.organisation_id))),
        no_sign_in=tuple(sorted(done.name(node) for node in done.impact.no_sign_in)),
        unowned=tuple(done.name(node) for node in agreeing.unowned(done.graph, done.affected)),
        asking=tuple(_asking(by, row, done, on)),
        verdict=verdicts.verdict(row, must, said, on),
        risk=rated.risk.value,
        risk_trace=rated.trace,
        hours=siding.length(row),
        sides=siding.sides(row, done, users),
        steps=tuple(
            StepLine(one.ref, one.position, one.text, one.is_done, one.done_by, one.done_on, one.version)
            for one in steps
        ),
        crew=tuple(
            Hand(
                one.person.name if one.person else "",
                one.skill,
                one.count,
                tuple(
                    who.name
                    for who in people.values()
                    if one.skill and one.skill in set(skills_of(who.skills))
                ),
            )
            for one in store.crews(row)
        ),
        before=tuple(_beside(one.after) for one in store.before(row)),
        waiting=tuple(_beside(one) for one in store.waiting(row)),
        set_for=clock.planned(row.starts_on, row.starts_at, organisation.zone),
        begun_at=row.begun_at,
        ended_at=row.ended_at,
        acts=allowed(Stage(row.state)) if by.may(Right.EDIT_REGISTERS) else (),
        serves_plan=row.serves.partition("/")[0] if row.serves.startswith("g-") else None,
    )


def _reached(done: Effect, people: dict[str, str]) -> Iterator[Reached]:
    """Yield what does not stay up, the worst first, services before things."""
    order = sorted(
        done.impact.states.items(),
        key=lambda pair: (not pair[0].startswith("services:"), -pair[1], done.name(pair[0]).casefold()),
    )
    for node, state in order:
        chain = tuple(done.name(step) for step in done.impact.chain(node))
        owner = done.graph.owners.get(node)
        yield Reached(
            node, done.name(node), _STATES[state], chain, people.get(owner, owner) if owner else None
        )


def _asking(by: Member, row: Change, done: Effect, on: date) -> Iterator[Asking]:
    """Yield who must agree and who was asked, each with what they answer for."""
    must = {one.person: one.nodes for one in verdicts.asked(row, done)}
    said = {one.person.ref: one for one in store.agreements(row)}
    people = store.people(row.organisation_id)
    names = store.person_names(row.organisation_id)
    may_hand_over = by.may(Right.EDIT_REGISTERS)
    for person in sorted(must.keys() | said.keys(), key=lambda ref: (names.get(ref, ref), ref)):
        nodes, one = tuple(done.name(node) for node in must.get(person, ())), said.get(person)
        has_mail = person in people and bool(people[person].email)
        if one is None:
            yield Asking("", person, names.get(person, person), nodes, "", has_mail=has_mail)
            continue
        answer = verdicts.standing(one, on)
        link = links.path_of(one) if may_hand_over and answer is agreeing.Answer.ASKED else ""
        yield Asking(
            one.ref, person, one.person.name, nodes, answer.value, one.reason, one.asked_on, one.answer_by,
            one.answered_on, one.seen, person in must, has_mail, link,
        )  # fmt: skip


def _beside(row: Change) -> Beside:
    return Beside(row.ref, row.name, row.state, row.starts_on)
