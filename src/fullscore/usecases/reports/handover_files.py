"""A hand-over as tables for a spreadsheet: one CSV for each table and list, and an index of them all."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from fullscore.paper.archives import Archive
from fullscore.paper.tables import csv_parts

Document = Mapping[str, Any]
Rows = Sequence[Sequence[str]]
_INDEX = ("File", "Section", "What it is", "Rows")


def handover_zip(document: Document) -> bytes:
    """Return a ZIP; the same document always gives the same bytes."""
    archive = Archive(datetime.combine(date.fromisoformat(document["on"]), datetime.min.time(), UTC))
    index = []
    for name, section, title, header, rows in _files(document):
        archive.add(name, csv_parts(header, rows))
        index.append((name, section, title, str(len(rows))))
    empty = (each for each in document["sections"] if each["missing"])
    index += [("", each["title"], each["missing"], "0") for each in empty]
    archive.add("index.csv", csv_parts(_INDEX, index))
    return archive.content()


def _files(document: Document) -> Iterator[tuple[str, str, str, Sequence[str], Rows]]:
    """Yield (file, section, title, header, rows) of every table and every list of facts."""
    for place, section in enumerate(document["sections"], start=1):
        blocks = [each for each in section["blocks"] if each["type"] in {"table", "facts"}]
        for number, block in enumerate(blocks, start=1):
            end = f"-{number}" if len(blocks) > 1 else ""
            header, rows = _table(block) if block["type"] == "table" else _facts(block)
            title = block["title"] or section["title"]
            yield f"{place:02d}-{section['key']}{end}.csv", section["title"], title, header, rows


def _table(block: Mapping[str, Any]) -> tuple[Sequence[str], Rows]:
    rows = [[cell["words"] for cell in row["cells"]] for row in block["rows"]]
    return [column["label"] for column in block["columns"]], rows


def _facts(block: Mapping[str, Any]) -> tuple[Sequence[str], Rows]:
    return ("What", "Figure"), [(item["words"], item["spoken"] or "") for item in block["items"]]
