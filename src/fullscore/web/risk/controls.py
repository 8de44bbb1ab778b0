"""What lessens losses, as lines: each control over all it acts on, and what it alone takes off a year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from fullscore.usecases.risk.values import Lessening, RiskBoard, RiskScenario
from fullscore.web.risk import wording
from fullscore.web.templatetags.words import counted

_ACTS = {
    "frequency": "{} rarer", "loss": "{} less each time", "consequences": "{} less follows from it",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Control:
    """One control; `less` is what it takes off a year beside nothing else, "" where it counts already."""

    name: str
    address: str
    does: tuple[str, ...]
    is_in_place: bool
    is_assumed: bool
    proposals: tuple[tuple[str, str], ...]
    less: str


def controls(board: RiskBoard, scenarios: Iterable[RiskScenario], *, is_named: bool) -> tuple[Control, ...]:
    """Return the controls of these scenarios, what takes off most first; `is_named` says on which it acts."""
    found: dict[str, list[tuple[RiskScenario, Lessening]]] = {}
    for scenario in scenarios:
        for each in scenario.controls:
            found.setdefault(each.ref, []).append((scenario, each))
    ordered = sorted(found.values(), key=lambda held: (held[0][1].is_in_place, -_less(held), held[0][1].name))
    return tuple(_control(board, held, is_named=is_named) for held in ordered)


def _less(held: list[tuple[RiskScenario, Lessening]]) -> float:
    """Return what it takes off a year over all scenarios; one that it acts on twice counts once."""
    with_it = {one.ref: (one.amount, each.expected_with) for one, each in held}
    return sum(now - then for now, then in with_it.values() if now is not None and then is not None)


def _control(board: RiskBoard, held: list[tuple[RiskScenario, Lessening]], *, is_named: bool) -> Control:
    first, less = held[0][1], _less(held)
    proposals = dict.fromkeys(each for _, one in held for each in one.proposals)
    return Control(
        first.name, reverse("register-row", args=(board.organisation, "risk", "controls", first.ref)),
        tuple(dict.fromkeys(_does(scenario, one, is_named=is_named) for scenario, one in held)),
        first.is_in_place, any(one.is_assumed for _, one in held),
        tuple(_proposals(board, proposals)),
        wording.exact(less, board.currency) if less and not first.is_in_place else "",
    )  # fmt: skip


def _does(scenario: RiskScenario, one: Lessening, *, is_named: bool) -> str:
    """Return what it does in words: Ransomware 60% rarer; a cause is named where it acts on one."""
    said = _ACTS[one.acts_on].format(wording.percent(one.less))
    on = one.cause or (scenario.name if is_named else "")
    return f"{on} {said}".strip()


def _proposals(board: RiskBoard, found: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each proposal once: with the one way that would bring it, or how many would."""
    ways: dict[tuple[str, str], list[str]] = {}
    for ref, name, way in found:
        ways.setdefault((ref, name), []).append(way)
    for (ref, name), named in ways.items():
        words = f"{name}, {counted(len(named), 'way,ways')}" if len(named) > 1 else name
        yield words, reverse("budget-case", args=(board.organisation, ref))
