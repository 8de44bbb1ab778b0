"""The page Today as people meet it: the answer, its lines, where they lead, and what is done about one."""

import html
import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client

from fullscore.engine.registers.access import Member, Role
from fullscore.store.models import Decision, KeptFinding, TodayRun, User
from fullscore.usecases import imports, registers, today
from tests.conftest import NOW, TODAY, MemberFactory

HOME = "/o/harbor-mill/"
PAGE = f"{HOME}today/"
LATER = NOW + timedelta(minutes=2)
RENEWALS = (
    "Vendor,Product,Contract Start,Renewal Date,Notice Deadline,Auto Renew,Annual Cost,Owner\n"
    "Acme ISP,Fiber 500,2024-01-01,2027-01-01,2026-11-26,Yes,7188.00,Dana\n"
    "CDW,=Support,2024-05-01,2027-10-31,,No,900,Dana\n"
)


def browser(member: Member) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=member.user_id))
    return client


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def bring(owner: Member, name: str, text: str) -> None:
    imports.bring_in(by=owner, file_name=name, content=text.encode(), clock=lambda: NOW)


def work_out(owner: Member) -> None:
    assert today.work_out(organisation_id=owner.organisation_id, now=LATER)


def add(owner: Member, register: str, **values: object) -> None:
    registers.save(by=owner, register=register, ref=None, version=None, now=NOW, values=values)


@pytest.fixture
def mill(owner: Member) -> Member:
    """A place with contracts and things in it, worked out."""
    terms = {"renewal": "tacit", "initial_months": "12", "renewal_months": "12", "notice": "1"}
    add(owner, "contracts", name="Fiber 500", ends_on="2026-12-31", price="7188", period="year", **terms)
    add(owner, "contracts", name="=Support", price="900", period="year")
    add(owner, "models", name="Laptop 14", category="laptop")
    for number, day in ((1, "2026-12-03"), (2, "2027-01-20")):
        add(
            owner, "items", name=f"LT-{number}", model="laptop-14", status="in use", cost="1400",
            warranty_ends_on=day,
        )  # fmt: skip
    work_out(owner)
    return owner


def kept(owner: Member) -> list[KeptFinding]:
    return list(KeptFinding.objects.of(owner.organisation_id).filter(rank__isnull=False).order_by("rank"))


def price(row: KeptFinding, cost: str, *, group: int = 1, hours: str = "2") -> KeptFinding:
    """Make a finding cost so much a week, as if its figures were in the lists."""
    row.cost, row.group, row.hours = Decimal(cost), group, Decimal(hours)
    part = {"figure": None, "unit": None, "op": None, "args": [], "row": None}
    months = {**part, "value": 12, "unit": "months", "note": "months of the new term"}
    a_month = {**part, "value": float(cost) / 12, "unit": "money", "note": "a month"}
    row.document |= {
        "reason": "renews",
        "cost_trace": {**part, "value": float(cost), "op": "product", "args": [months, a_month], "note": ""},
    }
    row.save()
    return row


def test_who_plans_begins_the_day_with_what_there_is_to_do(mill: Member) -> None:
    landed = browser(mill).get(HOME)

    assert landed.status_code == 302
    assert landed.headers["Location"] == PAGE


def test_who_may_not_plan_keeps_a_first_page_of_their_own(mill: Member, member: MemberFactory) -> None:
    requester = browser(member(Role.REQUESTER))

    assert requester.get(HOME).status_code == 200
    assert requester.get(PAGE).status_code == 403
    assert "today/" not in requester.get(HOME).text


def test_the_page_is_called_by_its_answer(mill: Member) -> None:
    rows = kept(mill)

    page = browser(mill).get(PAGE).text

    title = re.search(r"<h1>([^<]*)</h1>", page)
    assert title is not None
    assert re.fullmatch(r"(\w+) things? this week", title[1])
    assert "Monday 23 November" in page
    for row in rows[:3]:
        assert html.escape(row.document["title"], quote=True).replace("&quot;", "&quot;") in page


