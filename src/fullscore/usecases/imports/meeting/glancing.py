"""A look at what a file would do: what a batch would write is gathered here, and nothing is written."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import count

from fullscore.store.models import RegisterRow
from fullscore.usecases.imports.meeting.known import Spot
from fullscore.usecases.imports.meeting.previews import OwnEdit, ShownRow

FIRST = 5
_MOST_EDITS = 500


class Glance:
    """What a look has found so far.

    Rows as they would be are held between batches: a new one as the bare tuple of its values, a changed
    one as the values that differ. A hundred thousand of them as objects would not fit beside a server.
    """

    def __init__(self) -> None:
        self.first: list[ShownRow] = []
        self.own_edits: list[OwnEdit] = []
        self.reasons: list[dict[str, object]] = []
        self.made_by_register: Counter[str] = Counter()
        self._ids = count(-1, -1)
        self._new: dict[int, tuple[object, ...] | None] = {}
        self._names: dict[int, set[str]] = {}
        self._changed: dict[int, dict[str, object]] = {}
        self._seen: set[int] = set()

    def made(self, spot: Spot) -> int:
        """Return the id of a row that would be new; nothing written has one below zero."""
        self.made_by_register[spot.register] += 1
        self._new[id(spot)] = None
        return next(self._ids)

    def changed(self, spot: Spot, names: Iterable[str]) -> None:
        """Note which values of a row would differ, so that later rows of the file meet them changed."""
        self._names.setdefault(id(spot), set()).update(names)

    def put_by(self, spot: Spot) -> None:
        """Keep what a row would be until it is met again."""
        key, row = id(spot), spot.row
        if row is not None and key in self._new:
            self._new[key] = tuple(getattr(row, name) for name in _names(type(row)))
        elif row is not None and key in self._names:
            self._changed[key] = {
                **{name: getattr(row, _stored(type(row), name)) for name in self._names[key]},
                "provenance": {name: row.provenance.get(name) for name in self._names[key]},
                "extra": row.extra,
            }

    def taken_up(self, spot: Spot, model: type[RegisterRow]) -> RegisterRow | None:
        """Return a row that would be new by now, as it was put by."""
        values = self._new.get(id(spot))
        return None if values is None else model.from_db(None, _names(model), values)

    def overlay(self, spot: Spot, row: RegisterRow) -> None:
        """Put what would differ by now upon a row as it is written."""
        told = dict(self._changed.get(id(spot), {}))
        row.provenance = {**row.provenance, **told.pop("provenance", {})}  # type: ignore[dict-item]  # as put by
        for name, value in told.items():
            setattr(row, _stored(type(row), name), value)

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


@cache
def _names(model: type[RegisterRow]) -> tuple[str, ...]:
    return tuple(field.attname for field in model._meta.concrete_fields)


@cache
def _stored(model: type[RegisterRow], name: str) -> str:
    return f"{name}_id" if f"{name}_id" in _names(model) else name
