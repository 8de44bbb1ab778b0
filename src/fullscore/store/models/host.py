"""Tables of the host's own work: what the clock has started, who works on it, how it ended."""

from django.db import models


class HostRun(models.Model):
    """One piece of periodic work, once per (kind, key): backup of a night, a worker's last sweep.

    It belongs to the host, not to an organisation, and stays out of backups.
    """

    kind = models.CharField(max_length=32)
    key = models.CharField(max_length=64)
    state = models.CharField(max_length=16, default="waiting")
    note = models.TextField(blank=True, default="")
    attempts = models.PositiveIntegerField(default=0)
    claimed_by = models.CharField(max_length=100, blank=True, default="")
    claimed_until = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["kind", "key"], name="host_run_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "done", "failed"]), name="host_run_state_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.key} ({self.state})"
