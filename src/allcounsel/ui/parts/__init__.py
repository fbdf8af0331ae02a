"""The small pieces every page is made of: words, buttons, choices, fields, notices, marks."""
