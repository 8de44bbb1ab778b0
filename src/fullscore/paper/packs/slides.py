"""A pack as slides: the first page first, then each section; charts and tables are the program's own."""

import io
import math
import re
import zipfile
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import accumulate, takewhile
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.util import Emu, Pt

Block = Mapping[str, Any]
WIDE, HIGH = Emu(12192000), Emu(6858000)
LEFT, ROOM, BOTTOM = Emu(560000), Emu(11072000), 6400000
GAP, LOGO, SIZE, MOST_LINES = 91440, Emu(2200000), 13, 6
INK, QUIET = RGBColor(0x18, 0x20, 0x2C), RGBColor(0x4D, 0x58, 0x68)
BRAND = "2f52cc"
COLOURS = {"run": "7d8899", "grow": "2f52cc", "secure": "c47b00", "planned": "c3cdf0", "last": "7d8899"}
_BLANK = 6
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LONG_TITLE = 62
# A letter's width, in EMU for each point of its size: Inter's average and some room.
_LETTER = 6900
Row = Sequence[tuple[str, bool]]
Measured = tuple[int, list[tuple[str, bool]]]


def pptx(document: Mapping[str, Any], logo: bytes | None, logo_type: str, root: str) -> bytes:  # noqa: ARG001  as the other press
    """Return the document as PPTX; the same document gives the same bytes."""
    deck = _Deck(document, logo if logo_type in {"png", "jpeg"} else None)
    for section in document["sections"]:
        deck.section(section)
    return deck.saved()


