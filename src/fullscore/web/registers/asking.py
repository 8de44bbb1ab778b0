"""What every view of the registers asks first: which register, and whose money."""

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.columns import Register
from fullscore.usecases import registers
from fullscore.usecases.policy import MemberRequest
from fullscore.usecases.registers import NotThereError


def register(request: MemberRequest, room: str, name: str) -> Register:
    """Return the register as the member sees it; one asked for in another room is not there."""
    seen = registers.register(request.member, name)
    if seen.room != room:
        values = {"target": "register", "value": name}
        raise NotThereError(Finding("row-not-found", Subject("registers", name), values))
    return seen


def currency(request: MemberRequest) -> str:
    """Return the organisation's currency."""
    return request.account.currency
