"""Risks of any shape, drawn for properties, and small ones for facts."""

from hypothesis import strategies as st

from fullscore.engine.risk.scenario import (
    ActsOn,
    Cause,
    Effect,
    Events,
    Insurance,
    Outage,
    Range,
    Risks,
    Scenario,
    Trigger,
)

CONTROLS = ("copy", "link", "training")


@st.composite
def ranges(draw: st.DrawFn, least: float, most: float) -> Range:
    low, likely, high = sorted(draw(st.floats(least, most)) for _ in range(3))
    return Range(low, high, draw(st.sampled_from((None, likely))))


@st.composite
def scenarios(draw: st.DrawFn, ref: str, causes: tuple[str, ...]) -> Scenario:
    triggers = tuple(Trigger(cause, draw(st.floats(0, 1))) for cause in causes if draw(st.booleans()))
    return Scenario(
        ref, ref.title(),
        rate=draw(st.none() | ranges(0.01, 1.0)) if triggers else draw(ranges(0.01, 1.0)),
        events=draw(st.sampled_from(Events)),
        loss=draw(st.none() | ranges(10.0, 10_000.0)),
        outage=draw(st.none() | st.builds(Outage, ranges(0.5, 40.0), st.floats(1, 500))),
        share=draw(st.floats(0, 1)), second=draw(st.none() | ranges(10.0, 50_000.0)),
        cap=draw(st.none() | st.floats(100, 20_000)), triggers=triggers,
    )  # fmt: skip


@st.composite
def risks(draw: st.DrawFn) -> Risks:
    causes = tuple(
        Cause(ref, ref.title(), draw(ranges(0.01, 1.0)), draw(st.sampled_from(Events)))
        for ref in ("flood", "theft")[: draw(st.integers(0, 2))]
    )
    refs = tuple(each.ref for each in causes)
    found = tuple(draw(scenarios(ref, refs)) for ref in ("erp", "mail", "fraud")[: draw(st.integers(1, 3))])
    targets = [*(f"scenarios:{each.ref}" for each in found), *(f"causes:{ref}" for ref in refs)]
    effects = tuple(draw(st.lists(_effects(targets), max_size=5)))
    insurances = tuple(draw(st.lists(_insurances([each.ref for each in found]), max_size=2)))
    return Risks(found, causes, effects, insurances)


def _effects(targets: list[str]) -> st.SearchStrategy[Effect]:
    return st.sampled_from(targets).flatmap(
        lambda target: st.builds(
            Effect,
            st.sampled_from(CONTROLS),
            st.just(target),
            st.sampled_from([ActsOn.FREQUENCY] if target.startswith("causes") else list(ActsOn)),
            st.floats(0, 0.95),
        )
    )


def _insurances(refs: list[str]) -> st.SearchStrategy[Insurance]:
    return st.builds(
        Insurance, st.just("policy"), st.sampled_from([None, *refs]), st.floats(0, 5_000), st.floats(0, 1),
        st.none() | st.floats(100, 50_000),
    )  # fmt: skip
