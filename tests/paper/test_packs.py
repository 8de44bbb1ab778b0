"""Packs on paper: printed of any document, the same bytes again, and no word of it ever runs."""

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from fullscore.paper import packs
from tests.paper import example
from tests.paper.example import LONG, SAYINGS, document, empty, hostile, rich, section, table, text

Make = Callable[[str], dict[str, Any]]
POINTS = {"letter": (612, 792), "a4": (595, 842)}


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), (200, 0, 0)).save(out, form)
    return out.getvalue()


def pdf(told: dict[str, Any], logo: bytes | None = None, kind: str = "") -> PdfReader:
    return PdfReader(io.BytesIO(packs.pdf(told, logo=logo, logo_type=kind)))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def slides(told: dict[str, Any], logo: bytes | None = None, kind: str = "") -> list[Any]:
    return list(Presentation(io.BytesIO(packs.slides(told, logo=logo, logo_type=kind))).slides)


def told_by(deck: list[Any]) -> Iterator[str]:
    """Yield every word on slides: of boxes, tables and notes."""
    for slide in deck:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)
        yield slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("make", [rich, empty, hostile])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_any_document_is_printed_on_its_paper_and_as_slides(make: Make, paper: str) -> None:
    reader = pdf(make(paper))
    size = reader.pages[0].mediabox

    assert (round(size.width), round(size.height)) == POINTS[paper]
    assert len(slides(make(paper))) >= 1


def test_the_same_document_gives_the_same_bytes() -> None:
    assert packs.pdf(rich(), logo=None, logo_type="") == packs.pdf(rich(), logo=None, logo_type="")
    assert packs.slides(rich(), logo=None, logo_type="") == packs.slides(rich(), logo=None, logo_type="")


def test_what_is_written_stays_what_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example, "LONG", "w" * 200)
    told = hostile(rows=3)
    printed, shown = words_of(pdf(told)), "\n".join(told_by(slides(told)))

    for saying in SAYINGS:
        assert saying.strip() in printed, saying
        assert saying in shown, saying


def test_an_empty_document_says_what_would_fill_it() -> None:
    missing = "Type one sentence on the goals page."
    assert words_of(pdf(empty())).count(missing) > 1
    assert missing in "\n".join(told_by(slides(empty())))


def test_a_word_longer_than_a_line_runs_off_no_page() -> None:
    reader = pdf(document([section("first", text(LONG))]))
    assert len("".join(words_of(reader).split())) >= len(LONG)


def test_the_charts_of_the_slides_are_the_programs_own_and_say_their_words() -> None:
    deck = slides(rich())
    charts = [shape.chart for slide in deck for shape in slide.shapes if shape.has_chart]

    assert [len(list(chart.plots[0].series)) for chart in charts] == [3, 3, 3, 2]
    assert list(charts[0].plots[0].categories) == ["2026", "2027"]
    assert list(charts[0].plots[0].series[0].values) == [30.5, 30.5]
    assert any("In dollars." in slide.notes_slide.notes_text_frame.text for slide in deck)


def test_charts_side_by_side_share_a_slide_with_their_titles() -> None:
    (slide,) = [each for each in slides(rich()) if sum(shape.has_chart for shape in each.shapes) == 2]

    shown = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert {"What IT costs", "A year of trouble"} <= set(shown)


@pytest.mark.parametrize(("count", "is_drawn"), [(3, True), (14, False)])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_charts_stand_on_page_one_where_it_has_room_and_never_make_it_two(
    paper: str, count: int, *, is_drawn: bool
) -> None:
    blocks = (example.asks(), example.figures(4), example.pair(), example.facts(count))
    pages = pdf(document([section("first", *blocks), section("goals", text("Next."))], paper)).pages

    assert len(pages) == 2
    assert ("A year of trouble" in pages[0].extract_text()) is is_drawn
    assert "Next." in pages[1].extract_text()


def test_every_row_of_a_long_table_is_on_some_slide() -> None:
    shown = set(told_by(slides(document([section("renewals", table(3000))]))))
    assert {f"Row-{n}-begins and Row-{n}-ends" for n in range(3000)} <= shown


def test_no_clock_is_in_the_slides() -> None:
    with zipfile.ZipFile(io.BytesIO(packs.slides(rich(), logo=None, logo_type=""))) as archive:
        moments = {each.date_time for each in archive.infolist()}
    assert moments == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("kind", ["png", "jpeg", "svg"])
def test_a_logo_that_is_no_picture_is_named_and_nothing_is_printed(kind: str) -> None:
    with pytest.raises(packs.NotPrintedError, match="cannot be printed"):
        packs.pdf(rich(), logo=b"not a picture", logo_type=kind)


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_logo_that_is_one_stands_on_page_and_slides(kind: str) -> None:
    deck = slides(rich(), picture(kind), kind)

    assert len(pdf(rich(), picture(kind), kind).pages[0].images) == 1
    assert all(any(hasattr(shape, "image") for shape in slide.shapes) for slide in deck)


def test_a_drawn_logo_stands_on_the_page_and_slides_have_the_name() -> None:
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    assert packs.pdf(rich(), logo=drawn, logo_type="svg") != packs.pdf(rich(), logo=None, logo_type="")
    assert slides(rich(), drawn, "svg")
