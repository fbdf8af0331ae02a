"""Names for the different kinds of identifier, so that a rule id is never taken for a feature id."""

from __future__ import annotations

from typing import NewType

FeatureId = NewType("FeatureId", str)
"""Dotted path of a question in the case file, such as ``genetics.bcr_abl1``."""

RuleId = NewType("RuleId", str)
"""Row of the evidence tables, such as ``P4`` or ``R10``."""

GroupId = NewType("GroupId", str)
NodeId = NewType("NodeId", str)
SourceId = NewType("SourceId", str)
EvidenceId = NewType("EvidenceId", str)
"""One fact of the evidence file, such as ``S3-35``; resolves to a source."""

TextKey = NewType("TextKey", str)
"""Where a sentence stands in ``seeds/texts/<lang>/``: file and keys joined by dots."""
