"""A finding: one fact a person should read, as a value; its sentence lives in the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from fullscore.engine.findings.trace import Trace

Value = str | int | Decimal | date | tuple[str, ...] | None


class Basis(StrEnum):
    """How sure the figures of a finding are."""

    CERTAIN = "certain"
    EXPECTED = "expected"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about: a row of a register, a file, a field; both parts are words people know."""

    register: str
    ref: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is to be said: a stable code, what it is about, and typed values for its sentence.

    Identity is (code, subject). `at_stake` is money or None when not known; `cost_of_waiting` is
    loss(today + 7) - loss(today), None when nobody can say.
    """

    code: str
    subject: Subject
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    act_by: date | None = None
    at_stake: Decimal | None = None
    cost_of_waiting: Decimal | None = None
    basis: Basis = Basis.CERTAIN
    trace: Trace | None = None
