"""Documents made by hand: a full one, an empty one and one that means harm."""

from collections.abc import Mapping, Sequence
from typing import Any

Document = dict[str, Any]
KEYS = (
    "first", "goals", "budget", "risk", "roadmap", "proposals", "changes", "renewals", "decisions", "words",
)  # fmt: skip
SERIES = [{"key": key, "label": key.capitalize()} for key in ("run", "grow", "secure")]
SAYINGS = (
    "#let x = 1", "*bold* _thin_", "$x$", "back\\slash \\", "</text>&amp;<script>", '#image("/etc/passwd")',
    '#read("/etc/passwd")', "= Head", "// gone?", "/* gone? */", "@nobody <label>", "`raw`", "=1+1",
)  # fmt: skip
SCRIPTS = ("שלום עולם", "مرحبا", "予算と予測", "🚀🔥", "Ünïcode Ωmega Жизнь", "a\u202eb")
BROKEN = "bell\x07 null\x00 escape\x1b feed\x0c high\x85 \ufffe\uffff tab\there"
LONG = "w" * 10_000


def document(sections: Sequence[Mapping[str, Any]], paper: str = "letter", **other: object) -> Document:
    return {
        "schema": "fullscore/board-pack/1", "organisation": "harbor-mills", "name": "Harbor Mills",
        "on": "2026-11-23", "currency": "USD", "number": 3, "issued_at": "2026-11-23T09:15:00+00:00",
        "issued_by": "Dana Whitfield", "brand": {"colour": "#7a1f3d", "paper": paper},
        "title": "IT costs $432,169 in 2026. Five decisions are yours.", "lead": "Decide by Thursday.",
        "ages": [], "sections": list(sections), "traces": [], **other,
    }  # fmt: skip


def section(key: str, *blocks: Mapping[str, Any], lead: str | None = None) -> Document:
    return {"key": key, "title": f"About {key}", "lead": lead, "blocks": list(blocks), "missing": None}


def rich(paper: str = "letter") -> Document:
    """Return a document with a block of every kind."""
    return document(
        [
            section("first", asks(), figures(4), pair(), facts(3)),
            section("goals", text("A sentence about goals."), lead="All is well."),
            section("budget", bars(), table(8), facts(4, None)),
            section("risk", figures(1), curve()),
            section("roadmap", quarters()),
            section(
                "words", {"type": "terms", "items": [{"term": "Run", "meaning": "To keep it going."}] * 12}
            ),
        ],
        paper,
    )


def empty(paper: str = "letter") -> Document:
    """Return a document nothing has filled yet."""
    missing = "Type one sentence on the goals page."
    return document([{**section(key), "missing": missing} for key in KEYS], paper, lead=None, number=None,
                    issued_at=None, issued_by=None, brand={"colour": None, "paper": paper})  # fmt: skip


def hostile(paper: str = "letter", rows: int = 3000) -> Document:
    """Return a document whose every word means harm, and whose every list is empty, short or far too long."""
    words = [*SAYINGS, *SCRIPTS, BROKEN, LONG]
    spoken = [{"label": each, "spoken": each[:40], "note": each, "trace": None} for each in words]
    said = [{"words": each, "spoken": each, "tone": "late", "trace": None} for each in words]
    return document(
        [
            section("first", *(text(each) for each in words), lead=LONG),
            section("goals", *({"type": "figures", "figures": each} for each in (spoken[:4], spoken))),
            section("budget", {"type": "facts", "title": SAYINGS[0], "items": said}),
            section("risk", *_bare(), *_odd_curves(), *_odd_bars()),
            section("roadmap", quarters(SAYINGS[0])),
            section("proposals", {"type": "asks", "asks": [ask(each, "declined") for each in words]}),
            section("renewals", table(rows), _wide(words)),
            section("words", {"type": "terms", "items": [{"term": each, "meaning": each} for each in words]}),
        ],
        paper, title=SAYINGS[5], name=SAYINGS[0],
    )  # fmt: skip


def text(words: str) -> Document:
    return {"type": "text", "words": words}


def ask(name: str, state: str = "open") -> Document:
    return {
        "proposal": "p1", "name": name, "why": f"Why: {name}", "way": f"By way of {name}",
        "spoken": "$12,340 once", "yearly": "$8,800 a year", "loses": "$6,331 a year", "by": "Thu 31 Dec",
        "state": state, "said": None if state == "open" else f"Said: {name}", "trace": None,
    }  # fmt: skip


def asks(count: int = 5) -> Document:
    return {"type": "asks", "asks": [ask(f"Second internet line {place}") for place in range(count)]}


