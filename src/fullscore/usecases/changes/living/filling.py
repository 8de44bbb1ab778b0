"""What stands in the form of a change: its fields and rows as people type them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.changes import words
from fullscore.engine.estate.graph import register_of
from fullscore.engine.registers.access import Member, Right
from fullscore.store import living as store
from fullscore.store.graph import read_graph
from fullscore.store.models import Change, Person, Vendor
from fullscore.usecases.changes.living import beside, keeping
from fullscore.usecases.changes.living.adding import LENGTHS

_TEXTS = (
    "name", "why", "kind", "serves", "notice_days", "soak_days", "earliest", "latest", "due",
    "waiting_cost_day", "starts_on", "starts_at", "test", "rollback", "notice",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """The form as it is filled in, with what may be chosen: names of things, people and changes."""

    values: Mapping[str, str]
    version: int
    name: str
    things: tuple[str, ...]
    people: tuple[str, ...]
    changes: tuple[str, ...]
    vendors: tuple[str, ...]
    owners: tuple[str, ...]
    templates: tuple[tuple[str, str, bool], ...]


def draft(*, by: Member, ref: str | None, template: str = "") -> Draft:
    """Return the form of a change, of a new one like a template, or an empty one."""
    by.require(Right.EDIT_REGISTERS)
    row = keeping.found(by, ref) if ref else _like(by, template)
    values = _values(row) if row else {}
    if row and not ref:
        values |= {"kind": "standard", "template": row.ref, "name": row.name}
    organisation = by.organisation_id
    names = read_graph(organisation).names
    people = store.people(organisation)
    skills = {skill for one in people.values() for skill in words.skills_of(one.skills)}
    return Draft(
        values=values,
        version=row.version if row and ref else 0,
        name=row.name if row and ref else "",
        things=tuple(sorted({n for node, n in names.items() if register_of(node) in beside.TOUCHABLE})),
        people=(*sorted(skills), *sorted(one.name for one in people.values())),
        changes=tuple(sorted(name for other, name in store.names(organisation).items() if other != ref)),
        vendors=tuple(name for _, name in store.vendors(organisation)),
        owners=tuple(sorted({one.name for one in people.values()})),
        templates=template_names(by=by),
    )


def template_names(*, by: Member) -> tuple[tuple[str, str, bool], ...]:
    """Return (ref, name, is agreed to) of what standard changes are made from."""
    by.require(Right.PLAN_GOALS)
    agreed = {"agreed", "scheduled", "done"}
    return tuple((row.ref, row.name, row.state in agreed) for row in store.templates(by.organisation_id))


def _like(by: Member, template: str) -> Change | None:
    return store.templates(by.organisation_id).filter(ref=template).first() if template else None


def _values(row: Change) -> dict[str, str]:
    told = {name: _text(getattr(row, name)) for name in _TEXTS}
    told |= {name: _length(getattr(row, name)) for name in LENGTHS}
    told["owner"] = _called(row.owner, store.person_names(row.organisation_id).values())
    told["vendor"] = _called(row.vendor, (name for _, name in store.vendors(row.organisation_id)))
    told["is_announced"] = "yes" if row.is_announced else ""
    told["is_template"] = "yes" if row.is_template else ""
    names = read_graph(row.organisation_id).names
    told["touches"] = "\n".join(
        f"{names.get(store.node(one), store.node(one))}: {one.how}" for one in store.touches(row)
    )
    told["crew"] = "\n".join(
        one.person.name if one.person else f"{one.count} with {one.skill}" for one in store.crews(row)
    )
    told["after"] = "\n".join(one.after.name for one in store.before(row))
    told["steps"] = "\n".join(one.text for one in store.steps(row))
    return told


def _called(row: Person | Vendor | None, names: Iterable[str]) -> str:
    """Return the name of a row, or its ref where another one has the same name; "" for none."""
    if row is None:
        return ""
    same = sum(name.casefold() == row.name.casefold() for name in names)
    return row.name if same == 1 else row.ref


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _length(value: Decimal | None) -> str:
    return "" if value is None else words.length(value)
