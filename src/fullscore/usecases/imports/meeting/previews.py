"""What a file would do, as it is looked at before a row is touched: kept as JSON, shown as values."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class ShownGuess:
    """What the file may be; `sure` in percent, `why` as (words, percent)."""

    kind: str
    source: str
    label: str
    sure: int
    why: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One column of the file. `fate`: "taken", "kept" beside the row, "left out"; `sure` in percent.

    `options`: (meaning, label) it may become instead.
    """

    header: str
    meaning: str
    becomes: str
    fate: str
    sure: int
    samples: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownWord:
    """One of the file's words for a state; `means` is "" while nobody has said."""

    meaning: str
    header: str
    word: str
    means: str
    rows: int
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One of the first rows as it will look: what becomes of it, and (label, text) of its values."""

    line: int
    outcome: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OwnEdit:
    """A value a person typed and the file would say otherwise; `key` is what `Said.files` holds."""

    key: str
    register: str
    ref: str
    label: str
    yours: str
    file: str
    is_files: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do. `not_seen`: rows this source named before and the file leaves out.

    `made`: (register, how many) of teams, sites, models and the like that come with the rows.
    `is_whole`: the list names all that its source knows, so what it leaves out was not seen this time.
    """

    label: str
    fingerprint: str = ""
    guesses: tuple[ShownGuess, ...] = ()
    columns: tuple[ShownColumn, ...] = ()
    words: tuple[ShownWord, ...] = ()
    first: tuple[ShownRow, ...] = ()
    own_edits: tuple[OwnEdit, ...] = ()
    not_seen: int = 0
    made: tuple[tuple[str, int], ...] = ()
    is_whole: bool = True


def as_json(preview: Preview) -> dict[str, object]:
    """Return a preview as it is kept."""
    return asdict(preview)


def preview_of(kept: Mapping[str, object]) -> Preview | None:
    """Return a kept preview, None when there is none."""
    if not kept:
        return None
    told: dict[str, object] = {
        "label": kept["label"],
        "fingerprint": kept["fingerprint"],
        "not_seen": kept["not_seen"],
        "is_whole": kept["is_whole"],
        "made": tuple((name, count) for name, count in kept["made"]),  # type: ignore[attr-defined]  # as kept
    }
    for name, kind in _PARTS.items():
        told[name] = tuple(kind(**_tuples(each)) for each in kept[name])  # type: ignore[attr-defined]  # the same
    return Preview(**told)  # type: ignore[arg-type]  # the same


_PARTS = {
    "guesses": ShownGuess, "columns": ShownColumn, "words": ShownWord, "first": ShownRow,
    "own_edits": OwnEdit,
}  # fmt: skip


def _tuples(kept: Mapping[str, object]) -> dict[str, object]:
    """Return JSON's lists as the tuples they were."""
    return {name: _tuple(value) for name, value in kept.items()}


def _tuple(value: object) -> object:
    return tuple(_tuple(part) for part in value) if isinstance(value, list) else value
