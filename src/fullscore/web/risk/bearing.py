"""Who bears a loss, and what brings several: insurance before and after, and shared causes."""

from dataclasses import dataclass

from fullscore.usecases.risk.values import RiskBoard
from fullscore.web.risk import figures, lines, wording
from fullscore.web.risk.figures import Document
from fullscore.web.templatetags.words import counted

Row = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Cause:
    """What brings several losses at once, and which."""

    name: str
    address: str
    brings: tuple[str, ...]


def insured(document: Document, currency: str) -> tuple[Row, ...]:
    """Return what a year costs without insurance, what stays, and what the insurer pays; () for none."""
    net = document["after_insurance"]
    if not net:
        return ()
    told = {
        "On average": (figures.mean_of(document), figures.mean_of(net)),
        "One year in ten": _both(document, net, figures.BAD),
        "One year in a hundred": _both(document, net, figures.WORST),
    }
    return tuple(_row(name, before, after, currency) for name, (before, after) in told.items())


def _both(document: Document, net: Document, years: int) -> tuple[float, float]:
    return figures.point(document, years).value, figures.point(net, years).value


def _row(name: str, before: float, after: float, currency: str) -> Row:
    said = (wording.about(amount, currency) for amount in (before, after, before - after))
    return (name, next(said), next(said), next(said))


def policies(board: RiskBoard) -> str:
    """Return the insurances in force with their bounds: Cyber: above $25,000, up to $250,000 a year."""
    said = []
    for one in board.insurances:
        if one.is_now:
            most = f", up to {wording.exact(one.most, board.currency)} a year" if one.most is not None else ""
            share = f"{wording.percent(one.share)} of what is " if one.share < 1 else ""
            said.append(f"{one.name}: {share}above {wording.exact(one.deductible, board.currency)}{most}")
    ended = sum(not one.is_now for one in board.insurances)
    return "; ".join([*said, *([f"{counted(ended, 'more is,more are')} not in force"] if ended else [])])


def causes(board: RiskBoard) -> tuple[Cause, ...]:
    """Return each shared cause once with the scenarios it brings."""
    found: dict[str, tuple[str, list[str]]] = {}
    for scenario in board.scenarios:
        for ref, name, _ in scenario.triggers:
            found.setdefault(ref, (name, []))[1].append(scenario.name)
    return tuple(
        Cause(name, lines.row_address(board.organisation, "causes", ref), tuple(brings))
        for ref, (name, brings) in found.items()
    )
