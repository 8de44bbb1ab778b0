"""The facts that come with Fullscore: what makers say on their own pages, looked at on one day."""

from datetime import date

from fullscore.engine.estate.support_ends.facts import Product
from fullscore.engine.estate.support_ends.shipped import (
    apple,
    databases,
    desktop,
    languages,
    microsoft,
    networks,
    programs,
    systems,
    windows,
)

AS_OF = date(2026, 8, 22)
SHIPPED: tuple[Product, ...] = (
    *windows.PRODUCTS, *microsoft.PRODUCTS, *apple.PRODUCTS, *systems.PRODUCTS, *networks.PRODUCTS,
    *databases.PRODUCTS, *languages.PRODUCTS, *programs.PRODUCTS, *desktop.PRODUCTS,
)  # fmt: skip
