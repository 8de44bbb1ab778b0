"""Morrow Metalworks in Dayton on Monday 23 November 2026: the case the look was drawn from."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    LevelFact,
    ModelFact,
    OrderFact,
    PersonFact,
    PoolFact,
    SeatFact,
    SiteFact,
    TeamFact,
)
from fullscore.engine.goals.goal import Goal, House, Reading
from fullscore.engine.goals.orders.requirement import Requirement
from fullscore.engine.goals.periods import Period, Reckoning
from fullscore.engine.goals.plans.plan import Plan, plan
from fullscore.engine.goals.sentences import wording

TODAY = date(2026, 11, 23)
NEW_YEAR = date(2027, 1, 4)
TITLE = "We need to scale our sales team by 50 percent next quarter"
PUBLIC = {date(2026, 11, 26): "Thanksgiving", date(2026, 12, 25): "Christmas", date(2027, 1, 1): "New Year"}
CLOSED = PUBLIC | {date(2026, 11, 27): "Company closed", date(2026, 12, 24): "Company closed"}
LAPTOP = ModelFact(
    "laptop-14", 'Laptop 14"', "laptop", Decimal("1285.00"), 17, 1, 1, 2, Decimal("2.5"),
    provenance={"unit_cost": ["snipeit", 7, 12, None]},
)  # fmt: skip
# Six and a half hours of every working day are free for setting things up.
TOMAS = PersonFact("tomas", "it", "dayton", hours_week=Decimal("32.5"), sets_up=True, ticket_share=0)
CRM = PoolFact(
    "crm", "CRM", capacity=Decimal(28), unit_cost=Decimal(66), cost_period="month",
    lot_minimum=5, lot_step=5, lead_days=2, deploy_hours=Decimal("0.25"),
)  # fmt: skip
LINK = PoolFact(
    "link", "Internet link", kind="link", scope="site", site="dayton", unit="Mbit/s", capacity=Decimal(200),
    used=Decimal(160), planning_limit=80, per_head=Decimal("1.75"), lot_type="levels", lead_days=26,
    deploy_hours=Decimal(6),
)  # fmt: skip
LEVELS = (
    LevelFact("link-200", "link", Decimal(200), Decimal(410)),
    LevelFact("link-500", "link", Decimal(500), Decimal(690), Decimal(450)),
)


def people(
    team: str, count: int, *, site: str | None = "dayton", title: str | None = None
) -> tuple[PersonFact, ...]:
    return tuple(PersonFact(f"{team}-{number:02}", team, site, title) for number in range(count))


def house(on: date = TODAY, **settled: object) -> House:
    reckoning = replace(Reckoning(on), **settled)
    return House("mill", "USD", reckoning, Calendar("12345", CLOSED), Calendar("12345", PUBLIC))


def mill() -> Estate:
    """24 people sell and hold a laptop and a CRM seat each; 3 laptops lie in stock, 2 come on 4 December."""
    sales, packers = people("sales", 24, title="Sales Rep"), people("packing", 10, title="Packer")
    held = tuple(
        ItemFact(f"L{number:03}", "laptop-14", "in use", one.ref) for number, one in enumerate(sales)
    )
    spare = tuple(
        ItemFact(
            f"S{number}", "laptop-14", "in stock", provenance={"status": ["snipeit", 7, 88 + number, None]}
        )
        for number in range(3)
    )
    return Estate(
        people=(*sales, *packers, TOMAS),
        teams=(
            TeamFact("it", "IT"),
            TeamFact("packing", "Packing"),
            TeamFact("sales", "Sales", "Commercial"),
        ),
        sites=(SiteFact("dayton", "Dayton"),),
        models=(LAPTOP,),
        items=held + spare,
        pools=(CRM, LINK),
        levels=LEVELS,
        seats=tuple(SeatFact(f"seat-{one.ref}", "crm", one.ref) for one in sales),
        orders=(OrderFact("118", "laptop-14", None, Decimal(2), date(2026, 11, 2), date(2026, 12, 4)),),
        files={7: "assets.csv"},
    )


def read(sentence: str, estate: Estate | None = None, of: House | None = None) -> Reading:
    return wording.read(sentence, estate=estate or mill(), house=of or house())


def goal(
    estate: Estate, *, to: int = 36, team: str = "sales", need_by: date = NEW_YEAR, ref: str = "asked"
) -> Goal:
    fact = next(one for one in estate.teams if one.ref == team)
    present = sum(person.team == team and person.is_active(TODAY) for person in estate.people)
    return Goal(ref, fact, present, to, Period(need_by, need_by + timedelta(days=30)), need_by)


def planned(estate: Estate, *goals: Goal, of: House | None = None) -> Plan:
    return plan(goals or (goal(estate),), estate=estate, house=of or house())


def of(made: Plan, ref: str) -> Requirement:
    """Return the only requirement for a thing."""
    (one,) = [one for one in (*made.orders, *made.covered) if one.ref == ref]
    return one


def numbers(one: Requirement) -> tuple[int, ...]:
    """Return needed, free, on order, kept back, short, to order."""
    names = ("gross", "on_hand", "scheduled_receipts", "safety_stock", "net")
    return (*(int(one.figures.amount(name)) for name in names), int(one.ordered))


def each(made: Plan, ref: str) -> list[Requirement]:
    found = [one for one in (*made.orders, *made.covered) if one.ref == ref]
    return sorted(found, key=lambda one: (one.need_by, one.place or ""))


def only_laptops(estate: Estate) -> Estate:
    return replace(estate, pools=(), seats=(), levels=())
