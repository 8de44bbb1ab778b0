"""The goals' room: kits, what one more person or thing needs; and plans that are kept."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import ItemModel, Pool, Site, Team
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow
from fullscore.store.models.tenancy import OwnedRow
from fullscore.store.models.vendors import PurchaseOrder

OPEN = FieldClass.OPEN
PROTECT = models.PROTECT


class Kit(RegisterRow):
    """One typed kit line: a newcomer of a team, or one unit of a thing, needs so much of another thing."""

    REGISTER, ROOM, SINGULAR, PLURAL = "kits", "goals", "Kit line", "Kit lines"
    ABOUT = "What a newcomer or a thing needs where you know better than what was learned."
    TITLE = "ref"
    REF_FROM, IS_REF_JOINED = ("team", "site", "for_model", "for_pool", "model", "pool"), True

    team = field(
        models.ForeignKey(Team, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True,
        hint="Empty, and no thing either: everybody.",
    )  # fmt: skip
    site = field(models.ForeignKey(Site, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True)
    for_model = field(
        models.ForeignKey(
            ItemModel, PROTECT, null=True, blank=True, related_name="+", verbose_name="each one of model"
        ),
        OPEN, listed=True,
    )  # fmt: skip
    for_pool = field(
        models.ForeignKey(
            Pool, PROTECT, null=True, blank=True, related_name="+", verbose_name="each unit of"
        ),
        OPEN, listed=True,
    )  # fmt: skip
    model = field(
        models.ForeignKey(
            ItemModel, PROTECT, null=True, blank=True, related_name="+", verbose_name="needs model"
        ),
        OPEN, listed=True,
    )  # fmt: skip
    pool = field(
        models.ForeignKey(
            Pool, PROTECT, null=True, blank=True, related_name="+", verbose_name="needs licence or capacity"
        ),
        OPEN, listed=True,
    )  # fmt: skip
    quantity = field(
        models.DecimalField("quantity", max_digits=10, decimal_places=4), OPEN, listed=True, minimum=0
    )
    per = field(
        models.CharField("per", max_length=16, default="head", choices=choices("head", "shift place", "FTE")),
        OPEN, listed=True, hint="For people only; two shifts share what is per shift place.",
    )  # fmt: skip
    when = field(
        models.CharField("for each one", max_length=8, default="used", choices=choices("used", "ordered")),
        OPEN, hint="For things only: used counts those from stock as well, ordered only new ones.",
    )  # fmt: skip

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(model__isnull=True) ^ models.Q(pool__isnull=True),
                name="kit_needs_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(for_model=None, for_pool=None)
                | (models.Q(team=None) & (models.Q(for_model=None) ^ models.Q(for_pool=None))),
                name="kit_for_people_or_one_thing",
            ),
        )


class KeptPlan(OwnedRow):
    """A plan as it was kept: the goal to plan again, and the document people decided on.

    `summary` holds what a list shows, so that no list opens documents of some hundred kilobytes.
    """

    STATES = ("draft", "accepted", "withdrawn")

    number = models.PositiveIntegerField()
    sentence = models.TextField(max_length=10_000)
    goal = models.JSONField()
    document = models.JSONField()
    summary = models.JSONField()
    on = models.DateField()
    state = models.CharField(max_length=16, choices=choices(*STATES), default="draft")
    priority = models.PositiveSmallIntegerField(default=5)
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=200)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.CharField(max_length=200, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "number"], name="kept_plan_number_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=("draft", "accepted", "withdrawn")), name="kept_plan_state_known"
            ),
            models.CheckConstraint(
                condition=models.Q(priority__range=(1, 9)), name="kept_plan_priority_range"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="accepted") | models.Q(accepted_at__isnull=False, dropped_at=None),
                name="kept_plan_accepted_is_there",
            ),
        )

    def __str__(self) -> str:
        return self.ref

    @property
    def ref(self) -> str:
        """What people type for it: g-1, g-2, …."""
        return f"g-{self.number}"


class KeptRequirement(OwnedRow):
    """One order that an accepted plan asks for: its own part of it, and whether it was placed."""

    STATES = ("to order", "ordered", "not needed")

    plan = models.ForeignKey(KeptPlan, on_delete=models.CASCADE, related_name="+")
    requirement = models.CharField(max_length=200)
    register = models.CharField(max_length=32)
    ref = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=16)
    quantity = models.DecimalField(max_digits=18, decimal_places=4)
    unit = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=64, blank=True)
    order_by = models.DateField()
    need_by = models.DateField()
    cost_once = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    cost_year = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    state = models.CharField(max_length=16, choices=choices(*STATES), default="to order")
    purchase_order = models.ForeignKey(
        PurchaseOrder, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state__in=("to order", "ordered", "not needed")),
                name="kept_requirement_state_known",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="kept_requirement_quantity_positive"
            ),
        )
        indexes = (models.Index(fields=["organisation", "state", "order_by"], name="kept_requirement_due"),)

    def __str__(self) -> str:
        return f"{self.requirement}: {self.state}"


class PlanLink(OwnedRow):
    """A read-only way to one kept plan, until it runs out or is ended; only the secret's hash is kept."""

    plan = models.ForeignKey(KeptPlan, on_delete=models.CASCADE, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"link to plan {self.plan_id}"
