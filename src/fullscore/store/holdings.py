"""What is held, read whole for whoever must see to it: a few whole-table queries, archived rows left out."""

from datetime import datetime

from django.db.models import Max

from fullscore.engine.estate.facts import ModelFact, PersonFact, SeatFact
from fullscore.engine.estate.held import Held, HeldItem, HeldPool
from fullscore.store.models import (
    ImportReason,
    ImportRun,
    Item,
    ItemModel,
    Offer,
    Organisation,
    Person,
    Pool,
    PoolSeat,
)
from fullscore.store.reading import PLANNED, facts

# Each in the order of its value's fields; provenance comes last.
ITEM = (
    "ref", "name", "model__ref", "model__category", "status", "holder__ref", "site__ref", "place",
    "purchased_on", "cost", "warranty_ends_on", "replace_by",
)  # fmt: skip
POOL = (
    "ref", "name", "kind", "capacity", "used", "unit_cost", "cost_period", "owner__ref", "expires_on",
)  # fmt: skip
_READ = (Person, ItemModel, Item, Pool, PoolSeat)


def read_held(organisation_id: int) -> Held:
    """Read everything somebody may have to see to."""
    return Held(
        people=facts(PersonFact, Person, organisation_id, PLANNED[Person]),
        models=facts(ModelFact, ItemModel, organisation_id, PLANNED[ItemModel]),
        items=facts(HeldItem, Item, organisation_id, ITEM),
        pools=facts(HeldPool, Pool, organisation_id, POOL),
        seats=facts(SeatFact, PoolSeat, organisation_id, PLANNED[PoolSeat]),
        priced_otherwise=_offered(organisation_id),
        files=dict(ImportRun.objects.of(organisation_id).values_list("pk", "file")),
        currency=Organisation.objects.get(pk=organisation_id).currency,
        strangers=_strangers(organisation_id),
    )


def count_held(organisation_id: int) -> int:
    """Return how many rows there are to read."""
    return sum(model.objects.of(organisation_id).count() for model in (Item, Person, PoolSeat))


def _offered(organisation_id: int) -> frozenset[str]:
    """Return the refs of what has a price among the prices by quantity."""
    offers = Offer.objects.of(organisation_id).filter(archived_at=None)
    refs = offers.values_list("model__ref", "pool__ref")
    return frozenset(ref for pair in refs for ref in pair if ref)


def _strangers(organisation_id: int) -> frozenset[tuple[int, int]]:
    """Return the lines, with the import they came in, that name somebody who is not in People."""
    reasons = ImportReason.objects.of(organisation_id).filter(code="import-person-unknown")
    return frozenset(reasons.values_list("import_run_id", "line"))


def read_ages(organisation_id: int) -> dict[str, datetime]:
    """Return when each register was last changed, or last read from a file that changed nothing."""
    runs = ImportRun.objects.of(organisation_id).filter(state="done").exclude(register="")
    ages = dict(runs.values_list("register").annotate(Max("finished_at")).order_by("register"))
    for model in _READ:
        newest = model.objects.of(organisation_id).aggregate(newest=Max("changed_at"))["newest"]
        known = [moment for moment in (newest, ages.get(model.REGISTER)) if moment]
        if newest:
            ages[model.REGISTER] = max(known)
    return {model.REGISTER: ages[model.REGISTER] for model in _READ if ages.get(model.REGISTER)}


def kinds_brought_in(organisation_id: int) -> frozenset[str]:
    """Return the kinds of lists that were ever applied here."""
    runs = ImportRun.objects.of(organisation_id).filter(state="done").order_by()
    return frozenset(runs.values_list("kind", flat=True).distinct())
