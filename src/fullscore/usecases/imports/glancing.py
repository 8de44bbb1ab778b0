"""A look at what a file would do: what a batch would write is gathered here, and nothing is written."""

from collections import Counter
from collections.abc import Iterable
from itertools import count

from fullscore.usecases.imports.known import Spot
from fullscore.usecases.imports.previews import OwnEdit, ShownRow

FIRST = 5
_MOST_EDITS = 500


class Glance:
    """What a look has found so far."""

    def __init__(self) -> None:
        self.first: list[ShownRow] = []
        self.own_edits: list[OwnEdit] = []
        self.reasons: list[dict[str, object]] = []
        self.made_by_register: Counter[str] = Counter()
        self._ids = count(-1, -1)
        self._held: dict[int, Spot] = {}
        self._seen: set[int] = set()

    def made(self, spot: Spot) -> int:
        """Return the id of a row that would be new; nothing written has one below zero."""
        self.made_by_register[spot.register] += 1
        self._held[id(spot)] = spot
        return next(self._ids)

    def changed(self, spots: Iterable[Spot]) -> None:
        """Hold rows as they would be, so that later rows of the file meet them changed."""
        for spot in spots:
            self._held[id(spot)] = spot

    def holds(self, spot: Spot) -> bool:
        return id(spot) in self._held

    def sighted(self, spot: Spot) -> None:
        self._seen.add(id(spot))

    def has_seen(self, spot: Spot) -> bool:
        return id(spot) in self._seen

    def edited(self, edit: OwnEdit) -> None:
        """Note a value of a person's that the file would say otherwise."""
        if len(self.own_edits) < _MOST_EDITS:
            self.own_edits.append(edit)

    def shown(self, row: ShownRow) -> None:
        """Note one of the first rows as it will look."""
        if len(self.first) < FIRST:
            self.first.append(row)
