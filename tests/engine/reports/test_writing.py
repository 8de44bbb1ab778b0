"""Sections become plain JSON: a figure names its trace, and a sum is written down once."""

from decimal import Decimal
from typing import Any

from fullscore.engine.findings.trace import Source, leaf
from fullscore.engine.reports.blocks import (
    Ask,
    Asks,
    Bar,
    Bars,
    Cell,
    Fact,
    Facts,
    Row,
    Said,
    Section,
    Table,
    Text,
)
from fullscore.engine.reports.voice import summed
from fullscore.engine.reports.writing import Numbered, written

CRM = leaf(Decimal(200), Source("contracts", "crm", "price"))
CAD = leaf(Decimal(300), Source("contracts", "cad", "price"))
RUN = summed((CRM, CAD), "run")
ALL = summed((RUN,), "all purposes")


def one(*blocks: Any) -> tuple[dict[str, Any], list[Any]]:  # noqa: ANN401  any block
    numbered = Numbered()
    found: Any = written([Section("budget", "Title", None, tuple(blocks))], numbered)
    return found[0], numbered.documents()


def test_a_cell_names_the_trace_of_its_figure() -> None:
    table = Table(("For", "2027>"), (Row(("run", Cell(Said("$500", RUN, "run"), "late"))),))

    section, traces = one(table)

    block = section["blocks"][0]
    assert block["columns"] == [{"label": "For", "align": "start"}, {"label": "2027", "align": "end"}]
    assert block["rows"][0]["cells"] == [
        {"words": "run", "trace": None, "tone": ""}, {"words": "$500", "trace": "t1", "tone": "late"},
    ]  # fmt: skip
    assert traces[0]["spoken"] == "$500"
    assert [arg["row"]["ref"] for arg in traces[0]["trace"]["args"]] == ["crm", "cad"]


def test_a_sum_that_is_a_figure_itself_is_spelled_out_there_only() -> None:
    whole, part = Said("$500", ALL, "all"), Said("$500", RUN, "run")

    _, traces = one(Facts((Fact("all", whole), Fact("run", part))))

    assert [each["trace"]["op"] for each in traces] == ["sum", "sum"]
    seen = traces[0]["trace"]["args"][0]
    assert (seen["op"], seen["figure"], seen["value"]) == ("see", "t2", 500)


def test_the_same_figure_has_one_number_wherever_it_stands() -> None:
    section, traces = one(
        Text("It costs $500.", (Said("$500", RUN, "run"),)), Facts((Fact("run", Said("$500", RUN, "run")),))
    )

    assert len(traces) == 1
    assert section["blocks"][1]["items"][0]["trace"] == "t1"


def test_what_is_asked_says_once_and_a_year_and_nothing_where_it_is_free() -> None:
    once, yearly = Said("$200", CRM, "once"), Said("$300", CAD, "a year")
    asks = (
        Ask("a", "A", "why", "way", once, yearly, yearly, "Thu 31 Dec"),
        Ask("b", "B", "", "way", None, yearly),
        Ask("c", "C", "", "way"),
    )  # fmt: skip

    section, _ = one(Asks(asks))

    found = section["blocks"][0]["asks"]
    names = ("spoken", "yearly", "loses", "trace")
    assert [tuple(each[name] for name in names) for each in found] == [
        ("$200 once", "$300 a year", "$300 a year", "t1"), ("$300 a year", None, None, "t2"),
        ("No money", None, None, None),
    ]  # fmt: skip


def test_bars_keep_what_is_not_known_apart_from_nothing() -> None:
    bars = Bars(
        "What IT costs", "words", "USD", (("run", "run"), ("grow", "grow")),
        (Bar("2027", (Decimal(500), None), Said("$500", RUN, "run")), Bar("2028", (Decimal(0), None), "$0")),
    )  # fmt: skip

    section, traces = one(bars)

    assert [bar["values"] for bar in section["blocks"][0]["bars"]] == [[500, None], [0, None]]
    assert len(traces) == 1
