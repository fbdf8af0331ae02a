"""The laptop's clock: the only place that reads the day and the hour; everything else can be replayed."""

from __future__ import annotations

from datetime import UTC, date, datetime


class SystemClock:
    """The port ``Clock``."""

    def today(self) -> date:
        """The day where this laptop stands."""
        return self.now().date()

    def now(self) -> datetime:
        """The moment, with the zone of this laptop."""
        return datetime.now(UTC).astimezone()
