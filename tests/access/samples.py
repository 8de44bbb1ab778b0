"""For each door one request that works for whoever may: its address filled in, its body, its answer."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.files.uploadedfile import SimpleUploadedFile

from fullscore.engine.registers.access import Role
from fullscore.engine.registers.columns import Column, Kind
from fullscore.usecases.changes import living
from fullscore.usecases.policy import Rule
from fullscore.usecases.registers import Query, export
from fullscore.usecases.registers.deriving import all_registers
from tests.access.world import PASSWORD, SET_ASIDE, TO_ORDER, Place
from tests.conftest import NOW

JSON = "application/json"
REGISTER = "items"
PAGE, API = "o/<slug:org>/", "api/v1/o/<org>/"
NEW_PASSWORD = "another long walk home"


@dataclass(frozen=True)
class Sample:
    """What is sent, and what answers it when it is let in."""

    status: int
    data: Mapping[str, object] = field(default_factory=dict)
    is_json: bool = False
    # Bytes sent as they are, under the name list.csv.
    body: bytes = b""


def register_of(rule: Rule) -> str | None:
    """Return the register a door is about; pages about registers are asked about one of them."""
    if rule.address.startswith(API):
        parts = rule.address.removeprefix(API).split("/")
        name = parts[1].partition(".")[0] if len(parts) > 1 else ""
        return name if name in all_registers() else None
    return REGISTER if "<slug:register>" in rule.address else None


def address(rule: Rule, organisation: Place, ids: Place) -> str:
    """Return the address with one place's name and the same or another place's ids in it."""
    register = register_of(rule) or REGISTER
    values: dict[str, object] = {
        "org": organisation.ref,
        "room": all_registers()[register].room,
        "register": register,
        "ref": ids.rows[register].ref,
        "file": ids.ids[f"{register} file"],
        "entry": ids.ids[f"{register} entry"],
        "membership": ids.ids["spare membership"],
        "token": ids.ids["token"],
        "secret": ids.ids["secret"],
        "number": ids.ids["import"],
        "path": "mark.svg",
        "form": "csv",
        "column": "site",
        "link": ids.ids["link"],
        "finding": ids.ids["finding"],
        "kind": "notice",
        "digest": ids.ids["digest"],
        "refs": ids.rows["supports"].ref,
    }
    if "goals/plans/<" in rule.address:
        values["ref"] = ids.ids["accepted" if rule.address.rstrip("/").endswith(_ON_ACCEPTED) else "draft"]
    if "/renewals/<" in rule.address:
        values |= {"ref": ids.rows["contracts"].ref, "entry": ids.ids["contracts entry"]}
    if (
        "changes/plans/<" in rule.address
        or "changes/move/<" in rule.address
        or "changes/before/" in rule.address
    ):
        values |= _of_change(rule, ids)
    if "changes/dates/<" in rule.address:
        values["run"] = ids.ids["run"]
    if "changes/calendars/<" in rule.address:
        values["number"] = ids.ids["calendar"]
    if "changes/runs/" in rule.address:
        values["number"] = ids.ids["run"]
    values |= _of_money(rule, ids)
    if rule.address.startswith((f"{PAGE}imports/", f"{API}imports/")):
        values["number"] = ids.ids[_numbered(rule)]
    values |= _secrets(rule, ids)
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values[found[1]]), rule.address)


def _of_money(rule: Rule, ids: Place) -> dict[str, object]:
    """Return what addresses of questions about risk and the budget name."""
    room = rule.address.removeprefix(PAGE).removeprefix(API).partition("/")[0]
    if "<slug:register>" in rule.address or register_of(rule):
        return {}
    if room == "reports":
        return {"kind": "board", "number": ids.ids["pack"], "link": ids.ids["pack link"], "form": "pdf"}
    if room not in {"risk", "budget"}:
        return {}
    if "/years/" in rule.address:
        return {"year": 2027}
    run = ids.ids["simulate run" if room == "risk" else "choose run"]
    register = "scenarios" if room == "risk" else "options" if "/pins/" in rule.address else "proposals"
    return {
        "run": run, "number": run, "ref": ids.rows[register].ref, "entry": ids.ids.get("options entry", 1),
    }  # fmt: skip


def _of_change(rule: Rule, ids: Place) -> dict[str, object]:
    """Return what an address about one change, or about what came before, names."""
    if "/before/" in rule.address:
        return {"kind": "services", "ref": ids.rows["services"].ref}
    entry = "steps entry" if "/steps/" in rule.address else "changes entry"
    return {"ref": ids.rows["changes"].ref, "step": ids.rows["steps"].ref, "entry": ids.ids[entry]}


def _secrets(rule: Rule, ids: Place) -> dict[str, object]:
    """Return what opens a door without an account, and the number of a link behind another."""
    first = rule.address.partition("/")[0]
    found: dict[str, object] = {"link": ids.ids["decision link"]} if "/decision/" in rule.address else {}
    found |= {"form": "pdf"} if first == "pack" else {}
    return found | ({"secret": ids.ids[f"{first} secret"]} if f"{first} secret" in ids.ids else {})


def _numbered(rule: Rule) -> str:
    """Return what the number in an address of imports counts."""
    if "/pairs/" in rule.address:
        return "pair"
    is_answer = rule.method == "PATCH" or rule.address.endswith(_ON_WAITING)
    return "waiting import" if is_answer else "import"


def sample(rule: Rule, place: Place) -> Sample:
    """Return the request of a door; raises `KeyError` for one nobody has written down."""
    register = register_of(rule)
    if register is not None:
        return _of_register(rule, register, place)
    return _SAMPLES[rule.method, rule.address](place)


def _of_register(rule: Rule, register: str, place: Place) -> Sample:
    if rule.address.startswith(API):
        rest = rule.address.removeprefix(f"{API}{all_registers()[register].room}/{register}")
        return _EACH[rule.method, rest](register, place)
    return _PAGES[rule.method, rule.address.removeprefix(f"{PAGE}<room:room>/<slug:register>/")](place)


def _body(register: str, place: Place) -> dict[str, object]:
    columns = [column for column in all_registers()[register].columns if column.is_required]
    body = {column.name: _value(column, place) for column in columns}
    return body | {name: value.format(place.name) for name, value in _BESIDE.get(register, {}).items()}


# What else a new row needs so as not to clash with the one that is there, and to be about one thing.
_BESIDE = {
    "seats": {"person": "{}-spare"},
    "lanes": {"origin": "{}-another-site"},
    "offers": {"model": "{}-models"},
    "kits": {"model": "{}-models"},
    "measurements": {"measured_on": "2026-11-20"},
    "supports": {"service": "{}-services", "item": "{}-items"},
    "covers": {"service": "{}-services"},
    "shares": {"team": "{}-night"},
    "predecessors": {"after": "{}-another-change"},
    "touches": {"item": "{}-items"},
    "crews": {"skill": "network"},
    "windows": {"weekdays": "6", "opens_at": "22:00", "closes_at": "04:00"},
    "reductions": {"scenario": "{}-scenarios"},
    "needs": {"proposal": "{}-proposals", "other_proposal": "{}-another-proposal"},
    "limits": {"amount": "500.00"},
}


def _value(column: Column, place: Place) -> object:
    if column.kind is Kind.REFERENCE:
        return place.rows[str(column.target)].ref
    if column.kind is Kind.CHOICE:
        return column.choices[0].value
    return _VALUES.get(column.kind, "new")


_VALUES: dict[Kind, object] = {
    Kind.DATE: "2026-11-23", Kind.INTEGER: 2, Kind.NUMBER: 2, Kind.MONEY: "2.00", Kind.YES_NO: True,
    Kind.EMAIL: "new@harbor.example",
}  # fmt: skip


def _change(register: str, place: Place) -> dict[str, object]:
    """Return one column with a value that fits: a date, number or text that no rule ties to another."""
    columns = all_registers()[register].columns
    plain = [each for each in columns if each.form is None]
    easy = [each for each in plain if each.kind in {Kind.DATE, Kind.NUMBER, Kind.INTEGER, Kind.TEXT}]
    tied = {"ref", "received_on", "ends_on", "starts_on", "skill"}
    # Of a row of nothing but references one is said again.
    said = [each for each in columns if each.kind is Kind.REFERENCE and each.is_required]
    fits = next(each for each in (*easy, *said) if each.name not in tied)
    return {fits.name: _value(fits, place)}


def _json(status: int, **data: object) -> Sample:
    return Sample(status, data, is_json=True)


def _logo() -> SimpleUploadedFile:
    return SimpleUploadedFile("mark.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>')


def _file() -> SimpleUploadedFile:
    return SimpleUploadedFile("note.txt", b"a note", content_type="text/plain")


_EACH = {
    ("GET", ""): lambda *_: Sample(200, {"search": "cnry"}),
    ("POST", ""): lambda register, place: _json(201, **(_body(register, place) | _fresh(register))),
    ("PATCH", ""): lambda register, place: _json(
        200, refs=[place.rows[register].ref], values=_change(register, place)
    ),
    ("GET", ".csv"): lambda *_: Sample(200),
    ("GET", ".xlsx"): lambda *_: Sample(200),
    ("GET", "/<ref>"): lambda *_: Sample(200),
    ("PATCH", "/<ref>"): lambda register, place: _json(200, version=1, **_change(register, place)),
    ("DELETE", "/<ref>"): lambda *_: Sample(200),
    ("GET", "/<ref>/history"): lambda *_: Sample(200),
    ("POST", "/<ref>/history/<int:entry>/undo"): lambda *_: Sample(200),
    ("GET", "/<ref>/files"): lambda *_: Sample(200),
    ("POST", "/<ref>/files"): lambda *_: Sample(201, {"file": _file()}),
    ("GET", "/<ref>/files/<int:file>"): lambda *_: Sample(200),
}


def _sites(place: Place) -> SimpleUploadedFile:
    """Return a file in our own export's form: the header, and one site nobody has."""
    header, _, _ = export(by=place.people[Role.OWNER], register="sites", query=Query(), form="csv").partition(
        b"\n"
    )
    return SimpleUploadedFile("sites.csv", header + b"\nNew site\n", content_type="text/csv")


