"""An id that tells who the child is, is noticed; a clinic's own code is not."""

from __future__ import annotations

import pytest

from allcounsel.domain.label import tells_who
from helpers.shipped import ALL_CLEAR, assess


@pytest.mark.parametrize(
    "label",
    [
        "Anna Schmidt",
        "SCHMIDT Anna",
        "Schmidt, Anna",
        "José Núñez-Díaz",
        "Ana O'Neill",
        "K. 03.04.2019",
        "A 2019-04-03",
    ],
)
def test_a_name_or_a_day_is_noticed(label):
    assert tells_who(label)


@pytest.mark.parametrize(
    "label", ["", "A-17", "Practice 13", "K 0412", "Lion", "ward 3 bed 2", "blue whale", "2026-117", "1/2"]
)
def test_a_code_is_not_noticed(label):
    assert not tells_who(label)


def test_the_clinician_is_told_beside_the_id_and_nothing_is_stopped():
    (notice,) = assess(ALL_CLEAR | {"label": "Anna Schmidt"}).notices
    assert (notice.code, notice.field, notice.confirm) == ("label_like_a_name", "label", False)
