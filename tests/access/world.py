"""Two organisations, full in every register, each with words nobody could guess.

Whoever sees one of the other's has been let through a wall.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.db import SessionStore
from django.db import connection, models

from fullscore.engine.registers.access import Member, Role
from fullscore.store import models as tables
from fullscore.store.accounts import digest
from fullscore.usecases import budget, goals, imports, risk
from fullscore.usecases.accounts import tokens
from fullscore.usecases.changes.living import links
from tests.conftest import NOW, TODAY

PASSWORD = "a long walk to the harbor"
HASHED = make_password(PASSWORD)
MARK = "cnry"
# Fields whose words are counted in letters, where a canary would not fit.
SHORTEST = 20
IN_ORDER = (
    tables.Site, tables.Team, tables.Person, tables.Vendor, tables.ItemModel, tables.Item, tables.Pool,
    tables.PoolLevel, tables.PoolSeat, tables.Event, tables.PurchaseOrder, tables.Absence, tables.Lane,
    tables.Measurement, tables.Offer, tables.Kit, tables.Service, tables.Support, tables.Contract,
    tables.ContractCharge, tables.ContractShare, tables.ContractCover, tables.ServiceUse, tables.Change,
    tables.ChangeTouch, tables.ChangeCrew, tables.Predecessor, tables.ChangeStep, tables.Agreement,
    tables.Window, tables.Freeze, tables.Scenario, tables.Cause, tables.Trigger, tables.Control,
    tables.Reduction, tables.Insurance, tables.Tolerance, tables.Proposal, tables.Option, tables.Outlay,
    tables.Bringing, tables.Need, tables.Limit, tables.Line, tables.LineAmount, tables.Bill, tables.Decision,
)  # fmt: skip
# One order is of one thing: a model, not a pool too; so are a price and a kit line.
LEFT_EMPTY = {
    ("orders", "pool"), ("offers", "pool"), ("kits", "pool"), ("kits", "for_model"), ("kits", "for_pool"),
    ("supports", "pool"), ("supports", "other"), ("covers", "item"), ("supports", "for_item"),
    ("supports", "for_pool"), ("supports", "vendor"), ("supports", "person"), ("touches", "item"),
    ("touches", "pool"), ("reductions", "cause"), ("needs", "option"), ("needs", "other_option"),
}  # fmt: skip
# Where a row leads to another one of the same register than the one that is there.
OTHERS: "dict[tuple[str, str], tuple[type[tables.RegisterRow], str]]" = {
    ("lanes", "target"): (tables.Site, "another site"),
    ("predecessors", "after"): (tables.Change, "another change"),
    ("needs", "other_proposal"): (tables.Proposal, "another proposal"),
}
# Where words would mean nothing, or name a second thing where one is asked for.
WRITTEN = {
    ("windows", "weekdays"): "6", ("windows", "opens_at"): "22:00", ("windows", "closes_at"): "04:00",
    ("crews", "skill"): "",
}  # fmt: skip
# Orders of the accepted plan, by where they stand.
TO_ORDER, SET_ASIDE = "models/open@2027-03-01", "models/aside@2027-03-01"


@dataclass
class Place:
    """One organisation of the test: its rows by register, its people, and its canary."""

    name: str
    organisation: tables.Organisation
    canary: str
    rows: dict[str, tables.RegisterRow] = field(default_factory=dict)
    people: dict[Role, Member] = field(default_factory=dict)
    ids: dict[str, int | str] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)

    @property
    def ref(self) -> str:
        return self.organisation.ref


def build(name: str) -> Place:
    """Make one organisation with a row in every table that belongs to it."""
    canary = f"{MARK}{secrets.token_hex(12)}"
    organisation = tables.Organisation.objects.create(
        name=f"{name} {canary}",
        ref=f"{name}-{secrets.token_hex(6)}",
        country="US",
        subdivision="OH",
        created_at=NOW,
    )
    place = Place(name, organisation, canary)
    place.ids["another site"] = _row(tables.Site, place, ref=f"{name}-another-site").pk
    place.ids["another proposal"] = _row(tables.Proposal, place, ref=f"{name}-another-proposal").pk
    place.ids["another change"] = _row(tables.Change, place, ref=f"{name}-another-change").pk
    for model in IN_ORDER:
        place.rows[model.REGISTER] = _row(model, place)
    # A team whose name is no secret: an address that asks about it gives nothing away.
    tables.Team.objects.of(organisation.pk).create(
        organisation=organisation, ref=f"{name}-night", name="Night shift", created_at=NOW, changed_at=NOW
    )
    spare = tables.Person(
        organisation=organisation, ref=f"{name}-spare", name=canary, created_at=NOW, changed_at=NOW
    )
    spare.save()
    for role in Role:
        place.people[role] = _person(place, role)
    _spare_people(place)
    _belongings(place)
    _in_doubt(place)
    _keys(place)
    _plans(place)
    _today(place)
    _dates(place)
    _packs(place)
    place.ids["agree secret"] = links.secret_of(place.rows["agreements"], 1)  # type: ignore[arg-type]  # of that register
    return place


def _row(model: type[tables.RegisterRow], place: Place, **given: object) -> tables.RegisterRow:
    values: dict[str, Any] = {}
    for each in model._meta.concrete_fields:
        if not each.primary_key and each.name != "organisation":
            values[each.name] = _value(model, each, place)
    return model.objects.of(place.organisation.pk).create(organisation=place.organisation, **values | given)


def _value(model: type[tables.RegisterRow], each: "models.Field[Any, Any]", place: Place) -> object:
    if (model.REGISTER, each.name) in OTHERS:
        table, word = OTHERS[model.REGISTER, each.name]
        return table.objects.of(place.organisation.pk).get(pk=place.ids[word])
    if (model.REGISTER, each.name) in WRITTEN:
        return WRITTEN[model.REGISTER, each.name]
    if isinstance(each, models.ForeignKey):
        empty = (model.REGISTER, each.name) in LEFT_EMPTY
        target = getattr(each.related_model, "REGISTER", None)
        return None if empty or target is None else place.rows.get(target)
    named = {
        # People guess refs: that one is known must open nothing.
        "ref": f"{place.name}-{model.REGISTER}",
        "name": f"{place.canary}{model.REGISTER}",
        "extra": {"colour": place.canary},
        "provenance": {},
        **_FIXED,
    }
    if each.name in named:
        return named[each.name]
    return _plain(each, place)


_FIXED: dict[str, object] = {
    "archived_at": None, "created_at": NOW, "changed_at": NOW, "version": 1, "scope": "organisation",
}  # fmt: skip


def _plain(each: "models.Field[Any, Any]", place: Place) -> object:
    if each.choices:
        return each.choices[0][0]
    if isinstance(each, models.EmailField):
        return f"{place.canary}@secret.example"
    if isinstance(each, models.CharField | models.TextField):
        return place.canary if (each.max_length or SHORTEST) >= SHORTEST else ""
    if isinstance(each, models.DateField):
        return NOW if isinstance(each, models.DateTimeField) else TODAY
    return False if isinstance(each, models.BooleanField) else 1


def _dates(place: Place) -> None:
    """Add dates that were found, of no change, under a number that only this place has."""
    run = tables.ScheduleRun.objects.of(place.organisation.pk).create(
        organisation=place.organisation, number=len(place.name), state="done", asked_at=NOW,
        asked_by=place.canary, on=TODAY,
        document={"schema": "fullscore/schedule/1", "placed": [], "asked": {}},
    )  # fmt: skip
    place.ids["run"] = run.number
    source = tables.CalendarSource.objects.of(place.organisation.pk).create(
        organisation=place.organisation, name=f"{place.canary} calendar", means="event", added_at=NOW,
        added_by=place.canary,
    )  # fmt: skip
    place.ids["calendar"] = source.pk
    _answers(place)


def _packs(place: Place) -> None:
    """Add an issued pack with one file, one decision it asks for, and a link that was read."""
    ask = {
        "proposal": place.rows["proposals"].ref, "name": place.canary, "why": place.canary,
        "way": place.canary, "spoken": "$1", "yearly": None, "loses": None, "by": None, "state": "open",
        "said": None, "trace": None,
    }  # fmt: skip
    section = {
        "key": "first", "title": place.canary, "lead": None, "missing": None,
        "blocks": [{"type": "asks", "asks": [ask]}],
    }  # fmt: skip
    document = {
        "schema": "fullscore/board-pack/1", "organisation": place.ref, "name": place.canary,
        "on": "2026-11-23", "currency": "USD", "number": len(place.name), "issued_at": NOW.isoformat(),
        "issued_by": place.canary, "brand": {"colour": None, "paper": "letter"}, "title": place.canary,
        "lead": None, "ages": [], "key_figures": [], "traces": [], "sections": [section],
    }  # fmt: skip
    mine = {"organisation": place.organisation}
    pack = tables.Pack.objects.of(place.organisation.pk).create(
        **mine, number=len(place.name), on=TODAY, state="done", asked_at=NOW, asked_by=place.canary,
        asked={"asks": 1}, document=document, ended_at=NOW,
    )  # fmt: skip
    blob = tables.Blob.objects.of(place.organisation.pk).first()
    tables.PackFile.objects.of(place.organisation.pk).create(**mine, pack=pack, form="pdf", blob=blob)
    tables.SupportEnd.objects.of(place.organisation.pk).create(
        **mine, product="ubuntu", release="20.04", source=f"https://{place.canary}.example", fetched_at=NOW
    )  # fmt: skip
    tables.Brand.objects.of(place.organisation.pk).create(**mine, logo=blob, logo_type="png")
    secret = secrets.token_urlsafe(32)
    link = tables.PackLink.objects.of(place.organisation.pk).create(
        **mine, pack=pack, secret_hash=digest(secret), to_name=place.canary, made_at=NOW,
        made_by=place.canary, expires_at=NOW + timedelta(days=9), read_at=NOW,
    )  # fmt: skip
    place.ids |= {"pack": pack.number, "pack link": link.pk, "pack secret": secret}


def _answers(place: Place) -> None:
    """Add an answer to each kind of question about money and losses, under numbers only this place has."""
    by = Member(place.organisation.pk, place.ref, Role.OWNER, None, "host")
    documents = {
        "simulate": risk.simulate(by=by, on=TODAY),
        "choose": budget.choose(by=by, on=TODAY),
        "cut": budget.cut(by=by, on=TODAY, amount=Decimal(1), is_more=True),
        "frontier": budget.frontier(by=by, on=TODAY),
    }
    for step, (kind, document) in enumerate(documents.items()):
        run = tables.BudgetRun.objects.of(place.organisation.pk).create(
            organisation=place.organisation, number=10 * len(place.name) + step, kind=kind, state="done",
            asked_at=NOW, asked_by=place.canary, on=TODAY, document=document, ended_at=NOW,
        )  # fmt: skip
        place.ids[f"{kind} run"] = run.number


def _person(place: Place, role: Role | str, *, spare: bool = False) -> Member:
    role = Role(role)
    word = "spare" if spare else role.value
    user = tables.User.objects.create(
        email=f"{word}.{place.canary}@secret.example",
        name=f"{word} {place.canary}",
        password=HASHED,
        created_at=NOW,
    )
    made = tables.Membership.objects.of(place.organisation.pk).create(
        organisation=place.organisation, user=user, role=role.value, created_at=NOW
    )
    place.ids[f"{word} membership"] = made.pk
    return Member(place.organisation.pk, place.ref, role, user.pk, user.name, user.email)


def _spare_people(place: Place) -> None:
    """Add one more owner, to be changed and put out, and one who is out already."""
    for word in ("spare", "gone"):
        member = _person(place, Role.OWNER, spare=True) if word == "spare" else _gone(place)
        place.sessions[word] = _session(member)


def _gone(place: Place) -> Member:
    user = tables.User.objects.create(
        email=f"gone.{place.canary}@secret.example",
        name=f"gone {place.canary}",
        password=HASHED,
        created_at=NOW,
    )
    made = tables.Membership.objects.of(place.organisation.pk).create(
        organisation=place.organisation, user=user, role="owner", created_at=NOW
    )
    member = Member(place.organisation.pk, place.ref, Role.OWNER, user.pk, user.name, user.email)
    place.secrets["gone"] = tokens.issue_token(by=member, name="x", scope="write", days=9, now=NOW).secret
    tables.Membership.objects.of(place.organisation.pk).filter(pk=made.pk).update(deactivated_at=NOW)
    return member


def _belongings(place: Place) -> None:
    """Add a file, an import, a source's key and an entry of history to a row of every register."""
    organisation, canary = place.organisation, place.canary
    content = f"bytes of {canary}".encode()
    blob = tables.Blob.objects.of(organisation.pk).create(
        organisation=organisation,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        content=content,
    )
    run = tables.ImportRun.objects.of(organisation.pk).create(
        organisation=organisation, file=f"{canary}.csv", sha256=canary, started_at=NOW, finished_at=NOW,
        by_name=f"{canary} import", state="done", register="people", blob=blob, kind=canary,
    )  # fmt: skip
    tables.ImportReason.objects.of(organisation.pk).create(
        organisation=organisation, import_run=run, line=2, column=canary, code="row-not-found",
        values={"value": canary, "target": "x"},
    )  # fmt: skip
    place.ids["import"] = run.pk
    for register, row in place.rows.items():
        shared = {"organisation": organisation, "register": register, "row_id": row.pk}
        file = tables.Attachment.objects.of(organisation.pk).create(
            **shared, name=f"{canary}.txt", blob=blob, added_at=NOW, added_by=canary
        )
        entry = tables.HistoryEntry.objects.of(organisation.pk).create(
            **shared, ref=row.ref, action="changed", at=NOW, by_name=canary, import_run=run,
            changes={"ref": [f"{canary}-before", row.ref]},
        )  # fmt: skip
        tables.Sighting.objects.of(organisation.pk).create(
            **shared, source="snipe-it", source_id=canary, first_seen_at=NOW, last_seen_at=NOW, import_run=run
        )
        place.ids[f"{register} file"], place.ids[f"{register} entry"] = file.pk, entry.pk


