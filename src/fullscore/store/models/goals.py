"""Registers of the goals' room: kits, what one more person or thing needs."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import ItemModel, Pool, Site, Team
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow

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
