"""The order of day and month that a column proves for all its cells."""

from dataclasses import replace

from fullscore.importing.days import order_of
from fullscore.importing.kinds.kind import Looks, Mapped
from fullscore.importing.records import Context


def with_orders(context: Context, mapped: Mapped) -> Context:
    """Return the context with the order of each column of days that is not the organisation's own."""
    days = {each.name for each in mapped.kind.meanings if each.looks is Looks.DAY}
    places = [
        (place, header)
        for place, header in enumerate(mapped.table.header)
        if mapped.meanings.get(header) in days
    ]
    told = {
        header: order_of(
            (row.cells[place] for row in mapped.table.rows if place < len(row.cells)), context.date_order
        )
        for place, header in places
    }
    proved = {header: order for header, order in told.items() if order != context.date_order}
    return replace(context, orders=proved) if proved else context
