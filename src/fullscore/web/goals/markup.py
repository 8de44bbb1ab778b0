"""Markup of what a plan repeats by the hundred: lines of sums, marks of drawings, rows behind a figure.

A template's loop takes ten times as long for them. Every text in here goes through `escape`.
"""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe

from fullscore.web.goals.canvas import Drawing, Words
from fullscore.web.goals.sums import Line, Origin

# Between texts that are escaped in one go; no text of a document holds it.
APART = "\0"


def drawn(drawing: Drawing, shape: str, label: str) -> SafeString:
    """Return a drawing as one SVG; `shape` says on which screens it is shown, `label` what it tells."""
    layers = "".join(f'<path class="c-{one.role}" d="{one.path}"/>' for one in drawing.layers)
    words = "".join(_word(one) for one in drawing.words)
    return mark_safe(  # noqa: S308
        f'<svg class="{shape}" role="img" aria-label="{escape(label)}" xmlns="http://www.w3.org/2000/svg"'
        f' viewBox="0 0 {drawing.width} {drawing.height}">{layers}{words}</svg>'
    )


def _word(one: Words) -> str:
    return (
        f'<text class="c-{one.role}" x="{one.x}" y="{one.y}" text-anchor="{one.anchor}">'
        f"{escape(one.text)}</text>"
    )


def lines(listed: Iterable[Line]) -> SafeString:
    """Return the rows of a sum: amount, words, and where they stand."""
    return mark_safe("".join(_line(one) for one in listed))  # noqa: S308


def _line(one: Line) -> str:
    amount, words, source = escape(APART.join((one.amount, one.words, one.source))).split(APART)
    kind = ' class="total"' if one.is_total else ' class="apart"' if one.is_first_of_days else ""
    last = f'<td class="wide-only">{source}</td>' if source else ""
    return f"<tr{kind}><td>{amount}</td><td{'' if source else ' colspan=2'}>{words}</td>{last}</tr>"


def behind(rows: Iterable[Origin], root: str) -> SafeString:
    """Return the rows a figure rests on as list items, each with the way to its page."""
    return mark_safe("".join(_origin(one, root) for one in rows))  # noqa: S308


def _origin(one: Origin, root: str) -> str:
    texts = (root + one.address, one.ref, one.words, one.where)
    address, ref, words, where = escape(APART.join(texts)).split(APART)
    return (
        f'<li><span><a class="text-decoration-underline" href="{address}">{ref}</a> {words}</span>'
        f"<span>{where}</span></li>"
    )
