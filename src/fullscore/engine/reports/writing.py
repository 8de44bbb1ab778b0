"""Sections as plain JSON: every figure's trace is written down once and named by its number."""

from collections.abc import Iterable, Iterator, Mapping
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
    Pair,
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
        self._ids: dict[tuple[int, str], str] = {}
        self._said: list[Said] = []

    def id_of(self, word: Word | None) -> str | None:
        """Return the number of a figure's trace, None of mere words."""
        if not isinstance(word, Said):
            return None
        key = (_sum_of(word), word.spoken)
        if key not in self._ids:
            self._said.append(word)
            self._ids[key] = f"t{len(self._said)}"
        return self._ids[key]

    def all(self, words: Iterable[Word | None]) -> None:
        for word in words:
            self.id_of(word)

    def documents(self) -> list[Document]:
        """Return every figure with its trace; what is a figure itself is spelled out there only."""
        spelled = {_sum_of(each): f"t{number}" for number, each in self._last_first() if _opens(each)}
        return [
            {"id": f"t{number}", "of": each.of, "spoken": each.spoken, "trace": _trace(each, spelled)}
            for number, each in enumerate(self._said, 1)
        ]

    def _last_first(self) -> list[tuple[int, Said]]:
        return list(reversed(list(enumerate(self._said, 1))))


def _sum_of(said: Said) -> int:
    """Return what a figure is made of: the same sum is the same figure, whatever it is called."""
    return id(said.trace.args if _opens(said) and isinstance(said.trace, Trace) else said.trace)


def _opens(said: Said) -> bool:
    return isinstance(said.trace, Trace) and bool(said.trace.args)


def _trace(said: Said, spelled: Mapping[int, str]) -> Mapping[str, object]:
    if not isinstance(said.trace, Trace):
        return said.trace
    return as_document(said.trace, _seen(said.trace, spelled))


def _seen(trace: Trace, spelled: Mapping[int, str]) -> Mapping[int, str]:
    """Return the parts of a figure that are figures themselves: the same sum, whatever it is called there."""
    found: dict[int, str] = {}
    left = [each for each in trace.args if each.args is not trace.args]
    while left:
        each = left.pop()
        number = spelled.get(id(each.args)) if each.args else None
        if number is None:
            left += each.args
        else:
            found[id(each)] = number
    return found


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
    numbered.all(each.beside)
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
                "label": one.label,
                "values": [None if value is None else _number(value) for value in one.values],
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
        "points": _points(each.points), "bearable": _points(each.bearable), "then": _points(each.then),
        "marks": [
            {"role": one.role, "words": one.words, "amount": _number(one.amount), "chance": one.chance}
            for one in each.marks
        ],
    }  # fmt: skip


def _points(found: Iterable[tuple[Decimal, float]]) -> list[list[int | float]]:
    return [[_number(amount), chance] for amount, chance in found]


@block.register
def _(each: Pair, numbered: Numbered) -> Document:
    return {"type": "pair", "charts": [block(one, numbered) for one in each.charts]}


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
        "yearly": f"{second} a year" if second else None,
        "loses": f"{one.loses} a year" if one.loses else None,
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
                    {
                        "ref": item.ref, "name": item.name, "purpose": item.purpose,
                        "spoken": _said(item.spoken, numbered),
                    }
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
