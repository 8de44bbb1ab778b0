"""A pack as slides: the first page first, then each section; charts and tables are the program's own."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.util import Emu, Pt

Block = Mapping[str, Any]
WIDE, HIGH = Emu(12192000), Emu(6858000)
LEFT, TOP, ROOM = Emu(560000), Emu(1500000), Emu(11072000)
INK, QUIET = RGBColor(0x18, 0x20, 0x2C), RGBColor(0x4D, 0x58, 0x68)
BRAND = "2f52cc"
COLOURS = {"run": "7d8899", "grow": "2f52cc", "secure": "c47b00", "planned": "c3cdf0", "last": "7d8899"}
ROWS, LINES = 11, 9
_BLANK = 6
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_MOST = 400


def pptx(document: Mapping[str, Any], logo: bytes | None, logo_type: str, root: str) -> bytes:  # noqa: ARG001  as the other press
    """Return the document as PPTX; the same document gives the same bytes."""
    deck = _Deck(document, logo if logo_type in {"png", "jpeg"} else None)
    for section in document["sections"]:
        deck.section(section)
    return deck.saved()


class _Deck:
    def __init__(self, document: Mapping[str, Any], logo: bytes | None) -> None:
        self.document, self.logo = document, logo
        self.lead: str | None = None
        self.show = Presentation()
        self.show.slide_width, self.show.slide_height = WIDE, HIGH
        self.colour = RGBColor.from_string((document["brand"]["colour"] or f"#{BRAND}")[1:])
        self.draw: dict[str, Callable[[str, Block], None]] = {
            "text": self._text, "figures": self._figures, "facts": self._facts, "table": self._table,
            "bars": self._bars, "curve": self._curve, "asks": self._asks, "quarters": self._quarters,
            "terms": self._terms,
        }  # fmt: skip

    def section(self, section: Mapping[str, Any]) -> None:
        """Add a section: one slide for each of its blocks, and for each part of a long one."""
        is_first = section["key"] == "first"
        title = self.document["title"] if is_first else section["title"]
        lead = self.document["lead"] if is_first else section["lead"]
        if section["missing"] or (lead and not is_first and not section["blocks"]):
            self._lines(title, [(section["missing"] or lead, "")])
        for place, block in enumerate(section["blocks"]):
            self.lead = lead if place == 0 else None
            self.draw[block["type"]](title, block)

    def _slide(self, title: str, words: str = "") -> Any:  # noqa: ANN401  the library has no types
        slide = self.show.slides.add_slide(self.show.slide_layouts[_BLANK])
        mark = slide.shapes.add_shape(1, LEFT, Emu(380000), Emu(640000), Emu(48000))
        mark.fill.solid()
        mark.fill.fore_color.rgb = self.colour
        mark.line.fill.background()
        _write(slide, title, LEFT, Emu(440000), ROOM, Emu(620000), size=26, is_bold=True)
        if words or self.lead:
            said = words or self.lead or ""
            _write(slide, said, LEFT, Emu(1020000), ROOM, Emu(420000), size=14, colour=QUIET)
        self._foot(slide)
        slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, (title, words or self.lead)))
        return slide

    def _foot(self, slide: Any) -> None:  # noqa: ANN401  as above
        at = self.document["issued_at"]
        words = f"{self.document['name']}. {'Frozen ' + at[:10] if at else 'Draft'}."
        _write(slide, words, LEFT, Emu(6420000), ROOM, Emu(300000), size=10, colour=QUIET)
        if self.logo:
            slide.shapes.add_picture(io.BytesIO(self.logo), Emu(10900000), Emu(330000), height=Emu(420000))

    def _lines(self, title: str, items: Sequence[tuple[str, str]], words: str = "") -> None:
        """Add slides of lines with a word or figure at their right."""
        for some in _parts(items, LINES):
            rows = [[(left, False), (right, True)] for left, right in some]
            self._grid(self._slide(title, words), rows, (0.72, 0.28))

    def _grid(self, slide: Any, rows: Sequence[Sequence[tuple[str, bool]]], shares: Sequence[float]) -> None:  # noqa: ANN401
        """Add a table; each cell is its words and whether they stand at the right."""
        shape = slide.shapes.add_table(len(rows), len(shares), LEFT, TOP, ROOM, Emu(380000 * len(rows)))
        table = shape.table
        table.first_row = table.horz_banding = False
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Emu(int(ROOM * share))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, (words, is_end) in zip(row.cells, cells, strict=True):
                cell.fill.background()
                _fill(cell.text_frame, words, size=13, align=PP_ALIGN.RIGHT if is_end else PP_ALIGN.LEFT)

    def _text(self, title: str, block: Block) -> None:
        self._lines(title, [(block["words"], "")])

    def _figures(self, title: str, block: Block) -> None:
        slide = self._slide(title)
        each = ROOM // max(1, len(block["figures"]))
        for place, one in enumerate(block["figures"]):
            left = LEFT + each * place
            _write(slide, one["label"], left, TOP, each, Emu(400000), size=14, colour=QUIET)
            _write(slide, one["spoken"], left, TOP + Emu(380000), each, Emu(700000), size=30, is_bold=True)
            _write(
                slide, one["note"] or "", left, TOP + Emu(1080000), each, Emu(700000), size=13, colour=QUIET
            )

    def _facts(self, title: str, block: Block) -> None:
        items = [(each["words"], each["spoken"] or "") for each in block["items"]]
        self._lines(block["title"] or title, items, title if block["title"] else "")

    def _table(self, title: str, block: Block) -> None:
        ends = [column["align"] == "end" for column in block["columns"]]
        head = [(column["label"], is_end) for column, is_end in zip(block["columns"], ends, strict=True)]
        shares = _shares(ends)
        for some in _parts(block["rows"], ROWS):
            rows = [
                head,
                *(
                    [(cell["words"], is_end) for cell, is_end in zip(row["cells"], ends, strict=True)]
                    for row in some
                ),
            ]
            self._grid(self._slide(block["title"] or title, block["note"] or ""), rows, shares)

    def _bars(self, title: str, block: Block) -> None:
        data = CategoryChartData()
        data.categories = [bar["label"] for bar in block["bars"]]
        for place, series in enumerate(block["series"]):
            data.add_series(series["label"], [bar["values"][place] for bar in block["bars"]])
        chart = self._chart(title, block, XL_CHART_TYPE.COLUMN_STACKED, data)
        for series, told in zip(chart.plots[0].series, block["series"], strict=True):
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = RGBColor.from_string(COLOURS.get(told["key"], COLOURS["run"]))

    def _curve(self, title: str, block: Block) -> None:
        data = XyChartData()
        series = data.add_series("What a year costs more than")
        for amount, chance in block["points"]:
            series.add_data_point(amount, chance)
        if block["bearable"]:
            borne = data.add_series("What can be borne")
            for amount, chance in block["bearable"]:
                borne.add_data_point(amount, chance)
        self._chart(title, block, XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, data)

    def _chart(self, title: str, block: Block, kind: Any, data: Any) -> Any:  # noqa: ANN401  as above
        slide = self._slide(block["title"] or title, block["words"])
        chart = slide.shapes.add_chart(kind, LEFT, TOP, ROOM, Emu(4700000), data).chart
        chart.has_legend = True
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.font.size = Pt(12)
        return chart

    def _asks(self, title: str, block: Block) -> None:
        head = [("We ask you to decide", False), ("Costs", False), ("Without it", False), ("By", False)]
        for some in _parts(block["asks"], LINES // 2 + 1):
            rows = [head, *(_ask(each) for each in some)]
            self._grid(self._slide(title), rows, (0.46, 0.24, 0.16, 0.14))

    def _quarters(self, title: str, block: Block) -> None:
        items = [
            (one["name"], f"{quarter['label']}, {one['spoken']}")
            for quarter in block["quarters"] for one in quarter["items"]
        ]  # fmt: skip
        self._lines(block["title"] or title, items, block["words"])

    def _terms(self, title: str, block: Block) -> None:
        for some in _parts(block["items"], LINES):
            rows = [[(each["term"], False), (each["meaning"], False)] for each in some]
            self._grid(self._slide(title), rows, (0.26, 0.74))

    def saved(self) -> bytes:
        """Return the file; every moment in it is that of the pack."""
        core, at = self.show.core_properties, self.document["issued_at"] or f"{self.document['on']}T00:00:00"
        core.title, core.author = self.document["title"][:255], self.document["name"][:255]
        core.created = core.modified = datetime.fromisoformat(at).replace(tzinfo=None)
        core.last_modified_by = "Fullscore"
        out = io.BytesIO()
        self.show.save(out)
        return _timeless(out.getvalue())


def _ask(one: Mapping[str, Any]) -> list[tuple[str, bool]]:
    money = ", ".join(filter(None, (one["spoken"], one["yearly"])))
    return [
        (f"{one['name']}: {one['way']}", False),
        (money, False),
        (one["loses"] or "", False),
        (one["by"] or "", False),
    ]


def _parts(items: Sequence[Any], most: int) -> Iterator[Sequence[Any]]:
    for first in range(0, max(len(items), 1), most):
        yield items[first : first + most]


def _shares(ends: Sequence[bool]) -> list[float]:
    """Return how wide each column is: words have twice the room of figures."""
    weights = [1.0 if is_end else 2.0 for is_end in ends]
    return [weight / sum(weights) for weight in weights]


def _write(  # noqa: PLR0917  a place has four sides
    slide: Any, words: str, left: int, top: int, width: int, height: int, *, size: int,  # noqa: ANN401
    is_bold: bool = False, colour: RGBColor = INK,
) -> None:  # fmt: skip
    frame = slide.shapes.add_textbox(left, top, width, height).text_frame
    frame.word_wrap = True
    _fill(frame, words, size=size, is_bold=is_bold, colour=colour)


def _fill(
    frame: Any, words: str, *, size: int, is_bold: bool = False, colour: RGBColor = INK,  # noqa: ANN401
    align: Any = PP_ALIGN.LEFT,  # noqa: ANN401
) -> None:  # fmt: skip
    """Write words as they are: what XML cannot hold is left out."""
    frame.text = "".join(letter for letter in words if letter >= " " or letter in "\n\t")[:_MOST]
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