def _in_doubt(place: Place) -> None:
    """Add a list that waits for a yes, and two items that may be one."""
    owner, canary, mine = place.people[Role.OWNER], place.canary, place.organisation.pk
    content = f"name,city,ref\nNew {canary},,new-{canary}\n".encode()
    waiting = imports.start(by=owner, file_name=f"{canary}.csv", content=content, now=NOW)
    place.ids["waiting import"] = waiting.id
    twin = _row(tables.Item, place, ref=f"{place.name}-twin-{secrets.token_hex(6)}", tag="", serial="")
    pair = tables.ImportPair.objects.of(mine).create(
        organisation=place.organisation, register="items", one_id=place.rows["items"].pk, other_id=twin.pk,
        why={"code": "import-pair-name", "values": {"one": canary, "other": canary}}, found_at=NOW,
    )  # fmt: skip
    place.ids["pair"] = pair.pk


def _keys(place: Place) -> None:
    """Give everybody a session and a token, and the organisation an open invitation."""
    for role, member in place.people.items():
        place.sessions[role.value] = _session(member)
        place.secrets[role.value] = _token(place, member, "write")
    owner = place.people[Role.OWNER]
    place.secrets["read"] = _token(place, owner, "read")
    place.secrets["late"] = _token(place, owner, "write", days=-1)
    place.secrets["ended"] = _token(place, owner, "write")
    tables.ApiToken.objects.filter(secret_hash=digest(place.secrets["ended"])).update(revoked_at=NOW)
    place.ids["token"] = tables.ApiToken.objects.get(secret_hash=digest(place.secrets["it"])).pk
    place.ids["secret"] = secrets.token_urlsafe(32)
    tables.SignInLink.objects.create(
        organisation=place.organisation, purpose="invite", secret_hash=digest(str(place.ids["secret"])),
        email=f"new.{place.canary}@secret.example", role="it", created_at=NOW,
        expires_at=NOW + timedelta(days=1), by_name=place.canary,
    )  # fmt: skip


