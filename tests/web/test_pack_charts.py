"""Charts of a pack as a page draws them: the figures said are those marked, and older packs are drawn too."""

import re

from fullscore.web.reports import charts, showing
from tests.paper.example import bars, curve, curves, document, pair, section


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg)


def test_the_figure_beside_the_curve_is_the_one_the_pack_says() -> None:
    wide, narrow = charts.curve(curves())

    assert "$9,000 in one year of 10" in words(wide)
    assert "$9,000" in words(narrow)


def test_two_curves_are_told_apart_by_the_legend() -> None:
    assert charts.said(curves()) == [
        ("net", "now: $9000"), ("curve", "then: $4500"), ("post", "borne: $60000"),
    ]  # fmt: skip
    assert 'class="c-net"' in charts.curve(curves())[0]


def test_a_curve_of_an_older_pack_has_no_second_line_and_no_legend() -> None:
    drawn = charts.curve(curve())[0]

    assert 'class="c-curve"' in drawn
    assert 'class="c-net"' not in drawn
    assert charts.said(curve()) == []


def test_charts_that_share_a_line_are_drawn_for_half_of_it() -> None:
    (shown,) = showing.sections(document([section("first", pair())]))
    drawn = [chart["drawn"][0] for chart in shown["blocks"][0]["charts"]]

    assert [re.findall(r'viewBox="0 0 (\d+)', svg) for svg in drawn] == [["480"], ["480"]]


def test_a_chart_alone_has_the_whole_line() -> None:
    (shown,) = showing.sections(document([section("first", {"type": "pair", "charts": [bars()]})]))
    assert 'viewBox="0 0 980' in shown["blocks"][0]["charts"][0]["drawn"][0]


def test_a_chart_with_nothing_in_it_is_left_out() -> None:
    (shown,) = showing.sections(document([section("first", {**curve(), "points": []})]))
    assert "drawn" not in shown["blocks"][0]
