"""Sections as plain JSON: every figure's trace is written down once and named by its number."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import singledispatch

from fullscore.engine.findings.trace import Trace, as_document
from fullscore.engine.reports.blocks import (
    Ask,
    Asks,
    Bars,
    Block,
    Cell,
    Curve,
    Fact,
    Facts,
    Figures,
    Quarters,
    Row,
    Said,
    Section,
    Table,
    Terms,
    Text,
    Word,
)

Document = dict[str, object]


class Numbered:
    """The figures of one pack in the order they are met; equal ones have one number."""

    def __init__(self) -> None:
        self._ids: dict[tuple[int, str, str], str] = {}
        self._said: list[Said] = []

    def id_of(self, word: Word | None) -> str | None:
        """Return the number of a figure's trace, None of mere words."""
        if not isinstance(word, Said):
            return None
        key = (id(word.trace), word.of, word.spoken)
        if key not in self._ids:
            self._said.append(word)
            self._ids[key] = f"t{len(self._said)}"
        return self._ids[key]

    def all(self, words: Iterable[Word | None]) -> None:
        for word in words:
            self.id_of(word)

    def documents(self) -> list[Document]:
        return [
            {"id": f"t{number}", "of": each.of, "spoken": each.spoken, "trace": _trace(each)}
            for number, each in enumerate(self._said, 1)
        ]


def _trace(said: Said) -> object:
    return as_document(said.trace) if isinstance(said.trace, Trace) else dict(said.trace)


def written(sections: Iterable[Section], numbered: Numbered) -> list[Document]:
    """Return the sections; their figures are counted on in `numbered`."""
    return [_section(each, numbered) for each in sections]


def _section(each: Section, numbered: Numbered) -> Document:
    numbered.all(each.figures)
    return {
        "key": each.key, "title": each.title, "lead": each.lead,
        "blocks": [block(one, numbered) for one in each.blocks], "missing": each.missing,
    }  # fmt: skip


@singledispatch
def block(each: Block, numbered: Numbered) -> Document:
    """Return one block by its grammar."""
    raise NotImplementedError(type(each), numbered)


@block.register
def _(each: Text, numbered: Numbered) -> Document:
    numbered.all(each.figures)
    return {"type": "text", "words": each.words}


@block.register
def _(each: Figures, numbered: Numbered) -> Document:
    return {"type": "figures", "figures": list(_bigs(each, numbered))}


def _bigs(each: Figures, numbered: Numbered) -> Iterator[Document]:
    for one in each.figures:
        trace = numbered.id_of(one.spoken)
        numbered.all(one.beside)
        yield {"label": one.label, "spoken": str(one.spoken), "note": one.note, "trace": trace}


@block.register
def _(each: Facts, numbered: Numbered) -> Document:
    return {"type": "facts", "title": each.title, "items": [_fact(one, numbered) for one in each.items]}


def _fact(one: Fact, numbered: Numbered) -> Document:
    """A line whose only figure stands in its words opens that one."""
    trace = numbered.id_of(one.spoken)
    numbered.all(one.beside)
    if trace is None and one.beside:
        trace = numbered.id_of(one.beside[0])
    spoken = None if one.spoken is None else str(one.spoken)
    return {"words": one.words, "spoken": spoken, "tone": one.tone, "trace": trace}


@block.register
def _(each: Table, numbered: Numbered) -> Document:
    columns = [
        {"label": label.rstrip(">"), "align": "end" if label.endswith(">") else "start"}
        for label in each.columns
    ]
    rows = [_row(one, numbered) for one in each.rows]
    return {"type": "table", "title": each.title, "columns": columns, "rows": rows, "note": each.note}


def _row(row: Row, numbered: Numbered) -> Document:
    cells = (one if isinstance(one, Cell) else Cell(one) for one in row.cells)
    return {
        "cells": [
            {"words": str(one.words), "trace": numbered.id_of(one.words), "tone": one.tone} for one in cells
        ],
        "kind": row.kind,
    }


@block.register
def _(each: Bars, numbered: Numbered) -> Document:
    numbered.all((*each.beside, *(one.spoken for one in each.bars)))
    return {
        "type": "bars", "title": each.title, "words": each.words, "unit": each.unit,
        "series": [{"key": key, "label": label} for key, label in each.series],
        "bars": [
            {
                "label": one.label, "values": [None if value is None else _number(value) for value in one.values],
                "spoken": str(one.spoken),
            }
            for one in each.bars
        ],
    }  # fmt: skip


@block.register
def _(each: Curve, numbered: Numbered) -> Document:
    numbered.all(each.beside)
    return {
        "type": "curve", "title": each.title, "words": each.words, "unit": each.unit,
        "points": [[_number(amount), chance] for amount, chance in each.points],
        "bearable": [[_number(amount), chance] for amount, chance in each.bearable],
    }  # fmt: skip


@block.register
def _(each: Asks, numbered: Numbered) -> Document:
    return {"type": "asks", "asks": [_ask(one, numbered) for one in each.asks]}


def _ask(one: Ask, numbered: Numbered) -> Document:
    first, second = (one.once, one.yearly) if one.once else (one.yearly, None)
    trace = numbered.id_of(first)
    numbered.all((second, one.loses))
    spoken = "No money" if first is None else f"{first} {'once' if one.once else 'a year'}"
    return {
        "proposal": one.proposal, "name": one.name, "why": one.why, "way": one.way, "spoken": spoken,
        "yearly": f"{second} a year" if second else None, "loses": f"{one.loses} a year" if one.loses else None,
        "by": one.by, "state": one.state, "said": one.said, "trace": trace,
    }  # fmt: skip


@block.register
def _(each: Quarters, numbered: Numbered) -> Document:
    return {
        "type": "quarters", "title": each.title, "words": each.words,
        "quarters": [
            {
                "key": one.key, "label": one.label,
                "items": [
                    {"ref": item.ref, "name": item.name, "purpose": item.purpose, "spoken": _said(item.spoken, numbered)}
                    for item in one.items
                ],
            }
            for one in each.quarters
        ],
    }  # fmt: skip


def _said(word: Word, numbered: Numbered) -> str:
    numbered.id_of(word)
    return str(word)


@block.register
def _(each: Terms, numbered: Numbered) -> Document:
    del numbered
    return {"type": "terms", "items": [{"term": term, "meaning": meaning} for term, meaning in each.items]}


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)
