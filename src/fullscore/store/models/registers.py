"""What every register's table shares: ref, version, archive, provenance, extra; and its history."""

from typing import ClassVar

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.fields import field
from fullscore.store.models.tenancy import OwnedRow

REF_LENGTH = 64


class RegisterRow(OwnedRow):
    """One row of a register. Deleting archives it; `version` grows with every save."""

    REGISTER: ClassVar[str]
    ROOM: ClassVar[str]
    SINGULAR: ClassVar[str]
    PLURAL: ClassVar[str]
    ABOUT: ClassVar[str]
    # The field people call a row by.
    TITLE: ClassVar[str] = "name"
    # A new row's ref is made from the first of these that is filled, or from all when they are joined.
    REF_FROM: ClassVar[tuple[str, ...]] = ("name",)
    IS_REF_JOINED: ClassVar[bool] = False
    # The look-up that leads to the e-mail of whose row it is, for members who see only their own.
    OWN_BY: ClassVar[str | None] = None

    ref = field(models.CharField("ref", max_length=REF_LENGTH), FieldClass.OPEN, searchable=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True, blank=True)
    provenance = models.JSONField(default=dict, blank=True)
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(fields=["organisation", "ref"], name="%(class)s_ref_once"),
        )
        indexes = (
            models.Index(fields=["organisation", "archived_at", "ref"], name="%(class)s_live"),
            # Every list says how old its data is; without this each one would read all rows to know.
            models.Index(fields=["organisation", "archived_at", "changed_at"], name="%(class)s_fresh"),
        )

    def __str__(self) -> str:
        return self.ref


class HistoryEntry(OwnedRow):
    """One changed row: {field: [before, after]}, who, when, and the import that did it. Only grows."""

    register = models.CharField(max_length=32)
    row_id = models.BigIntegerField()
    ref = models.CharField(max_length=REF_LENGTH)
    action = models.CharField(max_length=16)
    changes = models.JSONField(default=dict)
    # What taking an import back needs: {"values": {column: as stored}, "extra": {name: text or null},
    # "provenance": {column: origin or null}, "archived_at": moment or null}, each as it was before.
    before = models.JSONField(default=dict)
    at = models.DateTimeField()
    user = models.ForeignKey("store.User", null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=200)
    import_run = models.ForeignKey("store.ImportRun", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = (
            models.Index(fields=["organisation", "register", "row_id", "id"], name="history_of_a_row"),
            models.Index(fields=["organisation", "id"], name="history_latest"),
            models.Index(fields=["organisation", "import_run", "id"], name="history_of_an_import"),
        )

    def __str__(self) -> str:
        return f"{self.action} {self.register} {self.ref}"


class Sighting(OwnedRow):
    """A row as one source knows it: the source's own key, and when it last said so."""

    register = models.CharField(max_length=32)
    row_id = models.BigIntegerField()
    source = models.CharField(max_length=64)
    source_id = models.CharField(max_length=200)
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    import_run = models.ForeignKey("store.ImportRun", null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "register", "source", "source_id"], name="sighting_once"
            ),
        )
        indexes = (models.Index(fields=["organisation", "register", "row_id"], name="sighting_of_a_row"),)

    def __str__(self) -> str:
        return f"{self.source}:{self.source_id}"


class Attachment(OwnedRow):
    """A file on a row of a register; the bytes lie in a blob."""

    register = models.CharField(max_length=32)
    row_id = models.BigIntegerField()
    name = models.CharField(max_length=200)
    blob = models.ForeignKey("store.Blob", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=200)
    removed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Blob(OwnedRow):
    """The bytes of one file. They lie in the database, so that a backup and every worker have them."""

    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    content = models.BinaryField()

    def __str__(self) -> str:
        return self.sha256
