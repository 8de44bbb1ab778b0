"""How well a header goes with each kind: rare names tell more than common ones; what is missing counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log

from fullscore.importing.kinds.kind import Kind
from fullscore.importing.lexicon.headers import squeezed
from fullscore.importing.recognising.index import KnownKind, KnownLayout, index
from fullscore.importing.recognising.meaning import Column, Meant, meant

# How likely a column is in a list of some kind: one nobody has seen there, and one seldom seen there.
_STRANGE, _SELDOM = 0.02, 0.12
# In a known program's list: one of its names, any other name, and one of its names that is not there.
_IN_LAYOUT, _BESIDE_LAYOUT, _MISSING = 0.8, 0.4, 0.89
# Half of what is usual may have been left out of an export.
_USUAL, _LEFT_OUT = 0.5, 0.5
# Cells that look just as a meaning wants them speak for it: a vendor's name is no person's.
_AS_IT_LOOKS = 1.6
# How far ahead of the next kind is clear, and how many bits of rare names are enough.
_CLEAR, _ENOUGH = 1.5, 4.0
_ALONE, _FAR = 10.0, 100.0
# A name that a program uses is known, whatever it means.
_SEEN, _BY_NAME = 0.9, 0.7
_SAME = 0.6
# What a kind needs and a header lacks speaks against it; where rows are read, a person is asked.
_LACKING, _ASKED, _FEWEST = -1.5, 0.55, 3
# A firm's own columns count against a list, but only so much: the more is known, the more there may be.
_SHARE, _OWN, _OWN_SHARE = 0.75, 8.0, 0.6
# So many columns are a full list; shorter ones leave out what is usual.
_FULL = 8
# Kinds of which many programs have lists are common.
_COMMON = 0.8
_MOST = 0.99


@dataclass(frozen=True, slots=True)
class Rated:
    """A kind for a header: the evidence (a logarithm), how many columns it knows, and how sure it is.

    `lacking`: how many of the groups that the kind needs are not there: its rows could not be told apart.
    `share` and `bits`: how much of the header's rarity is known.
    """

    known: KnownKind
    evidence: float
    lacking: int
    columns: int
    by_name: int
    by_cells: int
    share: float
    bits: float
    confidence: float = 0.0

    @property
    def kind(self) -> Kind:
        return self.known.kind


def rated(columns: Sequence[Column]) -> tuple[Rated, ...]:
    """Return the kinds a header may be, the likeliest first, each with how sure it is."""
    found = [rated_as(known, columns) for known in index().kinds]
    sure = [_sure(one, [each for each in found if each is not one]) for one in found]
    return tuple(sorted(sure, key=lambda one: (-one.confidence, -one.evidence)))


def _sure(one: Rated, others: Sequence[Rated]) -> Rated:
    """Return how sure a kind is: how much of the header it knows, and how clearly it comes before others."""
    ahead = one.evidence - max(each.evidence for each in others) if others else _ALONE
    # Five hundred columns put the last kind so far behind that its chance is no float any more.
    clear = 1 / (1 + exp(-max(-_FAR, ahead) * _CLEAR))
    known = one.share**_SHARE * (1 - exp(-one.bits / _ENOUGH)) ** 0.5
    return replace(one, confidence=round(min(_at_most(one), clear * known), 2))


def _at_most(one: Rated) -> float:
    """Return how sure a kind may be at most: a single known name, or rows that nothing tells apart, ask."""
    cannot_be_read = one.lacking and one.kind.register
    return _ASKED if cannot_be_read or one.by_name < _FEWEST else _MOST


def rated_as(known: KnownKind, columns: Sequence[Column]) -> Rated:
    """Return a header rated as one kind; names that repeat count once."""
    columns = tuple({squeezed(column.header): column for column in reversed(columns)}.values())
    best = tuple(next(iter(meant(known, column)), None) for column in columns)
    there = {one.meaning for one in best if one is not None}
    lacking = 0 if _is_a_layout(known, columns) else sum(not group & there for group in known.kind.needs)
    tells = [_tells(known, column, one) for column, one in zip(columns, best, strict=True)]
    weights = [index().rarity_of(squeezed(column.header)) for column in columns]
    bits = sum(weight * tell for weight, tell in zip(weights, tells, strict=True))
    strange = sum(weight * (1 - tell) for weight, tell in zip(weights, tells, strict=True))
    by_cells = sum(one is not None and one.how == "values" for one in best)
    by_name = sum(tell >= _BY_NAME for tell in tells)
    return Rated(
        known, _evidence(known, columns, best) + lacking * _LACKING, lacking, len(columns), by_name, by_cells,
        bits / (bits + min(strange, _OWN + _OWN_SHARE * bits)) if bits else 0.0, bits,
    )  # fmt: skip


def _is_a_layout(known: KnownKind, columns: Sequence[Column]) -> bool:
    """Say whether these are mostly the names of one program's list of this kind, and most of them."""
    return any(_overlap(each, columns) >= _SAME for each in known.layouts)


def _overlap(layout: KnownLayout, columns: Sequence[Column]) -> float:
    there = sum(layout.holds(column.header) for column in columns)
    return there / (len(columns) + max(0, len(layout.said) - there))


def _tells(known: KnownKind, column: Column, one: Meant | None) -> float:
    if one is not None and one.how != "likeness":
        return one.sure
    return _SEEN if known.has_seen(column.header) else one.sure if one is not None else 0.0


def _evidence(known: KnownKind, columns: Sequence[Column], best: Sequence[Meant | None]) -> float:
    """Return the larger of what speaks for a list of this kind and for one program's list of it."""
    likely = [_likely(known, column, one) for column, one in zip(columns, best, strict=True)]
    there = {one.meaning for one in best if one is not None}
    lacking = sum(
        log(1 - _LEFT_OUT * usual)
        for meaning, usual in known.usual.items()
        if usual >= _USUAL and meaning not in there
    )
    common = _COMMON * log(1 + len(known.layouts))
    plain = sum(map(log, likely)) + lacking * min(1.0, len(columns) / _FULL) + common
    return max([plain, *(_in_layout(layout, columns, likely) for layout in known.layouts)])


def _likely(known: KnownKind, column: Column, one: Meant | None) -> float:
    if one is None:
        return _SELDOM if known.has_seen(column.header) else _STRANGE
    as_it_looks = _AS_IT_LOOKS if one.is_as_it_looks else 1.0
    return max(_STRANGE, max(_SELDOM, known.usual.get(one.meaning, 0.0)) * one.sure * as_it_looks)


def _in_layout(layout: KnownLayout, columns: Sequence[Column], likely: Sequence[float]) -> float:
    there = [layout.holds(column.header) for column in columns]
    said = sum(
        log(_IN_LAYOUT if is_there else _BESIDE_LAYOUT * chance)
        for is_there, chance in zip(there, likely, strict=True)
    )
    return said + log(_MISSING) * max(0, len(layout.said) - sum(there))
