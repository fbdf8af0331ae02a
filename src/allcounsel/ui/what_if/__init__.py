"""Trying out what an open result would change; nothing of it is the child's."""
