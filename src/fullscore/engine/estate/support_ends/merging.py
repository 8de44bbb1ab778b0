"""Shipped facts with those that were fetched: the newer one counts, and says whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from fullscore.engine.estate.support_ends.facts import Product, Release


@dataclass(frozen=True, slots=True)
class Fetched:
    """One release as it was fetched; ends_on None: still supported, no day is known."""

    product: str
    release: str
    ends_on: date | None
    source: str
    fetched_at: datetime


def merged(shipped: Iterable[Product], fetched: Iterable[Fetched], as_of: date) -> tuple[Product, ...]:
    """Return the products with what was fetched since the day the shipped facts were looked at."""
    newer: dict[str, dict[str, Fetched]] = {}
    for each in fetched:
        if each.fetched_at.date() >= as_of:
            newer.setdefault(each.product, {})[each.release] = each
    return tuple(_with(product, newer.get(product.key, {})) for product in shipped)


def _with(product: Product, fetched: dict[str, Fetched]) -> Product:
    if not fetched:
        return product
    known = tuple(_newer(each, fetched.get(each.key)) for each in product.releases)
    shipped = {each.key for each in product.releases}
    added = tuple(_new(each) for key, each in fetched.items() if key not in shipped and product.is_open)
    return replace(product, releases=(*added, *known))


def _newer(release: Release, fetched: Fetched | None) -> Release:
    if fetched is None:
        return release
    return replace(
        release, ends_on=fetched.ends_on, source=fetched.source, fetched_at=fetched.fetched_at
    )  # fmt: skip


def _new(fetched: Fetched) -> Release:
    return Release(
        fetched.release, fetched.ends_on, ((fetched.release,),), source=fetched.source,
        fetched_at=fetched.fetched_at,
    )  # fmt: skip
