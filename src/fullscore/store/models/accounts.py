"""Tables of people who sign in: users, their place in organisations, invitations, links, tokens."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from fullscore.engine.registers.access import Role
from fullscore.store.models.tenancy import Organisation, OwnedRow

ROLES = [(role.value, role.value) for role in Role]


class UserManager(BaseUserManager["User"]):
    """Finds users by e-mail, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who signs in by e-mail; what they may do stands in their memberships."""

    email = models.EmailField("e-mail", max_length=254)
    name = models.CharField("name", max_length=200)
    is_active = models.BooleanField("may sign in", default=True)
    created_at = models.DateTimeField("created")

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = (models.UniqueConstraint(Lower("email"), name="user_email_once"),)

    def __str__(self) -> str:
        return self.email

    def has_perm(self, *_: Any) -> bool:  # noqa: ANN401  Django's signature
        return False


class Membership(OwnedRow):
    """A user's place and role in one organisation; deactivated ones stay for the history."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=16, choices=ROLES)
    created_at = models.DateTimeField()
    deactivated_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "user"], name="membership_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="membership_role_known"
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} is {self.role}"


class SignInLink(models.Model):
    """A link that signs in once: first owner, invitation, password reset. Only its hash is kept."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=16)
    secret_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=16, choices=ROLES)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.purpose} for {self.email}"


class ApiToken(models.Model):
    """A token that acts for one membership over REST; only its hash is kept."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    shown = models.CharField(max_length=12)
    secret_hash = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=8)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(scope__in=["read", "write"]), name="token_scope_known"),
        )

    def __str__(self) -> str:
        return self.shown


class SignInFailure(models.Model):
    """One refused sign-in. `about` is a hash of e-mail or network address, so the table names nobody."""

    about = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["about", "at"], name="failure_latest"),)

    def __str__(self) -> str:
        return f"refused at {self.at}"
