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

from fullscore.engine.registers.access import FieldClass, Member, Right
from fullscore.usecases.accounts.arrivals import Arrival
from fullscore.usecases.budget import policy as budget
from fullscore.usecases.changes.policy import calendar, life
from fullscore.usecases.registers.deriving import all_registers
from fullscore.usecases.reports import policy as reports
from fullscore.usecases.risk import policy as risk


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
    # What is behind the door is of this class as a whole, such as files nobody has looked into.
    holds: FieldClass = FieldClass.OPEN


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
    ("GET", "plan/<str:secret>/", ANYONE),
    ("GET POST", "decide/<str:secret>/", ANYONE),
    ("GET POST", "agree/<str:secret>/", ANYONE),
    ("GET POST", "pack/<str:secret>/", ANYONE),
    ("GET", "pack/<str:secret>/pack.<slug:form>", ANYONE),
    ("GET", "feed/<str:secret>.ics", ANYONE),
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
    ("POST", f"{PAGE}settings/brand/", Right.MANAGE_SETTINGS),
    ("GET", f"{PAGE}settings/brand/logo/", Right.BELONG),
    ("POST", f"{PAGE}settings/brand/logo/", Right.MANAGE_SETTINGS),
    ("GET", f"{API}settings/brand", Right.BELONG),
    ("PATCH", f"{API}settings/brand", Right.MANAGE_SETTINGS),
    ("GET", f"{API}settings/brand/logo", Right.BELONG),
    ("PUT", f"{API}settings/brand/logo", Right.MANAGE_SETTINGS),
    ("DELETE", f"{API}settings/brand/logo", Right.MANAGE_SETTINGS),
)
_PLAN = f"{PAGE}goals/plans/<str:ref>/"
_GOALS = (
    ("GET", f"{PAGE}goals/", Right.PLAN_GOALS),
    ("GET", f"{PAGE}goals/plan.xlsx", Right.PLAN_GOALS),
    ("GET", f"{PAGE}goals/change/", Right.PLAN_GOALS),
    ("GET", f"{PAGE}goals/what-if/", Right.PLAN_GOALS),
    ("POST", f"{PAGE}goals/keep/", Right.KEEP_PLANS),
    ("GET", f"{PAGE}goals/to-order/", Right.PLAN_GOALS),
    ("GET", f"{PAGE}goals/plans/", Right.PLAN_GOALS),
    ("GET", _PLAN, Right.PLAN_GOALS),
    ("GET", f"{_PLAN}plan.xlsx", Right.PLAN_GOALS),
    ("POST", f"{_PLAN}accept/", Right.KEEP_PLANS),
    ("POST", f"{_PLAN}withdraw/", Right.KEEP_PLANS),
    ("POST", f"{_PLAN}drop/", Right.KEEP_PLANS),
    ("POST", f"{_PLAN}restore/", Right.KEEP_PLANS),
    ("POST", f"{_PLAN}order/", Right.KEEP_PLANS),
    ("POST", f"{_PLAN}set-aside/", Right.KEEP_PLANS),
    ("POST", f"{_PLAN}take-back/", Right.KEEP_PLANS),
    ("POST", f"{_PLAN}links/", Right.KEEP_PLANS),
    ("POST", f"{_PLAN}links/<int:link>/end/", Right.KEEP_PLANS),
    ("GET POST", f"{API}goals/plans", Right.PLAN_GOALS),
    ("POST", f"{API}goals/what-if", Right.PLAN_GOALS),
    ("GET", f"{API}goals/plans/<ref>.xlsx", Right.PLAN_GOALS),
    ("GET", f"{API}goals/plans/<ref>", Right.PLAN_GOALS),
    ("PATCH", f"{API}goals/plans/<ref>", Right.KEEP_PLANS),
    ("GET", f"{API}goals/plans/<ref>/today", Right.PLAN_GOALS),
    ("POST", f"{API}goals/plans/<ref>/accept", Right.KEEP_PLANS),
    ("POST", f"{API}goals/plans/<ref>/withdraw", Right.KEEP_PLANS),
    ("POST", f"{API}goals/plans/<ref>/drop", Right.KEEP_PLANS),
    ("POST", f"{API}goals/plans/<ref>/restore", Right.KEEP_PLANS),
    ("POST", f"{API}goals/plans/<ref>/order", Right.KEEP_PLANS),
    ("POST", f"{API}goals/plans/<ref>/links", Right.KEEP_PLANS),
    ("DELETE", f"{API}goals/plans/<ref>/links/<int:link>", Right.KEEP_PLANS),
)
_REACHING = (
    ("GET POST", f"{PAGE}today/<int:finding>/decision/", Right.ACT_ON_FINDINGS),
    ("POST", f"{PAGE}today/<int:finding>/decision/<int:link>/end/", Right.ACT_ON_FINDINGS),
    ("GET POST", f"{PAGE}today/feeds/", Right.PLAN_GOALS),
    ("POST", f"{PAGE}today/feeds/<slug:kind>/end/", Right.PLAN_GOALS),
)
# A weekly mail of one's own needs no more than reading Today; the use case knows whose it is.
_MAILS, _MAIL = f"{PAGE}today/digests/", f"{PAGE}today/digests/<int:digest>/"
_DIGESTS = (
    ("GET POST", "act/<str:secret>/", ANYONE),
    ("GET", _MAILS, Right.PLAN_GOALS),
    ("POST", _MAILS, Right.MANAGE_SETTINGS),
    ("POST", f"{_MAILS}send/", Right.PLAN_GOALS),
    ("POST", f"{_MAIL}change/", Right.MANAGE_SETTINGS),
    ("POST", f"{_MAIL}remove/", Right.MANAGE_SETTINGS),
    ("POST", f"{_MAIL}send/", Right.MANAGE_SETTINGS),
    ("GET", f"{_MAIL}preview/", Right.MANAGE_SETTINGS),
    ("GET", f"{API}digests", Right.PLAN_GOALS),
    ("POST", f"{API}digests", Right.MANAGE_SETTINGS),
    ("PATCH", f"{API}digests/<int:digest>", Right.MANAGE_SETTINGS),
    ("DELETE", f"{API}digests/<int:digest>", Right.MANAGE_SETTINGS),
    ("POST", f"{API}digests/<int:digest>/send", Right.MANAGE_SETTINGS),
)
_FOUND = f"{PAGE}today/<int:finding>/"
_TODAY = (
    ("GET", f"{PAGE}today/", Right.PLAN_GOALS),
    ("GET", f"{PAGE}today/state/", Right.PLAN_GOALS),
    ("GET", f"{PAGE}today/today.csv", Right.PLAN_GOALS),
    ("GET", _FOUND, Right.PLAN_GOALS),
    ("POST", f"{_FOUND}snooze/", Right.ACT_ON_FINDINGS),
    ("POST", f"{_FOUND}assign/", Right.ACT_ON_FINDINGS),
    ("POST", f"{_FOUND}done/", Right.ACT_ON_FINDINGS),
    ("POST", f"{_FOUND}decline/", Right.ACT_ON_FINDINGS),
    ("POST", f"{_FOUND}reopen/", Right.ACT_ON_FINDINGS),
    ("GET", f"{API}today", Right.PLAN_GOALS),
    ("PATCH", f"{API}today/<int:finding>", Right.ACT_ON_FINDINGS),
)
_RENEWAL = f"{PAGE}vendors/renewals/<str:ref>/"
_RENEWALS = (
    ("GET", f"{PAGE}vendors/", Right.PLAN_GOALS),
    ("GET", f"{PAGE}vendors/renewals.csv", Right.PLAN_GOALS),
    ("GET", _RENEWAL, Right.PLAN_GOALS),
    ("POST", f"{_RENEWAL}decide/", Right.EDIT_REGISTERS),
    ("POST", f"{_RENEWAL}given/", Right.EDIT_REGISTERS),
    ("POST", f"{_RENEWAL}undo/<int:entry>/", Right.EDIT_REGISTERS),
    ("GET", f"{_RENEWAL}letter/", Right.PLAN_GOALS),
    ("GET", f"{_RENEWAL}letter.txt", Right.PLAN_GOALS),
    ("GET", f"{API}renewals", Right.PLAN_GOALS),
    ("GET", f"{API}renewals/<ref>", Right.PLAN_GOALS),
)
_IMPORTS = (
    ("GET POST", f"{PAGE}imports/", Right.IMPORT),
    ("GET", f"{PAGE}imports/pairs/", Right.IMPORT),
    ("POST", f"{PAGE}imports/pairs/<int:number>/", Right.EDIT_REGISTERS),
    ("GET POST", f"{PAGE}imports/trust/", Right.MANAGE_SETTINGS),
    ("GET", f"{PAGE}imports/<int:number>/", Right.IMPORT),
    ("POST", f"{PAGE}imports/<int:number>/say/", Right.IMPORT),
    ("POST", f"{PAGE}imports/<int:number>/confirm/", Right.IMPORT),
    ("POST", f"{PAGE}imports/<int:number>/discard/", Right.IMPORT),
    ("GET", f"{PAGE}imports/<int:number>/refused.csv", Right.IMPORT),
    ("GET POST", f"{PAGE}imports/<int:number>/undo/", Right.IMPORT),
    ("GET", f"{API}imports", Right.IMPORT),
    ("POST", f"{API}imports", Right.IMPORT),
    ("PUT", f"{API}imports", Right.IMPORT),
    ("GET PATCH", f"{API}imports/<int:number>", Right.IMPORT),
    ("POST", f"{API}imports/<int:number>/confirm", Right.IMPORT),
    ("POST", f"{API}imports/<int:number>/discard", Right.IMPORT),
    ("POST", f"{API}imports/<int:number>/undo", Right.IMPORT),
)
_GRAPH = (
    ("GET", f"{PAGE}estate/impact/", Right.PLAN_GOALS),
    ("GET", f"{PAGE}estate/connect/", Right.PLAN_GOALS),
    ("POST", f"{PAGE}estate/connect/", Right.EDIT_REGISTERS),
    ("POST", f"{PAGE}estate/connect/undo/<str:refs>/", Right.EDIT_REGISTERS),
    ("GET", f"{PAGE}estate/support-ends/", Right.PLAN_GOALS),
    ("POST", f"{PAGE}estate/support-ends/", Right.EDIT_REGISTERS),
    ("GET", f"{API}estate/support-ends", Right.PLAN_GOALS),
    ("POST", f"{API}estate/support-ends", Right.EDIT_REGISTERS),
    ("GET", f"{API}changes/impact", Right.PLAN_GOALS),
    ("GET", f"{API}estate/dependencies", Right.PLAN_GOALS),
    ("POST", f"{API}estate/connect", Right.EDIT_REGISTERS),
)
READ, EDIT = Right.READ_REGISTERS, Right.EDIT_REGISTERS
_LIST = f"{PAGE}<room:room>/<slug:register>/"
_ROW = f"{_LIST}<str:ref>/"
_REGISTERS = (
    ("GET", PAGE, READ),
    ("GET", f"{PAGE}find/", READ),
    ("GET", f"{PAGE}history/", Right.READ_HISTORY),
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
    ("POST", f"{_ROW}files/<int:file>/remove/", EDIT),
    ("GET", f"{API}find", READ),
    ("GET", f"{API}export", READ),
    ("GET", f"{PAGE}export.zip", READ),
    ("GET", f"{API}estate/completeness", Right.PLAN_GOALS),
)
# What each register answers to below its own address.
_ADDRESSES = tuple(f"{register.room}/{register.name}" for register in all_registers().values())
_EACH = (
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
)