class _Deck:
    def __init__(self, document: Mapping[str, Any], logo: bytes | None) -> None:
        self.document, self.logo = document, logo
        self.title, self.lead = "", ""
        self.slide: Any = None
        self.top = BOTTOM
        self.show = Presentation()
        self.show.slide_width, self.show.slide_height = WIDE, HIGH
        self.colour = RGBColor.from_string((document["brand"]["colour"] or f"#{BRAND}")[1:])
        self.draw: dict[str, Callable[[Block], None]] = {
            "text": self._text, "figures": self._figures, "facts": self._facts, "table": self._table,
            "bars": self._bars, "curve": self._curve, "asks": self._asks, "quarters": self._quarters,
            "terms": self._terms,
        }  # fmt: skip

    def section(self, section: Mapping[str, Any]) -> None:
        """Add a section: its blocks below each other on as many slides as they take, charts on their own."""
        is_first = section["key"] == "first"
        self.title = self.document["title"] if is_first else section["title"]
        self.lead = (self.document["lead"] if is_first else section["lead"]) or ""
        self._turn()
        if section["missing"]:
            self._grid([[(section["missing"], False)]], (1.0,))
        for block in section["blocks"]:
            self.draw[block["type"]](block)
        if self.slide is None and (is_first or self.lead):
            self._begin()

    def _turn(self) -> None:
        """Leave the slide: what follows begins a new one."""
        self.slide, self.top = None, BOTTOM

    def _begin(self, title: str = "", words: str = "") -> None:
        """Begin a slide; the lead of a section stands on its first one only."""
        self.slide = self.show.slides.add_slide(self.show.slide_layouts[_BLANK])
        mark = self.slide.shapes.add_shape(1, LEFT + GAP, Emu(380000), Emu(640000), Emu(48000))
        mark.fill.solid()
        mark.fill.fore_color.rgb = self.colour
        mark.line.fill.background()
        said, self.lead = words or self.lead, "" if not words else self.lead
        named = title or self.title
        self.top = self._write(named, 440000, size=26 if len(named) < _LONG_TITLE else 20, is_bold=True)
        if said:
            self.top = self._write(said, self.top, size=14, colour=QUIET)
        self.top += 120000
        self._foot()
        self.slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, (named, said)))

    def _foot(self) -> None:
        at = self.document["issued_at"]
        words = f"{self.document['name'][:100]}. {'Frozen ' + at[:10] if at else 'Draft'}."
        self._write(words, 6460000, size=10, colour=QUIET)
        if self.logo:
            self._picture(self.logo)

    def _picture(self, logo: bytes) -> None:
        """Set the logo at the upper right, never wider than its corner."""
        try:
            shape = self.slide.shapes.add_picture(io.BytesIO(logo), 0, 0, height=Emu(300000))
        except (OSError, ValueError, SyntaxError, KeyError, AttributeError, ZeroDivisionError) as error:
            raise ValueError("The logo is not a picture that can be read.") from error
        if shape.width > LOGO:
            shape.width, shape.height = LOGO, int(shape.height * LOGO / shape.width)
        shape.left, shape.top = LEFT + ROOM - GAP - shape.width, Emu(140000)

    def _write(
        self, words: str, top: int, *, size: int, is_bold: bool = False, colour: RGBColor = INK
    ) -> int:
        """Write over the whole width; return where it ends."""
        lines, shown = _fitting(words, ROOM, size, 2)
        frame = self.slide.shapes.add_textbox(LEFT, Emu(top), ROOM, _high(lines, size)).text_frame
        frame.word_wrap = True
        _fill(frame, shown, size=size, is_bold=is_bold, colour=colour)
        return top + _high(lines, size)

    def _head(self, words: str | None, needed: int) -> None:
        """Write what a block is called where it fits with its first lines, else on a new slide."""
        if self.slide is None or self.top + needed + (420000 if words else 0) > BOTTOM:
            self._begin()
        if words and words != self.title:
            self.top = self._write(words, self.top + 80000, size=15, is_bold=True)

    def _grid(
        self, rows: Sequence[Row], shares: Sequence[float], head: str | None = None, *, has_head: bool = False,
        strong: Container[int] = (),
    ) -> None:  # fmt: skip
        """Add tables of some rows each; a cell is its words and whether they stand at the right."""
        made = [_measured(row, shares) for row in rows]
        if not made or not shares:
            return
        heading = made[:1] if has_head else []
        bold = {id(each) for place, each in enumerate(made) if place in strong or (has_head and place == 0)}
        rest = made[len(heading) :]
        self._head(head, sum(high for high, _ in (*heading, *rest[:2])))
        while True:
            some = max(1, _held(rest, BOTTOM - self.top - sum(high for high, _ in heading)))
            self._rows([*heading, *rest[:some]], shares, bold)
            rest = rest[some:]
            if not rest:
                return
            self._begin()

    def _rows(self, rows: Sequence[Measured], shares: Sequence[float], bold: Container[int]) -> None:
        high = sum(each for each, _ in rows)
        shape = self.slide.shapes.add_table(len(rows), len(shares), LEFT, Emu(self.top), ROOM, Emu(high))
        table = shape.table
        table.first_row = table.horz_banding = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Emu(int(ROOM * share))
        for row, measured in zip(table.rows, rows, strict=True):
            row.height = Emu(measured[0])
            for cell, (words, is_end) in zip(row.cells, measured[1], strict=True):
                cell.fill.background()
                cell.margin_top = cell.margin_bottom = Emu(30000)
                align = PP_ALIGN.RIGHT if is_end else PP_ALIGN.LEFT
                _fill(cell.text_frame, words, size=SIZE, align=align, is_bold=id(measured) in bold)
        self.top += high + 100000

    def _text(self, block: Block) -> None:
        self._grid([[(block["words"], False)]], (1.0,))

    def _figures(self, block: Block) -> None:
        for some in _parts(block["figures"], 4):
            self._head(None, 1400000)
            each = ROOM // len(some)
            for place, one in enumerate(some):
                self._figure(one, LEFT + each * place, each)
            self.top += 1400000

    def _figure(self, one: Mapping[str, Any], left: int, wide: int) -> None:
        told = ((one["label"], 13, 0, False, 1), (one["spoken"], 26, 290000, True, 1),
                (one["note"] or "", 12, 780000, False, 3))  # fmt: skip
        for words, size, down, is_bold, most in told:
            _, shown = _fitting(words, wide, size, most)
            box = self.slide.shapes.add_textbox(left, Emu(self.top + down), wide, _high(most, size))
            box.text_frame.word_wrap = True
            _fill(box.text_frame, shown, size=size, is_bold=is_bold, colour=INK if is_bold else QUIET)

    def _facts(self, block: Block) -> None:
        """Add facts: their words with a word or figure at their right."""
        rows = [[(each["words"], False), (each["spoken"] or "", True)] for each in block["items"]]
        if not any(each["spoken"] for each in block["items"]):
            rows = [row[:1] for row in rows]
        self._grid(rows, (0.7, 0.3)[: len(rows[0])] if rows and len(rows[0]) > 1 else (1.0,), block["title"])

    def _table(self, block: Block) -> None:
        ends = [column["align"] == "end" for column in block["columns"]]
        head = [(column["label"], is_end) for column, is_end in zip(block["columns"], ends, strict=True)]
        rows = [
            [(cell["words"], is_end) for cell, is_end in zip(row["cells"], ends, strict=True)]
            for row in block["rows"]
        ]
        strong = {place for place, row in enumerate(block["rows"], start=1) if row["kind"]}
        self._grid([head, *rows], _shares(ends), block["title"], has_head=True, strong=strong)
        if block["note"]:
            self._grid([[(block["note"], False)]], (1.0,))

    def _bars(self, block: Block) -> None:
        if not block["bars"] or not block["series"]:
            return
        data = CategoryChartData()
        data.categories = [bar["label"] for bar in block["bars"]]
        for place, series in enumerate(block["series"]):
            data.add_series(series["label"], [bar["values"][place] for bar in block["bars"]])
        chart = self._chart(block, XL_CHART_TYPE.COLUMN_STACKED, data)
        chart.value_axis.tick_labels.number_format = "#,##0"
        chart.value_axis.tick_labels.number_format_is_linked = False
        for series, told in zip(chart.plots[0].series, block["series"], strict=True):
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = RGBColor.from_string(COLOURS.get(told["key"], COLOURS["run"]))

    def _curve(self, block: Block) -> None:
        if not block["points"]:
            return
        data = XyChartData()
        told = {"What a year costs more than": block["points"], "What can be borne": block["bearable"]}
        for name, points in ((name, points) for name, points in told.items() if points):
            series = data.add_series(name)
            for amount, chance in points:
                series.add_data_point(amount, chance)
        chart = self._chart(block, XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, data)
        for axis, form in ((chart.category_axis, "#,##0"), (chart.value_axis, "0%")):
            axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False
        chart.value_axis.maximum_scale, chart.value_axis.minimum_scale = 1.0, 0.0

    def _chart(self, block: Block, kind: Any, data: Any) -> Any:  # noqa: ANN401  the library has no types
        self._begin(block["title"] or self.title, block["words"])
        high = Emu(BOTTOM - self.top)
        chart = self.slide.shapes.add_chart(kind, LEFT, Emu(self.top), ROOM, high, data).chart
        self._turn()
        chart.has_legend, chart.has_title = True, False
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.font.size = Pt(12)
        return chart

    def _asks(self, block: Block) -> None:
        head = [("We ask you to decide", False), ("Costs", False), ("Without it", False), ("By", False)]
        if block["asks"]:
            rows = [head, *(_ask(each) for each in block["asks"])]
            self._grid(rows, (0.46, 0.22, 0.16, 0.16), has_head=True)

    def _quarters(self, block: Block) -> None:
        rows = [
            [(quarter["label"] if place == 0 else "", False), (one["name"], False), (one["spoken"], True)]
            for quarter in block["quarters"] for place, one in enumerate(quarter["items"])
        ]  # fmt: skip
        self._grid(rows, (0.14, 0.62, 0.24), block["title"])

    def _terms(self, block: Block) -> None:
        self._grid(
            [[(each["term"], False), (each["meaning"], False)] for each in block["items"]], (0.26, 0.74)
        )

    def saved(self) -> bytes:
        """Return the file; every moment in it is that of the pack."""
        core, at = self.show.core_properties, self.document["issued_at"] or f"{self.document['on']}T00:00:00"
        core.title, core.author = self.document["title"][:255], self.document["name"][:255]
        core.created = core.modified = datetime.fromisoformat(at).replace(tzinfo=None)
        core.last_modified_by = "Fullscore"
        out = io.BytesIO()
        self.show.save(out)
        return _timeless(out.getvalue())


