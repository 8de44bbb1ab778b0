"""The best use of the money, what a cut loses, and the case for each proposal: rows in, documents out."""

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.store.models import HistoryEntry, Limit, Need, Option, Organisation, Proposal
from fullscore.usecases import budget
from fullscore.usecases.budget import periods, working
from fullscore.usecases.budget.options import hours_of, spends_of
from fullscore.usecases.budget.posing import posed
from fullscore.usecases.budget.tracing import spent
from fullscore.usecases.registers.values import NotThereError, RefusedError, StaleVersionError
from tests.conftest import NOW, TODAY, MemberFactory
from tests.usecases.proposing import put, world

SCHEMAS = Path(__file__).parents[2] / "docs/schemas"
_CENT = Decimal("0.01")


def fits(document: object, name: str) -> None:
    Draft202012Validator(json.loads((SCHEMAS / f"{name}.json").read_text())).validate(document)


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    world(organisation)
    return organisation


def chosen(owner: Member) -> Any:  # noqa: ANN401  a document
    return budget.choose(by=owner, on=TODAY)


def of(found: Any, ref: str) -> Any:  # noqa: ANN401  a document
    return next(each for each in found["proposals"] if each["ref"] == ref)


def codes(house: Organisation) -> dict[str, str]:
    return {each.code: say(each) for each in posed(house.pk, TODAY).findings}


def money(values: list[str]) -> Decimal:
    return sum((Decimal(each) for each in values), Decimal(0))


def test_years_begin_with_the_next_fiscal_one() -> None:
    calendar = periods.periods_after(TODAY, 1)
    assert (calendar.begin, calendar.year_names) == (date(2027, 1, 1), ("2027", "2028", "2029"))
    april = periods.periods_after(date(2027, 4, 1), 4)
    assert (april.begin, april.year_names[0]) == (date(2028, 4, 1), "2028/29")
    assert april.quarter_names[:5] == ("Q1 2028/29", "Q2 2028/29", "Q3 2028/29", "Q4 2028/29", "Q1 2029/30")
    assert periods.periods_after(TODAY, 1, date(2031, 1, 1)).years == 5


def test_a_window_says_which_quarters_it_may_start_in() -> None:
    plan = periods.periods_after(TODAY, 1)
    assert list(plan.starts(None, None)) == [0]
    assert list(plan.starts(date(2027, 4, 1), date(2027, 12, 31))) == [1, 2, 3]
    assert list(plan.starts(None, date(2027, 5, 1))) == [0, 1]
    assert list(plan.starts(date(2028, 7, 1), None)) == [6, 7]
    assert list(plan.starts(date(2027, 10, 1), date(2035, 1, 1))) == [3, 4, 5, 6, 7]
    assert not plan.starts(date(2030, 1, 1), None)
    assert not plan.starts(None, date(2026, 1, 1))


def test_what_an_option_costs_by_year_hangs_on_when_it_starts(house: Organisation) -> None:
    rows = posed(house.pk, TODAY).rows
    row = Option.objects.of(house.pk).get(ref="quoting-buy")
    # From the third quarter half of the running cost falls into the first year; year 2 begins with 2028.
    for start, costs in ((0, (6_000, 7_500, 6_000)), (2, (3_000, 7_500, 6_000)), (4, (0, 6_000, 7_500))):
        assert [int(each) for each in spends_of(rows, row, start, 3)] == list(costs)
    disks = Option.objects.of(house.pk).get(ref="copy-disk")
    assert [int(each) for each in hours_of(disks, 1)[:4]] == [0, 60, 60, 0]


def test_every_cost_opens_to_its_rows(house: Organisation) -> None:
    told = posed(house.pk, TODAY)
    for proposal in told.problem.proposals:
        for option in proposal.options:
            for year, amount in enumerate(option.spends):
                assert spent(told.rows, option, year).value == amount


def test_a_choice_keeps_its_limits_and_sums_to_the_cent(house: Organisation, owner: Member) -> None:
    found = chosen(owner)
    fits(found, "choice")
    assert found["status"] == "proven"
    assert found["clash"] is None
    spends = [
        money([row["spends"][year] for row in found["proposals"] if row["spends"]]) for year in range(3)
    ]
    assert [Decimal(each) for each in found["spends"]] == spends
    assert all(amount <= Decimal(limit) for amount, limit in zip(spends, found["budgets"], strict=True))
    assert Decimal(found["value"]) == (
        Decimal(found["goal_value"]) + Decimal(found["cost_avoided"]) - Decimal(found["loss"])
    )
    assert money([each["amount"] for each in found["by_purpose"].values()]) == Decimal(found["total"])
    (floor,) = found["floors"]
    assert floor["taken"] >= floor["share"]
    assert of(found, "keys")["is_in"]
    assert of(found, "keys")["is_mandatory"]
    assert not of(found, "quoting")["is_in"] or of(found, "link")["is_in"]
    assert all(each["sentence"] for each in found["proposals"])
    assert Decimal(found["loss"]) < Decimal(found["loss_now"])


