"""The graph and who uses what, as they are read from the registers."""

from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from fullscore.engine.estate.graph import How, Link, State
from fullscore.engine.estate.impact import impact
from fullscore.engine.estate.usage import usages
from fullscore.store.graph import read_graph, read_uses
from fullscore.store.models import (
    Item,
    Organisation,
    Person,
    Pool,
    Service,
    ServiceUse,
    Site,
    Support,
    Team,
    Vendor,
)
from tests.conftest import NOW, TODAY
from tests.store.mill import fill, row


def rest(organisation: Organisation) -> None:
    """Let the CRM rest on a link, a firewall, a sign-in and a vendor."""
    fill(organisation)
    site = Site.objects.of(organisation.pk).get(ref="dayton")
    firewall = row(Item, organisation, "fw-1", name="Firewall HQ", site=site)
    boss = Person.objects.of(organisation.pk).get(ref="tomas")
    crm = row(
        Service, organisation, "crm", name="CRM", owner=boss, hours="Mon-Fri 06:00-22:00",
        outage_cost_hour=Decimal(46), outage_cost_by="Ruth Morrow",
    )  # fmt: skip
    net = row(Service, organisation, "internet", name="Internet")
    vendor = row(Vendor, organisation, "corvid", name="Corvid")
    link = Pool.objects.of(organisation.pk).get(ref="link")
    row(Support, organisation, "s1", service=crm, other=net)
    row(Support, organisation, "s2", service=net, item=firewall)
    row(Support, organisation, "s3", service=net, pool=link, group="links", min_up="1")
    row(Support, organisation, "s4", service=crm, vendor=vendor, kind="authenticates", grace_hours=Decimal(8))
    row(Support, organisation, "s5", for_item=firewall, person=boss, kind="degrades")
    sales = Team.objects.of(organisation.pk).get(ref="sales")
    row(ServiceUse, organisation, "crm-sales", service=crm, team=sales)
    row(ServiceUse, organisation, "net-dayton", service=net, site=site, hours="Mon-Sat 07:00-17:00")


def test_every_thing_is_a_node_and_every_line_a_link(organisation: Organisation) -> None:
    rest(organisation)
    graph = read_graph(organisation.pk)

    assert graph.names["items:fw-1"] == "Firewall HQ"
    assert graph.names["people:seller-3"] == "Seller 3"
    assert set(graph.links) == {
        Link("services:crm", "services:internet", ref="s1"),
        Link("services:internet", "items:fw-1", ref="s2"),
        Link("services:internet", "pools:link", group="links", min_up="1", ref="s3"),
        Link("services:crm", "vendors:corvid", How.AUTHENTICATES, grace_hours=Decimal(8), ref="s4"),
        Link("items:fw-1", "people:tomas", How.DEGRADES, ref="s5"),
    }
    assert graph.owners["services:crm"] == "tomas"
    assert graph.sites["items:fw-1"] == "dayton"
    assert impact(graph, {"items:fw-1": State.DOWN}).chain("services:crm") == (
        "items:fw-1", "services:internet", "services:crm",
    )  # fmt: skip


def test_what_was_put_away_is_no_part_of_it(organisation: Organisation) -> None:
    rest(organisation)
    Support.objects.of(organisation.pk).filter(ref="s1").update(archived_at=NOW)
    Item.objects.of(organisation.pk).filter(ref="fw-1").update(archived_at=NOW)
    graph = read_graph(organisation.pk)

    assert "items:fw-1" not in graph.names
    assert {link.ref for link in graph.links} == {"s3", "s4"}


def test_another_organisation_has_nothing_in_it(
    organisation: Organisation, other_organisation: Organisation
) -> None:
    rest(organisation)

    assert read_graph(other_organisation.pk).names == {}
    assert read_uses(other_organisation.pk).uses == ()


def test_who_uses_what_in_their_own_hours(organisation: Organisation) -> None:
    rest(organisation)
    Site.objects.of(organisation.pk).filter(ref="dayton").update(zone="America/Chicago")
    crm, net = usages(read_uses(organisation.pk), on=TODAY)

    assert (len(crm.people), crm.hours, crm.zone) == (24, "Mon-Fri 06:00-22:00", "America/Chicago")
    assert crm.told == ("services", "crm", "hours")
    assert (len(net.people), net.hours, net.told) == (
        25,
        "Mon-Sat 07:00-17:00",
        ("uses", "net-dayton", "hours"),
    )


def test_it_takes_as_many_queries_for_a_thousand_rows_as_for_ten(organisation: Organisation) -> None:
    rest(organisation)
    with CaptureQueriesContext(connection) as few:
        read_graph(organisation.pk)
        read_uses(organisation.pk)
    crm = Service.objects.of(organisation.pk).get(ref="crm")
    for number in range(50):
        item = row(Item, organisation, f"more-{number}", name=f"More {number}")
        row(Support, organisation, f"m-{number}", service=crm, item=item)
    with CaptureQueriesContext(connection) as many:
        read_graph(organisation.pk)
        read_uses(organisation.pk)

    assert len(few) == len(many) <= 20
