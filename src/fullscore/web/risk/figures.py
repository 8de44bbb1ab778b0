"""What the page says first: the figures of all years and bad ones, the curve, and what can be borne."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.safestring import SafeString

from fullscore.usecases.risk.values import RiskBoard
from fullscore.web.goals import markup
from fullscore.web.registers.sums import Part
from fullscore.web.risk import curve, makeup, scale, wording
from fullscore.web.risk.curve import Bad, Mark
from fullscore.web.risk.makeup import Piece
from fullscore.web.templatetags.words import full_day, number
from fullscore.web.vendors.sums import Sum

Document = Mapping[str, Any]
USUAL, BAD, WORST = 2, 10, 100
_SURE = "with 95% certainty"


@dataclass(frozen=True, slots=True)
class Figure:
    """One large figure: its words above, what insurance leaves of it below; `key` names what opens."""

    name: str
    amount: str
    key: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Whether the owners can live with it, in words."""

    tone: str
    first: str
    then: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """One drawing for wide and one for narrow screens."""

    wide: SafeString
    narrow: SafeString


@dataclass(frozen=True, slots=True)
class Point:
    """What one year in so many costs more than; it lies from `low` to `high` with 95 % certainty."""

    value: float
    low: float
    high: float


def point(outlook: Document, years: int) -> Point:
    """Return the value of one year in so many with its interval."""
    found = outlook["median"] if years == USUAL else next(
        one for one in outlook["points"] if one["one_in"] == years
    )  # fmt: skip
    return Point(*(float(found[name]) for name in ("value", "low", "high")))


def figures(document: Document, currency: str) -> tuple[Figure, ...]:
    """Return the four figures of the page."""
    net = document["after_insurance"]

    def figure(name: str, key: str, take: Callable[[Document], float]) -> Figure:
        after = f"{wording.about(take(net), currency)} after insurance" if net else ""
        return Figure(name, wording.about(take(document), currency), key, after)

    return (
        figure("in a usual year", "usual", lambda told: point(told, USUAL).value),
        figure("on average", "mean", mean_of),
        figure("one year in ten, over", "bad", lambda told: point(told, BAD).value),
        figure("one in a hundred, over", "worst", lambda told: point(told, WORST).value),
    )


def mean_of(outlook: Document) -> float:
    return float(outlook["mean"])


def sums(document: Document, currency: str) -> Iterator[Sum]:
    """Yield what opens under the simulated figures: between what they lie, and how that is known."""
    how = tuple(_how(document))
    names = {"usual": (USUAL, "Half of all years cost less"), "bad": (BAD, "One year in ten costs more"),
             "worst": (WORST, "One year in a hundred costs more")}  # fmt: skip
    for key, (years, name) in names.items():
        one = point(document, years)
        yield Sum(key, name, (
            Part(wording.about(one.low, currency), f"or more, {_SURE}"),
            Part(wording.about(one.high, currency), f"or less, {_SURE}"),
            *how, Part(f"= {wording.about(one.value, currency)}", "as simulated", is_total=True),
        ))  # fmt: skip
    error, mean = float(document["error"]), mean_of(document)
    width = Part(f"± {wording.about(error, currency)}", f"{_SURE}, {_share(error, mean)}")
    total = Part(f"= {wording.about(mean, currency)}", "on average of all simulated years", is_total=True)
    yield Sum("mean", "On average a year", (width, *how, total))
    yield Sum("precision", "How sure this is", (width, *how, *_reached(document)))


def _share(error: float, mean: float) -> str:
    return f"± {error / mean * 100:.1f}% of the average" if mean else "of nothing"


def _how(document: Document) -> Iterator[Part]:
    yield Part(number(document["years"]), "simulated years")
    yield Part(str(document["seed"]), "where the dice began: the same dice give the same years again")


def _reached(document: Document) -> Iterator[Part]:
    if document["is_stopped"]:
        yield Part("", "It was stopped before it was as sure as asked.", is_total=True)
    elif document["is_precise"]:
        yield Part("", "As sure as asked: within 2% of the average.", is_total=True)
    else:
        yield Part("", "Less sure than asked; more than 2,000,000 years are not drawn.", is_total=True)


def precision(document: Document) -> str:
    """Return how sure it is in a few words: ± 1.6%, 400,000 simulated years."""
    error, mean = float(document["error"]), mean_of(document)
    sure = f"± {error / mean * 100:.1f}%, " if mean else ""
    return f"{sure}{number(document['years'])} simulated years"


def notes(document: Document, board: RiskBoard) -> tuple[Note, ...]:
    """Return in words whether what can be borne is kept: each that is missed, and the kept ones together."""
    missed = [_missed(one, document, board) for one in document["tolerances"] if not one["is_kept"]]
    kept = ". ".join(_within(one, document, board) for one in document["tolerances"] if one["is_kept"])
    if not kept:
        return tuple(missed)
    if missed:
        return (*missed[:-1], replace(missed[-1], then=f"{missed[-1].then} {kept}."))
    return (Note("fine", "The owners can live with it.", f"{kept}."),)


def cost_of(one: Document, document: Document) -> float | None:
    """Return what such a year costs more than, simulated or read off the curve; None past its end."""
    if one["value"] is not None:
        return float(one["value"])
    chance = 1 / one["years"]
    return next((float(loss) for loss, likely in document["curve"] if likely <= chance), None)