def test_a_declined_proposal_is_left_out_and_an_accepted_one_is_done(
    house: Organisation, owner: Member
) -> None:
    assert codes(house)["budget-proposal-declined"] == (
        "New intranet was declined and is left out. Open it again to weigh it."
    )
    Proposal.objects.of(house.pk).filter(ref="room").update(state="accepted")
    found = chosen(owner)
    assert of(found, "room")["is_in"]
    assert of(found, "room")["state"] == "accepted"
    assert "gone" not in {each["ref"] for each in found["proposals"]}


def test_what_needs_something_left_out_is_left_out_too(house: Organisation, owner: Member) -> None:
    Proposal.objects.of(house.pk).filter(ref="link").update(state="declined")
    assert codes(house)["budget-need-left-out"].startswith(
        "Quoting tool needs Second link, which is left out"
    )
    assert not of(chosen(owner), "quoting")["is_in"]


def test_what_starts_in_no_quarter_or_has_no_way_is_named(house: Organisation) -> None:
    Proposal.objects.of(house.pk).filter(ref="quoting").update(
        starts_from=date(2040, 1, 1), starts_until=None
    )
    put(house, Proposal, "idea", name="An idea")
    found = codes(house)
    assert "starts in none of the quarters" in found["budget-proposal-outside"]
    assert "nobody has written a way" in found["budget-proposal-without-way"]


def test_limits_that_clash_are_named_in_words(house: Organisation, owner: Member) -> None:
    Limit.objects.of(house.pk).filter(ref="b-27").update(amount=Decimal(100))
    found = chosen(owner)
    fits(found, "choice")
    assert found["status"] == "impossible"
    assert found["value"] is None
    assert {each["key"] for each in found["clash"]["rules"]} == {"budget:0", "mandatory:keys"}
    with pytest.raises(RefusedError, match="Your limits cannot hold together") as refused:
        budget.cut(by=owner, on=TODAY, amount=Decimal(10))
    assert refused.value.findings[0].code == "budget-nothing-chosen"


def test_what_cannot_be_meant_is_refused_before_anybody_works(house: Organisation, owner: Member) -> None:
    Proposal.objects.of(house.pk).filter(ref="room").update(is_mandatory=True)
    put(
        house, Need, "n-2", how="excludes", proposal=Proposal.objects.of(house.pk).get(ref="room"),
        other_proposal=Proposal.objects.of(house.pk).get(ref="keys"),
    )  # fmt: skip
    for door in (chosen, lambda by: budget.ask(by=by, kind="choose", on=TODAY, now=NOW)):
        with pytest.raises(RefusedError) as refused:
            door(owner)
        assert refused.value.findings[0].code == "budget-mandatory-exclusive"


def test_a_pin_has_its_price_and_is_taken_back(house: Organisation, owner: Member) -> None:
    free = chosen(owner)
    assert not of(free, "room")["is_in"]
    done = budget.pin(by=owner, ref="room-full", pin="pinned", version=1, on=TODAY, now=NOW)
    fits(budget.pinned_document(done), "pin")
    row = Option.objects.of(house.pk).get(ref="room-full")
    assert (row.pinned_by, row.pinned_on) == (owner.name, TODAY)
    pinned = chosen(owner)
    (price,) = pinned["prices"]
    assert of(pinned, "room")["is_in"]
    assert price["option"] == "room-full"
    assert abs(Decimal(price["price"]) - (Decimal(free["value"]) - Decimal(pinned["value"]))) <= _CENT
    assert done.entry is not None
    back = budget.take_back(by=owner, ref="room-full", entry=done.entry, now=NOW)
    assert back.pin == "free"
    assert not of(chosen(owner), "room")["is_in"]


def test_a_pin_meets_somebody_elses_change_and_nonsense(house: Organisation, owner: Member) -> None:
    with pytest.raises(StaleVersionError):
        budget.pin(by=owner, ref="room-full", pin="pinned", version=7, on=TODAY, now=NOW)
    with pytest.raises(RefusedError) as refused:
        budget.pin(by=owner, ref="room-full", pin="maybe", version=None, on=TODAY, now=NOW)
    assert refused.value.findings[0].code == "budget-pin-unknown"
    with pytest.raises(NotThereError):
        budget.pin(by=owner, ref="nothing", pin="pinned", version=None, on=TODAY, now=NOW)
    assert budget.pin(by=owner, ref="room-full", pin="free", version=None, on=TODAY, now=NOW).entry is None
    entry = HistoryEntry.objects.of(house.pk).create(
        organisation=house, register="options", row_id=Option.objects.of(house.pk).get(ref="room-full").pk,
        ref="room-full", action="changed", changes={"name": ["a", "b"]}, at=NOW, by_name="x",
    )  # fmt: skip
    with pytest.raises(RefusedError) as overtaken:
        budget.take_back(by=owner, ref="room-full", entry=entry.pk, now=NOW)
    assert overtaken.value.findings[0].code == "budget-pin-overtaken"


