"""The picture of what rests on what: one box for every node, what people use at the left. Drawn here, as SVG.

Every box is a link to what fails with it, so the keyboard reaches all of it; what a colour says stands in the
box's words as well.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from django.utils.safestring import SafeString, mark_safe

from fullscore.engine.estate.graph import Graph, Node, State
from fullscore.engine.estate.graph_layout import Layout, Spot

_ROW, _HIGH, _GAP, _EDGE = 40, 30, 44, 2
_WIDEST, _NARROWEST, _PAGE = 250, 150, 1076
_LETTER, _PADDING = 6.7, 20
_STATES = {State.DOWN: "down", State.DEGRADED: "worse", State.UP: "up"}
_SAID = {"down": "down", "worse": "worse than usual", "up": "stays up", "asked": "fails"}


_Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where boxes stand: their width, and how many rows each column has."""

    width: float
    rows: Mapping[int, int]
    most: int

    def column(self, left: float) -> int:
        return round((left - _EDGE) / (self.width + _GAP))

    def corner(self, spot: Spot) -> tuple[float, float]:
        beside = (self.most - self.rows[spot.column]) / 2
        return _EDGE + spot.column * (self.width + _GAP), _EDGE + (spot.row + beside) * _ROW


def draw(layout: Layout, graph: Graph, states: Mapping[Node, State], asked: Collection[Node]) -> SafeString:
    """Return the picture; nothing to draw is no picture."""
    if not layout.spots:
        return mark_safe("")
    rows = {spot.column: 0 for spot in layout.spots}
    for column in [*(spot.column for spot in layout.spots), *(column for _, column in layout.bends)]:
        rows[column] += 1
    fits = (_PAGE - _GAP * (layout.columns - 1) - 2 * _EDGE) / layout.columns
    frame = _Frame(round(min(_WIDEST, max(_NARROWEST, fits)), 1), rows, layout.rows)
    places = {spot.node: frame.corner(spot) for spot in layout.spots}
    wide = round(layout.columns * (frame.width + _GAP) - _GAP + 2 * _EDGE)
    high = layout.rows * _ROW
    lines = "".join(
        _line(pair, layout, places, frame, is_hit=states.get(pair[1]) is State.DOWN and pair[0] in states)
        for pair in sorted(layout.pairs, key=lambda pair: states.get(pair[1], State.UP))
    )
    boxes = "".join(
        _box(
            node,
            place,
            frame.width,
            graph,
            state="asked" if node in asked else _STATES[states.get(node, State.UP)],
        )
        for node, place in places.items()
    )
    label = f"What rests on what: {len(layout.spots)} boxes, each a link"
    return mark_safe(  # noqa: S308  every text goes through escape
        f'<svg class="net" role="group" aria-label="{label}" viewBox="0 0 {wide} {high}" width="{wide}"'
        f' height="{high}" xmlns="http://www.w3.org/2000/svg"><g aria-hidden="true">{lines}</g>{boxes}</svg>'
    )


def _line(
    pair: tuple[Node, Node], layout: Layout, places: Mapping[Node, _Place], frame: _Frame, *, is_hit: bool
) -> str:
    """Return the line of a pair, through the places left free in the columns between."""
    (left, top), (right, bottom) = places[pair[0]], places[pair[1]]
    role, middle = "hit" if is_hit else "rests", _HIGH / 2
    begin = left + frame.width
    if right <= left:  # a circle: out at the right and back in at the right
        bend = begin + _GAP * 0.7
        ends = f"{bend},{bottom + middle} {right + frame.width},{bottom + middle}"
        return f'<path class="{role}" d="M{begin},{top + middle}C{bend},{top + middle} {ends}"/>'
    path, at, high = f"M{begin},{top + middle}", begin, top + middle
    for column in range(frame.column(left) + 1, frame.column(right)):
        x, y = frame.corner(Spot("", column, layout.bends[pair[1], column]))
        path += f"{_curve(at, high, x, y + middle)}H{x + frame.width}"
        at, high = x + frame.width, y + middle
    return f'<path class="{role}" d="{path}{_curve(at, high, right, bottom + middle)}"/>'


def _curve(left: float, top: float, right: float, bottom: float) -> str:
    half = round((left + right) / 2, 1)
    return f"C{half},{top} {half},{bottom} {right},{bottom}"


def _box(
    node: Node, place: tuple[float, float], width: float, graph: Graph, *, state: str
) -> str:  # fmt: skip
    name = graph.called(node)
    room = int((width - _PADDING) / _LETTER)
    shown = name if len(name) <= room else f"{name[: room - 1].rstrip()}…"
    left, top = round(place[0], 1), round(place[1], 1)
    said = escape(f"{name}: {_SAID[state]}")
    return (
        f'<a href="?of={quote(node, safe="")}" class="n-{state}"><title>{said}</title>'
        f'<rect x="{left}" y="{top}" width="{width}" height="{_HIGH}" rx="6"/>'
        f'<text x="{left + _PADDING / 2}" y="{top + 19.5}">{escape(shown)}</text></a>'
    )
