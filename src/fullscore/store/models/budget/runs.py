"""What was asked of the engine and takes a while: what was asked, how far it is, what came out."""

from django.db import models

from fullscore.store.models.fields import choices
from fullscore.store.models.tenancy import OwnedRow


class BudgetRun(OwnedRow):
    """A simulation, a choice, a cut or a frontier that was asked for; worked out by whoever works."""

    STATES = ("asked", "running", "done", "stopped", "failed")
    KINDS = ("simulate", "choose", "cut", "frontier", "case")

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=choices(*KINDS), default="choose")
    state = models.CharField(max_length=8, choices=choices(*STATES), default="asked")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    asked = models.JSONField(default=dict)
    on = models.DateField()
    # What the answer was worked out from; the same asked of the same is answered at once.
    fingerprint = models.CharField(max_length=64, blank=True)
    progress = models.JSONField(default=dict)
    document = models.JSONField(null=True)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    error = models.TextField(max_length=2000, blank=True)
    stop_asked = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "number"], name="budget_run_number_once"),
        )
        indexes = (models.Index(fields=["state", "id"], name="budget_run_open"),)

    def __str__(self) -> str:
        return f"b-{self.number}"
