"""How passwords are kept: Argon2id at the size OWASP names for a machine with little memory."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2Small(Argon2PasswordHasher):
    """19 MiB, two passes, one lane: sixty sign-ins at once still fit a small machine."""

    memory_cost = 19 * 1024
    time_cost = 2
    parallelism = 1