def _plans(place: Place) -> None:
    """Keep a draft and an accepted plan, with two orders and a link."""
    owner, mine = place.people[Role.OWNER], place.organisation.pk
    sentence = f"grow the {place.canary}teams team by 1 person in March"
    for word in ("draft", "accepted"):
        made = goals.keep_plan(by=owner, sentence=sentence, on=TODAY, now=NOW)
        row = tables.KeptPlan.objects.of(mine).get(number=int(made.plan.ref.removeprefix("g-")))
        # Numbers count from 1 everywhere; here nobody's plan may be called like another's.
        row.number = secrets.randbelow(10**8) + 100
        row.state, row.accepted_at = word, NOW if word == "accepted" else None
        row.save()
        place.ids[word] = row.ref
    thing = place.rows["models"]
    for requirement, state in ((TO_ORDER, "to order"), (SET_ASIDE, "not needed")):
        tables.KeptRequirement.objects.create(
            organisation=place.organisation, plan=row, requirement=requirement, register="models",
            ref=thing.ref, name=place.canary, kind="stock", quantity=1, order_by=TODAY, need_by=TODAY,
            state=state, changed_at=NOW, changed_by=place.canary,
        )  # fmt: skip
    place.ids["plan secret"] = secrets.token_urlsafe(32)
    link = tables.PlanLink.objects.create(
        organisation=place.organisation, plan=tables.KeptPlan.objects.of(mine).get(state="draft"),
        secret_hash=digest(str(place.ids["plan secret"])), made_at=NOW, made_by=place.canary,
        expires_at=NOW + timedelta(days=9),
    )  # fmt: skip
    place.ids["link"] = link.pk


