"""Tables of imports: each file is one unit that can be looked at first, applied, and taken back."""

from django.db import models

from fullscore.store.models.fields import choices
from fullscore.store.models.tenancy import OwnedRow


class ImportRun(OwnedRow):
    """One file brought in.

    `applied` is the cursor: rows before it are done, whatever happens next; `undone` is the same on the
    way back. `said` holds what a person said of the file, `preview` what it would do as last looked at.
    """

    STATES = (
        "reading", "asking", "proposed", "waiting", "running", "done", "stopped", "discarded",
        "undoing", "undone",
    )  # fmt: skip

    file = models.CharField(max_length=200)
    blob = models.ForeignKey("store.Blob", null=True, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    source = models.CharField(max_length=64, blank=True, default="")
    kind = models.CharField(max_length=64, blank=True, default="")
    # Empty: no register holds such rows yet, the file is kept whole for the room to come.
    register = models.CharField(max_length=32, blank=True, default="")
    state = models.CharField(max_length=16, default="waiting", choices=choices(*STATES))
    came_by = models.CharField(max_length=16, default="page", choices=choices("page", "cli", "rest", "inbox"))
    said = models.JSONField(default=dict)
    preview = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    user = models.ForeignKey("store.User", null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=200)
    rows = models.PositiveIntegerField(default=0)
    # Title lines above the header and total lines below the rows are no rows.
    preamble = models.PositiveIntegerField(default=0)
    totals = models.PositiveIntegerField(default=0)
    applied = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    conflicts = models.PositiveIntegerField(default=0)
    confidence = models.FloatField(default=0.0)
    undone = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=200, blank=True, default="")
    # Later edits that taking back left alone: [{register, ref, field, value, by}].
    kept_edits = models.JSONField(default=list)
    claimed_by = models.CharField(max_length=64, blank=True, default="")
    claimed_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(
                    state__in=(
                        "reading", "asking", "proposed", "waiting", "running", "done", "stopped", "discarded",
                        "undoing", "undone",
                    )
                ),
                name="import_state_known",
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=["organisation", "state"], name="import_state"),)

    def __str__(self) -> str:
        return f"{self.file} ({self.state})"


class ImportReason(OwnedRow):
    """Why a row of a file, or a value of it, was not taken as it stands; its sentence is said when read."""

    import_run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="+")
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=200, null=True, blank=True)  # noqa: DJ001  null: the whole row
    code = models.CharField(max_length=64)
    values = models.JSONField(default=dict)
    is_refusal = models.BooleanField(default=False)

    class Meta:
        indexes = (models.Index(fields=["organisation", "import_run", "id"], name="import_reasons"),)

    def __str__(self) -> str:
        return f"line {self.line}: {self.code}"


class ImportHeader(OwnedRow):
    """What a person said of a header; the next file with the same one needs no question."""

    fingerprint = models.CharField(max_length=64)
    said = models.JSONField(default=dict)
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=200)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "fingerprint"], name="import_header_once"),
        )

    def __str__(self) -> str:
        return self.fingerprint


class ImportPair(OwnedRow):
    """Two rows of a register that may be one thing, and what a person said of them.

    `one_id` is the smaller id. `undo` holds what merging moved, so that it can be taken back.
    """

    STATES = ("open", "same", "different")

    register = models.CharField(max_length=32)
    one_id = models.BigIntegerField()
    other_id = models.BigIntegerField()
    # {"code": finding's code, "values": {...}}: why they may be the same.
    why = models.JSONField(default=dict)
    state = models.CharField(max_length=16, default="open", choices=choices(*STATES))
    found_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=200, blank=True, default="")
    undo = models.JSONField(default=dict)
    import_run = models.ForeignKey(ImportRun, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "register", "one_id", "other_id"], name="import_pair_once"
            ),
            models.CheckConstraint(
                condition=models.Q(one_id__lt=models.F("other_id")), name="import_pair_in_order"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("open", "same", "different")), name="import_pair_state_known"
            ),
        )
        indexes = (models.Index(fields=["organisation", "state"], name="import_pair_open"),)

    def __str__(self) -> str:
        return f"{self.register} {self.one_id} and {self.other_id}: {self.state}"