def _fresh(register: str) -> dict[str, object]:
    """Return what keeps a new row from clashing with the one that is there."""
    return {"ref": f"new-{register}"}


def _edited(place: Place) -> Sample:
    return Sample(302, {"version": "1", "name": "new", "status": "in use"})


_PAGES = {
    ("GET", ""): lambda _: Sample(200, {"q": "cnry"}),
    ("GET", "export.<form:form>"): lambda _: Sample(200),
    ("GET", "bulk/"): lambda _: Sample(200, {"column": "status"}),
    ("POST", "bulk/"): lambda place: Sample(
        302, {"column": "status", "value": "in stock", "refs": [place.rows[REGISTER].ref]}
    ),
    ("GET", "new/"): lambda _: Sample(200),
    ("POST", "new/"): lambda _: Sample(302, {"name": "new", "status": "in use"}),
    ("GET", "options/<slug:column>/"): lambda _: Sample(200, {"q": "cnry"}),
    ("GET", "<str:ref>/"): lambda _: Sample(200),
    ("GET", "<str:ref>/edit/"): lambda _: Sample(200),
    ("POST", "<str:ref>/edit/"): _edited,
    ("POST", "<str:ref>/archive/"): lambda _: Sample(302),
    ("POST", "<str:ref>/unarchive/"): lambda _: Sample(302),
    ("POST", "<str:ref>/undo/<int:entry>/"): lambda _: Sample(302),
    ("POST", "<str:ref>/files/"): lambda _: Sample(302, {"file": _file()}),
    ("GET", "<str:ref>/files/<int:file>/"): lambda _: Sample(200),
    ("POST", "<str:ref>/files/<int:file>/remove/"): lambda _: Sample(302),
}
_SETTINGS = {
    "name": "New name", "country": "US", "subdivision": "OH", "zone": "America/Chicago", "weekdays": "1",
    "working_weekdays": ["1"], "opens_at": "06:00", "closes_at": "14:00", "currency": "USD",
    "fiscal_start_month": "7", "date_order": "mdy", "silence_days": "3",
}  # fmt: skip
_NOBODY = {"email": "nobody@harbor.example", "password": "wrong"}
# Only an accepted plan can be withdrawn, and only its orders placed.
_ON_ACCEPTED = ("/withdraw", "/order", "/set-aside", "/take-back")
# Only a list that waits for a yes can be answered.
_ON_WAITING = ("/say/", "/confirm/", "/discard/", "/refused.csv", "/confirm", "/discard")
_ASKED = "grow the {}teams team by 1 person in March"
# Addresses come back in answers, so what is asked in one holds no word that is anybody's.
_OPENLY = "hire 2 people for the Night shift team in March"
_CHANGED = {"team": "Night shift", "from": "0", "more": "2", "need_by": "2027-03-01"}


