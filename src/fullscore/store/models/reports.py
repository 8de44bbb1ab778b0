"""The room reports: how packs look, which were issued with the data behind them, and what was answered."""

from django.db import models

from fullscore.store.models.fields import choices
from fullscore.store.models.registers import Blob
from fullscore.store.models.tenancy import OwnedRow
from fullscore.store.models.today import Decision


class Brand(OwnedRow):
    """How the packs of an organisation look; without a row as shipped."""

    LOGO_TYPES = ("png", "jpeg", "svg")

    colour = models.CharField(max_length=7, blank=True, default="")
    # Empty: by the organisation's country.
    paper = models.CharField(max_length=6, blank=True, default="", choices=choices("letter", "a4"))
    # What a fiscal year is called: 2027, FY27 or 2026/27.
    year_label = models.CharField(max_length=4, default="year", choices=choices("year", "FY", "span"))
    logo = models.ForeignKey(Blob, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    logo_type = models.CharField(max_length=4, blank=True, default="", choices=choices(*LOGO_TYPES))
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organisation"], name="brand_once"),)

    def __str__(self) -> str:
        return f"brand of {self.organisation_id}"


class Pack(OwnedRow):
    """A pack that was asked for; once done, its document and files never change."""

    KINDS = ("board", "hand-over")
    STATES = ("asked", "running", "done", "stopped", "failed")

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=9, choices=choices(*KINDS), default="board")
    on = models.DateField()
    state = models.CharField(max_length=8, choices=choices(*STATES), default="asked")
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=200)
    asked = models.JSONField(default=dict)
    progress = models.JSONField(default=dict)
    document = models.JSONField(null=True)
    # Of the document in its canonical form: what was issued can be proven unchanged.
    fingerprint = models.CharField(max_length=64, blank=True)
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    error = models.TextField(max_length=2000, blank=True)
    stop_asked = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "kind", "number"], name="pack_number_once"),
        )
        indexes = (models.Index(fields=["state", "id"], name="pack_open"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class PackFile(OwnedRow):
    """A pack as one file, as it was issued."""

    FORMS = ("pdf", "pptx", "zip")

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=4, choices=choices(*FORMS))
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["pack", "form"], name="pack_file_once"),)

    def __str__(self) -> str:
        return f"{self.pack_id}.{self.form}"


class PackLink(OwnedRow):
    """A way for one person without an account to read a pack and answer; only the secret's hash is kept."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    to_name = models.CharField(max_length=200)
    to_email = models.EmailField(max_length=254, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"link to pack {self.pack_id}"


class PackAnswer(OwnedRow):
    """What somebody said to one proposal of a pack; of several the newest counts."""

    ANSWERS = ("approved", "declined", "asked")

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="+")
    link = models.ForeignKey(PackLink, on_delete=models.CASCADE, related_name="+")
    proposal = models.CharField(max_length=64)
    answer = models.CharField(max_length=8, choices=choices(*ANSWERS))
    words = models.TextField(max_length=4000, blank=True, default="")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()
    decision = models.ForeignKey(Decision, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["pack", "proposal", "id"], name="pack_answer_newest"),)

    def __str__(self) -> str:
        return f"{self.answer} {self.proposal}"
