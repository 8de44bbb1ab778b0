"""Fullscore's own sheets, as somebody fills them in by hand: which columns each one has."""

from collections.abc import Iterable, Sequence

from fullscore.importing.samples.writing import Cell, csv_file

SITES = "name address city country subdivision zone hours ref"
TEAMS = "name department hours"
VENDORS = "name contact email phone website account_number notes ref"
MODELS = (
    "name category vendor unit_cost lead_days lot_minimum lot_step safety_stock life_months deploy_hours"
    " refit_days ref"
)
POOLS = (
    "name kind vendor scope site unit capacity used used_kind used_on planning_limit unit_cost cost_period"
    " lot_type lot_minimum lot_step lead_days deploy_hours per_head is_trend_followed ref"
)
LEVELS = "pool capacity cost_month cost_once term_months ref"
SEATS = "pool person since ref"
EVENTS = "name starts_on ends_on is_closed notes ref"
KITS = "team for_model for_pool model pool quantity per when ref"
OFFERS = "model pool from_quantity unit_cost cost_period commitment ref"
LANES = "origin target transfer_days ref"
ABSENCES = "person starts_on ends_on reason ref"
MEASUREMENTS = "pool measured_on value ref"
SERVICES = "name owner outage_cost_hour outage_cost_by outage_cost_on notes ref"
SUPPORTS = "service for_item item pool other vendor person kind group min_up grace_hours ref"
USES = "service team site hours ref"
CHANGES = (
    "name kind state owner vendor shortest_hours likely_hours longest_hours rollback_hours earliest latest"
    " due waiting_cost_day notice_days starts_on starts_at is_announced is_template why test rollback ref"
)
TOUCHES = "change service item pool how ref"
CREWS = "change person skill count ref"
PREDECESSORS = "change after ref"
STEPS = "change position text is_done ref"
AGREEMENTS = "change person answer reason asked_on answer_by answered_on ref"
WINDOWS = "name service item site weekdays weeks opens_at closes_at ref"
FREEZES = "name strength starts_on starts_at ends_on ends_at service site reason ref"
CHARGES = "contract name kind quantity unit_price period starts_on ends_on ref"
SHARES = "contract team percent ref"
COVERS = "contract service item ref"
DECISIONS = "subject outcome reason decided_by decided_on ref"
# What HR does not know of those who set things up.
HANDS = "name email hours_week sets_up ticket_share skills change_hours"


def sheet(columns: str, rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a sheet; dates are ISO, and an empty cell says nothing."""
    return csv_file(columns.split(), rows)
