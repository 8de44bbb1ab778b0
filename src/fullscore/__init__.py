"""Fullscore: the IT conductor's stand."""

import sys

try:
    import pysqlite3
except ImportError:  # no wheel for this machine; `fullscore doctor` says which SQLite runs instead
    pass
else:
    # Python's own SQLite may carry the WAL-reset bug; both names are swapped before anything imports them.
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2
