"""Until when makers support what an item names: whole words and numbers, nothing where two things fit."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.support_ends import noticing
from fullscore.engine.estate.support_ends.facts import EndFact, at_latest
from fullscore.engine.estate.support_ends.merging import Fetched, merged
from fullscore.engine.estate.support_ends.recognising import read
from fullscore.engine.estate.support_ends.shipped import AS_OF, SHIPPED
from fullscore.engine.findings.sentences_en import say

ON = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "called", "day"),
    [
        ("Windows 11 Pro 10.0.22631.3007", "Windows 11 23H2 (Home, Pro)", "2025-11-11"),
        ("Microsoft Windows 11 Enterprise 24H2", "Windows 11 24H2 (Enterprise, Education)", "2027-10-12"),
        ("Windows 10.0.19045.4291", "Windows 10 22H2", "2025-10-14"),
        ("Windows 7 Professional", "Windows 7", "2020-01-14"),
        ("Windows Server 2012 R2 Standard", "Windows Server 2012 R2", "2023-10-10"),
        ("Windows Server 2019 Datacenter 10.0.17763", "Windows Server 2019", "2029-01-09"),
        ("Ubuntu 22.04.3 LTS", "Ubuntu 22.04", "2027-04-01"),
        ("Debian GNU/Linux 12 (bookworm)", "Debian 12", "2026-07-11"),
        ("SUSE Linux Enterprise Server 15 SP5", "SUSE Linux Enterprise Server 15.5", "2024-12-31"),
        ("macOS 13.6.4", "macOS 13", "2025-09-15"),
        ("VMware ESXi-7.0U3n", "VMware ESXi 7.0", "2025-10-02"),
        ("FortiGate 60F, FortiOS v7.2.8-build1639", "FortiOS 7.2", "2026-09-30"),
        ("PostgreSQL 14.9", "PostgreSQL 14", "2026-11-12"),
        ("Microsoft SQL Server Standard 2016 (64-bit)", "SQL Server 2016", "2026-07-14"),
        ("Microsoft Office Professional Plus 2019", "Office 2019", "2025-10-14"),
        ("Surface Pro 7+", "Surface Pro 7+", "2027-01-15"),
        ("Surface Pro 7 for Business", "Surface Pro 7", "2025-10-30"),
        ("QuickBooks Desktop Pro 2023", "QuickBooks Desktop 2023", "2026-05-31"),
    ],
)  # fmt: skip
def test_what_people_write_names_one_release(text: str, called: str, day: str) -> None:
    (fact,) = read(text, SHIPPED).facts

    assert (fact.called, fact.ends_on) == (called, date.fromisoformat(day))
    assert fact.source.startswith("https://")


@pytest.mark.parametrize(
    "text",
    [
        "", "Windows 11", "Windows", "Windows 10 Enterprise LTSC 10.0.19044", "Windows 10 IoT 21H2",
        "Cisco IOS 15.2(4)E", "IOS 15.2", "iOS/iPadOS 17.5", "Ubuntu 22.0", "Ubuntu", "MySQL 8",
        "MySQL Workbench 8.0.36", "CentOS Stream 8", "Office 365", "Surface Pro", "Surface Dock 2",
        "Windows Subsystem for Linux 2", "Debianesque 12", "Exchange Online 2019", ".NET Framework 3.1",
        "Server 2012 in room Debian", "RHELX 8",
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_unknown(text: str) -> None:
    assert read(text, SHIPPED).facts == ()


def test_a_build_without_its_edition_is_unclear_and_both_days_are_named() -> None:
    found = read("Windows 10.0.26100.2033", SHIPPED)

    assert found.facts == ()
    assert [fact.ends_on for fact in found.unclear[0]] == [date(2026, 10, 13), date(2027, 10, 12)]


def test_two_products_in_one_text_are_both_read() -> None:
    facts = read("SQL Server 2016 on Windows Server 2022", SHIPPED).facts
    assert {fact.called for fact in facts} == {"SQL Server 2016", "Windows Server 2022"}


def test_every_shipped_fact_has_its_own_key_and_a_source() -> None:
    keys = [(product.key, each.key) for product in SHIPPED for each in product.releases]

    assert len(SHIPPED) >= 55
    assert len(keys) == len(set(keys))
    assert all(product.source.startswith("https://") for product in SHIPPED)


NUMBERED = [
    (product.names[0].removeprefix("="), each.key, product.name)
    for product in SHIPPED
    if product.is_open and product.key != "sles"
    for each in product.releases
    if each.key.replace(".", "").isdigit()
]


@given(st.sampled_from(NUMBERED), st.integers(0, 99))
def test_a_patch_of_a_release_is_that_release_or_a_longer_one(told: tuple[str, str, str], patch: int) -> None:
    """An oracle by hand: the longest known number that the version begins with, part by part."""
    name, key, product = told
    version = f"{key}.{patch}"
    shipped = next(each for each in SHIPPED if each.name == product)
    parts = version.split(".")
    fits = [each.key for each in shipped.releases if each.key.split(".") == parts[: each.key.count(".") + 1]]

    facts = read(f"{name} {version}", [shipped]).facts

    assert [fact.release for fact in facts] == [max(fits, key=lambda each: each.count("."))]


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = read(text, SHIPPED)
    assert all(len(choices) > 1 for choices in found.unclear)


AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_what_was_fetched_counts_when_it_is_newer_and_says_whose_it_is() -> None:
    site = "https://endoflife.date/ubuntu"
    told = [
        Fetched("ubuntu", "22.04", date(2027, 6, 1), site, AT),
        Fetched("ubuntu", "26.10", date(2027, 7, 8), site, AT),
    ]
    now = merged(SHIPPED, told, AS_OF)
    old = merged(SHIPPED, [replace(each, fetched_at=AT - timedelta(days=400)) for each in told], AS_OF)

    (fresh,), (new,), (kept,) = (
        read("Ubuntu 22.04", now).facts, read("Ubuntu 26.10", now).facts, read("Ubuntu 22.04", old).facts,
    )  # fmt: skip
    assert (fresh.ends_on, fresh.source, fresh.fetched_at) == (date(2027, 6, 1), site, AT)
    assert new.ends_on == date(2027, 7, 8)
    assert (kept.ends_on, kept.fetched_at) == (date(2027, 4, 1), None)


def fact(name: str, day: date | None) -> EndFact:
    return EndFact(name, "1", day, "https://maker.example", f"{name}:1")


def test_one_thing_to_do_for_each_release_that_has_ended_or_soon_will() -> None:
    old, soon, far = fact("Old", date(2025, 1, 1)), fact("Soon", ON + timedelta(180)), fact("Far", None)
    late = fact("Late", ON + timedelta(181))
    ends = {"a": old, "b": soon, "c": old, "d": far, "e": late}

    first, second = noticing.actions(ends, on=ON)

    assert first.finding.code == "support-ends"
    assert (first.finding.values["count"], first.finding.act_by, first.loss) == (2, date(2025, 1, 1), None)
    assert say(first.finding) == (
        "2 items run Old 1, which lost its maker's support on Wednesday 1 January 2025: no security updates "
        "after that day. Upgrade or replace them."
    )
    assert "loses its maker's support" in say(second.finding)


def test_what_may_be_one_of_two_releases_has_ended_when_both_have() -> None:
    choices = read("Windows 11 23H2", SHIPPED).unclear[0]

    last = at_latest(choices)

    assert last is not None
    assert (last.called, last.key, last.ends_on) == ("Windows 11 23H2", "windows:11-23h2", date(2026, 11, 10))
    told = say(noticing.actions({"a": last}, on=date(2026, 11, 23))[0].finding)
    assert (
        "lost its maker's support on Tuesday 10 November 2026 at the latest, whichever edition it is" in told
    )


def test_nobody_knows_the_latest_day_where_one_of_them_has_none() -> None:
    assert at_latest((fact("One", date(2026, 1, 1)), fact("Two", None))) is None
