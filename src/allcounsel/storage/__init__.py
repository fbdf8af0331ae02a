"""SQLite: the only room that knows sqlite-utils."""
