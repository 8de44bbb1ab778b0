"""The plain half of a letter: every reader shows it, and nothing in it needs the other half."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from fullscore.post.digests import words
from fullscore.post.digests.values import Content, Line

_WIDTH = 76
_INDENT = "   "


def plain(content: Content) -> str:
    """Return the whole letter as text."""
    return "\n".join(_lines(content)).rstrip() + "\n"


def _lines(content: Content) -> Iterator[str]:
    yield from (f"{content.organisation}, {words.long_day(content.on)}", "")
    yield from _folded(words.answer(content))
    yield ""
    if content.is_brief:
        yield from _part("TO DECIDE", content.deciding, content)
        yield from _part("FIRST ON THE LIST", content.lines, content)
    else:
        yield from _part("", content.lines, content)
    if content.more:
        yield from (words.more(content), "")
    if content.page:
        yield from (f"Today: {content.page}", "")
    yield from content.sums
    yield from ("", "-- ", content.when)
    yield from _ways(content)


def _part(name: str, lines: Sequence[Line], content: Content) -> Iterator[str]:
    if name and lines:
        yield from (name, "")
    for number, line in enumerate(lines, start=1):
        yield from _line(number, line, content)
        yield ""


def _line(number: int, line: Line, content: Content) -> Iterator[str]:
    yield from _folded(f"{number}. {line.title}", _INDENT, "")
    yield from _folded(line.why, _INDENT)
    yield from _folded(
        f"{words.by_when(line, content.on)}; {words.waiting(line, content.currency)}.", _INDENT
    )
    for link in line.links:
        yield f"{_INDENT}{link.word}: {link.address or '(a link, in the mail itself)'}"


def _ways(content: Content) -> Iterator[str]:
    if content.settings:
        yield f"Change it: {content.settings}"
    if content.stop:
        yield f"Stop it: {content.stop}"


def _folded(text: str, indent: str = "", first: str | None = None) -> list[str]:
    # Addresses stand on lines of their own: a folded one could not be pressed.
    start = indent if first is None else first
    return wrap(" ".join(text.split()), _WIDTH, initial_indent=start, subsequent_indent=indent)
