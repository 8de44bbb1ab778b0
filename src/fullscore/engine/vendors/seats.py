"""Seats of a contract: paid, assigned, active, and how many the next term needs with what plans ask for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.held import HeldPool
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.english import vendors as english
from fullscore.engine.findings.finding import Basis, Value
from fullscore.engine.findings.trace import Later, Trace, leaf
from fullscore.engine.money.amounts import cents
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact, Need
from fullscore.engine.vendors.seats_prices import Paying, is_lump, unit_year
from fullscore.engine.vendors.terms import Dates

_NOTHING = Decimal(0)
_FINE = Decimal("1e-12")


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats of one licence that one contract pays for; None where nobody knows.

    `wanted` is what the licence is asked for at the next renewal, `needed` what of it is left to this
    contract after others that pay for the same; `spare` is `paid` less that, never below 0. `unit` is what
    one costs a year, and `basis` whether that was worked out of a lump sum; `is_planned` says whether plans
    ask for some, `text` all of it in words.
    """

    contract: str
    pool: str
    name: str
    paid: Trace | None
    assigned: Trace | None
    active: Trace | None
    wanted: Trace | None
    needed: Trace | None
    spare: Trace | None
    unit: Trace | None
    saves_year: Trace | None
    basis: Basis
    is_planned: bool
    text: str

    @property
    def is_too_many(self) -> bool:
        """Return whether some are known to be needless at the next renewal."""
        return self.spare is not None and _value(self.spare) > 0

    @property
    def counts(self) -> dict[str, Value]:
        """Return needed and paid as values of a sentence."""
        return {"needed": _known(self.needed), "paid": _known(self.paid)}

    @property
    def missing(self) -> Decimal:
        """Return how many more are needed than paid for; 0 where that is not known."""
        if self.paid is None or self.needed is None:
            return _NOTHING
        return max(_NOTHING, _value(self.needed) - _value(self.paid))

    @property
    def leavers(self) -> Decimal:
        """Return how many are held by people who left."""
        if self.assigned is None or self.active is None:
            return _NOTHING
        return _value(self.assigned) - _value(self.active)


def seats(bound: Bound, dates: Mapping[str, Dates], *, on: date) -> Mapping[str, tuple[Seats, ...]]:
    """Return the seats of every contract with a line for a licence, by contract; `dates` by contract too."""
    counting = _Counting(bound, dates, on)
    return {contract.ref: found for contract in bound.contracts if (found := tuple(counting.of(contract)))}