def _today(place: Place) -> None:
    """Keep a finding with somebody asked to decide it, and a calendar address of the owner's."""
    made = tables.KeptFinding.objects.create(
        organisation=place.organisation, code="contract-owner-missing", register="contracts",
        ref=place.rows["contracts"].ref, document=_document(place), mark="mark", group=1, rank=1,
        first_found_at=NOW,
    )  # fmt: skip
    place.ids["finding"] = made.pk
    for secret in ("decide secret", "feed secret"):
        place.ids[secret] = secrets.token_urlsafe(32)
    asked = tables.DecisionLink.objects.create(
        organisation=place.organisation, finding=made, secret_hash=digest(str(place.ids["decide secret"])),
        case={"on": "2026-11-23", "currency": "USD", "document": made.document, "text": place.canary},
        to_name=place.canary, made_at=NOW, made_by=place.canary, expires_at=NOW + timedelta(days=9),
    )  # fmt: skip
    place.ids["decision link"] = asked.pk
    tables.Feed.objects.create(
        organisation=place.organisation, user_id=place.people[Role.OWNER].user_id, kind="notice",
        secret_hash=digest(str(place.ids["feed secret"])), made_at=NOW,
    )  # fmt: skip
    _mail(place, made)


def _mail(place: Place, finding: tables.KeptFinding) -> None:
    """Send the owner a weekly mail, with a link in it that marks the finding done."""
    owner = place.people[Role.OWNER]
    mail = tables.Digest.objects.create(
        organisation=place.organisation, email=str(owner.email), name=place.canary, zone="America/New_York",
        made_at=NOW, made_by=place.canary,
    )  # fmt: skip
    place.ids["digest"] = mail.pk
    place.ids["act secret"] = secrets.token_urlsafe(32)
    tables.ActionLink.objects.create(
        organisation=place.organisation, finding=finding, verb="done", email=mail.email, name=place.canary,
        secret_hash=digest(str(place.ids["act secret"])), made_at=NOW, expires_at=NOW + timedelta(days=9),
    )  # fmt: skip


