"""Imported before huey, which loads the driver of PostgreSQL for everybody who has it: five megabytes.

Who keeps to SQLite is spared them; whoever uses PostgreSQL finds the driver loaded as ever.
"""

import sys
from importlib import import_module

from django.conf import settings

IS_POSTGRES = "postgresql" in str(settings.DATABASES["default"]["ENGINE"])

if not IS_POSTGRES and "psycopg" not in sys.modules:
    # A name that leads to nothing cannot be imported; huey then does without.
    sys.modules["psycopg"] = None  # type: ignore[assignment]  # what the import system takes for absent
    try:
        import_module("huey.storage")
    finally:
        del sys.modules["psycopg"]
