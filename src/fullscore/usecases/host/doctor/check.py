"""One check: how it stands, what was seen, what to do."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Check:
    """`do` is None where nothing needs to be done."""

    name: str
    state: State
    seen: str
    do: str | None = None


def fine(name: str, seen: str) -> Check:
    return Check(name, State.OK, seen)


def doubtful(name: str, seen: str, do: str) -> Check:
    return Check(name, State.WARNING, seen, do)


def broken(name: str, seen: str, do: str) -> Check:
    return Check(name, State.FAILED, seen, do)
