"""When makers end support: what was fetched; what is shipped is part of the program."""

from django.db import models

from fullscore.store.models.tenancy import OwnedRow


class SupportEnd(OwnedRow):
    """One release of one product and the last day its maker supports it; null: no day is known."""

    product = models.CharField(max_length=100)
    release = models.CharField(max_length=100)
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)
    fetched_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "product", "release"], name="support_end_once"),
        )

    def __str__(self) -> str:
        return f"{self.product} {self.release}"