def test_the_navigation_counts_the_lines_of_this_week_on_every_page(mill: Member) -> None:
    shown = len(today.today(by=mill, on=TODAY, now=LATER).lines)

    for address in (PAGE, f"{HOME}estate/items/"):
        assert f'<span class="count">{shown}<' in browser(mill).get(address).text


def test_a_notice_says_what_by_when_and_where_it_is_done(mill: Member) -> None:
    page = browser(mill).get(PAGE).text

    assert "Fiber 500" in words(page)
    assert 'href="/o/harbor-mill/vendors/renewals/fiber-500/"' in page


def test_every_button_of_every_line_leads_to_a_page(mill: Member) -> None:
    client = browser(mill)
    pages = client.get(PAGE).text + client.get(f"{PAGE}?show=rest").text
    lines = re.findall(r'<li class="line".*?</li>\n', pages, re.DOTALL)
    doors = [re.search(r'class="do"><a class="btn[^"]*" href="([^"]+)"', line) for line in lines]
    fields = re.findall(r'<a href="([^"]+)" aria-label="Fill in', pages)

    assert len(lines) == len(kept(mill)) > 3
    assert all(doors)
    for address in {*(html.unescape(door[1]) for door in doors if door), *map(html.unescape, fields)}:
        assert client.get(address).status_code == 200, address


def test_one_button_is_filled_and_stands_on_the_dearest(mill: Member) -> None:
    rows = kept(mill)
    price(rows[0], "120")
    price(rows[1], "9840")

    page = browser(mill).get(PAGE).text

    assert page.count("btn-primary") == 1
    line = re.search(rf'id="line-{rows[1].pk}".*?</li>', page, re.DOTALL)
    assert line is not None
    assert "btn-primary" in line[0]
    assert "$9,840" in line[0]
    assert "renews, certain" in words(line[0])
    assert 'width="100" height="3"' in line[0]


def test_every_figure_opens_to_its_sum(mill: Member) -> None:
    price(kept(mill)[0], "9840")

    page = browser(mill).get(PAGE).text

    opened = set(re.findall(r'popovertarget="([^"]+)"', page))
    assert {f"sum-{kept(mill)[0].pk}", "cost"} <= opened <= {*re.findall(r'id="([^"]+)"', page)}
    assert "12 months of the new term × $820 a month = $9,840 one more week" in words(page)  # noqa: RUF001  the sign people read


def test_what_nobody_can_price_says_so_and_names_the_field_that_would(mill: Member) -> None:
    unpriced = [row for row in kept(mill) if row.cost is None and row.document["missing"]]

    page = browser(mill).get(PAGE).text

    assert unpriced
    assert '<span class="chip unknown">not priced</span>' in page
    assert "$0" not in words(page)
    assert f"fill in: {unpriced[0].document['missing']['label']}" in words(page)


def test_a_loss_that_stands_in_another_line_is_referred_to(mill: Member) -> None:
    first, second = kept(mill)[:2]
    price(first, "9840")
    second.cost = None
    second.document |= {"counted_in": {"code": first.code, "register": first.register, "ref": first.ref}}
    second.save()
    run = TodayRun.objects.get(organisation_id=mill.organisation_id)
    run.summary |= {"counted": [f"{second.code} {second.register} {second.ref}"]}
    run.save()

    said = words(browser(mill).get(PAGE).text)

    assert f"counted in {first.document['title']}" in said
    assert f"{len(kept(mill)) - 2} not priced" in said


def test_more_than_a_week_says_so_and_what_to_drop(mill: Member) -> None:
    for row, cost in zip(kept(mill)[:3], ("500", "400", "300"), strict=True):
        price(row, cost, hours="6")
    run = TodayRun.objects.get(organisation_id=mill.organisation_id)
    run.summary |= {"free": "8"}
    run.save()

    said = words(browser(mill).get(PAGE).text)

    assert "More than a week: three things" in said
    assert "They take 18 h of your" in said
    assert f"or drop {kept(mill)[1].document['title']} or {kept(mill)[2].document['title']}" in said


