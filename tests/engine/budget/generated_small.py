"""Small problems drawn at random, of everything a problem may have: few enough portfolios to try them all."""

from decimal import Decimal

from hypothesis import strategies as st

from fullscore.engine.budget.problem import Option, Pin, Problem, Proposal, Purpose, Tie
from tests.engine.budget.small import part

_MONEY = st.integers(0, 9).map(Decimal)
_CONTROLS = ("backup", "keys", "watch")


@st.composite
def _proposal(draw: st.DrawFn, ref: str, pins: tuple[Pin, ...], *, is_law: bool) -> Proposal:
    pin = draw(st.sampled_from(pins))
    options = tuple(
        Option(
            f"{ref}{n}", f"{ref} {n}", "", False, tuple(draw(st.lists(_MONEY, min_size=1, max_size=2))),
            (draw(_MONEY),), draw(_MONEY), draw(_MONEY),
            frozenset(draw(st.sets(st.sampled_from(_CONTROLS), max_size=2))), 0, Pin.FREE if n else pin,
        )
        for n in range(draw(st.integers(1, 2)))
    )  # fmt: skip
    return Proposal(ref, ref, draw(st.sampled_from(Purpose)), options, is_law or draw(st.integers(0, 7)) == 0)


@st.composite
def _tie(draw: st.DrawFn, number: int, count: int) -> Tie:
    one, other = (f"p{draw(st.integers(0, count - 1))}" for _ in range(2))
    return Tie(f"t{number}", one, other, draw(st.booleans()))


_SELDOM = (Pin.FREE,) * 6 + (Pin.PINNED, Pin.FORBIDDEN)


@st.composite
def problems(draw: st.DrawFn, pins: tuple[Pin, ...] = _SELDOM, *, is_law: bool = False) -> Problem:
    """Draw up to three proposals of up to three options, limits, ties and two losses.

    `pins` are what the first option of each may be; with `is_law` all must be done, which is seldom possible.
    """
    count = draw(st.integers(1, 3))
    shares = st.sampled_from((Decimal("0.2"), Decimal("0.5")))
    return Problem(
        tuple(draw(_proposal(f"p{n}", pins, is_law=is_law)) for n in range(count)),
        (draw(st.integers(0, 18).map(Decimal)), draw(st.none() | st.integers(0, 18).map(Decimal))),
        (draw(st.none() | st.integers(2, 15).map(Decimal)),),
        draw(st.dictionaries(st.sampled_from(Purpose), shares, max_size=1)),
        {},
        tuple(draw(_tie(n, count)) for n in range(draw(st.integers(0, 2)))),
        (part("fire", 20.0, backup=0.5, watch=0.25), part("theft", 8.0, keys=0.75, watch=0.5)),
    )