def _asked(place: Place) -> str:
    return _ASKED.format(place.canary)


_PLAN = f"{API}goals/plans/<ref>"
_PLANS = {
    ("GET", f"{API}goals/plans"): lambda _: Sample(200),
    ("POST", f"{API}goals/what-if"): lambda place: _json(200, sentence=_asked(place), on="2026-11-23"),
    ("GET", f"{_PLAN}.xlsx"): lambda _: Sample(200),
    ("GET", _PLAN): lambda _: Sample(200),
    ("PATCH", _PLAN): lambda _: _json(200, priority=2, on="2026-11-23"),
    ("GET", f"{_PLAN}/today"): lambda _: Sample(200),
    ("POST", f"{_PLAN}/accept"): lambda _: _json(200, on="2026-11-23"),
    ("POST", f"{_PLAN}/withdraw"): lambda _: _json(200, on="2026-11-23"),
    ("POST", f"{_PLAN}/drop"): lambda _: _json(200),
    ("POST", f"{_PLAN}/restore"): lambda _: _json(200),
    ("POST", f"{_PLAN}/order"): lambda _: _json(200, requirement=TO_ORDER),
    ("POST", f"{_PLAN}/links"): lambda _: _json(201, days=9),
    ("DELETE", f"{_PLAN}/links/<int:link>"): lambda _: Sample(200),
}
_KEPT = f"{PAGE}goals/plans/<str:ref>/"
_PLAN_PAGES = {
    ("GET", f"{PAGE}goals/plan.xlsx"): lambda _: Sample(200, {"q": _OPENLY}),
    ("GET", f"{PAGE}goals/change/"): lambda _: Sample(302, _CHANGED),
    ("GET", f"{PAGE}goals/what-if/"): lambda _: Sample(200, {"q": _OPENLY}),
    ("POST", f"{PAGE}goals/keep/"): lambda place: Sample(302, {"q": _asked(place), "on": "2026-11-23"}),
    ("GET", f"{PAGE}goals/to-order/"): lambda _: Sample(200),
    ("GET", f"{PAGE}goals/plans/"): lambda _: Sample(200),
    ("GET", _KEPT): lambda _: Sample(200),
    ("GET", f"{_KEPT}plan.xlsx"): lambda _: Sample(200),
    ("POST", f"{_KEPT}accept/"): lambda _: Sample(302),
    ("POST", f"{_KEPT}withdraw/"): lambda _: Sample(302),
    ("POST", f"{_KEPT}drop/"): lambda _: Sample(302),
    ("POST", f"{_KEPT}restore/"): lambda _: Sample(302),
    ("POST", f"{_KEPT}order/"): lambda _: Sample(302, {"requirement": TO_ORDER}),
    ("POST", f"{_KEPT}set-aside/"): lambda _: Sample(302, {"requirement": TO_ORDER}),
    ("POST", f"{_KEPT}take-back/"): lambda _: Sample(302, {"requirement": SET_ASIDE}),
    ("POST", f"{_KEPT}links/"): lambda _: Sample(200, {"days": "9"}),
    ("POST", f"{_KEPT}links/<int:link>/end/"): lambda _: Sample(302),
    ("GET", "plan/<str:secret>/"): lambda _: Sample(200),
}

