"""A drawing as the template needs it: one path for each colour, and words at their places.

Bars of one colour share a path: a plan's page then draws a year of months with four elements, not forty.
"""

from collections.abc import Iterable
from dataclasses import dataclass

ROUND = 2.0


@dataclass(frozen=True, slots=True)
class Layer:
    """Everything of one colour role; the look's stylesheet knows the role as `c-<role>`."""

    role: str
    path: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text at its place; `role` is its colour and size, `anchor` where it begins."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    role: str = "label"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Layers from the ground up, words on top; sizes in the drawing's own pixels."""

    width: int
    height: float
    layers: tuple[Layer, ...]
    words: tuple[Words, ...]


def layers(*pairs: tuple[str, Iterable[str]]) -> tuple[Layer, ...]:
    """Return a layer for each role that has anything to draw, in the order given."""
    joined = ((role, "".join(paths)) for role, paths in pairs)
    return tuple(Layer(role, path) for role, path in joined if path)


def bar(x: float, y: float, width: float, height: float, corner: float = ROUND) -> str:
    """Return a filled rectangle with rounded corners as a path."""
    r = round(min(corner, width / 2, height / 2), 1)
    across, down = round(width - 2 * r, 1), round(height - 2 * r, 1)
    return (
        f"M{round(x + r, 1)},{round(y, 1)}h{across}a{r},{r},0,0,1,{r},{r}v{down}a{r},{r},0,0,1,{-r},{r}"
        f"h{-across}a{r},{r},0,0,1,{-r},{-r}v{-down}a{r},{r},0,0,1,{r},{-r}z"
    )


def ring(x: float, y: float, radius: float) -> str:
    """Return a circle as a path."""
    across = round(2 * radius, 2)
    return (
        f"M{round(x - radius, 2)},{y}a{radius},{radius},0,1,0,{across},0a{radius},{radius},0,1,0,{-across},0z"
    )


def upright(x: float, top: float, bottom: float) -> str:
    return f"M{x},{top}V{bottom}"


def level(y: float, left: float, right: float) -> str:
    return f"M{left},{round(y, 1)}H{right}"