class _Counting:
    """What is looked up again and again while seats are counted, looked up once."""

    def __init__(self, bound: Bound, dates: Mapping[str, Dates], on: date) -> None:
        self.bound, self.dates, self.on = bound, dates, on
        self.pools = {pool.ref: pool for pool in bound.held.pools if pool.kind == "licence"}
        left = bound.held.left(on)
        self.by_name = Counter(seat.pool for seat in bound.held.seats)
        self.gone = Counter(seat.pool for seat in bound.held.seats if seat.person in left)
        self.needs: dict[str, list[Need]] = defaultdict(list)
        for need in sorted(bound.needs, key=lambda one: (one.on, one.ref, one.text)):
            self.needs[need.pool].append(need)
        self.lines: dict[str, dict[str, list[ChargeFact]]] = defaultdict(lambda: defaultdict(list))
        self.committed = Counter(line.contract for line in bound.charges if _is_owed(line, on))
        for line in bound.charges:
            if line.pool in self.pools and _is_owed(line, on):
                self.lines[line.contract][line.pool].append(line)
        self.payers = self._payers()

    def _payers(self) -> Mapping[str, list[str]]:
        """Return who brings a licence on, by licence; whoever can be ended first stands first."""
        payers: dict[str, list[str]] = defaultdict(list)
        for contract in self.bound.contracts:
            if not self._goes_on(contract):
                continue
            for pool in self.lines.get(contract.ref, ()):
                payers[pool].append(contract.ref)
        for refs in payers.values():
            refs.sort(key=lambda ref: (self.dates[ref].notice_by or date.max, ref))
        return payers

    def _goes_on(self, contract: ContractFact) -> bool:
        ends = contract.intent == "end" or contract.notice_given_on is not None
        return not ends and not self.dates[contract.ref].is_over

    def of(self, contract: ContractFact) -> Iterator[Seats]:
        for ref, lines in sorted(self.lines.get(contract.ref, {}).items()):
            yield self._seats(contract, self.pools[ref], lines)

    def _seats(self, contract: ContractFact, pool: HeldPool, lines: list[ChargeFact]) -> Seats:
        paid = self._paid(pool, lines)
        assigned = self._assigned(pool)
        active = self._active(pool, assigned)
        in_use = active if active is not None else assigned
        asked = self._asked(contract, pool)
        others = self._others(contract, pool)
        wanted = None if in_use is None else _wanted(in_use, asked)
        needed = None if wanted is None else _needed(wanted, others)
        spare = None if needed is None or paid is None else _spare(paid, needed)
        paying = Paying(contract, pool, tuple(lines), paid, is_alone=self.committed[contract.ref] == 1)
        unit, basis = unit_year(paying, self.bound)
        saves = None if spare is None or unit is None else _saves(spare, unit)
        text = english.seats_in_words(
            in_use=_known(in_use), elsewhere=sum((_value(one) for one in others), _NOTHING),
            needs=tuple((need.quantity, need.text, need.on) for need in asked), needed=_known(needed),
            paid=_known(paid), saves=_known(saves), on=self.on,
        )  # fmt: skip
        return Seats(
            contract.ref, pool.ref, pool.name, paid, assigned, active, wanted, needed, spare, unit, saves,
            basis, bool(asked), text,
        )  # fmt: skip

    def _paid(self, pool: HeldPool, lines: Iterable[ChargeFact]) -> Trace | None:
        """Return how many the lines pay for; a single line for "1" is a lump sum for the whole licence."""
        if is_lump(pool, lines):
            assert pool.capacity is not None
            return leaf(pool.capacity, source_of(pool, "capacity", self.bound.files), "paid for")
        parts = tuple(
            leaf(line.quantity, source_of(line, "quantity", self.bound.files), line.name) for line in lines
        )
        return _sum(parts, "paid for")

    def _assigned(self, pool: HeldPool) -> Trace | None:
        """Return how many somebody has: by name, or as many as were counted, if more."""
        by_name = self.by_name[pool.ref]
        if pool.used is not None and pool.used >= by_name:
            return leaf(pool.used, source_of(pool, "used", self.bound.files), "in use")
        return self._named(pool.ref, "held by name") if by_name else None

    def _named(self, pool: str, note: str) -> Trace:
        held = self.bound.held

        def each() -> tuple[Trace, ...]:
            found = (seat for seat in held.seats if seat.pool == pool)
            return tuple(leaf(1, source_of(seat, "person", held.files), seat.person) for seat in found)

        return Trace(self.by_name[pool], op="count", args=Later(each), note=note)

    def _active(self, pool: HeldPool, assigned: Trace | None) -> Trace | None:
        """Return the assigned less those of people who left; None where nobody is known by name."""
        if assigned is None or not self.by_name[pool.ref]:
            return None
        gone = self.gone[pool.ref]
        if not gone:
            return assigned
        held, on = self.bound.held, self.on

        def each() -> tuple[Trace, ...]:
            left = held.left(on)
            found = (seat for seat in held.seats if seat.pool == pool.ref and seat.person in left)
            return tuple(leaf(1, source_of(seat, "person", held.files), seat.person) for seat in found)

        leavers = Trace(gone, op="count", args=Later(each), note="held by people who left")
        return Trace(_value(assigned) - gone, op="difference", args=(assigned, leavers), note="in use")

    def _asked(self, contract: ContractFact, pool: HeldPool) -> tuple[Need, ...]:
        """Return what plans ask for that begins before the renewed term is over."""
        until = self.dates[contract.ref].renewed_until or date.max
        return tuple(need for need in self.needs.get(pool.ref, ()) if need.on <= until)

    def _others(self, contract: ContractFact, pool: HeldPool) -> tuple[Trace, ...]:
        """Return what contracts bring that can only be ended later: they are used up first."""
        payers = self.payers.get(pool.ref, [])
        if contract.ref not in payers:
            return ()
        later = payers[payers.index(contract.ref) + 1 :]
        known = (self._paid(pool, self.lines[ref][pool.ref]) for ref in later)
        return tuple(one for one in known if one is not None)


def _is_owed(line: ChargeFact, on: date) -> bool:
    begun = line.starts_on is None or line.starts_on <= on
    return line.kind == "committed" and begun and (line.ends_on is None or line.ends_on >= on)


def _wanted(in_use: Trace, asked: tuple[Need, ...]) -> Trace:
    parts = (in_use, *(leaf(need.quantity, note=f"{need.text} {need.ref}".strip()) for need in asked))
    return _sum(parts, "needed at the next renewal")


def _needed(wanted: Trace, others: tuple[Trace, ...]) -> Trace:
    """Return what is left to this contract once others have brought theirs."""
    if not others:
        return wanted
    left = _value(wanted) - sum((_value(one) for one in others), _NOTHING)
    less = Trace(left, op="difference", args=(wanted, *others), note="beyond other contracts")
    return Trace(max(_NOTHING, left), op="max", args=(leaf(_NOTHING), less), note="needed of this one")


def _spare(paid: Trace, needed: Trace) -> Trace:
    left = Trace(_value(paid) - _value(needed), op="difference", args=(paid, needed), note="left over")
    return Trace(max(_NOTHING, _value(left)), op="max", args=(leaf(_NOTHING), left), note="too many")


def _saves(spare: Trace, unit: Trace) -> Trace:
    # Decimals end somewhere; a tie of half a cent must still be seen as one.
    value = (_value(spare) * _value(unit)).quantize(_FINE)
    exact = Trace(value, op="product", args=(spare, unit), note="what too many cost")
    return Trace(cents(value), op="cents", args=(exact,), note="a year")


def _sum(parts: tuple[Trace, ...], note: str) -> Trace:
    if len(parts) == 1:
        return parts[0]
    return Trace(sum((_value(part) for part in parts), _NOTHING), op="sum", args=parts, note=note)


def _known(trace: Trace | None) -> Decimal | None:
    return None if trace is None else _value(trace)


def _value(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal | int)
    return Decimal(trace.value)
