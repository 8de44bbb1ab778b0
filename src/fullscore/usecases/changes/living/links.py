"""Links by which somebody answers once: the signature of one asking under the installation's key.

It names the version of the row that asked. Whatever is written to it afterwards, an answer or a new asking,
ends the link.
"""

from base64 import urlsafe_b64encode

from django.utils.crypto import constant_time_compare, salted_hmac

from fullscore.store import living as store
from fullscore.store.models import Agreement

_LONGEST = 19


def path_of(row: Agreement) -> str:
    """Return the address of the page on which a person answers."""
    return f"/agree/{secret_of(row, row.version)}/"


def secret_of(row: Agreement, version: int) -> str:
    proof = salted_hmac(
        "fullscore.changes.agree",
        f"{row.pk}|{row.organisation_id}|{row.person_id}|{version}",
        algorithm="sha256",
    ).digest()
    return f"{row.pk}-{version}-{urlsafe_b64encode(proof).decode().rstrip('=')}"


def row_of(secret: str, *, is_locked: bool = False) -> tuple[Agreement, int] | None:
    """Return the row a secret was signed for and at which version; None for one that never was."""
    key, _, rest = secret.partition("-")
    version = rest.partition("-")[0]
    if not (_is_number(key) and _is_number(version)):
        return None
    row = store.agreement(int(key), is_locked=is_locked)
    is_ours = row is not None and constant_time_compare(secret, secret_of(row, int(version)))
    return (row, int(version)) if row is not None and is_ours else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < _LONGEST
