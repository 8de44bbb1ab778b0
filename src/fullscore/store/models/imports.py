"""Tables of imports: each file brought in is one unit with its counts and its reasons."""

from django.db import models

from fullscore.store.models.tenancy import OwnedRow


class ImportRun(OwnedRow):
    """One file brought in. `applied` is the cursor: rows before it are done, whatever happens next."""

    file = models.CharField(max_length=200)
    blob = models.ForeignKey("store.Blob", null=True, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=64, blank=True, default="")
    register = models.CharField(max_length=32, blank=True, default="")
    state = models.CharField(max_length=16, default="waiting")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    user = models.ForeignKey("store.User", null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=200)
    rows = models.PositiveIntegerField(default=0)
    applied = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    conflicts = models.PositiveIntegerField(default=0)
    confidence = models.FloatField(default=0.0)
    reasons = models.JSONField(default=list)
    claimed_by = models.CharField(max_length=64, blank=True, default="")
    claimed_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=["organisation", "state"], name="import_state"),)

    def __str__(self) -> str:
        return f"{self.file} ({self.state})"