def test_a_cut_says_what_falls_out_and_sums(house: Organisation, owner: Member) -> None:
    found: Any = budget.cut(by=owner, on=TODAY, amount=Decimal(5_000))
    fits(found, "cut")
    assert money([each["saved"] for each in found["lines"]]) == Decimal(found["saved"]) >= 5_000
    assert money([each["lost"] for each in found["lines"]]) == Decimal(found["lost"]) >= 0
    before, after = found["before"], found["after"]
    assert Decimal(before["value"]) - Decimal(after["value"]) == Decimal(found["lost"])
    assert Decimal(after["spends"][0]) <= Decimal(found["budget"])
    kept = {each["ref"]: each["sentence"] for each in found["kept"]}
    assert "without it a year is" in kept["copy"]
    values: dict[str, Any] = {"name": "A", "without": Decimal(5), "instead": None, "currency": "USD"}
    words = say(Finding("budget-cut-keeps", Subject("proposals", "a"), values))
    assert words == "A stays: without it a year is $5 worse, and the rest cannot do without it."
    # What went had nothing to do with losses that have a tail, so the same dice tell the same or worse.
    assert float(found["tail"]["after"]["mean"]) >= float(found["tail"]["before"]["mean"])


def test_more_money_is_never_worse(house: Organisation, owner: Member) -> None:
    found: Any = budget.cut(by=owner, on=TODAY, amount=Decimal(9_000), is_more=True)
    fits(found, "cut")
    assert found["is_more"]
    assert Decimal(found["gained"]) >= 0
    assert money([each["saved"] for each in found["lines"]]) == -Decimal(found["spent"])


def test_amounts_and_years_nobody_can_mean_are_refused(house: Organisation, owner: Member) -> None:
    for amount, code in (
        ("0", "budget-amount-unread"), ("-5", "budget-amount-unread"), ("NaN", "budget-amount-unread"),
        ("9999999", "budget-cut-too-much"),
    ):  # fmt: skip
        with pytest.raises(RefusedError) as refused:
            budget.cut(by=owner, on=TODAY, amount=Decimal(amount))
        assert refused.value.findings[0].code == code
        assert say(refused.value.findings[0])
    with pytest.raises(RefusedError) as year:
        budget.frontier(by=owner, on=TODAY, year=7)
    assert year.value.findings[0].code == "budget-year-unread"
    with pytest.raises(RefusedError) as kind:
        budget.ask(by=owner, kind="guess", on=TODAY, now=NOW)
    assert kind.value.findings[0].code == "budget-kind-unknown"


def test_the_frontier_rises_and_holds_the_plan(house: Organisation, owner: Member) -> None:
    found: Any = budget.frontier(by=owner, on=TODAY)
    fits(found, "frontier")
    values = [Decimal(each["value"]) for each in found["points"]]
    assert values == sorted(values)
    assert len(set(values)) == len(values)
    plan = next(each for each in found["points"] if each["is_plan"])
    assert plan["value"] == found["plan"]["value"] == chosen(owner)["value"]
    assert Decimal(found["impossible"][0]) == 0


def test_a_bad_year_the_owners_set_shows_the_best_examined_or_says_there_is_none(
    house: Organisation, owner: Member
) -> None:
    now = float(
        next(each for each in chosen(owner)["tail"]["now"]["points"] if each["one_in"] == 10)["value"]
    )
    row = put(
        house, Limit, "bad", name="A bad year", kind="bad year", one_in_years=10, amount=Decimal(round(now))
    )
    found = chosen(owner)
    fits(found, "choice")
    tail = found["tail"]
    assert tail["limit"]["one_in"] == 10
    assert tail["count"] == len(tail["examined"])
    shown = tail["examined"][(tail["shown"] or 1) - 1]
    assert shown["keeps_limit"]
    Limit.objects.of(house.pk).filter(pk=row.pk).update(amount=Decimal(1))
    unmet = chosen(owner)
    assert "budget-bad-year-unmet" in {each["code"] for each in unmet["findings"]}


