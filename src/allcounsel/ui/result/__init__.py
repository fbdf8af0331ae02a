"""The group, why, and what could still change it."""
