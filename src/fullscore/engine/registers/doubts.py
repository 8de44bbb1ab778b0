"""Rows of one register that may be one thing, though nothing says so for sure: for a person to decide.

Only what is likely is asked, because a question that is usually answered with no is not read twice. Two
devices that one list names side by side are two. Serial numbers bought in one lot differ in one letter
too, so a near one counts only where no list knows both and nothing else is as near; O for 0 always counts.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fullscore.engine.findings.finding import Value
from fullscore.engine.registers import identity, names
from fullscore.engine.registers.likeness import bare, bare_model, is_one_slip, lookalike, shortened

# A name that more rows than this carry ("MacBook Pro") says nothing of any two of them.
_MOST_ALIKE = 4
_SHORTEST_SERIAL = 6
# Numbers of one lot differ in their last three places.
_LOT = 3
_FEWEST_IN_A_LOT = 2
_SHORTEST_NAME = 7


@dataclass(frozen=True, slots=True)
class Sketch:
    """One row as far as doubt needs it: its values as they stand, and the lists that name it."""

    id: int
    values: Mapping[str, str]
    sources: frozenset[str] = frozenset()

    def told(self, column: str) -> str:
        return self.values.get(column, "")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two rows that may be one thing, the one with the smaller id first, and why."""

    one: int
    other: int
    code: str
    values: Mapping[str, Value] = field(default_factory=dict)


Rows = Sequence[Sketch]
Fresh = frozenset[int]


def doubts(register: str, rows: Rows, fresh: Fresh) -> tuple[Doubt, ...]:
    """Return the doubtful pairs in which one row at least is among `fresh`, each pair once."""
    found: dict[tuple[int, int], Doubt] = {}
    for rule in _RULES.get(register, ()):
        for doubt in rule(rows, fresh):
            found.setdefault((doubt.one, doubt.other), doubt)
    return tuple(found[pair] for pair in sorted(found))


def _doubt(one: Sketch, other: Sketch, code: str, column: str, **more: Value) -> Doubt:
    first, second = sorted((one, other), key=lambda row: row.id)
    return Doubt(first.id, second.id, code, {"one": first.told(column), "other": second.told(column), **more})


def _alike(
    rows: Rows, fresh: Fresh, folds: Callable[[Sketch], Iterable[str]]
) -> Iterator[tuple[str, Sketch, Sketch]]:
    """Yield the pairs whose values are folded to the same, with what both are folded to."""
    buckets: defaultdict[str, list[Sketch]] = defaultdict(list)
    for row in rows:
        for folded in filter(None, folds(row)):
            buckets[folded].append(row)
    for folded, alike in buckets.items():
        if 1 < len(alike) <= _MOST_ALIKE:
            yield from ((folded, one, other) for one, other in _pairs(alike, fresh))


def _pairs(rows: Rows, fresh: Fresh) -> Iterator[tuple[Sketch, Sketch]]:
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if one.id != other.id and (one.id in fresh or other.id in fresh):
                yield one, other


def _same_host(rows: Rows, fresh: Fresh) -> Iterator[Doubt]:
    """Yield devices of one host name: a replacement that took over the name, or a serial mistyped."""
    for _, one, other in _alike(rows, fresh, lambda row: identity.keyed("hostname", row.told("hostname"))):
        if one.sources.isdisjoint(other.sources):
            yield _doubt(one, other, "import-pair-host", "serial", host=one.told("hostname"))


def _near_serial(rows: Rows, fresh: Fresh) -> Iterator[Doubt]:
    """Yield devices of one model whose serial numbers differ by one slip, when only two are that near."""
    told = {row.id: identity.serial(row.told("serial")) for row in rows if row.told("serial")}
    lots = Counter(text[:-_LOT] for text in told.values())
    near = [pair for pair in _slips(rows, fresh, told, _SHORTEST_SERIAL) if _may_be_one(*pair)]
    count = Counter(row.id for pair in near for row in pair)
    for one, other in near:
        texts = told[one.id], told[other.id]
        is_alone = count[one.id] == count[other.id] == 1 and not _is_lot(*texts, lots)
        if is_alone or lookalike(texts[0]) == lookalike(texts[1]):
            yield _doubt(one, other, "import-pair-serial", "serial")


def _is_lot(one: str, other: str, lots: Mapping[str, int]) -> bool:
    """Say whether the two differ at their end, where numbers bought together differ too."""
    return one[:-_LOT] == other[:-_LOT] and lots[one[:-_LOT]] > _FEWEST_IN_A_LOT


def _may_be_one(one: Sketch, other: Sketch) -> bool:
    models = {row.told("model") for row in (one, other)} - {""}
    return len(models) <= 1 and one.sources.isdisjoint(other.sources)


