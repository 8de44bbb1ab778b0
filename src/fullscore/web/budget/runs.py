"""What is being worked out: how far it is, and when the page has to say so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from fullscore.usecases.budget.values import Run

_TITLES = {
    "choose": "Working out the best choice", "cut": "Working out the smaller or bigger budget",
    "frontier": "Working out what each budget brings", "case": "Working out the business case",
}  # fmt: skip
_ENDED = {"failed": "It ended early", "stopped": "It was stopped"}
_WAITING = "Waiting for the worker to begin."
_WORKING = "All proposals are weighed together."
_LEVELS = {
    "best": "Looking for the best choice.", "alternatives": "Looking for what is nearly as good.",
    "reasons": "Finding out why each is in or out.", "years": "Simulating bad years.",
    "frontier": "One budget after another.",
}  # fmt: skip
_COUNTED = re.compile(r"(\d+)(?:%| of (\d+))")


@dataclass(frozen=True, slots=True)
class Shown:
    """A run as the page shows it; `share` is how many of a hundred parts are done, 0 where nobody knows."""

    number: int
    title: str
    words: str
    error: str
    is_open: bool
    # Whether there is anything to say of it beside its document.
    is_told: bool
    share: int = 0


def show(run: Run | None) -> Shown | None:
    """Return a run that is going on or came to nothing as the page shows it."""
    if run is None:
        return None
    title = _TITLES.get(run.kind, "Working it out") if run.is_open else _ENDED.get(run.state, "It is done")
    words = _WAITING if run.state == "asked" else _level(run.progress)
    is_told = run.is_open or (run.state in _ENDED and run.document is None)
    return Shown(run.number, title, words, run.error, run.is_open, is_told, _share(run.progress))


def _level(progress: Mapping[str, object]) -> str:
    return _LEVELS.get(str(progress.get("level", "")), _WORKING)


def _share(progress: Mapping[str, object]) -> int:
    """Return the part done where the worker counts it: 40%, or 20000 of 100000."""
    found = _COUNTED.fullmatch(str(progress.get("value", "")))
    if found is None:
        return 0
    done, most = int(found[1]), int(found[2] or 100)
    return min(100, 100 * done // most) if most else 0