def _document(place: Place) -> dict[str, object]:
    """Return a line of Today as it is kept."""
    return {
        "code": "contract-owner-missing", "subject": {"register": "contracts", "ref": "a"}, "values": {},
        "title": place.canary, "sentence": place.canary, "button": "Name an owner", "act_by": None,
        "cost_of_waiting": None, "at_stake": None, "basis": "certain", "whose": "", "reason": "",
        "trace": None, "cost_trace": None, "missing": None, "counted_in": None, "parts": [], "loss": [],
        "group": 1, "rank": 1, "hours": "0.25", "slack": None,
    }  # fmt: skip


def _token(place: Place, member: Member, scope: str, days: int = 9) -> str:
    secret = f"fs_{secrets.token_urlsafe(24)}"
    membership = tables.Membership.objects.of(place.organisation.pk).get(user_id=member.user_id)
    tables.ApiToken.objects.create(
        membership=membership, name=place.canary, shown=secret[:9], secret_hash=digest(secret), scope=scope,
        created_at=NOW, expires_at=NOW + timedelta(days=days), last_used_at=NOW,
    )  # fmt: skip
    return secret


def _session(member: Member) -> str:
    user = tables.User.objects.get(pk=member.user_id)
    store = SessionStore()
    store[SESSION_KEY], store[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    store[BACKEND_SESSION_KEY] = "fullscore.store.accounts.EmailBackend"
    store.create()
    return str(store.session_key)


def fingerprint(place: Place) -> dict[str, str]:
    """Return a hash of every row that belongs to the place, by table."""
    prints = {}
    with connection.cursor() as cursor:
        for table, query in _queries().items():
            of = f"%{place.canary}%" if "LIKE" in query else place.organisation.pk
            cursor.execute(query, [of])
            prints[table] = hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()
    return prints


@cache
def _queries() -> dict[str, str]:
    """Return the question after a place's rows for every table of the store that has any."""
    found = {model._meta.db_table: _query(model) for model in apps.get_app_config("store").get_models()}
    return {table: query for table, query in found.items() if query}


def _query(model: type[models.Model]) -> str:
    names = {each.column for each in model._meta.concrete_fields}
    # A token's last use is noted when it is refused elsewhere too; it is its holder's own doing.
    columns = ", ".join(f'"{name}"' for name in sorted(names - {"last_used_at"}))
    whose = next((clause for name, clause in _WHOSE.items() if name in names), "")
    whose = "id = %s" if model is tables.Organisation else whose
    whose = "email LIKE %s" if model is tables.User else whose
    return f'SELECT {columns} FROM "{model._meta.db_table}" WHERE {whose} ORDER BY id' if whose else ""  # noqa: S608  our own names


_WHOSE = {
    "organisation_id": "organisation_id = %s",
    "membership_id": "membership_id IN (SELECT id FROM store_membership WHERE organisation_id = %s)",
}
