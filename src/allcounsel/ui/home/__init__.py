"""Where the day begins: new, find, practice."""