_LINE = f"{PAGE}today/<int:finding>/"
_NEW_LINE = "Checkout rests on Payment page"
_GRAPH = {
    ("GET", f"{PAGE}estate/impact/"): lambda place: Sample(200, {"of": f"items:{place.rows['items'].ref}"}),
    ("GET", f"{PAGE}estate/connect/"): lambda _: Sample(200),
    ("POST", f"{PAGE}estate/connect/"): lambda _: Sample(302, {"sentence": _NEW_LINE, "adds": "on"}),
    ("POST", f"{PAGE}estate/connect/undo/<str:refs>/"): lambda _: Sample(302),
    ("GET", f"{PAGE}estate/support-ends/"): lambda _: Sample(200, {"q": "ubuntu 20.04"}),
    ("POST", f"{PAGE}estate/support-ends/"): lambda _: Sample(302),
    ("GET", f"{API}estate/support-ends"): lambda _: Sample(200, {"q": "ubuntu 20.04"}),
    ("POST", f"{API}estate/support-ends"): lambda _: Sample(200),
    ("GET", f"{API}changes/impact"): lambda place: Sample(200, {"of": f"items:{place.rows['items'].ref}"}),
    ("GET", f"{API}estate/dependencies"): lambda _: Sample(200),
    ("POST", f"{API}estate/connect"): lambda _: _json(201, sentence=_NEW_LINE, adds=True),
}
_REACHING = {
    ("GET", "decide/<str:secret>/"): lambda _: Sample(200),
    ("POST", "decide/<str:secret>/"): lambda _: Sample(302, {"outcome": "approved", "name": "Ruth"}),
    ("GET", "feed/<str:secret>.ics"): lambda _: Sample(200),
    ("GET", f"{_LINE}decision/"): lambda _: Sample(200),
    ("POST", f"{_LINE}decision/"): lambda _: Sample(200, {"to_name": "Ruth", "days": "9"}),
    ("POST", f"{_LINE}decision/<int:link>/end/"): lambda _: Sample(302),
    ("GET", f"{PAGE}today/feeds/"): lambda _: Sample(200),
    ("POST", f"{PAGE}today/feeds/"): lambda _: Sample(200, {"kind": "notice"}),
    ("POST", f"{PAGE}today/feeds/<slug:kind>/end/"): lambda _: Sample(302),
}
_TODAY = {
    ("GET", f"{API}today"): lambda _: Sample(200),
    ("PATCH", f"{API}today/<int:finding>"): lambda _: _json(200, state="done"),
    ("GET", f"{PAGE}today/"): lambda _: Sample(200),
    ("GET", f"{PAGE}today/state/"): lambda _: Sample(200),
    ("GET", f"{PAGE}today/today.csv"): lambda _: Sample(200),
    ("GET", _LINE): lambda _: Sample(200),
    ("POST", f"{_LINE}snooze/"): lambda _: Sample(302, {"until": "2026-12-07"}),
    ("POST", f"{_LINE}assign/"): lambda _: Sample(302, {"user": ""}),
    ("POST", f"{_LINE}done/"): lambda _: Sample(302),
    ("POST", f"{_LINE}decline/"): lambda _: Sample(302, {"reason": "not worth it", "decided_by": "Ruth"}),
    ("POST", f"{_LINE}reopen/"): lambda _: Sample(302),
}

_MAIL, _MAIL_API = f"{PAGE}today/digests/<int:digest>/", f"{API}digests/<int:digest>"
_DIGESTS = {
    ("GET", "act/<str:secret>/"): lambda _: Sample(200),
    ("POST", "act/<str:secret>/"): lambda _: Sample(200),
    ("GET", f"{PAGE}today/digests/"): lambda _: Sample(200),
    ("POST", f"{PAGE}today/digests/"): lambda _: Sample(
        302, {"email": "new@harbor.example", "kind": "brief"}
    ),
    ("POST", f"{PAGE}today/digests/send/"): lambda _: Sample(302),
    ("POST", f"{_MAIL}change/"): lambda _: Sample(302, {"weekday": "3", "version": "1"}),
    ("POST", f"{_MAIL}remove/"): lambda _: Sample(302),
    ("POST", f"{_MAIL}send/"): lambda _: Sample(302),
    ("GET", f"{_MAIL}preview/"): lambda _: Sample(200),
    ("GET", f"{API}digests"): lambda _: Sample(200),
    ("POST", f"{API}digests"): lambda _: _json(201, email="new@harbor.example"),
    ("PATCH", _MAIL_API): lambda _: _json(200, weekday=3, version=1),
    ("DELETE", _MAIL_API): lambda _: Sample(200),
    ("POST", f"{_MAIL_API}/send"): lambda _: _json(202),
}

