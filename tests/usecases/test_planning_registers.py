"""What planning is told by hand: kit lines, prices, transfers, absences, measurements, at every door."""

import pytest

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Absence, Kit, Lane, Measurement, Offer, Organisation
from fullscore.store.models.registers import RegisterRow
from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Imported
from fullscore.usecases.registers import Query, RefusedError
from tests.conftest import NOW
from tests.store.mill import fill

pytestmark = pytest.mark.usefixtures("mill")

# As somebody keeps them: our columns' names, no refs, names where people use names, and gaps.
OWN_LISTS = {
    "kits": (
        "team,site,each one of model,needs model,needs licence or capacity,quantity\n"
        'Sales,,,"Laptop 14""",,1\n'
        "Sales,Dayton,,,CRM,1\n"
        ',,"Laptop 14""",,Internet link,0.5\n'
    ),
    "offers": (
        "model,pool,from quantity,unit cost,price is per,bound for\n"
        '"Laptop 14""",,,1285,once,\n'
        '"Laptop 14""",,10,1240,once,\n'
        ",CRM,1,66,month,month\n"
        ",CRM,1,58,month,year\n"
    ),
    "lanes": "origin,target,takes\nDayton,Lima,2\nLima,Dayton,3\n",
    "absences": (
        "person,from,to,reason\nSeller 1,2026-12-01,2026-12-05,holiday\nSeller 1,2027-01-11,2027-01-12,\n"
    ),
    "measurements": "pool,measured on,value\nInternet link,2026-09-01,140\nInternet link,2026-10-01,150\n",
}
MODELS: dict[str, type[RegisterRow]] = {
    "kits": Kit, "offers": Offer, "lanes": Lane, "absences": Absence, "measurements": Measurement,
}  # fmt: skip
REFS = {
    "kits": {"sales-laptop-14", "sales-dayton-crm", "laptop-14-link"},
    "offers": {"laptop-14-1", "laptop-14-10", "crm-1-month", "crm-1-year"},
    "lanes": {"dayton-lima", "lima-dayton"},
    "absences": {"seller-1-2026-12-01", "seller-1-2027-01-11"},
    "measurements": {"link-2026-09-01", "link-2026-10-01"},
}


@pytest.fixture
def mill(organisation: Organisation, owner: Member) -> None:
    fill(organisation)
    registers.save(by=owner, register="sites", ref=None, values={"name": "Lima"}, version=None, now=NOW)


def bring(owner: Member, text: str) -> Imported:
    return imports.bring_in(by=owner, file_name="own.csv", content=text.encode(), clock=lambda: NOW)


def refs(owner: Member, name: str) -> set[str]:
    return set(MODELS[name].objects.of(owner.organisation_id).values_list("ref", flat=True))


@pytest.mark.parametrize("name", MODELS)
def test_a_list_of_ones_own_comes_in_with_refs_people_can_type(owner: Member, name: str) -> None:
    done = bring(owner, OWN_LISTS[name])

    assert (done.state, done.refused) == ("done", 0), done.reasons
    assert refs(owner, name) == REFS[name]


@pytest.mark.parametrize("name", MODELS)
def test_the_same_list_again_doubles_nothing(owner: Member, name: str) -> None:
    bring(owner, OWN_LISTS[name])

    again = bring(owner, OWN_LISTS[name])

    assert (again.created, again.updated, again.refused) == (0, 0, 0)
    assert refs(owner, name) == REFS[name]


@pytest.mark.parametrize("name", MODELS)
def test_a_figure_that_has_changed_changes_its_row(owner: Member, name: str) -> None:
    changed = {
        "kits": ("CRM,1\n", "CRM,2\n"), "offers": (",1240,", ",1200,"), "lanes": ("Lima,2", "Lima,4"),
        "absences": ("2026-12-05", "2026-12-07"), "measurements": (",150", ",155"),
    }  # fmt: skip
    bring(owner, OWN_LISTS[name])

    again = bring(owner, OWN_LISTS[name].replace(*changed[name]))

    assert (again.created, again.updated, again.refused) == (0, 1, 0)


@pytest.mark.parametrize("name", MODELS)
def test_what_is_exported_comes_back_unchanged(owner: Member, name: str) -> None:
    bring(owner, OWN_LISTS[name])
    exported = registers.export(by=owner, register=name, query=Query(), form="csv").decode()

    again = bring(owner, exported)

    assert (again.register, again.created, again.updated, again.refused) == (name, 0, 0, 0)


def test_two_shifts_can_share_what_is_per_shift_place(owner: Member) -> None:
    values = {"team": "Packing", "model": "laptop-14", "quantity": "1", "per": "shift place"}

    made = registers.save(by=owner, register="kits", ref=None, values=values, version=None, now=NOW)

    assert (made.ref, made.values["per"]) == ("packing-laptop-14", "shift place")


@pytest.mark.parametrize(
    ("name", "values", "code"),
    [
        ("kits", {"team": "Sales", "quantity": 1}, "kit-needs-one-thing"),
        (
            "kits",
            {"team": "Sales", "model": "laptop-14", "pool": "crm", "quantity": 1},
            "kit-needs-one-thing",
        ),
        (
            "kits",
            {"team": "Sales", "for_model": "laptop-14", "pool": "crm", "quantity": 1},
            "kit-for-people-or-one-thing",
        ),
        ("kits", {"model": "laptop-14", "quantity": -1}, "field-too-small"),
        ("offers", {"unit_cost": "1"}, "offer-of-one-thing"),
        ("offers", {"model": "laptop-14", "pool": "crm", "unit_cost": "1"}, "offer-of-one-thing"),
        ("lanes", {"origin": "Lima", "target": "Lima", "transfer_days": 1}, "lane-leads-elsewhere"),
        (
            "absences",
            {"person": "seller-1", "starts_on": "2026-12-02", "ends_on": "2026-12-01"},
            "absence-ends-after-start",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_kept(
    owner: Member, name: str, values: dict[str, object], code: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        registers.save(by=owner, register=name, ref=None, values=values, version=None, now=NOW)

    assert code in {finding.code for finding in refused.value.findings}
    assert refs(owner, name) == set()


def test_a_requester_sees_own_absences_only_and_no_prices(owner: Member, organisation: Organisation) -> None:
    bring(owner, OWN_LISTS["absences"])
    bring(owner, OWN_LISTS["offers"])
    seller = Member(organisation.pk, organisation.ref, Role.REQUESTER, 1, "Seller 1", "canary-1@mill.example")
    other = Member(organisation.pk, organisation.ref, Role.REQUESTER, 1, "Seller 2", "canary-2@mill.example")

    mine = registers.page(by=seller, register="absences", query=Query())

    assert mine.total == 2
    assert registers.page(by=other, register="absences", query=Query()).total == 0
    assert {each.name for each in registers.registers(seller)}.isdisjoint({"offers", "kits", "measurements"})