_FILES = (f"{_ROW}files/<int:file>/", *(f"{API}{each}/<ref>/files/<int:file>" for each in _ADDRESSES))


def _rules(*lines: tuple[str, str, Visitor | Right]) -> tuple[Rule, ...]:
    return tuple(Rule(method, address, who) for methods, address, who in lines for method in methods.split())


TABLE: tuple[Rule, ...] = (
    *_rules(*_PUBLIC, *_ONESELF, *_ACCOUNTS, *_SETTINGS, *_GOALS, *_IMPORTS, *_RENEWALS, *_REGISTERS),
    *_rules(*calendar(PAGE, API), *life(PAGE, API), *_GRAPH),
    *_rules(*budget.pages(PAGE), *budget.doors(API), *risk.pages(PAGE), *risk.doors(API)),
    *_rules(*reports.pages(PAGE), *reports.doors(API)),
    *_rules(*_REACHING, *_TODAY, *_DIGESTS),
    *_rules(*((methods, f"{API}{each}{rest}", who) for each in _ADDRESSES for methods, rest, who in _EACH)),
    *(Rule("GET", address, READ, FieldClass.INTERNAL) for address in _FILES),
)
_BY_DOOR = {(rule.method, rule.address): rule for rule in TABLE}


def rule_for(method: str, address: str) -> Rule | None:
    """Return the row for a door, or None: then nobody may. HEAD is GET without a body."""
    return _BY_DOOR.get(("GET" if method == "HEAD" else method, address))


def methods_of(address: str) -> tuple[str, ...]:
    """Return the methods an address answers to."""
    return tuple(sorted(rule.method for rule in TABLE if rule.address == address))