_RENEWAL = f"{PAGE}vendors/renewals/<str:ref>/"
_RENEWALS = {
    ("GET", f"{PAGE}vendors/"): lambda _: Sample(200),
    ("GET", f"{PAGE}vendors/renewals.csv"): lambda _: Sample(200),
    ("GET", _RENEWAL): lambda _: Sample(200),
    ("POST", f"{_RENEWAL}decide/"): lambda _: Sample(302, {"intent": "keep", "version": "1"}),
    ("POST", f"{_RENEWAL}given/"): lambda _: Sample(302, {"notice_given_on": "2026-11-23", "version": "1"}),
    ("POST", f"{_RENEWAL}undo/<int:entry>/"): lambda _: Sample(302),
    ("GET", f"{_RENEWAL}letter/"): lambda _: Sample(200),
    ("GET", f"{_RENEWAL}letter.txt"): lambda _: Sample(200),
    ("GET", f"{API}renewals"): lambda _: Sample(200),
    ("GET", f"{API}renewals/<ref>"): lambda _: Sample(200),
}

_CHANGE, _CHANGE_API = f"{PAGE}changes/plans/<str:ref>/", f"{API}changes/plans/<ref>"
_CHANGES = {
    ("GET", "agree/<str:secret>/"): lambda _: Sample(200),
    ("POST", "agree/<str:secret>/"): lambda place: Sample(302, {"said": "agreed", "mark": _mark(place)}),
    ("GET", f"{PAGE}changes/plans/new/"): lambda _: Sample(200),
    ("POST", f"{PAGE}changes/plans/new/"): lambda _: Sample(302, {"name": "new"}),
    ("GET", _CHANGE): lambda _: Sample(200),
    ("GET", f"{_CHANGE}edit/"): lambda _: Sample(200),
    ("POST", f"{_CHANGE}edit/"): lambda _: Sample(302, {"name": "new", "version": "1"}),
    ("POST", f"{_CHANGE}ask/"): lambda _: Sample(302),
    ("POST", f"{_CHANGE}answer/"): lambda place: Sample(
        302, {"person": place.rows["people"].ref, "said": "agreed"}
    ),
    ("POST", f"{_CHANGE}decide/"): lambda _: Sample(302, {"outcome": "declined", "reason": "not now"}),
    ("POST", f"{_CHANGE}act/"): lambda _: Sample(302, {"do": "abandon"}),
    ("POST", f"{_CHANGE}steps/<str:step>/"): lambda _: Sample(302, {"done": "yes"}),
    ("POST", f"{_CHANGE}steps/<str:step>/undo/<int:entry>/"): lambda _: Sample(302),
    # What was done to the change is no act of its life, so it is not taken back here.
    ("POST", f"{_CHANGE}undo/<int:entry>/"): lambda _: Sample(422),
    ("POST", f"{API}changes/plans"): lambda _: _json(201, name="new"),
    ("GET", _CHANGE_API): lambda _: Sample(200),
    ("PATCH", _CHANGE_API): lambda _: _json(200, name="new", version=1),
    ("POST", f"{_CHANGE_API}/ask"): lambda _: _json(200),
    ("POST", f"{_CHANGE_API}/answer"): lambda place: _json(
        200, person=place.rows["people"].ref, answer="agreed"
    ),
    ("POST", f"{_CHANGE_API}/decide"): lambda _: _json(200, outcome="declined", reason="not now"),
    ("POST", f"{_CHANGE_API}/act"): lambda _: _json(200, act="abandon"),
    ("POST", f"{_CHANGE_API}/steps/<step>"): lambda _: _json(200, is_done=True),
    ("POST", f"{_CHANGE_API}/undo/<int:entry>"): lambda _: Sample(422),
    ("GET", f"{API}changes/before/<kind>/<ref>"): lambda _: Sample(200),
}

_DATES = f"{PAGE}changes/dates/<int:run>/"
_A_DATE = {"day": "2026-12-12", "at": "22:00"}


def _moving(place: Place) -> dict[str, str]:
    row = place.rows["changes"]
    return {"ref": row.ref, "version": str(row.version), "confirmed": "yes", **_A_DATE}