def _slips(
    rows: Rows, fresh: Fresh, told: Mapping[int, str], shortest: int
) -> Iterator[tuple[Sketch, Sketch]]:
    """Yield pairs one slip apart: found by what is left when one letter is taken out of each."""
    buckets: dict[str, list[Sketch]] = {}
    # What is new comes first; of the rest only what is near to something new is kept.
    for row in sorted(_unlisted_together(rows), key=lambda row: row.id not in fresh):
        text = told.get(row.id, "")
        if len(text) >= shortest:
            for key in dict.fromkeys(shortened(lookalike(text))):
                if row.id in fresh or key in buckets:
                    buckets.setdefault(key, []).append(row)
    seen: set[tuple[int, int]] = set()
    for alike in buckets.values():
        for one, other in _pairs_apart(alike, fresh) if len(alike) > 1 else ():
            if (one.id, other.id) not in seen and is_one_slip(told[one.id], told[other.id]):
                seen.add((one.id, other.id))
                yield one, other


def _unlisted_together(rows: Rows) -> Iterator[Sketch]:
    """Yield the rows that some other row shares no list with; most are named by all lists alike."""
    lists = {row.sources for row in rows}
    apart = {one for one in lists if not one or any(one.isdisjoint(other) for other in lists)}
    return (row for row in rows if row.sources in apart)


def _pairs_apart(alike: Rows, fresh: Fresh) -> Iterator[tuple[Sketch, Sketch]]:
    """Yield the pairs of a bucket; rows that one list names are not compared with each other."""
    by_list: defaultdict[frozenset[str], list[Sketch]] = defaultdict(list)
    for row in alike:
        by_list[row.sources].append(row)
    groups = list(by_list.items())
    for at, (sources, some) in enumerate(groups):
        if not sources and len(some) <= _MOST_ALIKE:
            yield from _pairs(some, fresh)
        for other_sources, others in groups[at + 1 :]:
            if sources.isdisjoint(other_sources) and len(some) * len(others) <= _MOST_ALIKE**2:
                yield from _across(some, others, fresh)


def _across(some: Rows, others: Rows, fresh: Fresh) -> Iterator[tuple[Sketch, Sketch]]:
    for one in some:
        for other in others:
            if one.id in fresh or other.id in fresh:
                yield (one, other) if one.id < other.id else (other, one)


def _same_person(rows: Rows, fresh: Fresh) -> Iterator[Doubt]:
    """Yield people of one name whose numbers do not say that they are two."""
    for _, one, other in _alike(rows, fresh, lambda row: names.named(row.told("name")).forms):
        mails = {one.told("email").casefold(), other.told("email").casefold()}
        if not _are_two(one, other) and len(mails) > 1:
            yield _doubt(one, other, "import-pair-person", "email", name=one.told("name"))


def _are_two(one: Sketch, other: Sketch) -> bool:
    numbers = {row.told("employee_number") for row in (one, other)} - {""}
    return len(numbers) > 1 or names.named(one.told("name")).contradicts(names.named(other.told("name")))


def _same_model(rows: Rows, fresh: Fresh) -> Iterator[Doubt]:
    for _, one, other in _alike(rows, fresh, lambda row: (bare_model(row.told("name")),)):
        yield _doubt(one, other, "import-pair-model", "name")


def _near_name(rows: Rows, fresh: Fresh) -> Iterator[Doubt]:
    """Yield names that differ only in words like LLC or Plant, or by one slip of the keyboard."""
    for _, one, other in _alike(rows, fresh, lambda row: (bare(row.told("name")),)):
        yield _doubt(one, other, "import-pair-name", "name")
    told = {row.id: identity.even(row.told("name")) for row in rows}
    for one, other in _slips(rows, fresh, told, _SHORTEST_NAME):
        if not _digits(one) and not _digits(other):
            yield _doubt(one, other, "import-pair-name", "name")


def _digits(row: Sketch) -> bool:
    return any(letter.isdigit() for letter in row.told("name"))


_RULES: Mapping[str, tuple[Callable[[Rows, Fresh], Iterator[Doubt]], ...]] = {
    "items": (_same_host, _near_serial), "people": (_same_person,), "models": (_same_model,),
    "sites": (_near_name,), "teams": (_near_name,), "vendors": (_near_name,), "pools": (_same_model,),
}  # fmt: skip
# What the rules read of a row.
TELLING: Mapping[str, tuple[str, ...]] = {
    "items": ("hostname", "serial", "model"), "people": ("name", "email", "employee_number"),
    "models": ("name",), "sites": ("name",), "teams": ("name",), "vendors": ("name",), "pools": ("name",),
}  # fmt: skip
