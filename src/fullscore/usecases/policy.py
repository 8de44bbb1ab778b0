"""The policy table: who may use which door. A door without a row stays shut.

One row for each page, fragment, download and API operation. What stands in the third column is
decided in two places that never overlap: the door (`web/middleware.py`) finds out who is there and
whether they belong to the organisation in the address; the use case behind it decides whether
their role carries the right (`by.require`). The access matrix asks every door for every role and
compares with this table (docs/adr/0003-policy.md).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.http import HttpRequest

from fullscore.engine.registers.access import Member, Right
from fullscore.usecases.accounts.arrivals import Arrival
from fullscore.usecases.registers.deriving import all_registers


class Visitor(StrEnum):
    """Who may come in where no organisation is in the address."""

    ANYONE = "anyone"
    SIGNED_IN = "signed in"


@dataclass(frozen=True, slots=True)
class Rule:
    """One door: method and address as the URL resolver knows them, and who may use it."""

    method: str
    address: str
    who: Visitor | Right


class MemberRequest(HttpRequest):
    """A request that came through the door; the door fills these in before any view runs."""

    now: datetime
    on: date
    member: Member
    account_id: int
    account: Arrival
    organisation_name: str
    csp_nonce: str


ANYONE, SIGNED_IN = Visitor
PAGE, API = "o/<slug:org>/", "api/v1/o/<org>/"

_PUBLIC = (
    ("GET", "healthz", ANYONE),
    ("GET", "static/<path:path>", ANYONE),
    ("GET POST", "sign-in/", ANYONE),
    ("POST", "sign-out/", ANYONE),
    ("GET POST", "link/<str:secret>/", ANYONE),
    ("GET POST", "reset/", ANYONE),
    ("GET", "api/v1/docs", ANYONE),
    ("GET", "api/v1/openapi.json", ANYONE),
)
_ONESELF = (
    ("GET", "", SIGNED_IN),
    ("GET", "me/", SIGNED_IN),
    ("POST", "me/name/", SIGNED_IN),
    ("POST", "me/email/", SIGNED_IN),
    ("POST", "me/password/", SIGNED_IN),
)
_ACCOUNTS = (
    ("GET POST", f"{PAGE}tokens/", Right.MANAGE_TOKENS),
    ("POST", f"{PAGE}tokens/<int:token>/revoke/", Right.MANAGE_TOKENS),
    ("GET POST", f"{PAGE}members/", Right.MANAGE_MEMBERS),
    ("POST", f"{PAGE}members/<int:membership>/role/", Right.MANAGE_MEMBERS),
    ("POST", f"{PAGE}members/<int:membership>/deactivate/", Right.MANAGE_MEMBERS),
    ("GET", f"{API}me", Right.BELONG),
    ("GET", f"{API}members", Right.MANAGE_MEMBERS),
    ("POST", f"{API}members", Right.MANAGE_MEMBERS),
    ("PATCH", f"{API}members/<membership>", Right.MANAGE_MEMBERS),
    ("DELETE", f"{API}members/<membership>", Right.MANAGE_MEMBERS),
    ("GET", f"{API}tokens", Right.MANAGE_TOKENS),
    ("DELETE", f"{API}tokens/<token>", Right.MANAGE_TOKENS),
)
_SETTINGS = (
    ("GET POST", f"{PAGE}settings/", Right.MANAGE_SETTINGS),
    ("GET", f"{API}settings", Right.BELONG),
    ("PATCH", f"{API}settings", Right.MANAGE_SETTINGS),
)
_GOALS = (
    ("GET", f"{PAGE}goals/", Right.PLAN_GOALS),
    ("POST", f"{API}goals/plans", Right.PLAN_GOALS),
)
READ, EDIT = Right.READ_REGISTERS, Right.EDIT_REGISTERS
_LIST = f"{PAGE}<room:room>/<slug:register>/"
_ROW = f"{_LIST}<str:ref>/"
_REGISTERS = (
    ("GET", PAGE, READ),
    ("GET", f"{PAGE}find/", READ),
    ("GET", f"{PAGE}<room:room>/", READ),
    ("GET", _LIST, READ),
    ("GET", f"{_LIST}export.<form:form>", READ),
    ("GET POST", f"{_LIST}bulk/", EDIT),
    ("GET POST", f"{_LIST}new/", EDIT),
    ("GET", f"{_LIST}options/<slug:column>/", EDIT),
    ("GET", _ROW, READ),
    ("GET POST", f"{_ROW}edit/", EDIT),
    ("POST", f"{_ROW}archive/", EDIT),
    ("POST", f"{_ROW}unarchive/", EDIT),
    ("POST", f"{_ROW}undo/<int:entry>/", EDIT),
    ("POST", f"{_ROW}files/", EDIT),
    ("GET", f"{_ROW}files/<int:file>/", READ),
    ("POST", f"{_ROW}files/<int:file>/remove/", EDIT),
    ("GET", f"{API}find", READ),
)
# What each register answers to below its own address.
_EACH_REGISTER = (
    ("GET", "", READ),
    ("POST", "", EDIT),
    ("PATCH", "", EDIT),
    ("GET", ".csv", READ),
    ("GET", ".xlsx", READ),
    ("GET", "/<ref>", READ),
    ("PATCH", "/<ref>", EDIT),
    ("DELETE", "/<ref>", EDIT),
    ("GET", "/<ref>/history", Right.READ_HISTORY),
    ("POST", "/<ref>/history/<int:entry>/undo", EDIT),
    ("GET", "/<ref>/files", READ),
    ("POST", "/<ref>/files", EDIT),
    ("GET", "/<ref>/files/<int:file>", READ),
)


def _of_each_register() -> tuple[tuple[str, str, Visitor | Right], ...]:
    return tuple(
        (methods, f"{API}{register.room}/{register.name}{rest}", who)
        for register in all_registers().values()
        for methods, rest, who in _EACH_REGISTER
    )


def _rules(*rows: tuple[str, str, Visitor | Right]) -> tuple[Rule, ...]:
    return tuple(Rule(method, address, who) for methods, address, who in rows for method in methods.split())


TABLE: tuple[Rule, ...] = _rules(
    *_PUBLIC, *_ONESELF, *_ACCOUNTS, *_SETTINGS, *_GOALS, *_REGISTERS, *_of_each_register()
)
_BY_DOOR = {(rule.method, rule.address): rule for rule in TABLE}


def rule_for(method: str, address: str) -> Rule | None:
    """Return the row for a door, or None: then nobody may. HEAD is GET without a body."""
    return _BY_DOOR.get(("GET" if method == "HEAD" else method, address))


def methods_of(address: str) -> tuple[str, ...]:
    """Return the methods an address answers to."""
    return tuple(sorted(rule.method for rule in TABLE if rule.address == address))