def test_what_is_snoozed_leaves_the_list_and_undo_brings_it_back(mill: Member) -> None:
    client, row = browser(mill), kept(mill)[0]

    done = client.post(f"{PAGE}{row.pk}/snooze/", {"until": "2026-11-30"}, follow=True).text

    assert f"Snoozed until Mon 30 Nov: {html.escape(row.document['title'])}." in done
    assert f'id="line-{row.pk}"' not in done
    assert f'action="{PAGE}{row.pk}/reopen/"' in done
    shelf = client.get(f"{PAGE}?show=snoozed").text
    assert f'id="line-{row.pk}"' in shelf
    assert "until Mon 30 Nov" in words(shelf)
    assert f'id="line-{row.pk}"' in client.post(f"{PAGE}{row.pk}/reopen/", follow=True).text


def test_a_line_can_wait_until_something_changes(mill: Member) -> None:
    client, row = browser(mill), kept(mill)[0]

    client.post(f"{PAGE}{row.pk}/snooze/", {"until": "change"})

    assert "until something changes" in words(client.get(f"{PAGE}?show=snoozed").text)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"until": "day", "day": "soon"}, "soon is not a day"),
        ({"until": "day", "day": ""}, "Say until which day"),
        ({"until": "2026-11-20"}, "20 November"),
    ],
)
def test_a_day_that_does_not_fit_is_refused_in_words(mill: Member, sent: dict[str, str], said: str) -> None:
    client, row = browser(mill), kept(mill)[0]

    answer = client.post(f"{PAGE}{row.pk}/snooze/", sent)

    assert answer.status_code == 422
    assert said in words(answer.text)
    assert f'id="line-{row.pk}"' in client.get(PAGE).text


def test_a_line_is_handed_over_and_says_to_whom(mill: Member, member: MemberFactory) -> None:
    client, row, other = browser(mill), kept(mill)[0], member(Role.IT)
    assert other.name in client.get(f"{PAGE}{row.pk}/").text

    handed = client.post(f"{PAGE}{row.pk}/assign/", {"user": str(other.user_id)}, follow=True).text

    assert f"with {other.name}" in words(handed)
    undo = re.search(r'action="([^"]+/assign/\?user=)"', handed)
    assert undo is not None
    assert f"with {other.name}" not in words(client.post(undo[1], follow=True).text)


def test_what_is_done_is_counted_and_can_be_put_back(mill: Member) -> None:
    client, row = browser(mill), kept(mill)[0]

    page = client.post(f"{PAGE}{row.pk}/done/", follow=True).text

    assert "1 done this week" in words(page)
    assert "Put it back" in client.get(f"{PAGE}?show=done").text


def test_not_doing_it_needs_a_reason_and_becomes_a_decision(mill: Member) -> None:
    client, row = browser(mill), kept(mill)[0]

    assert client.post(f"{PAGE}{row.pk}/decline/", {"reason": " "}).status_code == 422
    client.post(f"{PAGE}{row.pk}/decline/", {"reason": "Too small to bother", "decided_by": "Ruth Morrow"})

    told = words(client.get(f"{PAGE}?show=declined").text)
    assert "Not doing it: Too small to bother (said by Owner on 23 November)" in told
    (decision,) = Decision.objects.of(mill.organisation_id)
    assert (decision.outcome, decision.decided_by, decision.decided_on) == ("not doing", "Ruth Morrow", TODAY)
    assert client.get(f"{PAGE}decisions/").status_code == 200


def test_two_who_act_at_once_are_told(mill: Member) -> None:
    client, row = browser(mill), kept(mill)[0]
    shown = str(row.version)
    client.post(f"{PAGE}{row.pk}/done/", {"version": shown})

    late = client.post(f"{PAGE}{row.pk}/snooze/", {"until": "2026-11-30", "version": shown})

    assert late.status_code == 409
    assert KeptFinding.objects.of(mill.organisation_id).get(pk=row.pk).state == "done"


