"""Bad input gets one clear line per problem, at the dotted path of the field; good input is read exactly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allcounsel.domain.answers import Absent, Age, GeneResult, Mrd, WhiteCount
from allcounsel.domain.errors import InputRefusedError
from allcounsel.services.case_file import laid_out, parse_json, read_case, to_json, write_case
from helpers.shipped import ALL_CLEAR, TODAY, case, problems, release

FIRST = {"situation": "first_treatment"}

BAD = [
    ({}, [("situation", "missing_situation")]),
    ({"situation": "cured"}, [("situation", "not_an_option")]),
    ({"situation": "unknown"}, [("situation", "must_be_chosen")]),
    ([], [("", "not_an_object")]),
    ("text", [("", "not_an_object")]),
    (None, [("", "not_an_object")]),
    (FIRST | {"wbc": 3}, [("wbc", "unknown_key")]),
    (FIRST | {"genetics.bcr_abl1": "detected"}, [("genetics·bcr_abl1", "unknown_key")]),
    (FIRST | {"format": "allcounsel-case/2"}, [("format", "unknown_format")]),
    (FIRST | {"wbc_at_diagnosis": 20}, [("wbc_at_diagnosis", "wrong_type")]),
    (FIRST | {"wbc_at_diagnosis": {"value": 50000}}, [("wbc_at_diagnosis.unit", "missing_unit")]),
    (FIRST | {"wbc_at_diagnosis": {"unit": "/uL"}}, [("wbc_at_diagnosis.value", "missing_value")]),
    (FIRST | {"wbc_at_diagnosis": {"value": 5, "unit": "g/L"}}, [("wbc_at_diagnosis.unit", "unknown_unit")]),
    (
        FIRST | {"wbc_at_diagnosis": {"value": "5", "unit": "/uL"}},
        [("wbc_at_diagnosis.value", "not_a_number")],
    ),
    (
        FIRST | {"wbc_at_diagnosis": {"value": True, "unit": "/uL"}},
        [("wbc_at_diagnosis.value", "not_a_number")],
    ),
    (FIRST | {"wbc_at_diagnosis": {"value": 0, "unit": "/uL"}}, [("wbc_at_diagnosis.value", "out_of_range")]),
    (
        FIRST | {"wbc_at_diagnosis": {"value": -1, "unit": "/uL"}},
        [("wbc_at_diagnosis.value", "out_of_range")],
    ),
    (
        FIRST | {"wbc_at_diagnosis": {"value": 42000, "unit": "10*9/L"}},
        [("wbc_at_diagnosis.value", "out_of_range")],
    ),
    (
        FIRST | {"wbc_at_diagnosis": {"value": 3000001, "unit": "/uL"}},
        [("wbc_at_diagnosis.value", "out_of_range")],
    ),
    (FIRST | {"age_at_diagnosis": {"months": 3}}, [("age_at_diagnosis.years", "missing_years")]),
    (FIRST | {"age_at_diagnosis": {"years": Decimal("4.5")}}, [("age_at_diagnosis.years", "not_whole")]),
    (FIRST | {"age_at_diagnosis": {"years": 41}}, [("age_at_diagnosis.years", "out_of_range")]),
    (FIRST | {"age_at_diagnosis": {"years": 4, "months": 12}}, [("age_at_diagnosis.months", "out_of_range")]),
    (FIRST | {"age_at_diagnosis": 4}, [("age_at_diagnosis", "wrong_type")]),
    (FIRST | {"lineage": "B"}, [("lineage", "not_an_option")]),
    (FIRST | {"lineage": True}, [("lineage", "wrong_type")]),
    (FIRST | {"genetics": "none"}, [("genetics", "wrong_type")]),
    (FIRST | {"genetics": {"bcr_abl": "detected"}}, [("genetics.bcr_abl", "unknown_key")]),
    (
        FIRST | {"genetics": {"bcr_abl1": {"method": "FISH"}}},
        [("genetics.bcr_abl1.result", "missing_result")],
    ),
    (FIRST | {"genetics": {"bcr_abl1": "negative"}}, [("genetics.bcr_abl1", "not_an_option")]),
    (FIRST | {"genetics": {"chromosome_number": 19}}, [("genetics.chromosome_number", "out_of_range")]),
    (
        FIRST | {"genetics": {"chromosome_number": Decimal("44.5")}},
        [("genetics.chromosome_number", "not_whole")],
    ),
    (FIRST | {"slow_response": "yes"}, [("slow_response_definition", "missing_definition")]),
    (
        FIRST | {"end_of_induction": {"mrd": {"percent": 0, "method": "flow"}}},
        [("end_of_induction.mrd.percent", "percent_zero")],
    ),
    (
        FIRST | {"end_of_induction": {"mrd": {"percent": 101, "method": "flow"}}},
        [("end_of_induction.mrd.percent", "out_of_range")],
    ),
    (
        FIRST | {"end_of_induction": {"mrd": {"percent": 1}}},
        [("end_of_induction.mrd.method", "missing_method")],
    ),
    (
        FIRST | {"end_of_induction": {"mrd": {"method": "pcr"}}},
        [("end_of_induction.mrd.percent", "missing_percent")],
    ),
    (
        FIRST | {"end_of_induction": {"mrd": {"percent": 1, "below": 1, "method": "pcr"}}},
        [("end_of_induction.mrd.percent", "percent_and_below")],
    ),
    (FIRST | {"date_of_diagnosis": "2026-02-30"}, [("date_of_diagnosis", "not_a_date")]),
    (FIRST | {"date_of_diagnosis": "20260228"}, [("date_of_diagnosis", "not_a_date")]),
    (FIRST | {"date_of_diagnosis": "2026-11-02"}, [("date_of_diagnosis", "date_in_future")]),
    (
        FIRST | {"date_of_birth": "2026-03-02", "date_of_diagnosis": "2026-03-01"},
        [("date_of_diagnosis", "dates_in_wrong_order")],
    ),
    (
        FIRST | {"date_of_birth": "1985-03-02", "date_of_diagnosis": "2026-03-02"},
        [("date_of_diagnosis", "out_of_range")],
    ),
    (
        FIRST
        | {
            "date_of_birth": "2020-03-02",
            "date_of_diagnosis": "2026-03-02",
            "age_at_diagnosis": {"years": 5},
        },
        [("age_at_diagnosis", "age_and_dates_disagree")],
    ),
    ({"situation": "relapse", "relapse": {"sites": []}}, [("relapse.sites", "empty_list")]),
    ({"situation": "relapse", "relapse": {"sites": ["liver"]}}, [("relapse.sites.0", "not_an_option")]),
    ({"situation": "relapse", "relapse": {"sites": ["cns", "cns"]}}, [("relapse.sites.1", "repeated")]),
    ({"situation": "relapse", "relapse": {"number": 0}}, [("relapse.number", "out_of_range")]),
    (
        {"situation": "relapse", "relapse": {"date": "2024-01-01", "first_remission": "2024-02-01"}},
        [("relapse.date", "dates_in_wrong_order")],
    ),
    (
        {
            "situation": "relapse",
            "relapse": {"date": "2024-01-01", "end_of_treatment": "2023-01-01", "on_treatment": "yes"},
        },
        [("relapse.on_treatment", "contradiction")],
    ),
    (
        FIRST | {"expected": {"genetics.nothing": "2026-12-01"}},
        [("expected.genetics.nothing", "unknown_key")],
    ),
    (FIRST | {"expected": {"lineage": "soon"}}, [("expected.lineage", "not_a_date")]),
    (FIRST | {"label": "x" * 41}, [("label", "too_long")]),
    (FIRST | {"label": "two\nlines"}, [("label", "control_character")]),
    (FIRST | {"label": 7}, [("label", "not_text")]),
    (FIRST | {"team_group": {"protocol": "x" * 501}}, [("team_group.protocol", "too_long")]),
]


@pytest.mark.parametrize(("document", "expected"), BAD, ids=lambda value: str(value)[:60])
def test_bad_input_is_named_at_its_path(document, expected):
    assert problems(document) == expected


def test_every_problem_of_a_document_is_told_at_once():
    document = {"lineage": "B", "genetics": {"iamp21": 1}, "wbc_at_diagnosis": {"value": -3}}
    assert [field for field, _ in problems(document)] == [
        "lineage",
        "genetics.iamp21",
        "wbc_at_diagnosis.unit",
        "situation",
    ]


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_a_number_without_a_finite_value_is_named(name):
    text = '{"situation": "first_treatment", "wbc_at_diagnosis": {"value": %s, "unit": "/uL"}}' % name  # noqa: UP031
    assert problems(parse_json(text)) == [("wbc_at_diagnosis.value", "not_finite")]


@pytest.mark.parametrize("value", ["1e400", "1e-400", "9" * 5000, "1e999999999"])
def test_huge_and_tiny_numbers_end_in_a_sentence(value):
    text = '{"situation": "first_treatment", "wbc_at_diagnosis": {"value": %s, "unit": "/uL"}}' % value  # noqa: UP031
    assert problems(parse_json(text)) == [("wbc_at_diagnosis.value", "out_of_range")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("{", "not_json"),
        ("[" * 100_000, "not_json"),
        ("{'a': 1}", "not_json"),
    ],
)
def test_what_is_not_json_is_refused_in_one_line(text, code):
    with pytest.raises(InputRefusedError) as refused:
        parse_json(text)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert "\n" not in refused.value.problems[0].message


def test_a_key_that_stands_twice_is_refused():
    text = '{"situation": "first_treatment", "lineage": "b_cell", "lineage": "t_cell"}'
    assert problems(parse_json(text)) == [("lineage", "repeated_key")]


def test_a_key_that_stands_twice_inside_an_object_is_refused():
    text = '{"situation": "first_treatment", "wbc_at_diagnosis": {"value": 5, "value": 6, "unit": "/uL"}}'
    assert problems(parse_json(text)) == [("wbc_at_diagnosis.value", "repeated_key")]


def test_a_misspelt_key_is_answered_with_the_likely_one():
    read = read_case(FIRST | {"linage": "b_cell"}, release().dictionary, TODAY)
    assert "Did you mean 'lineage'?" in read.problems[0].message


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("mll", "kmt2a_r"),
        ("mll_r", "kmt2a_r"),
        ("bcr_abl", "bcr_abl1"),
        ("e2a_hlf", "tcf3_hlf"),
        ("e2a_pbx1", "tcf3_pbx1"),
        ("tel_aml1", "etv6_runx1"),
    ],
)
def test_an_old_gene_name_is_answered_with_todays_name(old, today):
    found = read_case(FIRST | {"genetics": {old: "detected"}}, release().dictionary, TODAY).problems
    (message,) = [problem.message for problem in found]
    assert message == f"genetics.{old}: this key is not known. Did you mean 'genetics.{today}'?"


def test_what_is_left_out_is_not_known():
    assert case(FIRST).get("lineage") is Absent.UNKNOWN


def test_pending_and_unknown_are_allowed_for_objects_and_dates_too():
    read = case(
        FIRST
        | {
            "genetics": "pending",
            "end_of_induction": "unknown",
            "date_of_diagnosis": "unknown",
            "wbc_at_diagnosis": "pending",
            "day8_blood_mrd": "pending",
        }
    )
    assert read.get("genetics.bcr_abl1") is Absent.PENDING
    assert read.get("end_of_induction.mrd") is Absent.UNKNOWN
    assert read.get("wbc_at_diagnosis") is Absent.PENDING


def test_the_birth_date_becomes_an_age_and_is_dropped():
    read = case(FIRST | {"date_of_birth": "2021-02-28", "date_of_diagnosis": "2026-04-14"})
    assert read.get("age_at_diagnosis") == Age(5, 1)
    assert "date_of_birth" not in read.answers
    assert "2021" not in to_json(write_case(read, release().dictionary))


@pytest.mark.parametrize(
    ("born", "diagnosed", "age"),
    [
        ("2024-02-29", "2025-02-28", Age(0, 11)),
        ("2024-02-29", "2025-03-01", Age(1, 0)),
        ("2020-02-29", "2024-02-29", Age(4, 0)),
        ("2016-03-10", "2026-03-09", Age(9, 11)),
        ("2016-03-10", "2026-03-10", Age(10, 0)),
        ("2026-03-10", "2026-03-10", Age(0, 0)),
        ("2025-12-31", "2026-02-28", Age(0, 1)),
    ],
)
def test_birthdays_are_those_of_the_calendar(born, diagnosed, age):
    assert (
        case(FIRST | {"date_of_birth": born, "date_of_diagnosis": diagnosed}).get("age_at_diagnosis") == age
    )


@pytest.mark.parametrize(
    ("count", "per_litre"),
    [
        (WhiteCount(Decimal("49.95"), "10*9/L"), Decimal("49.95")),
        (WhiteCount(Decimal("49.95"), "10*3/uL"), Decimal("49.95")),
        (WhiteCount(Decimal(49999), "/uL"), Decimal("49.999")),
    ],
)
def test_a_count_is_the_same_in_each_unit_and_never_rounded(count, per_litre):
    assert count.per_litre == per_litre
    assert count.per_microlitre == per_litre * 1000


@given(st.decimals(min_value="0.001", max_value="2999", places=30))
def test_a_count_survives_writing_and_reading_digit_for_digit(value):
    document = FIRST | {"wbc_at_diagnosis": {"value": value, "unit": "10*9/L"}}
    written = to_json(write_case(case(document), release().dictionary))
    assert case(parse_json(written)).get("wbc_at_diagnosis") == WhiteCount(value, "10*9/L")


def test_a_case_is_the_same_after_writing_and_reading():
    document = ALL_CLEAR | {
        "label": "Practice 01",
        "genetics": {"bcr_abl1": {"result": "detected", "method": "FISH"}, "chromosome_number": 46},
        "end_of_induction": {"date": "2026-05-12", "mrd": {"percent": Decimal("0.05"), "method": "pcr"}},
        "medicines": ["vincristine", "tki"],
        "expected": {"lineage": "2026-12-24"},
        "team_group": {"group": "high", "protocol": "ours", "reason": "as counted"},
    }
    first = case(document)
    assert first.get("genetics.bcr_abl1") == GeneResult("detected", "FISH")
    assert first.get("end_of_induction.mrd") == Mrd("pcr", percent=Decimal("0.05"))
    assert first.expected == {"lineage": date(2026, 12, 24)}
    assert case(parse_json(laid_out(write_case(first, release().dictionary)))) == first


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from(
    [*release().dictionary.by_id, "genetics", "relapse", "end_of_induction", "expected", "format"]
)


@given(st.dictionaries(KEYS, ANYTHING, max_size=6))
def test_any_document_is_read_or_refused_with_sentences(document):
    read = read_case(document, release().dictionary, TODAY)
    assert (read.case is None) == bool(read.problems)
    for problem in read.problems:
        assert problem.message.strip()
        assert problem.message.isprintable()
        assert problem.code