def figures(count: int) -> Document:
    one = {"label": "IT in 2026", "spoken": "$432,169", "note": "half of all years cost less", "trace": None}
    return {"type": "figures", "figures": [one] * count}


def facts(count: int, title: str | None = "Where we stand") -> Document:
    item = {"words": "The contract Copiers renews.", "spoken": "$9,840", "tone": "soon", "trace": None}
    return {"type": "facts", "title": title, "items": [item] * count}


def table(count: int, title: str | None = "All of them") -> Document:
    columns = [{"label": "Contractual", "align": "start"}, {"label": "Yearly cost", "align": "end"}]
    rows = [
        {"cells": [cell(f"Row-{n}-begins and Row-{n}-ends"), cell("$1,200")], "kind": ""}
        for n in range(count)
    ]
    total = {"cells": [cell("Together"), cell("$9,600")], "kind": "total"}
    return {"type": "table", "title": title, "columns": columns, "rows": [*rows, total], "note": "A note."}


def cell(words: str) -> Document:
    return {"words": words, "trace": None, "tone": ""}


def bars() -> Document:
    some = [{"label": str(year), "values": [30.5, None, 12], "spoken": "$42"} for year in (2026, 2027)]
    return {"type": "bars", "title": "What IT costs", "words": "In dollars.", "unit": "USD", "series": SERIES,
            "bars": some}  # fmt: skip


def curve() -> Document:
    points = [[1000.0 * n, 1 / (n + 1)] for n in range(120)]
    return {"type": "curve", "title": "How likely", "words": "One year in ten.", "unit": "USD",
            "points": points, "bearable": [[60_000, 0.1]]}  # fmt: skip


def curves() -> Document:
    """Return a curve beside the one with the proposals, with their words."""
    marks = [{"role": role, "words": f"{role}: ${amount}", "amount": amount, "chance": 0.1}
             for role, amount in (("now", 9_000), ("then", 4_500), ("borne", 60_000))]  # fmt: skip
    then = [[amount / 2, chance] for amount, chance in curve()["points"]]
    return {**curve(), "title": "A year of trouble", "then": then, "marks": marks}


def pair() -> Document:
    return {"type": "pair", "charts": [bars(), curves()]}


def quarters(name: str = "Wi-Fi") -> Document:
    item = {"ref": "x", "name": name, "purpose": "grow", "spoken": "$14,500"}
    told = [{"key": "2027-01-01", "label": "Q1 2027", "items": [item] * 12},
            {"key": "2027-04-01", "label": "Q2 2027", "items": []}]  # fmt: skip
    return {"type": "quarters", "title": "What begins when", "words": "Twelve.", "quarters": told}


def _bare() -> list[Document]:
    """Return every block with nothing in it."""
    return [
        text(""), {"type": "figures", "figures": []}, {"type": "facts", "title": None, "items": []},
        {**table(0), "rows": [], "note": None}, {**table(0), "columns": [], "rows": []},
        {**bars(), "bars": []}, {**bars(), "series": [], "bars": []},
        {**curve(), "points": [], "bearable": []}, {"type": "pair", "charts": []},
        {"type": "pair", "charts": [{**bars(), "bars": []}, {**curves(), "points": [], "then": []}]},
        {"type": "asks", "asks": []}, {**quarters(), "quarters": []}, {"type": "terms", "items": []},
    ]  # fmt: skip


def _odd_curves() -> list[Document]:
    return [
        {**made, "points": points, "bearable": bearable}
        for made in (curve(), curves(), {**curves(), "then": []})
        for points in ([], [[0, 1.0]], [[0.0, 0.0]], [[0.001, 0.5], [0.002, 0.1]], [[1e15, 0.5], [2e15, 0.0]])
        for bearable in ([], [[500, 0.1]])
    ]


def _odd_bars() -> list[Document]:
    odd = ([None, None, None], [-5, -7.5, None], [0, 0, 0], [1e15, -1, 1e-9])
    return [
        {**bars(), "bars": [{"label": SAYINGS[0], "values": values, "spoken": LONG[:200]} for values in some]}
        for some in (odd, odd[:1], odd[1:2])
    ]


def _wide(words: Sequence[str]) -> Document:
    columns = [{"label": each[:60], "align": ("start", "end")[n % 2]} for n, each in enumerate(words)]
    rows = [{"cells": [cell(each[:300]) for each in words], "kind": kind} for kind in ("group", "", "total")]
    return {"type": "table", "title": SAYINGS[1], "columns": columns, "rows": rows, "note": SAYINGS[2]}
