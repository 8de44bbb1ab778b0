"""Archives: the lists inside a ZIP, one after the other; of a path only its last part is kept."""

import json
import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from fullscore.importing.cells import Line, TroubleError
from fullscore.importing.formats import packages

MOST_MEMBERS = 200
MOST_MEMBER = 50 * 1024 * 1024
MOST_TOGETHER = 150 * 1024 * 1024
_LISTS = frozenset((
    ".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".json", ".jsonl", ".ndjson",
    ".ics",
))  # fmt: skip
_NESTED = frozenset((".zip", ".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz"))
_MANIFEST = "manifest.json"
_PIECE = 1 << 20
_LONGEST_NAME = 120
_ENCRYPTED = 0x1


def answers(content: bytes) -> Iterator[Line | bytes]:
    """Yield `["whole"]` for a workbook, else for each list `["member", name]` and its `["piece", size]`s."""
    try:
        with packages.opened(content, "import-archive-broken") as archive:
            kind = packages.kind_of(archive)
            yield from _members(archive) if not kind else [_said(kind)]
    except TroubleError as trouble:
        yield ["trouble", trouble.code, trouble.values]


def _said(kind: str) -> Line:
    other: Line = ["trouble", "import-other-file", {"what": kind}]
    return ["whole"] if kind == packages.WORKBOOK else other


def _members(archive: zipfile.ZipFile) -> Iterator[Line | bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and not _is_by_the_way(entry)]
    if len(entries) > MOST_MEMBERS:
        raise TroubleError("import-archive-many", count=len(entries), limit=MOST_MEMBERS)
    for entry in entries:
        _refuse_unfit(entry)
    lists = _in_order(archive, [entry for entry in entries if _suffix(entry) in _LISTS])
    if not lists:
        raise TroubleError("import-archive-without-lists")
    _refuse_swelling(lists)
    for name, entry in _named(lists):
        yield ["member", name]
        yield from _pieces(archive, entry)


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[Line | bytes]:
    """Yield the member's bytes; what it says of its size is held to."""
    left = entry.file_size
    try:
        with archive.open(entry) as member:
            while piece := member.read(_PIECE):
                left -= len(piece)
                yield ["piece", len(piece)]
                yield piece
    except packages.BROKEN as error:
        raise TroubleError("import-archive-broken") from error
    if left:
        raise TroubleError("import-archive-broken")


def _refuse_unfit(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise TroubleError("import-archive-locked", member=_last(entry))
    if _suffix(entry) in _NESTED:
        raise TroubleError("import-archive-inside", member=_last(entry))
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise TroubleError("import-archive-link", member=_last(entry))


def _refuse_swelling(entries: list[zipfile.ZipInfo]) -> None:
    together = sum(entry.file_size for entry in entries)
    if together > MOST_TOGETHER:
        raise TroubleError("import-archive-swells", count=together >> 20, limit=MOST_TOGETHER >> 20)
    for entry in entries:
        if entry.file_size > MOST_MEMBER:
            raise TroubleError("import-archive-swells", count=entry.file_size >> 20, limit=MOST_MEMBER >> 20)


def _in_order(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """Return the lists as our own manifest orders them; the manifest is no list unless it is alone."""
    manifest = next((entry for entry in entries if _last(entry).lower() == _MANIFEST), None)
    if manifest is None or len(entries) == 1:
        return entries
    told = _told(archive, manifest)
    places = {name: place for place, (name, _) in enumerate(told)}
    again = {name for name, is_list in told if not is_list}
    rest = [entry for entry in entries if entry is not manifest and _last(entry) not in again]
    return sorted(rest, key=lambda entry: places.get(_last(entry), len(places)))


def _told(archive: zipfile.ZipFile, manifest: zipfile.ZipInfo) -> list[tuple[str, bool]]:
    """Return the files a manifest names; False for one that says again what a list before it says."""
    try:
        with archive.open(manifest) as member:
            said = json.loads(member.read(_PIECE))
        files = [(PurePosixPath(str(file["name"])).name, file.get("is_list", True)) for file in said["files"]]
        return [(name, is_list is not False) for name, is_list in files]
    except (*packages.BROKEN, TypeError, AttributeError, RecursionError):
        return []


def _named(entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Yield each list with a name of its own: a second `users.csv` is `users (2).csv`."""
    seen: dict[str, int] = {}
    for entry in entries:
        name = _last(entry)
        seen[name] = seen.get(name, 0) + 1
        path = PurePosixPath(name)
        yield (name if seen[name] == 1 else f"{path.stem} ({seen[name]}){path.suffix}"), entry


def _last(entry: zipfile.ZipInfo) -> str:
    name = entry.filename.replace("\\", "/").rstrip("/").rpartition("/")[2]
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    return shown[-_LONGEST_NAME:] or "?"


def _suffix(entry: zipfile.ZipInfo) -> str:
    return PurePosixPath(_last(entry)).suffix.lower()


def _is_by_the_way(entry: zipfile.ZipInfo) -> bool:
    """Tell whether a system put the file there for itself, as Macs do."""
    return entry.filename.startswith("__MACOSX/") or _last(entry).startswith(".")
