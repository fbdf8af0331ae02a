"""Which editor answers which kind of question; the only place that knows them all."""

from __future__ import annotations

from collections.abc import Mapping

from allcounsel.domain.feature import Feature, FeatureKind
from allcounsel.ui.wizard.fields.age import AgeField
from allcounsel.ui.wizard.fields.base import FieldEditor, Tools
from allcounsel.ui.wizard.fields.choice import ChoiceField, MultiField
from allcounsel.ui.wizard.fields.day import BirthDayField, DayField
from allcounsel.ui.wizard.fields.gene import GeneField
from allcounsel.ui.wizard.fields.mrd import MrdField
from allcounsel.ui.wizard.fields.number import IntegerField, NumberField
from allcounsel.ui.wizard.fields.text import TextField
from allcounsel.ui.wizard.fields.white_count import WhiteCountField

EDITORS: Mapping[FeatureKind, type[FieldEditor]] = {
    FeatureKind.CHOICE: ChoiceField,
    FeatureKind.MULTI: MultiField,
    FeatureKind.GENE: GeneField,
    FeatureKind.AGE: AgeField,
    FeatureKind.BIRTH_DATE: BirthDayField,
    FeatureKind.DATE: DayField,
    FeatureKind.WHITE_COUNT: WhiteCountField,
    FeatureKind.MRD: MrdField,
    FeatureKind.INTEGER: IntegerField,
    FeatureKind.NUMBER: NumberField,
    FeatureKind.TEXT: TextField,
}


def editor_for(tools: Tools, feature: Feature) -> FieldEditor:
    """A new editor for a question."""
    return EDITORS[feature.kind](tools, feature)
