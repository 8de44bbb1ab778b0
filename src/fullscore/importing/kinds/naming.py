"""Rows that name a vendor and tell of something else: they make whom they name and change nothing on it."""

from fullscore.importing.filling import Given, filled
from fullscore.importing.kinds.rows import Row
from fullscore.importing.records import Key, Line, Record


def vendor_line(row: Row, name: str) -> Line:
    """Return the vendor of a row; the other columns would overwrite each other, so the file keeps them."""
    header = row.header("vendor")
    got = filled(row.context, "vendors", row.line, [Given(header, "name", name)])
    if "name" not in got.values:
        return Line(row.line, (), got.reasons)
    known = str(got.values["name"])
    record = Record(
        "vendors", {}, keys=(Key("name", known, is_strong=False),), firsts={"name": known},
        headers={"name": header}, is_shared=True,
    )  # fmt: skip
    return Line(row.line, (record,))
