"""Proposals: what money and hours are asked for, and what for."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.estate import Person
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass
PROTECT = models.PROTECT
PURPOSES = choices("run", "grow", "secure")


class Proposal(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "proposals", "budget", "Proposal", "Proposals"
    ABOUT = "What could be done with money and hours; each can be done in several ways, or not at all."

    name = field(models.CharField("what", max_length=200), OPEN, listed=True, searchable=True)
    why = field(models.TextField("why", max_length=4000, blank=True), OPEN, searchable=True)
    purpose = field(
        models.CharField("purpose", max_length=6, default="run", choices=PURPOSES), OPEN, listed=True,
        hint="run: keep things going; grow: earn more; secure: lose less.",
    )  # fmt: skip
    state = field(
        models.CharField(
            "state", max_length=8, default="open", choices=choices("open", "accepted", "declined")
        ),
        OPEN, listed=True,
    )  # fmt: skip
    owner = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN, listed=True
    )
    sponsor = field(
        models.ForeignKey(Person, PROTECT, null=True, blank=True, related_name="+"), OPEN,
        hint="Who asked for it, and says what it is worth.",
    )  # fmt: skip
    serves = field(
        models.CharField("serves", max_length=64, blank=True), OPEN, hint="The goal it is for: g-1."
    )
    is_mandatory = field(
        models.BooleanField("must be done", default=False), OPEN, listed=True,
        hint="A law or a contract asks for it.",
    )  # fmt: skip
    mandatory_why = field(models.CharField("what asks for it", max_length=400, blank=True), OPEN)
    starts_from = field(models.DateField("starts not before", null=True, blank=True), OPEN)
    starts_until = field(models.DateField("starts not after", null=True, blank=True), OPEN)
    notes = field(models.TextField("notes", max_length=4000, blank=True), INTERNAL, searchable=True)

    class Meta(RegisterRow.Meta):
        constraints = (
            *RegisterRow.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(starts_until=None) | models.Q(starts_from=None)
                | models.Q(starts_until__gte=models.F("starts_from")),
                name="proposal_starts_in_order",
            ),
        )  # fmt: skip
