"""The board pack says what is known in plain words; every figure in it can be opened and computed again."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from docs import recompute
from pytest_django.plugin import DjangoDbBlocker

from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.importing.samples import manufacturer
from fullscore.store.models import Brand, Decision, Organisation, Pack, PackAnswer, PackLink, Proposal
from fullscore.usecases import goals
from fullscore.usecases.host.sampling import COMPANIES
from fullscore.usecases.reports import SECTIONS, board_document
from tests.conftest import NOW, TODAY, MemberFactory, member_of
from tests.usecases.proposing import put
from tests.usecases.samples import Loaded, kept

Document = dict[str, Any]
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/schemas/board-pack.json").read_text())
SENTENCE = "We need to scale our sales team by 50 percent next quarter"
MONEY = re.compile(r"\N{MINUS SIGN}?[$€£]\d{1,3}(?:,\d{3})*(?:\.\d\d)?")
LONGEST = 20

# Databases are only made where a test says that it uses one.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=tuple(COMPANIES.values()), ids=tuple(COMPANIES))
def each(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Loaded]:
    with kept(request.param, TODAY, django_db_blocker, tmp_path_factory) as loaded:
        if request.param is manufacturer.COMPANY:
            plan = goals.keep_plan(by=loaded.owner, sentence=SENTENCE, on=TODAY, now=NOW)
            goals.accept_plan(by=loaded.owner, ref=plan.plan.ref, version=None, on=TODAY, now=NOW)
        yield loaded


@pytest.fixture(scope="module")
def pack(each: Loaded, django_db_blocker: DjangoDbBlocker) -> Document:
    with django_db_blocker.unblock():
        return told(each.owner)


def told(by: Member, **asked: Any) -> Document:  # noqa: ANN401  whatever the door takes
    return json.loads(json.dumps(board_document(by=by, on=TODAY, now=NOW, **asked)))  # type: ignore[no-any-return]  # JSON


def section(pack: Document, key: str) -> Document:
    return next(each for each in pack["sections"] if each["key"] == key)


def blocks(pack: Document, kind: str, key: str | None = None) -> list[Document]:
    found = [each for each in pack["sections"] if key is None or each["key"] == key]
    every = [one for each in found for block in each["blocks"] for one in (block, *block.get("charts", ()))]
    return [block for block in every if block["type"] == kind]


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            if name not in {"traces", "trace", "key_figures"}:
                yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def facts_of(pack: Document, key: str) -> list[str]:
    return [item["words"] for block in blocks(pack, "facts", key) for item in block["items"]]


def value_of(pack: Document, trace: str) -> Decimal:
    found = next(each for each in pack["traces"] if each["id"] == trace)
    return Decimal(str(found["trace"]["value"]))


def test_a_pack_follows_its_schema_and_its_sections_stand_in_order(pack: Document) -> None:
    jsonschema.validate(pack, SCHEMA)

    assert tuple(each["key"] for each in pack["sections"]) == SECTIONS


def test_every_figure_computes_again_from_its_trace_and_is_rounded_once(
    pack: Document, each: Loaded, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pack.json").write_text(json.dumps(pack))

    assert recompute.main(str(tmp_path / "pack.json")) == 0, capsys.readouterr().out
    if each.company is manufacturer.COMPANY:
        assert len(pack["traces"]) >= 200


def test_a_figure_that_is_not_its_sum_is_named(pack: Document, tmp_path: Path) -> None:
    false = json.loads(json.dumps(pack))
    false["traces"][0]["spoken"] = "$1"
    (tmp_path / "pack.json").write_text(json.dumps(false))

    assert recompute.main(str(tmp_path / "pack.json")) == 1


def test_no_money_stands_in_a_pack_that_cannot_be_opened(pack: Document) -> None:
    spoken = {each["spoken"] for each in pack["traces"]}
    shown = {amount for text in strings(pack) for amount in MONEY.findall(text)}

    assert shown
    assert shown <= spoken


def test_no_figure_opens_to_a_person(pack: Document) -> None:
    registers = {row["register"] for one in pack["traces"] for row in rows_of(one["trace"])}

    assert registers
    assert registers.isdisjoint({"people", "absences", "accounts"})


def rows_of(trace: Document) -> Iterator[Document]:
    if trace["row"]:
        yield trace["row"]
    for arg in trace["args"]:
        yield from rows_of(arg)


def test_whatever_names_a_trace_shows_that_figure(pack: Document) -> None:
    spoken = {each["id"]: each["spoken"] for each in pack["traces"]}
    cells = [cell for table in blocks(pack, "table") for row in table["rows"] for cell in row["cells"]]
    bigs = [figure for block in blocks(pack, "figures") for figure in block["figures"]]

    assert [one for one in cells if one["trace"] and spoken[one["trace"]] != one["words"]] == []
    assert [one for one in bigs if one["trace"] and spoken[one["trace"]] != one["spoken"]] == []


def test_every_table_with_a_total_adds_up_to_the_cent(pack: Document) -> None:
    tables = [one for one in blocks(pack, "table") if one["rows"][-1]["kind"] == "total"]

    assert len(tables) >= 4
    for table in tables:
        *rows, total = table["rows"]
        for place, cell in enumerate(total["cells"]):
            parts = [row["cells"][place]["trace"] for row in rows]
            if cell["trace"]:
                assert sum(value_of(pack, one) for one in parts if one) == value_of(pack, cell["trace"])


def test_bars_stack_up_to_the_figure_beside_them(pack: Document) -> None:
    traces = [one for one in pack["traces"] if MONEY.fullmatch(one["spoken"])]
    by_spoken = {one["spoken"]: Decimal(str(one["trace"]["value"])) for one in traces}
    for bars in blocks(pack, "bars"):
        for bar in bars["bars"]:
            parts = (Decimal(str(value)) for value in bar["values"] if value is not None)
            assert sum(parts) == by_spoken[bar["spoken"]]


def test_page_one_fits_a_page(pack: Document) -> None:
    first = section(pack, "first")
    asks = blocks(pack, "asks", "first")[0]["asks"]
    big = blocks(pack, "figures", "first")[0]["figures"]

    assert len(asks) <= 5
    assert [each["type"] for each in blocks(pack, "pair", "first")[0]["charts"]] == ["bars", "curve"]
    assert len(big) == 4
    assert sum(len(block["items"]) for block in blocks(pack, "facts", "first")) <= 10
    assert first["title"] == pack["title"]


def test_the_dearest_to_wait_is_asked_first_and_all_asks_stand_somewhere(pack: Document) -> None:
    asks = [ask for block in blocks(pack, "asks") for ask in block["asks"]]
    loses = [Decimal(MONEY.findall(ask["loses"])[0][1:].replace(",", "")) for ask in asks]

    assert loses == sorted(loses, reverse=True)
    assert len({ask["proposal"] for ask in asks}) == len(asks)
    words = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    assert pack["title"].endswith(f"{words[len(asks)].title()} decisions are yours.")


def test_sentences_are_short(pack: Document) -> None:
    said = [block["words"] for kind in ("text", "bars", "curve", "quarters") for block in blocks(pack, kind)]
    said += [item["words"] for block in blocks(pack, "facts", "first") for item in block["items"]]
    said += [each["title"] for each in pack["sections"]] + [each["lead"] or "" for each in pack["sections"]]
    sentences = [one for text in said for one in re.split(r"(?<=[.?!])\s+(?=[A-Z])", text)]

    assert [one for one in sentences if len(one.split()) > LONGEST] == []


def test_nothing_embarrassing_is_said(pack: Document) -> None:
    said = "\n".join(strings(pack["sections"]))

    for word in ("None", "0 contracts", "no contracts", "  ", "..", "Decimal", "{", "None change"):
        assert word not in said, word


def test_only_words_that_are_used_are_explained(pack: Document) -> None:
    terms = {one["term"] for block in blocks(pack, "terms", "words") for one in block["items"]}

    assert "Notice day" in terms
    assert ("Draft" in terms) == ("draft" in "\n".join(strings(section(pack, "goals"))).casefold())


METALWORKS = pytest.mark.parametrize("each", [manufacturer.COMPANY], indirect=True, ids=["manufacturer"])


@METALWORKS
def test_an_accepted_goal_says_what_to_order_by_when_and_what_comes_late(
    each: Loaded, pack: Document
) -> None:
    assert section(pack, "goals")["title"] == "One plan is accepted; something comes late"
    orders = blocks(pack, "table", "goals")[0]["rows"]
    assert [cell["words"] for cell in orders[0]["cells"]][:2] == [
        "Mon 16 Nov",
        "Internet link, Dayton, 500 Mbit/s",
    ]
    assert "Internet link, Dayton works from Monday 11 January, needed by Monday 4 January" in facts_of(
        pack, "goals"
    )
    costs = {one["words"]: one["spoken"] for one in blocks(pack, "facts", "goals")[0]["items"]}
    assert (costs["Costs once"], costs["Costs a year"]) == ("$17,465", "$11,660")


@METALWORKS
def test_sections_that_are_left_out_are_absent(each: Loaded) -> None:
    found = told(each.owner, left_out=frozenset({"risk", "proposals", "words"}))

    assert {each["key"] for each in found["sections"]} == set(SECTIONS) - {"risk", "proposals", "words"}
    assert "Four smaller asks left out of this pack." in facts_of(found, "first")


@METALWORKS
def test_the_owners_hear_what_they_asked_about_a_proposal(each: Loaded) -> None:
    number, by = each.organisation_id, each.owner
    issued = issue(by, told(by))
    link = PackLink.objects.of(number).create(
        organisation_id=number, pack=issued, secret_hash="x" * 64, to_name="Ruth", made_at=NOW,
        made_by="Dana", expires_at=NOW,
    )  # fmt: skip
    PackAnswer.objects.of(number).create(
        organisation_id=number, pack=issued, link=link, proposal="wifi-lima", answer="asked",
        words="Why not in summer?", by_name="Ruth", at=NOW,
    )  # fmt: skip

    asks = {ask["proposal"]: ask for block in blocks(told(by), "asks") for ask in block["asks"]}

    assert (asks["wifi-lima"]["state"], asks["wifi-lima"]["said"]) == ("asked", "Ruth: Why not in summer?")
    assert asks["quoting-tool"]["state"] == "open"


def issue(by: Member, document: Document, days: int = 60) -> Pack:
    """Keep a pack as issued so many days ago."""
    day = TODAY - timedelta(days=days)
    return Pack.objects.of(by.organisation_id).create(
        organisation_id=by.organisation_id, number=6, kind="board", on=day, state="done", asked_at=NOW,
        asked_by="Dana", document={**document, "on": day.isoformat()},
    )  # fmt: skip


@METALWORKS
def test_the_next_pack_says_what_moved_since_what_was_decided_and_what_still_waits(
    each: Loaded,
) -> None:
    by, number = each.owner, each.organisation_id
    before = told(by)
    then = next(each for each in before["key_figures"] if each["key"] == "usual-loss")
    then["value"], then["spoken"] = 35_000, "$35,000"
    issue(by, before)
    Proposal.objects.of(number).filter(ref="wifi-lima").update(state="accepted")
    Decision.objects.of(number).create(
        organisation_id=number, ref="wifi", subject="Wi-Fi, Lima", outcome="approved", decided_by="Ruth",
        decided_on=TODAY - timedelta(days=3), created_at=NOW, changed_at=NOW,
    )  # fmt: skip

    found = told(by)

    since = next(each for each in blocks(found, "facts", "first") if str(each["title"]).startswith("Since"))
    said = [item["words"] for item in since["items"]]
    assert since["title"] == "Since pack 6, of Thursday 24 September"
    usual = next(each["spoken"] for each in found["key_figures"] if each["key"] == "usual-loss")
    assert f"A usual year of losses fell from $35,000 to {usual}." in said
    assert "Decided: Wi-Fi, Lima." in said
    assert any(one.startswith("Asked then and still open: ") for one in said)
    assert "Wi-Fi, Lima: approved" in said
    assert "Move the phones to the cloud: not doing" in said
    assert "Keep the ERP for three more years: approved" not in said


@METALWORKS
def test_years_are_called_as_the_organisation_calls_them(each: Loaded) -> None:
    number = each.organisation_id
    Brand.objects.of(number).create(organisation_id=number, year_label="FY", colour="#204080", paper="a4")

    found = told(each.owner)

    assert found["brand"] == {"colour": "#204080", "paper": "a4"}
    assert section(found, "budget")["title"].startswith("FY27 is proposed at ")
    assert blocks(found, "quarters", "roadmap")[0]["quarters"][0]["label"] == "Q4 FY26"
    assert "FY" in {one["term"] for one in blocks(found, "terms")[0]["items"]}


@METALWORKS
def test_an_executive_gets_the_owners_pack_and_a_requester_none(each: Loaded) -> None:
    house = Organisation.objects.get(pk=each.organisation_id)

    assert told(member_of(house, Role.EXECUTIVE)) == told(each.owner)
    with pytest.raises(NotAllowedError):
        told(member_of(house, Role.REQUESTER))


@METALWORKS
def test_it_says_what_it_is_at(each: Loaded) -> None:
    heard: list[str] = []

    board_document(by=each.owner, on=TODAY, now=NOW, progress=heard.append)

    assert [one for one in heard if one[0].isupper()] == [
        "Reading", "Simulating years", "Choosing", "Weighing proposals", "Composing",
    ]  # fmt: skip


def test_an_empty_house_is_told_in_one_line_each_what_would_fill_a_section(owner: Member) -> None:
    found = told(owner)

    jsonschema.validate(found, SCHEMA)
    assert tuple(each["key"] for each in found["sections"]) == SECTIONS
    assert [each["key"] for each in found["sections"] if each["blocks"] or not each["missing"]] == []
    assert all(len(each["missing"]) <= 110 and "\n" not in each["missing"] for each in found["sections"])
    assert found["traces"] == []


def test_a_house_with_one_decision_only_has_its_register_and_page_one(
    owner: Member, organisation: Organisation
) -> None:
    put(
        organisation, Decision, "erp", subject="Keep the ERP", outcome="approved", decided_by="Ruth",
        decided_on=TODAY,
    )  # fmt: skip

    found = told(owner)

    filled = {each["key"] for each in found["sections"] if each["blocks"]}
    assert filled == {"first", "decisions"}
    assert facts_of(found, "first") == ["Keep the ERP: approved"]


def test_another_house_says_nothing_of_this_one(
    owner: Member, organisation: Organisation, other_organisation: Organisation, member: MemberFactory
) -> None:
    put(
        other_organisation, Decision, "erp", subject="Their secret", outcome="approved", decided_by="X",
        decided_on=TODAY,
    )  # fmt: skip

    assert "Their secret" not in json.dumps(told(member(Role.IT)))
    assert "Their secret" in json.dumps(told(member_of(other_organisation, Role.OWNER)))
