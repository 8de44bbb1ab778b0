"""Whether what was asked is the same as before: one word for all it is worked out from."""

import hashlib
import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal


def fingerprint(*values: object) -> str:
    """Return the same 64 letters for equal values of the engine, whichever process asks."""
    plain = json.dumps([_plain(each) for each in values], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(_plain(getattr(value, each.name)) for each in fields(value))]
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, AbstractSet):
        return sorted(json.dumps(_plain(each), sort_keys=True) for each in value)
    return [_plain(each) for each in value] if isinstance(value, tuple | list) else _single(value)


def _single(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value.normalize())
    return value.isoformat() if isinstance(value, date) else value
