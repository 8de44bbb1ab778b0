"""A pack as slides: the first page first, then each section; charts and tables are the program's own."""

import io
from collections.abc import Callable, Container, Mapping, Sequence
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.util import Emu, Pt

from fullscore.paper.packs import charts, fitting
from fullscore.paper.packs.fitting import BOTTOM, GAP, INK, LEFT, QUIET, ROOM, SIZE, Measured, Row
from fullscore.paper.packs.stillness import timeless

Block = Mapping[str, Any]
WIDE, HIGH, LOGO = Emu(12192000), Emu(6858000), Emu(2200000)
BRAND, _BLANK, _LONG_TITLE, _LONG_FIGURE = "2f52cc", 6, 62, 11


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
            "bars": self._bars, "curve": self._curve, "pair": self._pair, "asks": self._asks,
            "quarters": self._quarters, "terms": self._terms,
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
        self, words: str, top: int, *, size: int, is_bold: bool = False, colour: RGBColor = INK,
        left: Emu = LEFT, wide: Emu = ROOM,
    ) -> int:  # fmt: skip
        """Write over the whole width, or as much as is said; return where it ends."""
        lines, shown = fitting.fitting(words, wide, size, 2 if wide == ROOM else 3)
        frame = self.slide.shapes.add_textbox(left, Emu(top), wide, fitting.tall(lines, size)).text_frame
        frame.word_wrap = True
        fitting.fill(frame, shown, size=size, is_bold=is_bold, colour=colour)
        return top + fitting.tall(lines, size)

    def _head(self, words: str | None, needed: int) -> None:
        """Write what a block is called where it fits with its first lines, else on a new slide."""
        if self.slide is None or self.top + needed + (420000 if words else 0) > BOTTOM:
            self._begin()
        if words and words != self.title:
            self.top = self._write(words, self.top + 80000, size=15, is_bold=True)

    def _grid(
        self, rows: Sequence[Row], shares: Sequence[float], head: str | None = None, *,
        has_head: bool = False, strong: Container[int] = (),
    ) -> None:  # fmt: skip
        """Add tables of some rows each; a cell is its words and whether they stand at the right."""
        made = [fitting.measured(row, shares) for row in rows]
        if not made or not shares:
            return
        heading = made[:1] if has_head else []
        bold = {id(each) for place, each in enumerate(made) if place in strong or (has_head and place == 0)}
        rest = made[len(heading) :]
        self._head(head, sum(high for high, _ in (*heading, *rest[:2])))
        while True:
            some = max(1, fitting.held(rest, BOTTOM - self.top - sum(high for high, _ in heading)))
            # A total never stands alone on a slide.
            some -= 1 < some == len(rest) - 1
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
        for row, made in zip(table.rows, rows, strict=True):
            row.height = Emu(made[0])
            for cell, (words, is_end) in zip(row.cells, made[1], strict=True):
                cell.fill.background()
                cell.margin_top = cell.margin_bottom = Emu(30000)
                align = PP_ALIGN.RIGHT if is_end else PP_ALIGN.LEFT
                fitting.fill(cell.text_frame, words, size=SIZE, align=align, is_bold=id(made) in bold)
        self.top += high + 100000

    def _text(self, block: Block) -> None:
        self._grid([[(block["words"], False)]], (1.0,))

    def _figures(self, block: Block) -> None:
        for some in fitting.parts(block["figures"], 4):
            self._head(None, 1400000)
            each = ROOM // len(some)
            for place, one in enumerate(some):
                self._figure(one, LEFT + each * place, each)
            self.top += 1400000

    def _figure(self, one: Mapping[str, Any], left: int, wide: int) -> None:
        size = 26 if len(one["spoken"]) < _LONG_FIGURE else 16
        told = ((one["label"], 13, 0, False, 1), (one["spoken"], size, 290000, True, 1),
                (one["note"] or "", 12, 780000, False, 3))  # fmt: skip
        for words, size, down, is_bold, most in told:
            _, shown = fitting.fitting(words, wide, size, most)
            box = self.slide.shapes.add_textbox(left, Emu(self.top + down), wide, fitting.tall(most, size))
            box.text_frame.word_wrap = True
            fitting.fill(box.text_frame, shown, size=size, is_bold=is_bold, colour=INK if is_bold else QUIET)

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
        self._grid([head, *rows], fitting.shares(ends), block["title"], has_head=True, strong=strong)
        if block["note"]:
            self._grid([[(block["note"], False)]], (1.0,))

    def _bars(self, block: Block) -> None:
        if charts.is_drawn(block):
            self._alone(block)

    def _curve(self, block: Block) -> None:
        if charts.is_drawn(block):
            self._alone(block)

    def _alone(self, block: Block) -> None:
        """Give a chart a slide of its own."""
        self._begin(block["title"] or self.title, block["words"])
        self._chart(block, self.top, LEFT, ROOM)
        self._turn()

    def _pair(self, block: Block) -> None:
        """Set charts beside one another, each under its title and its words."""
        drawn = [each for each in block["charts"] if charts.is_drawn(each)]
        if not drawn:
            return
        self._begin()
        wide = Emu((ROOM - 2 * GAP * (len(drawn) - 1)) // len(drawn))
        for place, each in enumerate(drawn):
            left, top = Emu(LEFT + (wide + 2 * GAP) * place), self.top
            top = self._write(each["title"], top, size=15, is_bold=True, left=left, wide=wide)
            self._write(each["words"], top, size=12, colour=QUIET, left=left, wide=wide)
            self._chart(each, top + fitting.tall(3, 12), left, wide)
        self._turn()

    def _chart(self, block: Block, top: int, left: Emu, wide: Emu) -> None:
        high = Emu(BOTTOM - top)
        chart = self.slide.shapes.add_chart(
            charts.kind_of(block), left, Emu(top), wide, high, charts.data_of(block)
        ).chart
        chart.has_legend, chart.has_title = True, False
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        chart.font.size = Pt(12)
        charts.dress(chart, block)

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
        return timeless(out.getvalue())


def _ask(one: Mapping[str, Any]) -> Row:
    money = ", ".join(filter(None, (one["spoken"], one["yearly"])))
    return [
        (f"{one['name']}: {one['way']}", False),
        (money, False),
        (one["loses"] or "", False),
        (one["by"] or "", False),
    ]
