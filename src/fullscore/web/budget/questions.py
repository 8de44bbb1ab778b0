"""The what-if box: what stands in it, which questions are offered beside it, and what is not understood."""

from dataclasses import dataclass
from decimal import Decimal

from fullscore.usecases.budget.values import Board
from fullscore.web.budget import whatif
from fullscore.web.budget.reading import Document, amount, is_chosen
from fullscore.web.templatetags.words import number

# Cuts people are asked for: about a tenth of what is spent, in a round sum.
_SHARE = Decimal("0.1")
_ROUND = tuple(Decimal(digit).scaleb(power) for power in range(8) for digit in ("1", "2", "5"))


@dataclass(frozen=True, slots=True)
class Box:
    text: str
    others: tuple[str, ...] = ()
    unread: str = ""


def box(board: Board, text: str | None = None, unread: str = "") -> Box:
    """Return the box with what was typed, else with what was asked last."""
    shown = whatif.question(board.cut, board.currency) if text is None else text
    return Box(shown, tuple(_offered(board)), unread)


def _offered(board: Board) -> list[str]:
    found: Document | None = board.document
    spends = amount(found["spends"][0]) if found and is_chosen(found) else Decimal(0)
    tenth = max((one for one in _ROUND if one <= spends * _SHARE), default=None)
    if tenth is None:
        return []
    return [f"Cut {number(tenth * 2)}", f"{number(tenth)} more"]