_CALENDAR = {
    ("GET", f"{PAGE}changes/"): lambda _: Sample(200),
    ("GET", f"{PAGE}changes/calendar.csv"): lambda _: Sample(200),
    ("POST", f"{PAGE}changes/try/"): lambda place: Sample(200, _moving(place)),
    ("POST", f"{PAGE}changes/move/"): lambda place: Sample(302, _moving(place)),
    ("POST", f"{PAGE}changes/move/<str:ref>/undo/<int:entry>/"): lambda _: Sample(409),
    ("GET", f"{PAGE}changes/calendars/"): lambda _: Sample(200),
    ("POST", f"{PAGE}changes/calendars/add/"): lambda _: Sample(422, {"name": "x", "means": "event"}),
    ("POST", f"{PAGE}changes/calendars/<int:number>/remove/"): lambda _: Sample(302),
    ("POST", f"{PAGE}changes/dates/"): lambda _: Sample(302),
    ("GET", _DATES): lambda _: Sample(204),
    ("POST", f"{_DATES}stop/"): lambda _: Sample(302),
    ("POST", f"{_DATES}take/"): lambda _: Sample(302),
}  # fmt: skip
_BUDGET_RUN, _RISK_RUN = f"{API}budget/runs/<int:number>", f"{API}risk/runs/<int:number>"
_MONEY = {
    ("POST", f"{API}budget/runs"): lambda _: _json(201),
    ("GET", _BUDGET_RUN): lambda _: Sample(200),
    ("POST", f"{_BUDGET_RUN}/stop"): lambda _: Sample(200),
    ("GET", f"{API}budget/forecast"): lambda _: Sample(200),
    ("GET", f"{API}budget/choice"): lambda _: Sample(200),
    ("GET", f"{API}budget/cut"): lambda _: Sample(200),
    ("GET", f"{API}budget/frontier"): lambda _: Sample(200),
    ("GET", f"{API}budget/cases/<ref>"): lambda _: Sample(200),
    ("POST", f"{API}budget/pins/<ref>"): lambda _: _json(200, pin="pinned"),
    # What was done to the option last is no pin, so it is not taken back here.
    ("POST", f"{API}budget/pins/<ref>/undo/<int:entry>"): lambda _: Sample(422),
    ("POST", f"{API}risk/runs"): lambda _: Sample(201),
    ("GET", _RISK_RUN): lambda _: Sample(200),
    ("POST", f"{_RISK_RUN}/stop"): lambda _: Sample(200),
    ("GET", f"{API}risk/outlook"): lambda _: Sample(200),
}
_YEAR, _YEAR_PAGE = f"{API}budget/years/<int:year>", f"{PAGE}budget/years/<int:year>/"
_YEARS = {
    ("GET", _YEAR): lambda _: Sample(200),
    ("GET", f"{_YEAR}/figure"): lambda _: Sample(200, {"measure": "last"}),
    ("GET", f"{_YEAR}/proposal"): lambda _: Sample(200),
    ("POST", f"{_YEAR}/confirm"): lambda place: _json(200, rows=[f"lines:{place.rows['lines'].ref}"]),
    ("POST", f"{_YEAR}/take-back"): lambda place: _json(422, line=place.rows["lines"].ref),
    ("GET", f"{PAGE}budget/years/"): lambda _: Sample(302),
    ("GET", _YEAR_PAGE): lambda _: Sample(200),
    ("GET", f"{_YEAR_PAGE}year.csv"): lambda _: Sample(200),
    ("GET", f"{_YEAR_PAGE}figure/"): lambda _: Sample(200, {"measure": "last"}),
    ("GET", f"{_YEAR_PAGE}proposal/"): lambda _: Sample(200),
    ("POST", f"{_YEAR_PAGE}confirm/"): lambda place: Sample(
        302, {"row": [f"lines:{place.rows['lines'].ref}"]}
    ),
    ("POST", f"{_YEAR_PAGE}take-back/"): lambda place: Sample(422, {"line": place.rows["lines"].ref}),
}
_PACKS, _PACKS_PAGE = f"{API}reports/packs", f"{PAGE}reports/packs/"
_PACK, _PACK_PAGE = f"{_PACKS}/<kind>/<int:number>", f"{_PACKS_PAGE}<slug:kind>/<int:number>/"
_REPORTS = {
    ("GET", _PACKS): lambda _: Sample(200),
    ("POST", _PACKS): lambda _: _json(201, is_draft=True),
    ("GET", _PACK): lambda _: Sample(200),
    ("GET", f"{_PACK}/pack.<form>"): lambda _: Sample(200),
    ("POST", f"{_PACK}/stop"): lambda _: _json(200),
    ("POST", f"{_PACK}/again"): lambda _: _json(422),
    ("GET", f"{_PACK}/links"): lambda _: Sample(200),
    ("POST", f"{_PACK}/links"): lambda _: _json(201, to_name="Ruth", days=9),
    ("DELETE", f"{_PACK}/links/<int:link>"): lambda _: Sample(200),
    ("POST", f"{API}reports/roadmap"): lambda place: _json(
        200, proposal=place.rows["proposals"].ref, quarter="2027-01-01"
    ),
    ("GET", f"{PAGE}reports/"): lambda _: Sample(200),
    ("POST", _PACKS_PAGE): lambda _: Sample(302, {"kind": "board"}),
    ("GET", _PACK_PAGE): lambda _: Sample(200),
    ("GET", f"{_PACK_PAGE}pack.<slug:form>"): lambda _: Sample(200),
    ("POST", f"{_PACK_PAGE}stop/"): lambda _: Sample(302),
    ("POST", f"{_PACK_PAGE}again/"): lambda _: Sample(422),
    ("POST", f"{_PACK_PAGE}links/"): lambda _: Sample(200, {"to_name": "Ruth", "days": "9"}),
    ("POST", f"{_PACK_PAGE}links/<int:link>/end/"): lambda _: Sample(302),
    ("POST", f"{PAGE}reports/roadmap/"): lambda place: Sample(
        302, {"proposal": place.rows["proposals"].ref, "quarter": "2027-01-01"}
    ),
    ("GET", "pack/<str:secret>/"): lambda _: Sample(200),
    ("POST", "pack/<str:secret>/"): lambda place: Sample(
        302, {"proposal": place.rows["proposals"].ref, "outcome": "approved", "name": "Ruth"}
    ),
    ("GET", "pack/<str:secret>/pack.<slug:form>"): lambda _: Sample(200),
}
_BUDGET_CASE = f"{PAGE}budget/cases/<str:ref>/"
_BUDGET_PAGES = {
    ("GET", f"{PAGE}budget/"): lambda _: Sample(200),
    ("GET", f"{PAGE}budget/budget.csv"): lambda _: Sample(200),
    ("GET", f"{PAGE}budget/forecast/"): lambda _: Sample(200),
    ("GET", f"{PAGE}budget/forecast.csv"): lambda _: Sample(200),
    ("POST", f"{PAGE}budget/what-if/"): lambda _: Sample(302, {"q": "10 more"}),
    ("POST", f"{PAGE}budget/runs/"): lambda _: Sample(302, {"kind": "choose"}),
    ("GET", f"{PAGE}budget/runs/<int:run>/"): lambda _: Sample(204),
    ("POST", f"{PAGE}budget/runs/<int:run>/stop/"): lambda _: Sample(302),
    ("GET", _BUDGET_CASE): lambda _: Sample(200),
    ("POST", f"{_BUDGET_CASE}pin/"): lambda place: Sample(
        302, {"option": place.rows["options"].ref, "pin": "pinned"}
    ),
    # What was done to the option last is no pin, so it is not taken back here.
    ("POST", f"{PAGE}budget/pins/<str:ref>/undo/<int:entry>/"): lambda _: Sample(409),
}
_RISK_PAGES = {
    ("GET", f"{PAGE}risk/"): lambda _: Sample(200),
    ("GET", f"{PAGE}risk/losses.csv"): lambda _: Sample(200),
    ("GET", f"{PAGE}risk/losses/<str:ref>/"): lambda _: Sample(200),
    ("POST", f"{PAGE}risk/runs/"): lambda _: Sample(302),
    ("GET", f"{PAGE}risk/runs/<int:run>/"): lambda _: Sample(204),
    ("POST", f"{PAGE}risk/runs/<int:run>/stop/"): lambda _: Sample(302),
}
_RUN = f"{API}changes/runs/<int:number>"
_DECEMBER = {"begin": "2026-12-01", "end": "2026-12-31"}
_SCHEDULING = {
    ("GET", f"{API}changes/schedule"): lambda _: Sample(200, {"limit": "1"}),
    ("GET", f"{API}changes/calendar"): lambda _: Sample(200, _DECEMBER),
    ("GET", f"{_CHANGE_API}/why"): lambda _: Sample(200),
    ("POST", f"{_CHANGE_API}/try"): lambda _: _json(200, start="2026-12-12T22:00"),
    ("POST", f"{_CHANGE_API}/move"): lambda _: _json(200, start="2026-12-12T22:00", is_confirmed=True),
    ("POST", f"{API}changes/runs"): lambda _: _json(201),
    ("GET", _RUN): lambda _: Sample(200),
    ("POST", f"{_RUN}/stop"): lambda _: Sample(200),
    ("POST", f"{_RUN}/take"): lambda _: _json(200),
}


