"""Budget sheets brought in whole: lines and their months once, refused rows leave nothing behind."""

from datetime import date
from decimal import Decimal

import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.models import Line, LineAmount
from fullscore.usecases import imports, registers
from fullscore.usecases.imports import Imported
from fullscore.usecases.registers.values import Query
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
MONTHS = ",".join(f"2027-{n:02}" for n in range(1, 13))
SHEET = f"""Line item,Category,Purpose,Vendor,Team,{MONTHS},Total,Assumptions
Microsoft 365,Software,run,Castle,IT,{"2640.00," * 12}31680.00,120 seats
Phones,Voice,run,Buckeye,IT,{"1740.00," * 6}{"," * 6}20880.00,
Wi-Fi Lima,Network,secure,Great Miami,IT,,,14500.00,0,,,,,,,,,14500.00,
"""


def brought(by: Member, text: str, name: str = "budget.csv") -> Imported:
    return imports.bring_in(by=by, file_name=name, content=text.encode(), clock=lambda: NOW)


def planned(owner: Member) -> dict[str, dict[date, Decimal]]:
    found: dict[str, dict[date, Decimal]] = {}
    for row in LineAmount.objects.of(owner.organisation_id).select_related("line"):
        found.setdefault(row.line.name, {})[row.month] = row.amount
    return found


def test_lines_come_with_their_months_and_a_row_that_does_not_add_up_leaves_nothing(owner: Member) -> None:
    done = brought(owner, SHEET)

    assert (done.kind, done.register, done.created, done.refused) == ("budget", "lines", 2, 1)
    assert [(reason.line, reason.code) for reason in done.reasons] == [(3, "budget-row-off-total")]
    assert done.reasons[0].sentence == (
        "Phones: its months come to 10,440.00, but its total says 20,880.00: 10,440.00 off. "
        "Nothing of the row was taken; correct one of the two."
    )
    found = planned(owner)
    assert set(found) == {"Microsoft 365", "Wi-Fi Lima"}
    assert found["Wi-Fi Lima"] == {date(2027, 3, 1): Decimal(14500), date(2027, 4, 1): Decimal(0)}
    line = Line.objects.of(owner.organisation_id).select_related("vendor", "team").get(name="Microsoft 365")
    assert (line.category, line.purpose, line.assumption) == ("Software", "run", "120 seats")
    assert (line.vendor.name if line.vendor else "", line.team.name if line.team else "") == ("Castle", "IT")


def test_the_same_sheet_twice_changes_nothing(owner: Member) -> None:
    brought(owner, SHEET)
    again = brought(owner, SHEET)

    assert (again.created, again.updated, again.left, again.refused) == (0, 0, 2, 1)
    assert LineAmount.objects.of(owner.organisation_id).count() == 14


def test_next_years_sheet_adds_its_months_to_the_same_lines(owner: Member) -> None:
    brought(owner, SHEET)
    done = brought(owner, SHEET.replace("2027-", "2028-"), "next.csv")

    assert (done.created, done.updated) == (0, 2)
    assert Line.objects.of(owner.organisation_id).count() == 2
    assert len(planned(owner)["Microsoft 365"]) == 24


def test_a_changed_figure_changes_its_month_only(owner: Member) -> None:
    brought(owner, SHEET)
    brought(owner, SHEET.replace("2640.00,", "2700.00,", 1).replace("31680.00", "31740.00"))

    found = planned(owner)["Microsoft 365"]
    assert (found[date(2027, 1, 1)], found[date(2027, 2, 1)]) == (Decimal(2700), Decimal(2640))


@pytest.mark.parametrize("register", ["lines", "amounts"])
def test_what_is_exported_comes_back_unchanged(owner: Member, register: str) -> None:
    brought(owner, SHEET)
    content = registers.export(by=owner, register=register, query=Query(), form="csv")
    done = imports.bring_in(by=owner, file_name="ours.csv", content=content, clock=lambda: NOW)

    assert (done.source, done.register, done.created, done.updated) == ("Fullscore export", register, 0, 0)
    assert done.left == (2 if register == "lines" else 14)