def _ask(one: Mapping[str, Any]) -> Row:
    money = ", ".join(filter(None, (one["spoken"], one["yearly"])))
    return [
        (f"{one['name']}: {one['way']}", False),
        (money, False),
        (one["loses"] or "", False),
        (one["by"] or "", False),
    ]


def _parts(items: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    for first in range(0, len(items), most):
        yield items[first : first + most]


def _held(rows: Sequence[Measured], room: int) -> int:
    """Return how many rows fit into the room."""
    ends = accumulate(high for high, _ in rows)
    return sum(1 for _ in takewhile(lambda end: end <= room, ends))


def _shares(ends: Sequence[bool]) -> list[float]:
    """Return how wide each column is: words have twice the room of figures."""
    weights = [1.0 if is_end else 2.0 for is_end in ends]
    return [weight / sum(weights) for weight in weights]


def _measured(row: Row, shares: Sequence[float]) -> Measured:
    """Return how high a row is and its cells' words, each cut where it would take half a slide."""
    told = [(*_fitting(words, int(ROOM * share), SIZE, MOST_LINES), is_end)
            for (words, is_end), share in zip(row, shares, strict=True)]  # fmt: skip
    high = _high(max((lines for lines, _, _ in told), default=1), SIZE) + 20000
    return high, [(words, is_end) for _, words, is_end in told]


def _fitting(words: str, wide: int, size: int, most: int) -> tuple[int, str]:
    """Return how many lines words take at most, and the words; cut with dots where they take more."""
    each = max(2, int((wide - 2 * GAP) / (size * _LETTER)))
    lines = sum(max(1, math.ceil(len(line) / each)) for line in words.split("\n"))
    if lines <= most:
        return lines, words
    return most, " ".join(words.split())[: each * most - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _high(lines: int, size: int) -> Emu:
    return Emu(int(lines * size * 12700 * 1.22) + 92000)


def _fill(
    frame: Any, words: str, *, size: int, is_bold: bool = False, colour: RGBColor = INK,  # noqa: ANN401
    align: Any = PP_ALIGN.LEFT,  # noqa: ANN401
) -> None:  # fmt: skip
    frame.text = words
    for paragraph in frame.paragraphs:
        paragraph.alignment = align
        paragraph.font.size, paragraph.font.bold = Pt(size), is_bold
        paragraph.font.color.rgb = colour
        paragraph.font.name = "Inter"


def _timeless(content: bytes) -> bytes:
    """Return the same archive with no clock in it; charts carry workbooks, which are archives too."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as made:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(part, _still(name, source.read(name)))
    return out.getvalue()


def _still(name: str, content: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return _timeless(content)
    # A workbook in a chart says when it was made; nobody asks it.
    return _CLOCK.sub(b"2000-01-01T00:00:00Z", content) if name == "docProps/core.xml" else content