def test_a_case_stands_at_once_and_gets_its_curves_from_a_worker(house: Organisation, owner: Member) -> None:
    found: Any = budget.case(by=owner, ref="copy", on=TODAY)
    fits(found, "business-case")
    assert found["curves"] is None
    assert len(found["years"]) == 5
    assert {each["ref"] for each in found["options"]} == {"copy:nothing", "copy-cloud", "copy-disk"}
    cloud = next(each for each in found["options"] if each["ref"] == "copy-cloud")
    assert Decimal(cloud["total"]) == money(cloud["spends"]) == 5 * 7_300
    assert Decimal(cloud["avoided"]) == Decimal(cloud["loss_before"]) - Decimal(cloud["loss_after"]) > 0
    budget.ask(by=owner, kind="case", ref="copy", on=TODAY, now=NOW)
    work()
    again: Any = budget.case(by=owner, ref="copy", on=TODAY)
    fits(again, "business-case")
    assert again["curves"] is not None
    assert len(again["curves"]["options"]) == 3
    # A case is also made for what was declined: it may be opened again.
    assert budget.case(by=owner, ref="gone", on=TODAY)["state"] == "declined"
    with pytest.raises(NotThereError):
        budget.case(by=owner, ref="nothing", on=TODAY)


def test_what_must_be_true_stands_one_a_line(house: Organisation, owner: Member) -> None:
    found: Any = budget.case(by=owner, ref="quoting", on=TODAY)
    (way,) = (each for each in found["options"] if not each["is_nothing"])
    assert way["must_be_true"] == ["Sales uses it", "Nine quotes a week"]


def test_money_is_worth_less_later_by_what_the_settings_say(house: Organisation, owner: Member) -> None:
    def npv() -> Decimal:
        found: Any = budget.case(by=owner, ref="room", on=TODAY)
        return next(Decimal(each["npv"]) for each in found["options"] if not each["is_nothing"])

    before = npv()
    Organisation.objects.filter(pk=house.pk).update(discount_percent=Decimal(20))
    assert npv() < before


def work() -> None:
    for key in working.stale(now=NOW):
        working.advance(key=key, clock=lambda: NOW)


def test_the_same_asked_of_the_same_rows_is_answered_at_once(house: Organisation, owner: Member) -> None:
    asked = budget.ask(by=owner, kind="choose", on=TODAY, now=NOW)
    assert asked.is_open
    assert budget.ask(by=owner, kind="choose", on=TODAY, now=NOW).number == asked.number
    fits(budget.run_document(asked), "budget-run")
    work()
    done = budget.ask(by=owner, kind="choose", on=TODAY, now=NOW + timedelta(days=1))
    assert (done.number, done.state) == (asked.number, "done")
    fits(budget.run_document(done), "budget-run")
    board = budget.board(by=owner, on=TODAY, now=NOW)
    assert board.document == done.document
    assert not board.is_old
    Option.objects.of(house.pk).filter(ref="room-full").update(goal_value=Decimal(99_000))
    assert budget.board(by=owner, on=TODAY, now=NOW).is_old
    assert budget.answer(by=owner, kind="choose", on=TODAY).is_old
    assert budget.ask(by=owner, kind="choose", on=TODAY, now=NOW).number != asked.number


def test_two_cuts_are_two_questions(house: Organisation, owner: Member) -> None:
    one, other = (
        budget.ask(by=owner, kind="cut", amount=Decimal(each), on=TODAY, now=NOW)
        for each in ("5000", "5000.00")
    )
    assert one.number == other.number
    more = budget.ask(by=owner, kind="cut", amount=Decimal(5000), is_more=True, on=TODAY, now=NOW)
    assert more.number != one.number
    work()
    assert {budget.run(by=owner, number=each.number).state for each in (one, more)} == {"done"}


def test_a_refusal_in_the_background_is_told_in_words(house: Organisation, owner: Member) -> None:
    asked = budget.ask(by=owner, kind="cut", amount=Decimal(999_999), on=TODAY, now=NOW)
    work()
    failed = budget.run(by=owner, number=asked.number)
    assert failed.state == "failed"
    assert "cannot be cut from it" in failed.error


def test_nothing_proposed_is_an_answer(organisation: Organisation, owner: Member) -> None:
    assert budget.board(by=owner, on=TODAY, now=NOW).is_empty
    found = chosen(owner)
    fits(found, "choice")
    assert found["proposals"] == []
    assert Decimal(found["value"]) == 0


def test_who_sees_no_money_asks_nothing_and_who_only_reads_pins_nothing(
    house: Organisation, member: MemberFactory
) -> None:
    with pytest.raises(NotAllowedError):
        budget.board(by=member(Role.REQUESTER), on=TODAY, now=NOW)
    with pytest.raises(NotAllowedError):
        budget.ask(by=member(Role.REQUESTER), kind="choose", on=TODAY, now=NOW)
    executive = member(Role.EXECUTIVE)
    assert budget.ask(by=executive, kind="cut", amount=Decimal(20_000), on=TODAY, now=NOW).is_open
    with pytest.raises(NotAllowedError):
        budget.pin(by=executive, ref="room-full", pin="pinned", version=None, on=TODAY, now=NOW)