def _within(one: Document, document: Document, board: RiskBoard) -> str:
    """Return what such a year costs, and the limit it keeps."""
    costs, borne = cost_of(one, document), wording.about(float(one["amount"]), board.currency)
    year = wording.year_in(one["years"])
    said = f" costs over {wording.about(costs, board.currency)}, and" if costs is not None else ":"
    return f"{year[0].upper()}{year[1:]}{said} {borne} can be borne{_whose(one, board)}"


def _whose(one: Document, board: RiskBoard) -> str:
    said = next((each for each in board.tolerances if each.ref == one["ref"]), None)
    whose = wording.said_by(said.said_by, full_day(said.said_on) if said.said_on else "") if said else ""
    return f" ({whose})" if whose else ""


def _missed(one: Document, document: Document, board: RiskBoard) -> Note:
    amount, costs = float(one["amount"]), cost_of(one, document)
    year, borne = wording.year_in(one["years"]), wording.about(amount, board.currency)
    limit = (
        f"the limit is {borne}{_whose(one, board)}, and is passed {wording.how_often(float(one['chance']))}"
    )
    net = " After insurance it is kept." if document["after_insurance"] and one["is_kept_net"] else ""
    year = f"{year[0].upper()}{year[1:]}"
    if costs is None:
        return Note("late", f"{year} costs more than can be borne.", f"{limit[0].upper()}{limit[1:]}.{net}")
    over, value = (wording.about(each, board.currency) for each in (costs - amount, costs))
    first = f"{year} costs {over} more than can be borne."
    return Note("late", first, f"It costs {value} or more; {limit}.{net}")


def drawn(document: Document, currency: str) -> Drawn:
    """Return the curve with what is named on it."""
    net = document["after_insurance"]
    marks = tuple(_marks(document, currency))
    bad = Bad(_pairs(document), marks, _pairs(net) if net else (), currency)
    label = "; ".join(f"one year in {one.years}: {one.words}" for one in bad.marks)
    return Drawn(
        markup.drawn(curve.drawing(bad), "wide", label),
        markup.drawn(curve.drawing(bad, is_narrow=True), "narrow", label),
    )


def _pairs(outlook: Document) -> tuple[tuple[float, float], ...]:
    return tuple((float(loss), float(chance)) for loss, chance in outlook["curve"])


def _marks(document: Document, currency: str) -> Iterator[Mark]:
    limits = {one["years"]: one for one in document["tolerances"]}
    values = {years: point(document, years).value for years in (USUAL, BAD, WORST)}
    values |= {years: cost for years, one in limits.items() if (cost := cost_of(one, document)) is not None}
    for years, value in sorted(values.items()):
        limit = limits.get(years)
        said, short = wording.about(value, currency), scale.short(float(f"{value:.3g}"), currency)
        borne = float(limit["amount"]) if limit else None
        if borne is not None:
            said = f"{said}; {wording.about(borne, currency)} can be borne"
            short = f"{short} of {scale.short(borne, currency)}"
        yield Mark(years, value, said, short, borne)


def pieces(document: Document, board: RiskBoard) -> tuple[Piece, ...]:
    """Return each scenario's share of the average and of the worst year in ten."""
    names = {one.ref: one.name for one in board.scenarios}
    total = sum(float(one["mean"]) for one in document["scenarios"]) or 1.0
    found = []
    for one in document["scenarios"]:
        share, bad = float(one["mean"]) / total, float(one["bad_10"])
        amount = wording.about(float(one["mean"]), board.currency)
        said = f"{amount}, {wording.percent(share)}"
        found.append(Piece(names.get(one["ref"], one["ref"]), share, bad, said, wording.percent(bad)))
    return makeup.together(found, "", "")


def pieces_caption(found: Sequence[Piece]) -> str:
    """Return what weighs most on average, and what in bad years where that is something else."""
    usual, bad = max(found, key=lambda one: one.of_mean), max(found, key=lambda one: one.of_bad)
    if usual is bad:
        return (
            f"{usual.name} weighs most: {wording.percent(usual.of_mean)} on average, "
            f"{wording.percent(bad.of_bad)} of the worst year in ten."
        )
    return (
        f"{usual.name} weighs most on average, {wording.percent(usual.of_mean)}; "
        f"in the worst year in ten it is {bad.name}, {wording.percent(bad.of_bad)}."
    )


def drawn_pieces(found: Sequence[Piece]) -> Drawn:
    label = "; ".join(
        f"{one.name}: {one.said_mean} on average, {one.said_bad} of the worst year in ten" for one in found
    )
    return Drawn(
        markup.drawn(makeup.drawing(found), "wide", label),
        markup.drawn(makeup.drawing(found, is_narrow=True), "narrow", label),
    )


def caption(document: Document, currency: str) -> str:
    """Return the curve in a sentence: what a year in twenty and a year in a hundred cost more than."""
    bad, worst = (point(document, years).value for years in (BAD, WORST))
    much = round(worst / bad) if bad else 0
    times = f", {'twice' if much == 2 else f'{much} times'} as much" if much >= 2 else ""  # noqa: PLR2004
    return (
        f"Further down is rarer. One year in ten costs more than {wording.about(bad, currency)}, "
        f"one in a hundred more than {wording.about(worst, currency)}{times}."
    )
