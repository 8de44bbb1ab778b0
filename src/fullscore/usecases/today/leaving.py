"""Why a finding is no longer found, in stable words, and whether what it warned of has happened."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fullscore.engine.vendors.facts import ContractFact
from fullscore.store.models import KeptFinding

Key = tuple[str, str, str]
Left = tuple[str, bool | None]
# What each warns of, by the code that says it has happened.
_WARNS_OF: Mapping[str, str] = {
    "contract-notice-unknown": "contract-notice-missed",
    "contract-notice-due": "contract-notice-missed",
    "contract-decide": "contract-notice-missed",
    "contract-owner-missing": "contract-notice-missed",
    "contract-owner-left": "contract-notice-missed",
}
# What a finding about a register as a whole calls its row; several rows of one line stand before their day.
WHOLE, ON_DAY = "all", "@"
_NOTICES = frozenset({"contract-notice-due", "contract-decide"})


@dataclass(frozen=True, slots=True)
class Leaving:
    """What tells why on a day: keys found now, contracts, rows that are there, where orders stand."""

    organisation_id: int
    on: date
    now: datetime
    found: Collection[Key]
    contracts: Mapping[str, ContractFact]
    live: Mapping[str, frozenset[str]]
    orders: Mapping[str, str]

    def why(self, row: KeptFinding) -> Left:
        """Return the word for why, and whether what the finding warned of came true; None: nobody can say."""
        word = self._word(row)
        return word, self._came_true(row, word)

    def _word(self, row: KeptFinding) -> str:
        if row.state == "done":
            return "done"
        if is_row(row) and row.ref not in self.live.get(row.register, {row.ref}):
            return "row put away"
        if row.register == "goals":
            return self.orders.get(row.ref, "no longer found")
        return self._of_contract(row, self.contracts.get(row.ref) if row.register == "contracts" else None)

    def _of_contract(self, row: KeptFinding, contract: ContractFact | None) -> str:
        if contract is not None and contract.notice_given_on is not None and row.code in _NOTICES:
            return "notice given"
        # Of several contracts in one line too: their common day has passed.
        if row.act_by is not None and row.act_by < self.on and row.code in _NOTICES:
            return "notice day passed"
        if contract is None:
            return "no longer found"
        if contract.ends_on is not None and contract.ends_on < self.on and contract.renewal != "tacit":
            return "contract ended"
        return "no longer found"

    def _came_true(self, row: KeptFinding, word: str) -> bool | None:
        happened = _WARNS_OF.get(row.code)
        if happened and (happened, row.register, row.ref) in self.found:
            return True
        if word in {"notice given", "done"}:
            return False
        if word == "notice day passed":
            return True
        if row.code == "contract-ending":
            return word == "contract ended"
        # The gap was closed and nothing has come of it.
        return False if happened and word == "no longer found" else None


def is_row(row: KeptFinding) -> bool:
    """Return whether a finding is about one row of its register, rather than about several."""
    return row.ref != WHOLE and ON_DAY not in row.ref
