"""What browser tests find proposed: an ERP in four ways, four other things, losses and limits; weighed."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from fullscore.engine.registers.access import Member

ON = date(2026, 11, 23)
_WAYS = (
    {"name": "Keep it", "is_nothing": "yes", "yearly_cost": "14000"},
    {
        "name": "Upgrade in place", "once_cost": "46000", "yearly_cost": "16000", "hours": "320",
        "over_quarters": "3", "cost_avoided": "21000", "value_by": "Ruth Morrow", "value_on": "2026-10-12",
        "must_be_true": "The vendor upgrades our own reports",
    },
    {
        "name": "Wrap with integrations", "once_cost": "22000", "yearly_cost": "22000", "hours": "180",
        "goal_value": "12000", "cost_avoided": "9000",
    },
    {
        "name": "Replace in stages", "yearly_cost": "18000", "hours": "700", "over_quarters": "6",
        "goal_value": "24000", "cost_avoided": "20000", "must_be_true": "A project leader for two years",
    },
)  # fmt: skip
_OTHERS = (
    ("Off-site backup copy", "secure", "7300", "0"), ("MFA keys", "secure", "6200", "0"),
    ("Quoting tool", "grow", "6330", "21000"), ("Label printers", "grow", "5800", "3100"),
)  # fmt: skip


def propose(by: Member, at: datetime) -> None:
    """Write it all down, and answer every kind of question once."""
    from fullscore.usecases import registers  # noqa: PLC0415

    def add(register: str, **values: object) -> str:
        return registers.save(by=by, register=register, ref=None, values=values, version=None, now=at).ref

    often = {"often_low": "0.1", "often_high": "0.5", "is_assumed": "yes"}
    add("scenarios", name="Ransomware", kind="ransomware", loss_low="40000", loss_high="600000", **often)
    add("scenarios", name="ERP stands still", kind="outage", loss_low="4000", loss_high="60000", **often)
    for control, scenario, less in (
        ("Copy elsewhere", "ransomware", "60"), ("Second factor", "ransomware", "35"),
        ("Supported ERP", "erp-stands-still", "70"),
    ):  # fmt: skip
        ref = add("controls", name=control)
        add("reductions", control=ref, scenario=scenario, acts_on="frequency", less=less, is_assumed="yes")
    add("tolerances", name="A bad year", one_in_years="10", amount="250000")
    add("limits", name="Projects 2027", kind="budget", starts_on="2027-01-01", amount="90000")
    add("limits", name="Projects 2028", kind="budget", starts_on="2028-01-01", amount="90000")
    add("limits", name="Security", kind="floor", purpose="secure", share="5")
    _ways(add)
    _work(by, at)


def _ways(add: Callable[..., str]) -> None:
    erp = add("proposals", name="ERP", purpose="run", why="It carries orders, stock and payroll.")
    refs = [add("options", proposal=erp, **way) for way in _WAYS]
    for way in (refs[1], refs[3]):
        add("brings", option=way, control="supported-erp")
    for year, amount in enumerate(("52000", "64000", "30000"), 1):
        add("outlays", option=refs[3], year=str(year), amount=amount)
    brings = {"Off-site backup copy": "copy-elsewhere", "MFA keys": "second-factor"}
    for name, purpose, once, earns in _OTHERS:
        proposal = add("proposals", name=name, purpose=purpose)
        way = add("options", proposal=proposal, name="Buy it", once_cost=once, goal_value=earns)
        if name in brings:
            add("brings", option=way, control=brings[name])


def _work(by: Member, at: datetime) -> None:
    """Ask, and answer as the worker does."""
    from fullscore.store.models import BudgetRun  # noqa: PLC0415
    from fullscore.usecases import budget, risk  # noqa: PLC0415

    risk.ask(by=by, on=ON, now=at)
    for kind in ("choose", "frontier"):
        budget.ask(by=by, kind=kind, on=ON, now=at)
    budget.ask(by=by, kind="cut", amount=Decimal(10_000), on=ON, now=at)
    budget.ask(by=by, kind="case", ref="erp", on=ON, now=at)
    for run in BudgetRun.objects.of(by.organisation_id).order_by("pk"):
        budget.advance(key=str(run.pk), clock=lambda: at)
