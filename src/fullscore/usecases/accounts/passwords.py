"""What a new password must be, in words, before any is kept."""

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.store.models import User
from fullscore.usecases.registers.values import RefusedError

# Argon2 reads all of it: a password of ten megabytes would be work for an attacker to give us.
LONGEST = 1000


def require_strong(password: str, user: User) -> None:
    """Raise `RefusedError` with a finding for a password that is too easy to guess."""
    if len(password) > LONGEST:
        raise RefusedError(
            Finding("password-too-long", Subject("accounts", "password"), {"longest": LONGEST})
        )
    try:
        password_validation.validate_password(password, user)
    except ValidationError as error:
        why = " ".join(error.messages)
        raise RefusedError(Finding("password-weak", Subject("accounts", "password"), {"why": why})) from error
