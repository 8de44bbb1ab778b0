"""What the charts of a pack show, as data of the slides' own charts: bars by series, and a curve of risk."""

from collections.abc import Mapping
from typing import Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor

Block = Mapping[str, Any]
_COLOURS = {"run": "7d8899", "grow": "2f52cc", "secure": "c47b00", "planned": "c3cdf0", "last": "7d8899"}


def bars(block: Block) -> Any:  # noqa: ANN401  the library has no types
    """Return the values of each series, bar by bar."""
    data = CategoryChartData()
    data.categories = [bar["label"] for bar in block["bars"]]
    for place, series in enumerate(block["series"]):
        data.add_series(series["label"], [bar["values"][place] for bar in block["bars"]])
    return data


def dress_bars(chart: Any, block: Block) -> None:  # noqa: ANN401  as above
    """Give the axis whole amounts and each series the colour of its purpose."""
    chart.value_axis.tick_labels.number_format = "#,##0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    for series, told in zip(chart.plots[0].series, block["series"], strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(_COLOURS.get(told["key"], _COLOURS["run"]))


def curve(block: Block) -> Any:  # noqa: ANN401  as above
    """Return how likely a year costs more than each amount, beside what can be borne."""
    data = XyChartData()
    told = {"What a year costs more than": block["points"], "What can be borne": block["bearable"]}
    for name, points in ((name, points) for name, points in told.items() if points):
        series = data.add_series(name)
        for amount, chance in points:
            series.add_data_point(amount, chance)
    return data


def dress_curve(chart: Any) -> None:  # noqa: ANN401  as above
    """Give the axes whole amounts and a chance from nought to one."""
    for axis, form in ((chart.category_axis, "#,##0"), (chart.value_axis, "0%")):
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False
    chart.value_axis.maximum_scale, chart.value_axis.minimum_scale = 1.0, 0.0
