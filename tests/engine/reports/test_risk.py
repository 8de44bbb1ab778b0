"""The curve of a pack: a bad year now and with the proposals, beside what can be borne."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.trace import leaf
from fullscore.engine.reports.sections.risk import Borne, Risk, curve
from fullscore.engine.reports.voice import Voice

VOICE = Voice("USD", date(2026, 11, 23))
POINTS = ((Decimal(10), 0.5), (Decimal(80), 0.1))
THEN = ((Decimal(5), 0.5), (Decimal(40), 0.1))
FOUND = Risk(
    bad=leaf(Decimal(80)), bad_then=leaf(Decimal(40)), points=POINTS, points_then=THEN,
    borne=(Borne(10, leaf(Decimal(180)), leaf(Decimal(80)), is_kept=True),),
)  # fmt: skip


def marks(found: Risk) -> list[tuple[str, str, Decimal, float]]:
    (drawn,) = curve(found, VOICE)
    return [(each.role, each.words, each.amount, each.chance) for each in drawn.marks]


def test_a_bad_year_is_marked_as_it_is_and_as_the_proposals_make_it_beside_what_can_be_borne() -> None:
    assert marks(FOUND) == [
        ("now", "as things are: $80", 80, 0.1), ("then", "with the proposals: $40", 40, 0.1),
        ("borne", "you can live with $180", 180, 0.1),
    ]  # fmt: skip
    assert curve(FOUND, VOICE)[0].then == THEN


def test_every_figure_marked_can_be_opened() -> None:
    (drawn,) = curve(FOUND, VOICE)
    assert {"$80", "$40", "$180"} <= {each.spoken for each in drawn.beside}


def test_nothing_is_marked_that_nobody_worked_out() -> None:
    assert [role for role, *_ in marks(replace(FOUND, bad_then=None, points_then=()))] == ["now", "borne"]
    assert [role for role, *_ in marks(replace(FOUND, borne=()))] == ["now", "then"]
    assert curve(replace(FOUND, points=()), VOICE) == ()


def test_of_two_limits_the_broken_one_is_marked() -> None:
    broken = Borne(100, leaf(Decimal(90)), leaf(Decimal(120)), is_kept=False)
    assert marks(replace(FOUND, borne=(*FOUND.borne, broken)))[-1] == (
        "borne", "you can live with $90", 90, 0.01,
    )  # fmt: skip
