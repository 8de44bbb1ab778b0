"""The room today: findings as they were worked out and what people did about them; mail, feeds, decisions."""

from django.db import models

from fullscore.engine.registers.access import FieldClass
from fullscore.store.models.accounts import User
from fullscore.store.models.fields import choices, field
from fullscore.store.models.registers import RegisterRow
from fullscore.store.models.tenancy import Organisation, OwnedRow

OPEN, MONEY, PERSONAL, INTERNAL = FieldClass


class TodayRun(models.Model):
    """What an organisation's findings were last worked out from, and who is at it now.

    Stale when the newest history entry is another one, the day is another one, or when the last pass was
    made so soon after a change that an older entry may still have been on its way (`is_settled`).
    """

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="+")
    history = models.BigIntegerField(default=0)
    on = models.DateField(null=True, blank=True)
    is_settled = models.BooleanField(default=False)
    computed_at = models.DateTimeField(null=True, blank=True)
    took_ms = models.PositiveIntegerField(default=0)
    # The sums of the page's head: {"hours": …, "free": …, "cost": …, "ages": {…}}.
    summary = models.JSONField(default=dict, blank=True)
    error = models.TextField(blank=True, default="")
    claimed_by = models.CharField(max_length=100, blank=True, default="")
    claimed_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"today of {self.organisation_id}"


class KeptFinding(OwnedRow):
    """One finding with its document as shown, and its state, which outlives every new working out.

    `group` and `rank` are those of the last working out (null: not found in it). A snooze ends on
    `snoozed_until`, or when `mark` of the finding is no longer `snoozed_mark`.
    """

    STATES = ("open", "snoozed", "done", "declined")

    code = models.CharField(max_length=64)
    register = models.CharField(max_length=32)
    ref = models.CharField(max_length=200)
    document = models.JSONField()
    mark = models.CharField(max_length=64)
    group = models.PositiveSmallIntegerField(null=True, blank=True)
    rank = models.PositiveIntegerField(null=True, blank=True)
    act_by = models.DateField(null=True, blank=True)
    cost = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)
    hours = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    state = models.CharField(max_length=8, default="open", choices=choices(*STATES))
    snoozed_until = models.DateField(null=True, blank=True)
    snoozed_mark = models.CharField(max_length=64, blank=True, default="")
    assigned_to = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    assigned_name = models.CharField(max_length=200, blank=True, default="")
    reason = models.TextField(max_length=2000, blank=True, default="")
    by_name = models.CharField(max_length=200, blank=True, default="")
    acted_at = models.DateTimeField(null=True, blank=True)
    first_found_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, blank=True)
    gone_why = models.CharField(max_length=64, blank=True, default="")
    # Whether what it warned of came to pass; null while that cannot be said.
    came_true = models.BooleanField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["organisation", "code", "register", "ref"], name="kept_finding_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=("open", "snoozed", "done", "declined")),
                name="kept_finding_state_known",
            ),
        )
        indexes = (models.Index(fields=["organisation", "rank"], name="kept_finding_ranked"),)

    def __str__(self) -> str:
        return f"{self.code} {self.register} {self.ref}"


class Decision(RegisterRow):
    REGISTER, ROOM, SINGULAR, PLURAL = "decisions", "today", "Decision", "Decisions"
    ABOUT = "What was decided, by whom, when and why; also what was decided not to be done."
    TITLE = "subject"
    REF_FROM = ("subject",)

    subject = field(models.CharField("about", max_length=200), OPEN, listed=True, searchable=True)
    outcome = field(
        models.CharField("decided", max_length=10, choices=choices("approved", "declined", "not doing")),
        OPEN, listed=True,
    )  # fmt: skip
    reason = field(
        models.TextField("reason", max_length=4000, blank=True), OPEN, listed=True, searchable=True
    )
    decided_by = field(models.CharField("decided by", max_length=200), OPEN, listed=True)
    decided_on = field(models.DateField("decided on"), OPEN, listed=True)
    seen = field(
        models.TextField("what they saw", max_length=20_000, blank=True), MONEY,
        hint="The case as it stood on the page when it was decided.",
    )  # fmt: skip


class DecisionLink(OwnedRow):
    """A way for one person without an account to decide one case, until it runs out or is ended.

    `case` is the text they see, frozen when the link was made; only the secret's hash is kept.
    """

    ANSWERS = ("approved", "declined", "asked")

    finding = models.ForeignKey(KeptFinding, on_delete=models.CASCADE, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    case = models.JSONField()
    to_name = models.CharField(max_length=200)
    to_email = models.EmailField(max_length=254, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=8, blank=True, choices=choices(*ANSWERS))
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True, default="")
    words = models.TextField(max_length=4000, blank=True, default="")
    decision = models.ForeignKey(Decision, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"decision on {self.finding_id} by {self.to_name}"


class Digest(OwnedRow):
    """The weekly mail of one person: the whole list for IT, three lines for who decides."""

    KINDS = ("list", "brief")

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=8, default="list", choices=choices(*KINDS))
    weekday = models.PositiveSmallIntegerField(default=1)
    at = models.TimeField(default="07:00")
    zone = models.CharField(max_length=64)
    is_on = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)
    signed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "email"], name="digest_once"),
            models.CheckConstraint(condition=models.Q(weekday__range=(1, 7)), name="digest_weekday"),
        )

    def __str__(self) -> str:
        return f"digest to {self.email}"


class DigestMail(OwnedRow):
    """One mail of a digest: due once for each week, tried until it left or its week is over."""

    STATES = ("waiting", "sent", "empty", "failed")

    digest = models.ForeignKey(Digest, on_delete=models.CASCADE, related_name="+")
    due_at = models.DateTimeField()
    key = models.CharField(max_length=32)
    state = models.CharField(max_length=8, default="waiting", choices=choices(*STATES))
    attempts = models.PositiveIntegerField(default=0)
    tried_at = models.DateTimeField(null=True, blank=True)
    next_try_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True, default="")
    lines = models.PositiveIntegerField(default=0)
    claimed_by = models.CharField(max_length=100, blank=True, default="")
    claimed_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["digest", "key"], name="digest_mail_once"),)

    def __str__(self) -> str:
        return f"{self.digest_id} {self.key}: {self.state}"


class ActionLink(OwnedRow):
    """One thing a person may do from a mail, once; opening it does nothing, pressing its button does."""

    finding = models.ForeignKey(KeptFinding, on_delete=models.CASCADE, related_name="+")
    verb = models.CharField(max_length=8, choices=choices("snooze", "done", "approve"))
    secret_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    decision = models.ForeignKey(Decision, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return f"{self.verb} {self.finding_id}"


class Feed(OwnedRow):
    """A calendar address of one person for one kind of day; only the secret's hash is kept."""

    KINDS = ("notice", "decide", "order", "renewals", "changes")

    user = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=choices(*KINDS))
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} of {self.user_id}"
