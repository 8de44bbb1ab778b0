"""Objects: JSON, as one list, as an object that holds lists, or one object a line.

Keys become columns, in the order they first appear. Numbers stay as they are written.
"""

import json
from collections.abc import Iterator

from fullscore.importing.cells import Problem, Row, TroubleError
from fullscore.importing.formats.letters import decoded

Thing = dict[str, object]
_DEEPEST = 8
_SHOWN = 40
# What an object in a list is called by, first word first.
_NAMES = (
    "name", "displayName", "display_name", "fullName", "full_name", "title", "label", "email", "value", "id",
)  # fmt: skip


def rows(content: bytes) -> Iterator[Row]:
    """Yield a header of all keys, then a row for each object, counted from the header on."""
    found = _found(decoded(content).lstrip("\ufeff"))
    del content
    if found and all(isinstance(one, list) for one in found):
        yield from ((line, [_text(cell) for cell in _list(one)], None) for line, one in enumerate(found, 1))
        return
    header = list(dict.fromkeys(key for one in found if isinstance(one, dict) for key in _flat(one)))
    if header:
        yield 1, header, None
    for line, one in enumerate(found, start=2):
        if isinstance(one, dict):
            cells = _flat(one)
            yield line, [cells.get(key, "") for key in header], None
        else:
            yield line, *_odd(one)


def _found(text: str) -> list[object]:
    """Return the objects of the file, whichever way they are kept."""
    try:
        whole = _loaded(text)
    except ValueError as error:
        lines = text.strip().split("\n")
        if len(lines) > 1 and _is_object(lines[0]) and _is_object(lines[1]):
            return [_line(line) for line in lines if line.strip()]
        raise _broken(error) from error
    except RecursionError as error:
        raise TroubleError("import-json-deep") from error
    found = whole if isinstance(whole, list) else _longest(whole, 0)
    if found and not any(isinstance(one, dict | list) for one in found):
        raise TroubleError("import-json-no-list")
    return found


def _loaded(text: str) -> object:
    # A number as text needs no bound and loses no digit; NaN is no value anybody typed.
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=lambda _: None)


def _broken(error: ValueError) -> TroubleError:
    line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
    return TroubleError("import-json-broken", line=line)


def _is_object(line: str) -> bool:
    try:
        return isinstance(_loaded(line), dict)
    except (ValueError, RecursionError):
        return False


def _line(line: str) -> object:
    try:
        return _loaded(line)
    except (ValueError, RecursionError):
        return line


def _longest(whole: object, depth: int) -> list[object]:
    """Return the longest list of objects anywhere in the object; objects kept by number count as one."""
    if not isinstance(whole, dict):
        raise TroubleError("import-json-no-list")
    lists = list(_lists(whole, depth))
    if not lists:
        raise TroubleError("import-json-no-list")
    return max(lists, key=len)


def _lists(whole: Thing, depth: int) -> Iterator[list[object]]:
    if len(whole) > 1 and all(isinstance(one, dict) for one in whole.values()) and _alike(whole):
        yield list(whole.values())
        return
    for value in whole.values():
        if isinstance(value, list) and (not value or any(isinstance(one, dict) for one in value)):
            yield value
        elif isinstance(value, dict) and depth < _DEEPEST:
            yield from _lists(value, depth + 1)


def _alike(whole: Thing) -> bool:
    """Tell whether the objects share a key: {"7": {"name": …}, "9": {"name": …}} is a list by number."""
    keys = [set(one) for one in whole.values() if isinstance(one, dict)]
    return bool(set.intersection(*keys))


def _flat(thing: Thing, before: str = "", depth: int = 0) -> dict[str, str]:
    """Return the object's values by key; what lies in another object is called 'outer.inner'."""
    cells: dict[str, str] = {}
    for key, value in thing.items():
        name = f"{before}{key}".strip()
        if isinstance(value, dict) and depth < _DEEPEST:
            cells |= _flat(value, f"{name}.", depth + 1)
        else:
            cells[name] = _text(value)
    return cells


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(text for text in map(_short, value) if text)
    return _short(value)


def _short(value: object) -> str:
    """Return what a list shows of one of its parts: an object by its name."""
    if isinstance(value, dict):
        named = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), None)
        return named if isinstance(named, str) else _compact(value)
    return _compact(value) if isinstance(value, list) else _text(value)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _odd(one: object) -> tuple[list[str], Problem]:
    return [_text(one)[:_SHOWN]], ["import-json-line", 0]
