"""How bad a year gets with each way, the same luck for all: the curve before and after, then the figures."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from fullscore.web.budget.reading import Document, said
from fullscore.web.goals import markup
from fullscore.web.risk import curve
from fullscore.web.risk.curve import Bad, Mark
from fullscore.web.templatetags.words import number


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    usual: str
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadYears:
    """What was simulated; `before` and `after` name the two lines of the curve."""

    wide: SafeString
    narrow: SafeString
    before: str
    after: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    about: str


def show(found: Document) -> BadYears | None:
    """Return the bad years of a case; None where nobody simulated them."""
    curves, currency = found["curves"], found["currency"]
    if curves is None:
        return None
    names = {each["ref"]: each["name"] for each in found["options"]}
    nothing = next(each["ref"] for each in found["options"] if each["is_nothing"])
    by_ref = {each["ref"]: each for each in curves["options"]}
    best = by_ref[found["best"]]
    marks = tuple(
        Mark(one["one_in"], float(one["value"]), said(one["value"], currency), said(one["value"], currency))
        for one in best["points"]
    )
    bad = Bad(_pairs(best), marks, _pairs(by_ref[nothing]) if found["best"] != nothing else (), currency)
    label = "; ".join(f"one year in {one.years}: {one.words}" for one in marks)
    return BadYears(
        markup.drawn(curve.drawing(bad), "wide", label),
        markup.drawn(curve.drawing(bad, is_narrow=True), "narrow", label),
        names[nothing] if found["best"] != nothing else "", names[found["best"]],
        tuple(f"1 year in {number(one['one_in'])}" for one in best["points"]),
        tuple(
            Row(names[each["ref"]], said(each["mean"], currency),
                tuple(said(one["value"], currency) for one in each["points"]))
            for each in curves["options"]
        ),
        f"{number(curves['years'])} simulated years, seed {curves['seed']}, after insurance.",
    )  # fmt: skip


def _pairs(outlook: Document) -> tuple[tuple[float, float], ...]:
    return tuple((float(loss), float(chance)) for loss, chance in outlook["curve"])
