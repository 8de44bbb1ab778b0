"""Typing what rests on what, as people say it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.connecting import Said, doubts, links, understood
from fullscore.engine.estate.connecting_guesses import Hints, Why, guesses, sentence
from fullscore.engine.estate.graph import Graph, How, Link
from fullscore.engine.findings.finding import Finding
from fullscore.engine.findings.sentences_en import say

GRAPH = Graph(
    {
        "services:crm": "CRM", "services:login": "M365 login", "services:mail": "Mail and calendar",
        "services:net": "Internet, Dayton", "pools:link": "Internet link", "pools:crm": "CRM",
        "items:fw-1": "Firewall HQ", "items:fw-2": "Firewall Lima", "items:a": "Fiber", "items:b": "LTE",
        "vendors:corvid": "Corvid", "people:tomas": "Tomas Reyes",
    },
    (Link("services:mail", "services:login"),),
)  # fmt: skip


def said(text: str) -> Said:
    found = understood(text, GRAPH)
    assert isinstance(found, Said)
    return found


def test_crm_rests_on_internet_link_and_m365_login() -> None:
    assert links(said("CRM rests on Internet link, M365 login")) == (
        Link("services:crm", "pools:link"), Link("services:crm", "services:login"),
    )  # fmt: skip


def test_two_with_or_stand_in_for_each_other() -> None:
    assert links(said("crm needs fiber or LTE")) == (
        Link("services:crm", "items:a", group="fiber or LTE", min_up="1"),
        Link("services:crm", "items:b", group="fiber or LTE", min_up="1"),
    )


@pytest.mark.parametrize(
    ("text", "how", "hours"),
    [
        ("CRM signs in with M365 login for 8 hours", How.AUTHENTICATES, Decimal(8)),
        ("CRM gets data from Corvid up to 0.5 h.", How.FEEDS, Decimal("0.5")),
        ("CRM is worse without Tomas Reyes", How.DEGRADES, None),
        ("CRM stops without fw-1", How.STOPS, None),
    ],
)
def test_how_it_hangs_is_in_the_verb(text: str, how: How, hours: Decimal | None) -> None:
    (link,) = links(said(text))

    assert (link.how, link.grace_hours) == (how, hours)


def test_names_may_hold_a_comma_or_and() -> None:
    (first, second) = links(said("CRM rests on Internet, Dayton and mail and calendar"))

    assert (first.on, second.on) == ("services:net", "services:mail")


def test_a_service_is_meant_before_a_licence_of_the_same_name_and_never_itself() -> None:
    assert said("M365 login rests on CRM").lower[0][0].node == "services:crm"
    assert said("CRM rests on CRM").lower[0][0].node == "pools:crm"


def test_half_a_name_that_fits_two_is_asked_back_with_both() -> None:
    found = said("CRM rests on firewall")
    (doubt,) = doubts(found, GRAPH)

    assert found.unknown[0].guesses == ("items:fw-1", "items:fw-2")
    assert doubt.code == "connect-name-unknown"
    assert "Firewall HQ" in say(doubt)


def test_a_typing_error_gets_a_guess_and_nonsense_gets_none() -> None:
    assert said("CRM rests on Intrenet link").unknown[0].guesses[0] == "pools:link"
    (doubt,) = doubts(said("CRM rests on Zzyzx"), GRAPH)
    assert say(doubt) == "Nothing here is called Zzyzx. Choose another name, or add it as a service."


def test_vendors_and_people_rest_on_nothing_here() -> None:
    assert said("Corvid rests on Fiber").upper.node is None


def test_what_stands_there_already_is_said() -> None:
    (doubt,) = doubts(said("Mail and calendar rests on M365 login"), GRAPH)

    assert doubt.code == "connect-there-already"
    assert say(doubt) == "Mail and calendar rests on M365 login already."


def test_what_is_no_sentence_shows_one() -> None:
    found = understood("firewall!", GRAPH)

    assert isinstance(found, Finding)
    assert found.code == "connect-not-understood"
    assert "CRM rests on" in say(found)


NAMES = st.sampled_from(sorted(set(GRAPH.names.values()) - {"CRM", "M365 login"}))


@given(st.lists(NAMES, min_size=1, max_size=4, unique=True), st.sampled_from([", ", " and ", "; ", ", and "]))
def test_whatever_is_listed_is_found_again(names: list[str], comma: str) -> None:
    found = links(said(f"CRM rests on {comma.join(names)}"))

    assert [GRAPH.names[link.on] for link in found] == names


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    found = understood(text, GRAPH)
    assert isinstance(found, Finding) or doubts(found, GRAPH) or links(found)


def test_guesses_come_from_contracts_sites_and_names() -> None:
    graph = Graph(
        {
            "services:erp": "Foundry ERP", "services:net": "Network Lima", "items:sw": "Switch 7",
            "items:pc": "PC 9", "vendors:foundry": "Foundry Inc", "vendors:corvid": "Corvid",
        },
        (),
        sites={"items:sw": "lima", "items:pc": "lima"},
    )  # fmt: skip
    hints = Hints(
        {"lima": "Lima"}, {"items:sw": "switch", "items:pc": "laptop"},
        {"services:erp": frozenset({"vendors:corvid"})},
    )  # fmt: skip
    found = guesses(graph, hints)

    assert [(sentence(graph, each), each.why) for each in found] == [
        ("Foundry ERP rests on Corvid", Why.CONTRACT),
        ("Foundry ERP rests on Foundry Inc", Why.NAME),
        ("Network Lima rests on Switch 7", Why.SITE),
    ]


def test_what_is_there_is_not_guessed_again() -> None:
    graph = Graph(
        {"services:erp": "Foundry ERP", "vendors:foundry": "Foundry Inc"},
        (Link("services:erp", "vendors:foundry"),),
    )

    assert guesses(graph, Hints()) == ()
