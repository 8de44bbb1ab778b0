"""Rows to engine values: whole, scoped, without archived rows, in a few queries."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal
from typing import Any

import pytest

from fullscore.engine.estate.sources import source_of
from fullscore.engine.registers.access import FieldClass
from fullscore.store import reading
from fullscore.store.models import Item, Organisation, Person, Site, Team
from fullscore.store.models.fields import spec_of
from fullscore.store.models.registers import RegisterRow
from tests.conftest import NOW
from tests.store.mill import fill, row

Counting = Callable[[int], AbstractContextManager[Any]]


def test_an_estate_is_read_in_fifteen_queries_however_large(
    organisation: Organisation, django_assert_num_queries: Counting
) -> None:
    fill(organisation)

    with django_assert_num_queries(15):
        estate = reading.read_estate(organisation.pk)

    assert (len(estate.people), len(estate.items), len(estate.seats)) == (25, 27, 24)


def test_another_organisations_rows_are_not_read(
    organisation: Organisation, other_organisation: Organisation
) -> None:
    fill(organisation)

    assert reading.read_estate(other_organisation.pk).people == ()


def test_archived_rows_are_not_read(organisation: Organisation) -> None:
    fill(organisation)
    Item.objects.of(organisation.pk).filter(ref="S0").update(archived_at=NOW)

    assert "S0" not in {item.ref for item in reading.read_estate(organisation.pk).items}


def test_an_amount_keeps_its_decimals_and_an_empty_text_is_nothing(organisation: Organisation) -> None:
    fill(organisation)

    estate = reading.read_estate(organisation.pk)

    assert estate.models[0].unit_cost == Decimal("1285.00")
    assert next(team.department for team in estate.teams if team.ref == "packing") is None


def test_a_field_leads_back_to_its_file_and_line(organisation: Organisation) -> None:
    fill(organisation)
    estate = reading.read_estate(organisation.pk)
    spare = next(item for item in estate.items if item.ref == "S1")

    found = source_of(spare, "status", estate.files)

    assert (found.source, found.file, found.line) == ("snipeit", "assets.csv", 89)


def test_a_person_without_a_team_or_site_is_read(organisation: Organisation) -> None:
    row(Person, organisation, "ana", name="Ana")

    (ana,) = reading.read_estate(organisation.pk).people

    assert (ana.team, ana.site, ana.title) == (None, None, None)


@pytest.mark.parametrize("model", reading.PLANNED, ids=lambda model: str(model.REGISTER))
def test_plans_read_nothing_that_a_reader_of_plans_may_not_see(model: type[RegisterRow]) -> None:
    for name in reading.PLANNED[model]:
        spec = spec_of(model._meta.get_field(name.removesuffix("__ref")))
        assert spec is not None
        assert spec.field_class in {FieldClass.OPEN, FieldClass.MONEY}, name


def test_every_source_is_as_old_as_its_newest_file(organisation: Organisation) -> None:
    fill(organisation)

    assert reading.read_data_age(organisation.pk) == {"snipeit-assets": NOW}
    assert {Site, Team} <= set(reading.PLANNED)


def test_the_team_with_most_people_comes_first(
    organisation: Organisation, django_assert_num_queries: Counting
) -> None:
    fill(organisation)

    with django_assert_num_queries(2):
        assert reading.read_team_names(organisation.pk) == ("Sales", "Packing")
