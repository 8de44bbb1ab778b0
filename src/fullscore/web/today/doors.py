"""Where the one button of a line leads: from what a finding says to the page where it is done."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlencode

from fullscore.usecases.registers import all_registers
from fullscore.web.registers.figures import TITLES

Content = Mapping[str, Any]
_CONTRACTS = "contracts"
# Filters of the page of contracts that show just the rows of a line with parts.
_LISTS = MappingProxyType({
    "contract-notice-unknown": "no-date", "contract-owner-missing": "no-owner",
})  # fmt: skip
# Lines whose way leads to a page of its own.
_ELSEWHERE = MappingProxyType({
    "order-place": "goals/plans/{plan}/#orders", "pack-question": "budget/cases/{ref}/",
    "proposal-approved": "budget/cases/{ref}/", "support-ends": "estate/support-ends/?q={ref}",
})  # fmt: skip


def door(line: Content, own: int | None = None) -> str:
    """Return the address of a line's button, below the organisation's own.

    A line that stands for several leads to the list of them, where there is one; else to its own page
    (`own`), where each has its way.
    """
    code, subject = str(line["code"]), line["subject"]
    register, ref = str(subject["register"]), quote(str(subject["ref"]), safe="")
    if line.get("parts") and code not in TITLES and own is not None:
        return f"vendors/?show={_LISTS[code]}" if code in _LISTS else f"today/{own}/#parts"
    if code in _ELSEWHERE:
        return _ELSEWHERE[code].format(ref=ref, plan=_plan(line, ref))
    if register == _CONTRACTS:
        return f"vendors/renewals/{ref}/"
    if code in TITLES:
        return f"estate/{register}/?{urlencode({'figure': code})}"
    return f"{_row(register, ref)}" if register in all_registers() else "goals/to-order/"


def _plan(line: Content, ref: str) -> str:
    """Return the accepted plan an order stands in; the subject of an order is `plan/requirement`."""
    named = line.get("values", {}).get("plan")
    return quote(str(named), safe="") if named else ref.partition("%2F")[0]


def field(missing: Content) -> str:
    """Return the form where the one field that would price a line is filled in."""
    register, ref = str(missing["register"]), quote(str(missing["ref"]), safe="")
    if register == "settings" or register not in all_registers():
        return "settings/"
    return f"{_row(register, ref)}edit/" if ref else f"{all_registers()[register].room}/{register}/"


def _row(register: str, ref: str) -> str:
    return f"{all_registers()[register].room}/{register}/{ref}/"
