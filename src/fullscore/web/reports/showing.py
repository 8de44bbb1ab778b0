"""A pack's document as the page shows it: charts drawn, and one figure opened to its sum."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from fullscore.engine.reports.sections.costs import PURPOSES
from fullscore.web.budget.year_figure import Part
from fullscore.web.reports import charts
from fullscore.web.templatetags.words import full_day, money, number

Document = Mapping[str, Any]
_DEEPEST = 6
_MOST = 60
# Arguments of these are amounts like their sum.
_AMOUNTS = frozenset({"sum", "difference", "max", "min", "cents"})


@dataclass(frozen=True, slots=True)
class Opened:
    """One figure of the pack with the sum it comes from."""

    spoken: str
    of: str
    part: Part


def sections(document: Document) -> Iterator[dict[str, Any]]:
    """Yield each section with its charts drawn."""
    for section in document["sections"]:
        yield {**section, "blocks": [_block(each) for each in section["blocks"]]}


def _block(block: Mapping[str, Any]) -> dict[str, Any]:
    if block["type"] in charts.DRAWN:
        return _drawn(block, is_half=False)
    if block["type"] == "pair":
        return {
            **block,
            "charts": [_drawn(each, is_half=len(block["charts"]) > 1) for each in block["charts"]],
        }
    if block["type"] == "quarters":
        return {**block, "quarters": [_quarter(each) for each in block["quarters"]]}
    return _labelled(block) if block["type"] == "table" else dict(block)


def _quarter(quarter: Mapping[str, Any]) -> dict[str, Any]:
    """Return a quarter whose items know whether they are proposals: only these are moved here."""
    return {
        **quarter,
        "items": [{**one, "is_proposal": one["purpose"] in PURPOSES} for one in quarter["items"]],
    }


def _drawn(block: Mapping[str, Any], *, is_half: bool) -> dict[str, Any]:
    """Return a chart drawn for a desk and a phone with its legend; `is_half` where two share a line."""
    if not (block["bars"] if block["type"] == "bars" else block["points"]):
        return dict(block)
    if block["type"] == "bars":
        legend = [(charts.role(each["key"]), each["label"]) for each in block["series"]]
        return {**block, "drawn": charts.bars(block, is_half=is_half), "legend": legend}
    return {**block, "drawn": charts.curve(block, is_half=is_half), "legend": charts.said(block)}


def _labelled(block: Mapping[str, Any]) -> dict[str, Any]:
    """Return a table whose cells know their column: on a phone they stand below one another."""
    labels = [column["label"] for column in block["columns"]]
    ends = [column["align"] == "end" for column in block["columns"]]
    rows = [
        {**row, "cells": [
            {**cell, "label": label, "is_end": is_end}
            for cell, label, is_end in zip(row["cells"], labels, ends, strict=False)
        ]}
        for row in block["rows"]
    ]  # fmt: skip
    return {**block, "rows": rows}


def opened(document: Document, asked: str) -> Opened | None:
    """Return the figure somebody opened; None for none."""
    found = next((each for each in document["traces"] if each["id"] == asked), None)
    if found is None:
        return None
    is_money = not str(found["spoken"])[:1].isdigit()
    part = _part(found["trace"], document["currency"], 0, is_money=is_money)
    return Opened(found["spoken"], found["of"], part)


def _part(trace: Mapping[str, Any], currency: str, depth: int, *, is_money: bool) -> Part:
    args = trace["args"][:_MOST] if depth < _DEEPEST else []
    parts = tuple(
        _part(each, currency, depth + 1, is_money=_is_money(trace, each, place, is_money=is_money))
        for place, each in enumerate(args)
    )
    words = trace["note"] or trace["op"] or ""
    return Part(
        _said(trace["value"], currency, is_money=is_money), words, "" if parts else _place(trace), parts
    )


def _is_money(trace: Mapping[str, Any], arg: Mapping[str, Any], place: int, *, is_money: bool) -> bool:
    if trace["op"] in _AMOUNTS:
        return is_money
    return "price" in (arg["note"] or "") or (place == 0 and trace["op"] in {"percent", "quotient"})


def _said(value: object, currency: str, *, is_money: bool) -> str:
    if isinstance(value, bool) or value is None:
        return "not known" if value is None else str(value)
    if isinstance(value, int | float):
        exact = Decimal(str(value))
        return money(exact, currency) if is_money else number(exact)
    try:
        return full_day(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _place(trace: Mapping[str, Any]) -> str:
    row = trace["row"]
    if not row:
        return ""
    if row["file"]:
        return f"{row['file']}, line {row['line']}" if row["line"] else str(row["file"])
    return f"{row['register']} {row['ref']}"
