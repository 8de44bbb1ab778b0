"""What the board pack says of proposals and losses follows what is written, by rules."""

from datetime import date
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.models import Limit, Organisation, Proposal, Tolerance
from fullscore.usecases import budget, risk
from tests.conftest import NOW, TODAY
from tests.usecases.proposing import put, risky, world
from tests.usecases.test_board_pack import SCHEMA, Document, blocks, facts_of, section, strings, told


def cells(pack: Document, key: str, title: str) -> dict[str, list[str]]:
    """Return the rows of a table by the words of their first cell."""
    table = next(each for each in blocks(pack, "table", key) if each["title"] == title)
    return {row["cells"][0]["words"]: [cell["words"] for cell in row["cells"][1:]] for row in table["rows"]}


def proposal(house: Organisation, ref: str, **changes: Any) -> None:  # noqa: ANN401  any column
    Proposal.objects.of(house.pk).filter(ref=ref).update(**changes)


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    world(organisation)
    return organisation


def test_what_is_in_is_asked_with_what_it_costs_and_loses(house: Organisation, owner: Member) -> None:
    found = told(owner)
    jsonschema.validate(found, SCHEMA)

    asks = {each["proposal"]: each for each in blocks(found, "asks")[0]["asks"]}
    rows = cells(found, "proposals", "All proposals")
    assert {ref for ref, row in rows.items() if row[1] in {"in", "must be done"}} == {
        each["name"] for each in asks.values()
    }
    assert asks["keys"]["spoken"] == "$6,200 once"
    assert asks["keys"]["by"] == "Thu 31 Dec"
    assert rows["MFA keys"][1] == "must be done"
    assert "New intranet" not in "\n".join(strings(found))


def test_a_kept_answer_and_one_made_now_read_the_same(house: Organisation, owner: Member) -> None:
    before = told(owner)
    runs = (
        budget.ask(by=owner, kind="choose", on=TODAY, now=NOW), risk.ask(by=owner, on=TODAY, now=NOW),
    )  # fmt: skip
    assert [run.state for run in runs] == ["asked", "asked"]
    for key in budget.stale(now=NOW):
        budget.advance(key=key, clock=lambda: NOW)

    assert told(owner) == before
    del house


def test_what_was_accepted_is_no_longer_asked(house: Organisation, owner: Member) -> None:
    proposal(house, "room", state="accepted")

    found = told(owner)

    assert "room" not in {ask["proposal"] for block in blocks(found, "asks") for ask in block["asks"]}
    assert cells(found, "proposals", "All proposals")["Meeting room"][1] == "accepted"


def test_a_proposal_without_a_way_is_not_weighed(house: Organisation, owner: Member) -> None:
    put(house, Proposal, "cellar", name="Dry cellar", purpose="run")

    assert cells(told(owner), "proposals", "All proposals")["Dry cellar"] == ["run", "not weighed", "", ""]


def test_where_the_rules_allow_nothing_the_rules_are_named(house: Organisation, owner: Member) -> None:
    Limit.objects.of(house.pk).filter(kind="budget").update(amount=Decimal(1_000))

    found = told(owner)
    jsonschema.validate(found, SCHEMA)

    why = next(
        each for each in blocks(found, "facts", "proposals") if each["title"] == "Why nothing can be chosen"
    )
    assert any("MFA keys" in item["words"] for item in why["items"])
    assert section(found, "proposals")["title"] == "Five proposals, not weighed yet"


def test_what_cannot_be_meant_is_named_too(house: Organisation, owner: Member) -> None:
    for ref, share in (("f-grow", 70), ("f-run", 60)):
        put(house, Limit, ref, name=ref, kind="floor", purpose=ref[2:], share=Decimal(share))

    found = told(owner)

    why = next(
        each for each in blocks(found, "facts", "proposals") if each["title"] == "Why nothing can be chosen"
    )
    assert "more than all of it" in why["items"][0]["words"]


def test_a_bad_year_that_is_too_bad_is_said_first_and_late(house: Organisation, owner: Member) -> None:
    Tolerance.objects.of(house.pk).update(amount=Decimal(10))

    stands = next(each for each in blocks(told(owner), "facts", "first") if each["title"] == "Where we stand")

    assert stands["items"][0]["tone"] == "late"
    assert stands["items"][0]["words"].endswith("over the $10 you can live with.")


def test_losses_alone_are_told_without_proposals(organisation: Organisation, owner: Member) -> None:
    risky(organisation)
    Tolerance.objects.of(organisation.pk).delete()

    found = told(owner)
    jsonschema.validate(found, SCHEMA)

    assert [each["key"] for each in found["sections"] if each["blocks"]] == ["first", "risk", "words"]
    assert facts_of(found, "risk") == []
    assert (
        "Nobody has said yet how bad a year the owners can live with." in blocks(found, "curve")[0]["words"]
    )


def test_a_pack_of_the_same_day_is_the_same_to_the_byte(house: Organisation, owner: Member) -> None:
    assert told(owner) == told(owner)
    del house


def test_the_fiscal_year_begins_where_the_organisation_says(house: Organisation, owner: Member) -> None:
    house.fiscal_start_month = 7
    house.save()

    found = told(owner)

    quarters = blocks(found, "quarters", "roadmap")[0]["quarters"]
    assert [each["label"] for each in quarters][:2] == ["Q2 2026/27", "Q3 2026/27"]
    assert [each["key"] for each in quarters][:2] == ["2026-10-01", "2027-01-01"]
    assert date.fromisoformat(quarters[0]["key"]).day == 1
