"""Meaning: what a case, a rule, an assessment and a handout are; standard library only, frozen, pure."""
