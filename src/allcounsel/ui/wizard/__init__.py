"""The questions: pages, rows, editors."""
