"""SQLite, as SQLCipher builds it: the only room that knows sqlite-utils.

sqlite-utils catches errors of whichever SQLite module it finds first under this name. It has to be the one
that this room opens files with, or an error that it could handle would pass it by.
"""

from __future__ import annotations

import sys

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)