def test_who_only_reads_gets_the_lines_without_the_dots(mill: Member, member: MemberFactory) -> None:
    row = kept(mill)[0]
    reader = browser(member(Role.EXECUTIVE))

    page = reader.get(PAGE).text

    assert html.escape(row.document["title"]) in page
    assert "Snooze, hand over or decline" not in page
    assert "Not now, or not you?" not in reader.get(f"{PAGE}{row.pk}/").text
    assert reader.post(f"{PAGE}{row.pk}/done/").status_code == 403


def test_the_menu_is_there_without_a_script(mill: Member) -> None:
    row = kept(mill)[0]

    page = browser(mill).get(PAGE).text

    assert f'<a class="btn" href="{PAGE}{row.pk}/">Snooze, hand over or decline</a>' in page
    forms = re.findall(rf'action="{PAGE}{row.pk}/(\w+)/"', browser(mill).get(f"{PAGE}{row.pk}/").text)
    assert forms == ["snooze", "assign", "done", "decline"]


def test_the_first_working_out_is_waited_for_and_then_shown(owner: Member) -> None:
    client = browser(owner)
    bring(owner, "renewals.csv", RENEWALS)

    early = client.get(PAGE).text
    assert "Working out this week" in words(early)
    assert 'hx-get="/o/harbor-mill/today/state/?first=yes" hx-trigger="every 2s"' in early
    assert "HX-Refresh" not in client.get(f"{PAGE}state/?first=yes").headers

    work_out(owner)

    assert client.get(f"{PAGE}state/?first=yes").headers["HX-Refresh"] == "true"
    assert "Fiber 500" in words(client.get(PAGE).text)


def test_a_change_is_said_until_it_is_worked_in(mill: Member) -> None:
    client = browser(mill)
    assert "being worked out anew" not in client.get(PAGE).text
    registers.save(by=mill, register="items", ref=None, version=None, now=LATER, values={"name": "New one"})

    assert "it is being worked out anew" in words(client.get(PAGE).text)


def test_a_working_out_that_failed_says_why_and_of_when_the_list_is(mill: Member) -> None:
    TodayRun.objects.filter(organisation_id=mill.organisation_id).update(error="The disk was full.")

    said = words(browser(mill).get(PAGE).text)

    assert "The last working out did not succeed. The disk was full. What stands here is of" in said


def test_nothing_to_do_looks_like_it(mill: Member) -> None:
    client = browser(mill)
    for row in kept(mill):
        client.post(f"{PAGE}{row.pk}/done/")

    page = client.get(PAGE).text

    assert "<h1>Nothing to do this week</h1>" in page
    assert "All done for this week" in page
    assert f"{len(kept(mill))} done this week" in words(page)


def test_how_fresh_it_all_is_stands_beside_it(mill: Member) -> None:
    said = words(browser(mill).get(PAGE).text)

    for part in ("How fresh is this?", "Nightly check", "Worker", "Verified backup none yet", "Weekly mail"):
        assert part in said
    assert "Closed Thanksgiving Day Thu 26 Nov" in said


def test_the_list_goes_out_as_a_file_and_runs_in_no_spreadsheet(mill: Member) -> None:
    row = kept(mill)[0]
    answer = browser(mill).get(f"{PAGE}today.csv")

    lines = answer.content.decode("utf-8-sig").splitlines()

    assert answer.headers["Content-Disposition"] == 'attachment; filename="today-2026-11-23.csv"'
    assert len(lines) == len(kept(mill)) + 1
    assert row.document["title"] in lines[1].replace('""', '"')
    assert not any(cell.startswith(("=", "+", "@")) for line in lines for cell in line.split(","))


def test_another_day_is_worked_out_for_whoever_asks(mill: Member) -> None:
    later = browser(mill).get(f"{PAGE}?on=2027-06-01").text

    assert "Tuesday 1 June" in later
    assert TodayRun.objects.get(organisation_id=mill.organisation_id).on == date(2026, 11, 23)


def test_names_from_a_file_are_shown_and_never_run(owner: Member) -> None:
    bring(owner, "renewals.csv", RENEWALS.replace("Fiber 500", "<b>Bold</b>"))
    work_out(owner)

    assert "<b>Bold</b>" not in browser(owner).get(PAGE).text
