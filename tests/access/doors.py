"""Every door there is, found by walking what really answers: the URL resolver and the API's operations."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

METHODS_OF_PAGES = frozenset({"GET", "POST"})


def addresses() -> set[str]:
    """Return every address the resolver knows, as the policy table writes them."""
    return set(_walk(get_resolver().url_patterns, "")) - {"api/v1/"}


def operations() -> set[tuple[str, str]]:
    """Return (method, address) of every operation of the API."""
    return {
        (method, address)
        for address, view in _views(get_resolver().url_patterns, "")
        for operation in getattr(view, "operations", ())
        for method in operation.methods
    }


def _walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, address)
        else:
            yield address


def _views(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, object]]:
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _views(pattern.url_patterns, address)
        else:
            yield address, _path_view(pattern.callback)


def _path_view(callback: object) -> object:
    """Return ninja's object behind a callback; pages are plain functions."""
    for cell in getattr(callback, "__closure__", None) or ():
        if hasattr(cell.cell_contents, "operations"):
            return cell.cell_contents
        owner = getattr(cell.cell_contents, "__self__", None)
        if hasattr(owner, "operations"):
            return owner
    return getattr(callback, "__self__", None)
