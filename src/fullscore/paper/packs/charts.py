"""What the charts of a pack show, as data of the slides' own charts: bars by series, and a curve of risk."""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.util import Pt

Block = Mapping[str, Any]
_COLOURS = {"run": "7d8899", "grow": "2f52cc", "secure": "c47b00", "planned": "c3cdf0", "last": "7d8899"}
_INK = "18202c"
_MARK = 9  # points
_RAREST, _FAR = 1 / 200, 3
Point = Sequence[float]


def is_drawn(block: Block) -> bool:
    """Return whether there is anything to draw."""
    return bool(block["bars"] and block["series"]) if block["type"] == "bars" else bool(block["points"])


def kind_of(block: Block) -> XL_CHART_TYPE:
    if block["type"] == "bars":
        return XL_CHART_TYPE.COLUMN_STACKED
    return XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS


def data_of(block: Block) -> Any:  # noqa: ANN401  the library has no types
    return _bars(block) if block["type"] == "bars" else _curve(block)


def dress(chart: Any, block: Block) -> None:  # noqa: ANN401  as above
    """Give the axes whole amounts and each series its colour."""
    (_dress_bars if block["type"] == "bars" else _dress_curve)(chart, block)


def _bars(block: Block) -> Any:  # noqa: ANN401  as above
    """Return the values of each series, bar by bar."""
    data = CategoryChartData()
    data.categories = [bar["label"] for bar in block["bars"]]
    for place, series in enumerate(block["series"]):
        data.add_series(series["label"], [bar["values"][place] for bar in block["bars"]])
    return data


def _dress_bars(chart: Any, block: Block) -> None:  # noqa: ANN401  as above
    chart.value_axis.tick_labels.number_format = "#,##0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    for series, told in zip(chart.plots[0].series, block["series"], strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(_COLOURS.get(told["key"], _COLOURS["run"]))


def _lines(block: Block) -> dict[str, Any]:
    """Return what is drawn by its role: a curve now, one with the proposals, and what can be borne."""
    now, then = _seen(block["points"]), _seen(block.get("then", ()))
    # What can be borne far beyond every year drawn would leave the curve no room.
    reach = _FAR * max((amount for amount, _ in (*now, *then)), default=0)
    told = {"now": now, "then": then, "borne": [each for each in block["bearable"] if each[0] <= reach]}
    return {role: points for role, points in told.items() if points}


def _seen(points: Sequence[Point]) -> Sequence[Point]:
    return [each for each in points if each[1] >= _RAREST] or points


def _curve(block: Block) -> Any:  # noqa: ANN401  as above
    """Return how likely a year costs more than each amount, beside what can be borne."""
    named = {"now": "As things are", "then": "With the proposals", "borne": "What you can live with"}
    data = XyChartData()
    for role, points in _lines(block).items():
        series = data.add_series(named[role])
        for amount, chance in points:
            series.add_data_point(amount, chance)
    return data


def _dress_curve(chart: Any, block: Block) -> None:  # noqa: ANN401  as above
    for axis, form in ((chart.category_axis, "#,##0"), (chart.value_axis, "0%")):
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False
    chart.value_axis.maximum_scale, chart.value_axis.minimum_scale = 1.0, 0.0
    lines = _lines(block)
    for series, role in zip(chart.plots[0].series, lines, strict=True):
        series.smooth = False
        if role == "borne":
            _dot(series)
        else:
            strong = role == "then" or "then" not in lines
            series.format.line.color.rgb = RGBColor.from_string(_COLOURS["grow" if strong else "run"])
            series.format.line.width = Pt(2.25)


def _dot(series: Any) -> None:  # noqa: ANN401  as above
    """Mark what can be borne as points of their own: no line leads from one to the next."""
    series.format.line.fill.background()
    series.marker.style, series.marker.size = XL_MARKER_STYLE.DIAMOND, _MARK
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = RGBColor.from_string(_INK)
