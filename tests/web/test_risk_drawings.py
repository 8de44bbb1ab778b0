"""Drawings of risk: the curve goes where its figures are, words keep off it, both widths hold their text."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.web.goals.canvas import Drawing
from fullscore.web.risk import curve, makeup
from fullscore.web.risk.curve import Bad, Mark
from fullscore.web.risk.makeup import Piece

# A year costs more than 100,000 / its rank, as with a heavy tail.
CHANCES = [0.99, 0.9, 0.75, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001]
HEAVY = tuple((1_000 / chance, chance) for chance in CHANCES)
EVEN = tuple((100_000 * (1 - chance) + 50_000, chance) for chance in CHANCES)


def bad(losses: curve.Losses, borne: float | None = None) -> Bad:
    by_chance = {chance: loss for loss, chance in losses}
    marks = [
        Mark(years, by_chance[1 / years], f"in 1 of {years}", "short", borne if years == 10 else None)
        for years in (2, 10, 100)
    ]
    return Bad(losses, tuple(marks))


def layer(drawing: Drawing, role: str) -> str:
    return next((one.path for one in drawing.layers if one.role == role), "")


def points(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"([\d.]+),([\d.]+)", path)]


@pytest.mark.parametrize("losses", [HEAVY, EVEN])
@pytest.mark.parametrize("is_narrow", [False, True])
def test_rarer_years_stand_lower_and_dearer_ones_further_right(
    losses: curve.Losses, *, is_narrow: bool
) -> None:
    found = points(layer(curve.drawing(bad(losses), is_narrow=is_narrow), "curve"))

    assert len(found) > 4
    assert found == sorted(found)
    assert [y for _, y in found] == sorted(y for _, y in found)


def test_the_axis_begins_at_nothing_unless_a_worst_year_dwarfs_a_usual_one() -> None:
    even = [one.text for one in curve.drawing(bad(EVEN)).words]
    heavy = [one.text for one in curve.drawing(bad(HEAVY)).words]

    assert "0" in even
    assert "$100k" in even
    assert "0" not in heavy
    assert {"$10k", "$100k"} <= set(heavy)


def test_a_year_worse_than_can_be_borne_is_marked_red_from_the_one_to_the_other() -> None:
    missed = curve.drawing(bad(HEAVY, borne=5_000))
    kept = curve.drawing(bad(HEAVY, borne=20_000))

    assert layer(missed, "missed")
    assert [one.text for one in missed.words if one.role == "over"] == ["in 1 of 10"]
    assert not layer(kept, "missed")
    assert layer(kept, "post")
    assert not [one for one in kept.words if one.role == "over"]


def test_a_tolerance_of_one_year_in_five_hundred_brings_its_own_line() -> None:
    rare = Bad(HEAVY, (Mark(500, 500_000.0, "x", "x", 600_000.0),))

    assert "1 year in 500" in [one.text for one in curve.drawing(rare).words]
    assert "1 year in 500" not in [one.text for one in curve.drawing(bad(HEAVY)).words]


@given(
    st.lists(st.floats(0, 1e9), min_size=13, max_size=13).map(sorted),
    st.floats(0, 1e9),
    st.booleans(),
)
def test_nothing_is_drawn_outside_whatever_the_losses(
    losses: list[float],
    borne: float,
    is_narrow: bool,  # noqa: FBT001  drawn by Hypothesis
) -> None:
    drawing = curve.drawing(bad(tuple(zip(losses, CHANCES, strict=True)), borne), is_narrow=is_narrow)

    for one in drawing.layers:
        for x, y in points(one.path) if one.role in {"curve", "net"} else ():
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height
    assert all(math.isfinite(one.x) and 0 <= one.x <= drawing.width for one in drawing.words)


def test_bars_are_as_long_as_shares_and_the_smallest_stand_together() -> None:
    pieces = [Piece(f"loss {n}", n / 55, (11 - n) / 55, "a", "b") for n in range(1, 11)]
    shown = makeup.together(pieces, "rest", "rest")

    assert len(shown) == makeup.MOST
    assert shown[-1].name == "3 others"
    assert sum(one.of_mean for one in shown) == pytest.approx(1)
    assert sum(one.of_bad for one in shown) == pytest.approx(1)


@pytest.mark.parametrize("is_narrow", [False, True])
def test_the_figures_of_bars_stay_inside(*, is_narrow: bool) -> None:
    pieces = (
        Piece("Ransomware on every machine of the plant and the office", 0.7, 0.9, "$1,234,567 · 70%", "90%"),
    )
    drawing = makeup.drawing(pieces, is_narrow=is_narrow)

    for one in drawing.words:
        reach = len(one.text) * 6.5
        assert one.x + (reach if one.anchor == "start" else 0) <= drawing.width
        assert one.x - (reach if one.anchor == "end" else 0) >= -10
