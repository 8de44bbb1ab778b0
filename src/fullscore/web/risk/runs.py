"""How far bad years are that are being worked out, as the page shows it."""

from dataclasses import dataclass

from fullscore.usecases.risk.values import Run
from fullscore.web.templatetags.words import number


@dataclass(frozen=True, slots=True)
class Shown:
    """A run as the page shows it; `share` is how many of a hundred parts are done."""

    number: int
    is_open: bool
    words: str
    share: int
    error: str


def show(run: Run) -> Shown:
    done, of = _years(run)
    words = "Waiting for the worker to begin."
    if run.state == "running":
        words = f"{number(done)} of at most {number(of)} years." if done else "Drawing the first years."
    return Shown(run.number, run.is_open, words, 100 * done // of if of else 0, run.error)


def _years(run: Run) -> tuple[int, int]:
    """Return the years drawn and the most that are drawn; (0, 0) before the first."""
    done, _, of = str(run.progress.get("value", "")).partition("/")
    return (int(done), int(of)) if done.isdecimal() and of.isdecimal() else (0, 0)
