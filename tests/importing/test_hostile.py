"""Bombs, malformed files and files that are something else: each gets a sentence, the server stays small."""

from collections.abc import Callable

import psutil
import pytest

from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say
from fullscore.importing import child
from tests.importing import bombs
from tests.importing.growth import children, growth
from tests.importing.old_workbook import container, old_workbook

# Bombs take their time; `make test` has it.
pytestmark = pytest.mark.slow

MOST_GROWTH_MB = 60
FAR_CELL = (
    '<sheetData><row r="1048576"><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row></sheetData>'
)
SHARED = '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'
OUTSIDE = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LIST = {"people.csv": b"Name\nAnn Lee\n"}
Made = Callable[[], bytes]


def refused(file: str, content: bytes) -> Finding:
    """Return the finding a file is refused with, at whichever of the two doors."""
    lists = child.unpacked(file, content)
    found = lists if isinstance(lists, Finding) else child.parsed(*lists[0]).trouble
    assert found is not None
    return found


# The name people would see, how the file is made, and the code of what they are told.
REFUSED: dict[str, tuple[str, Made, str]] = {
    "an empty file": ("list.csv", lambda: b"", "import-file-empty"),
    "only spaces": ("list.csv", lambda: b" \t\r\n \n", "import-file-empty"),
    "only a byte order mark": ("list.csv", lambda: b"\xef\xbb\xbf", "import-file-empty"),
    "only the other mark": ("list.csv", lambda: b"\xff\xfe\r\x00\n\x00", "import-file-empty"),
    "only separators": ("list.csv", lambda: b",,,\n,,,\n", "import-file-empty"),
    "six million rows": ("list.csv", lambda: b"a\n" * 6_000_000, "import-too-many-rows"),
    "six million rows in a small ZIP": (
        "list.zip", lambda: bombs.archive({"a.csv": b"a\n" * 6_000_000}), "import-too-many-rows"
    ),
    "six million rows in a workbook": ("list.xlsx", bombs.six_million_rows, "import-parser-died"),
    "twenty million cells": ("list.csv", lambda: (b"a," * 400 + b"\n") * 50_000, "import-too-many-cells"),
    "ten thousand columns": ("list.csv", lambda: b"c," * 10_000, "import-too-many-columns"),
    "51 MB": ("list.csv", lambda: b"x" * (51 * bombs.MB), "import-file-too-large"),
    "one cell of 600 MB": ("list.xlsx", lambda: bombs.big_cell(is_honest=True), "import-workbook-swells"),
    "600 MB that say they are little": ("list.xlsx", bombs.lying_strings, "import-workbook-broken"),
    "one long text in every cell": ("list.xlsx", bombs.one_string_everywhere, "import-parser-died"),
    "a cell at the far end": ("list.xlsx", lambda: bombs.handmade(FAR_CELL), "import-parser-died"),
    "a billion laughs in the texts": (
        "list.xlsx", lambda: bombs.handmade(SHARED, "<si><t>&l9;</t></si>", bombs.laughs("sst")),
        "import-workbook-broken",
    ),
    "a billion laughs in a sheet's name": (
        "list.xlsx",
        lambda: bombs.handmade(
            bombs.text_cells("a"), book=bombs.laughs("workbook") + bombs.BOOK.replace('"S"', '"&l9;"')
        ),
        "import-workbook-broken",
    ),
    "a file of the server's asked for": (
        "list.xlsx", lambda: bombs.handmade(SHARED, "<si><t>&x;</t></si>", OUTSIDE), "import-workbook-broken",
    ),
    "half a workbook": ("list.xlsx", lambda: bombs.workbook(["a"], ["b"])[:700], "import-workbook-broken"),
    "half an old workbook": ("list.xls", lambda: old_workbook(["a"], ["b"])[:1500], "import-workbook-broken"),
    "rubbish after the first letters": (
        "list.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff\x07" * 4000, "import-workbook-broken"
    ),
    "a workbook with a password": (
        "list.xlsx", lambda: container({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}),
        "import-workbook-locked",
    ),
    "an old workbook with a password": (
        "list.xls", lambda: old_workbook(["a"], is_locked=True), "import-workbook-locked"
    ),
    "half a ZIP": ("lists.zip", lambda: bombs.archive(LIST)[:-15], "import-archive-broken"),
    "a ZIP whose list is damaged": (
        "lists.zip", lambda: bombs.damaged("people.csv", LIST["people.csv"]), "import-archive-broken"
    ),
    "a ZIP that swells": (
        "lists.zip", lambda: bombs.with_member(
            bombs.archive(LIST), "a.csv", bombs.swelling(b"", b"a" * bombs.MB, 600, b""), 600 * bombs.MB
        ),
        "import-archive-swells",
    ),
    "a ZIP that swells and says it does not": (
        "lists.zip", lambda: bombs.with_member(
            bombs.archive({}), "a.csv", bombs.swelling(b"", b"a" * bombs.MB, 600, b""), 1000
        ),
        "import-archive-broken",
    ),
    "many lists that swell together": (
        "lists.zip", lambda: bombs.archive({f"{n}.csv": b"a" * (40 * bombs.MB) for n in range(4)}),
        "import-archive-swells",
    ),
    "a ZIP in a ZIP": (
        "lists.zip", lambda: bombs.archive(LIST | {"more.zip": bombs.archive(LIST)}), "import-archive-inside"
    ),
    "ten thousand lists": ("lists.zip", lambda: bombs.many_members(10_000), "import-archive-many"),
    "a ZIP with a password": (
        "lists.zip", lambda: bombs.encrypted(bombs.archive(LIST)), "import-archive-locked"
    ),
    "a link": ("lists.zip", bombs.link, "import-archive-link"),
    "a ZIP without a list": (
        "lists.zip", lambda: bombs.archive({"read.me": b"Hello"}), "import-archive-without-lists"
    ),
    "JSON a hundred thousand deep": ("list.json", bombs.deep_json, "import-json-deep"),
    "JSON that is no list": ("list.json", lambda: b'{"name": "Dock"}', "import-json-no-list"),
    "JSON that is one word": ("list.json", lambda: b'"Dock"', "import-json-no-list"),
    "half of a JSON list": ("list.json", lambda: b'[{"name": "Dock"},\n {"na', "import-json-broken"),
    "a calendar without events": ("list.ics", bombs.calendar, "import-calendar-empty"),
    "a PDF": ("list.pdf", lambda: b"%PDF-1.7\n...", "import-other-file"),
    "a picture": ("list.png", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "import-other-file"),
    "a web page named .xls": (
        "list.xls", lambda: b"\xef\xbb\xbf\n<html><table><tr><td>Name</td></tr></table>", "import-other-file"
    ),
    "a letter": ("list.docx", lambda: bombs.archive({"word/document.xml": b"<w/>"}), "import-other-file"),
    "an old letter": ("list.doc", lambda: container({"WordDocument": b"x"}), "import-other-file"),
    "slides": ("list.pptx", lambda: bombs.archive({"ppt/presentation.xml": b"<p/>"}), "import-other-file"),
    "an Open Document text": (
        "list.odt",
        lambda: bombs.archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}),
        "import-other-file",
    ),
    "a copy of a database": (
        "list.sql", lambda: b"-- MySQL dump 10.13\nCREATE TABLE a (b int);", "import-other-file"
    ),
    "a program": ("list.exe", lambda: b"MZ\x90\x00\x03\x00\x00\x00" + b"\0" * 50, "import-other-file"),
    "something packed": ("list.csv.gz", lambda: b"\x1f\x8b\x08\x00rest", "import-other-file"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_hostile_file_is_refused_in_a_sentence_and_leaves_no_trace(case: str) -> None:
    there = children()
    file, made, code = REFUSED[case]
    content = made()

    with growth() as grown:
        found = refused(file, content)

    assert found.code == code
    assert says_what_to_do(say(found), str(found.values["file"]))
    assert grown.megabytes < MOST_GROWTH_MB
    assert children() <= there


def says_what_to_do(sentence: str, file: str) -> bool:
    """Two sentences at least: what is wrong with which file, and what to do."""
    what, _, do = sentence.removesuffix(".").partition(". ")
    return sentence.startswith(file) and sentence.endswith(".") and len(what) > len(file) and len(do) > 10


# Files of which all or most can be read: the code of the row that cannot be, and where it is.
READ: dict[str, tuple[str, Made, dict[int, str]]] = {
    "a NUL": ("list.csv", lambda: b"Name,Tag\nDo\0ck,1\nHub,2\n", {2: "import-cell-unreadable"}),
    "two encodings": (
        "list.csv", lambda: "Name\nMüller\n".encode() + "Größe\n".encode("cp1252"),
        {3: "import-cell-unreadable"},
    ),
    "half a surrogate": ("list.csv", lambda: b"Name\n\xc3\xbc\xed\xa0\x80\n", {2: "import-cell-unreadable"}),
    "half a letter at the end": (
        "list.csv", lambda: "Name\nDock\nHub".encode("utf-16") + b"x", {3: "import-cell-unreadable"}
    ),
    "an open quote with 40 MB behind it": (
        "list.csv", lambda: b'Name,Tag\nDock,"' + b"x,1\n" * (10 * bombs.MB), {2: "import-cell-too-long"}
    ),
    "a line of 40 MB": (
        "list.csv", lambda: b"Name,Tag\nDock," + b"x" * (40 * bombs.MB) + b"\nHub,2\n",
        {2: "import-cell-too-long"},
    ),
    "twelve million faces": (
        "list.csv", lambda: b"Name\n" + "😀".encode() * 12_000_000, {2: "import-cell-too-long"}
    ),
    "a sheet that lies about its size": (
        "list.xlsx", lambda: bombs.handmade(f'<dimension ref="A1:XFD1048576"/>{bombs.text_cells("a")}'), {}
    ),
    "600 MB beside the sheet": ("list.xlsx", lambda: bombs.big_cell(is_honest=False), {}),
    "a number of a million digits": ("list.json", bombs.long_number, {2: "import-cell-too-long"}),
    "a line of JSON that breaks off": (
        "list.json", lambda: b'{"name": "Dock"}\n{"name": "Hub"}\n{"na', {4: "import-json-line"}
    ),
    "a calendar that breaks off": (
        "list.ics", lambda: bombs.calendar("DTSTART:20261123\nSUMMARY:A", "SUMMARY:B")[:-30],
        {2: "import-event-unreadable"},
    ),
    "a rule without an end": (
        "list.ics", lambda: bombs.calendar("UID:1\nDTSTART:20000101T000000Z\nRRULE:FREQ=SECONDLY\nSUMMARY:A"),
        {3: "import-event-endless"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", READ)
def test_what_can_be_read_of_a_hostile_file_is_read_and_the_rest_is_named(case: str) -> None:
    there = children()
    file, made, codes = READ[case]
    content = made()

    with growth() as grown:
        raw = child.parsed(file, content)

    assert raw.trouble is None
    assert {row.line: row.problem[0] for row in raw.rows if row.problem} == codes
    assert len(raw.rows) > len(codes)
    assert grown.megabytes < MOST_GROWTH_MB
    assert children() <= there


def test_formulas_stay_the_text_they_are_and_a_workbooks_give_their_value() -> None:
    text = child.parsed("list.csv", b"Name,Tag\n=cmd|'/c calc'!A1,@SUM(1)\n").rows[1].cells
    book = bombs.handmade("<sheetData><row><c><f>1+1</f><v>2</v></c></row></sheetData>")

    assert text == ("=cmd|'/c calc'!A1", "@SUM(1)")
    assert child.parsed("list.xlsx", book).rows[0].cells == ("2",)


def test_a_path_in_an_archive_names_nothing_but_the_list() -> None:
    packed = bombs.archive({
        "../../etc/x.csv": b"a\n", "C:\\Users\\ann\\y.csv": b"b\n", "/srv/z.CSV": b"c\n",
        "__MACOSX/._z.csv": b"", "one/x.csv": b"d\n",
    })  # fmt: skip

    assert child.unpacked("lists.zip", packed) == (
        ("x.csv", b"a\n"), ("y.csv", b"b\n"), ("z.CSV", b"c\n"), ("x (2).csv", b"d\n"),
    )  # fmt: skip


def test_fifty_runaway_rules_take_two_seconds_and_no_other_event() -> None:
    runaway = "DTSTART:20000101T000000Z\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\nSUMMARY:Never"
    honest = [f"UID:h{n}\nDTSTART;VALUE=DATE:202611{n % 28 + 1:02}\nSUMMARY:Shift {n}" for n in range(400)]
    before = psutil.Process().cpu_times()

    rows = child.parsed(
        "list.ics", bombs.calendar(*honest, *[f"UID:r{n}\n{runaway}" for n in range(50)])
    ).rows

    after = psutil.Process().cpu_times()
    assert sum(row.cells[0].startswith("Shift") for row in rows) == 400
    assert sum(row.problem == ("import-event-endless", 0) for row in rows) == 50
    assert after.children_user + after.children_system - before.children_user - before.children_system < 2
