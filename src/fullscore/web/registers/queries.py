"""Addresses of lists: `?q=dell&status.is=in stock&sort=-name&page=2` to a query, and back."""

from dataclasses import replace
from urllib.parse import urlencode

from django.http import QueryDict

from fullscore.engine.registers.columns import Column, Kind, Register
from fullscore.engine.registers.filters import WORDS
from fullscore.usecases.registers import Filter, Query

_LONGEST_PAGE = 7
_BLANK_NEEDED = frozenset({"empty"})


def read(asked: QueryDict, seen: Register) -> Query:
    """Return the query an address asks for; a filter nobody understands is kept, and refused by the door."""
    pages = asked.get("page", "1")
    return Query(
        search=asked.get("q", "")[:200],
        filters=(*_filters(asked), *_panel(asked, seen)),
        sort=asked.get("sort") or None,
        page=int(pages) if pages.isdecimal() and len(pages) <= _LONGEST_PAGE else 1,
        is_archived=asked.get("archived") == "yes",
        figure=asked.get("figure", "")[:64],
    )


def has_panel(asked: QueryDict) -> bool:
    """Return whether the filter panel was sent; its answer lives at a shorter address."""
    return any(key.startswith(("w:", "v:")) for key in asked)


def _filters(asked: QueryDict) -> tuple[Filter, ...]:
    keys = [key for key in asked if "." in key and ":" not in key]
    return tuple(Filter(*_parts(key), value) for key in keys for value in asked.getlist(key))


def _parts(key: str) -> tuple[str, str]:
    column, _, word = key.rpartition(".")
    return column, word


def _panel(asked: QueryDict, seen: Register) -> tuple[Filter, ...]:
    found = (_chosen(asked, column) for column in seen.columns)
    return tuple(one for one in found if one is not None)


def _chosen(asked: QueryDict, column: Column) -> Filter | None:
    values = [value for value in asked.getlist(f"v:{column.name}") if value.strip()]
    word = asked.get(f"w:{column.name}", "")
    if word == "empty":
        return Filter(column.name, "empty")
    if not values:
        return None
    if column.kind is Kind.CHOICE:
        return Filter(column.name, "in" if len(values) > 1 else "is", ",".join(values))
    return Filter(column.name, word or WORDS[column.kind][0], values[0])


def written(query: Query) -> str:
    """Return the address's part after `?`, in a fixed order, leaving out what is usual."""
    pairs = [("q", query.search)] if query.search else []
    pairs += [(f"{one.column}.{one.word}", one.value) for one in query.filters]
    pairs += [("sort", query.sort)] if query.sort else []
    pairs += [("page", str(query.page))] if query.page > 1 else []
    pairs += [("archived", "yes")] if query.is_archived else []
    pairs += [("figure", query.figure)] if query.figure else []
    return urlencode(pairs)


def address(query: Query, **changes: object) -> str:
    """Return the address of the same list with something changed; a change leads back to page one."""
    return f"?{written(replace(query, **{'page': 1, **changes}))}"  # type: ignore[arg-type]  # names of Query's own fields


def sorted_by(query: Query, column: str) -> str:
    """Return the address that sorts by `column`, the other way round when it already does."""
    return address(query, sort=f"-{column}" if query.sort == column else column)


def without(query: Query, one: Filter) -> str:
    return address(query, filters=tuple(other for other in query.filters if other != one))


def with_filter(query: Query, one: Filter) -> str:
    """Return the address with one more filter, in place of others on the same column."""
    kept = tuple(other for other in query.filters if other.column != one.column)
    return address(query, filters=(*kept, one))