def _mark(place: Place) -> str:
    """Return what the page behind the link says it shows."""
    return living.opened(secret=str(place.ids["agree secret"]), address="", now=NOW).mark


_SAMPLES = {
    **_CHANGES,
    **_CALENDAR,
    **_SCHEDULING,
    **_MONEY,
    **_BUDGET_PAGES,
    **_YEARS,
    **_REPORTS,
    **_RISK_PAGES,
    **_RENEWALS,
    **_PLANS,
    **_TODAY,
    **_DIGESTS,
    **_REACHING,
    **_GRAPH,
    **_PLAN_PAGES,
    ("GET", "healthz"): lambda _: Sample(200),
    ("GET", "static/<path:path>"): lambda _: Sample(200),
    ("GET", "sign-in/"): lambda _: Sample(200),
    ("POST", "sign-in/"): lambda _: Sample(422, _NOBODY),
    ("POST", "sign-out/"): lambda _: Sample(302),
    ("GET", "link/<str:secret>/"): lambda _: Sample(200),
    ("POST", "link/<str:secret>/"): lambda _: Sample(302, {"name": "New", "password": PASSWORD}),
    ("GET", "reset/"): lambda _: Sample(200),
    ("POST", "reset/"): lambda _: Sample(200, {"email": "nobody@harbor.example"}),
    ("GET", "api/v1/docs"): lambda _: Sample(200),
    ("GET", "api/v1/openapi.json"): lambda _: Sample(200),
    ("GET", ""): lambda _: Sample(302),
    ("GET", "me/"): lambda _: Sample(200),
    ("POST", "me/name/"): lambda _: Sample(302, {"name": "New Name"}),
    ("POST", "me/email/"): lambda _: Sample(422, {"email": "new@harbor.example", "present": "wrong"}),
    ("POST", "me/password/"): lambda _: Sample(302, {"present": PASSWORD, "new": NEW_PASSWORD}),
    ("GET", f"{PAGE}tokens/"): lambda _: Sample(200),
    ("POST", f"{PAGE}tokens/"): lambda _: Sample(200, {"name": "new", "days": "9", "scope": "write"}),
    ("POST", f"{PAGE}tokens/<int:token>/revoke/"): lambda _: Sample(302),
    ("GET", f"{PAGE}members/"): lambda _: Sample(200),
    ("POST", f"{PAGE}members/"): lambda _: Sample(200, {"email": "new@harbor.example", "role": "it"}),
    ("POST", f"{PAGE}members/<int:membership>/role/"): lambda _: Sample(302, {"role": "it"}),
    ("POST", f"{PAGE}members/<int:membership>/deactivate/"): lambda _: Sample(302),
    ("GET", f"{PAGE}settings/"): lambda _: Sample(200),
    ("POST", f"{PAGE}settings/"): lambda _: Sample(302, {"version": "1", **_SETTINGS}),
    ("GET", PAGE): lambda _: Sample(200),
    ("GET", f"{PAGE}find/"): lambda _: Sample(200, {"q": "cnry"}),
    ("GET", f"{PAGE}<room:room>/"): lambda _: Sample(200),
    ("GET", f"{API}me"): lambda _: Sample(200),
    ("GET", f"{API}members"): lambda _: Sample(200),
    ("POST", f"{API}members"): lambda _: _json(201, email="new@harbor.example", role="it"),
    ("PATCH", f"{API}members/<membership>"): lambda _: _json(200, role="it"),
    ("DELETE", f"{API}members/<membership>"): lambda _: Sample(200),
    ("GET", f"{API}tokens"): lambda _: Sample(200),
    ("DELETE", f"{API}tokens/<token>"): lambda _: Sample(200),
    ("GET", f"{API}settings"): lambda _: Sample(200),
    ("PATCH", f"{API}settings"): lambda _: _json(200, version=1, currency="EUR"),
    ("POST", f"{PAGE}settings/brand/"): lambda _: Sample(302, {"version": "1", "colour": "#112233"}),
    ("GET", f"{PAGE}settings/brand/logo/"): lambda _: Sample(200),
    ("POST", f"{PAGE}settings/brand/logo/"): lambda _: Sample(302, {"logo": _logo()}),
    ("GET", f"{API}settings/brand"): lambda _: Sample(200),
    ("PATCH", f"{API}settings/brand"): lambda _: _json(200, version=1, paper="a4"),
    ("GET", f"{API}settings/brand/logo"): lambda _: Sample(200),
    ("PUT", f"{API}settings/brand/logo"): lambda _: Sample(200, body=_logo().read()),
    ("DELETE", f"{API}settings/brand/logo"): lambda _: Sample(200),
    ("GET", f"{PAGE}history/"): lambda _: Sample(200),
    ("GET", f"{PAGE}goals/"): lambda _: Sample(200),
    ("POST", f"{API}goals/plans"): lambda place: _json(
        200,
        sentence=f"We need to scale our {place.canary}teams team by 50 percent next quarter",
        on="2026-11-23",
    ),
    ("GET", f"{PAGE}imports/"): lambda _: Sample(200),
    ("POST", f"{PAGE}imports/"): lambda place: Sample(302, {"files": _sites(place)}),
    ("GET", f"{PAGE}imports/<int:number>/"): lambda _: Sample(200),
    ("POST", f"{PAGE}imports/<int:number>/say/"): lambda _: Sample(302),
    ("POST", f"{PAGE}imports/<int:number>/confirm/"): lambda _: Sample(302),
    ("POST", f"{PAGE}imports/<int:number>/discard/"): lambda _: Sample(302),
    ("GET", f"{PAGE}imports/<int:number>/refused.csv"): lambda _: Sample(200),
    ("GET", f"{PAGE}imports/<int:number>/undo/"): lambda _: Sample(200),
    ("POST", f"{PAGE}imports/<int:number>/undo/"): lambda _: Sample(302),
    ("GET", f"{PAGE}imports/pairs/"): lambda _: Sample(200),
    ("POST", f"{PAGE}imports/pairs/<int:number>/"): lambda _: Sample(302, {"answer": "different"}),
    ("GET", f"{PAGE}imports/trust/"): lambda _: Sample(200),
    ("POST", f"{PAGE}imports/trust/"): lambda _: Sample(
        302, {"register": REGISTER, "part": "order", "move": "reset"}
    ),
    ("GET", f"{API}imports"): lambda _: Sample(200),
    ("POST", f"{API}imports"): lambda place: Sample(202, {"file": _sites(place)}),
    ("PUT", f"{API}imports"): lambda place: Sample(202, body=_sites(place).read()),
    ("GET", f"{API}imports/<int:number>"): lambda _: Sample(200),
    ("PATCH", f"{API}imports/<int:number>"): lambda _: _json(200, columns={"city": ""}),
    ("POST", f"{API}imports/<int:number>/confirm"): lambda _: Sample(202),
    ("POST", f"{API}imports/<int:number>/discard"): lambda _: Sample(200),
    ("POST", f"{API}imports/<int:number>/undo"): lambda _: Sample(202),
    ("GET", f"{API}export"): lambda _: Sample(200),
    ("GET", f"{PAGE}export.zip"): lambda _: Sample(200),
    ("GET", f"{API}find"): lambda _: Sample(200, {"q": "cnry"}),
    ("GET", f"{API}estate/completeness"): lambda _: Sample(200),
}


def encoded(sample: Sample) -> str:
    """Return a JSON body as text."""
    return json.dumps(dict(sample.data))
