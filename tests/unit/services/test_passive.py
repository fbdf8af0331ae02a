"""Passive voice is noticed, and what only looks like it is left alone."""

from __future__ import annotations

import pytest

from allcounsel.services.passive import is_passive

PASSIVE = [
    "Leukaemia was found in the blood.",
    "The medicine is often given at home.",
    "These are called late effects.",
    "It can be safely stopped.",
    "Some tests are not done again.",
    "Blood is taken from a vein.",
    "The marrow has been checked.",
    "New medicines are being studied.",
    "It may be used with chemotherapy.",
    "More tests are needed.",
    "It isn't given to infants.",
    "It's called remission.",
    "Is it given at home?",
    "When are they told?",
    "Your child is then usually seen once a week.",
    "If it is found, the team adds a medicine.",
    "No one is left out.",
    "You are allowed to ask.",
    "What is known today can change.",
]
ACTIVE = [
    "The team gives the medicine.",
    "Your child is tired.",
    "We are here.",
    "It is red.",
    "There is a need to talk.",
    "The clinic is open.",
    "The door is closed at night.",
    "These are targeted medicines.",
    "Many parents are worried or scared.",
    "The plan is not complicated.",
    "The pain is gone.",
    "Your child has stopped treatment.",
    "The team has found a donor.",
    "The leukaemia responded well.",
    "Your team is the one you can trust.",
    "Be kind to yourself, tired as you are.",
    "It is indeed so.",
    "The bed is in the next room.",
    "A nurse who is not there cannot help.",
]


@pytest.mark.parametrize("sentence", PASSIVE)
def test_passive_voice_is_noticed(sentence):
    assert is_passive(sentence)


@pytest.mark.parametrize("sentence", ACTIVE)
def test_active_voice_is_left_alone(sentence):
    assert not is_passive(sentence)
