"""Template (sjabloon): an acute notice that the police write and approve beforehand, to be sent in two taps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from alerts.alert import AlertContent, IncidentKind
from alerts.errors import Rejected
from alerts.example_text import check_filled
from alerts.ids import MemberId, TemplateId
from alerts.modus_operandi import TYPED_MO_FIELD
from alerts.severity import Severity
from alerts.typed_text import check, check_together

LASTS = timedelta(days=183)  # ours: half a year, as a shop is attested
_OF_SENDING: Mapping[str, Any] = {"occurred_at": None, "time_of_day": None, "sender": None}


@dataclass(frozen=True, slots=True)
class Template:
    """A template. It can be sent once it is approved, until `ends_at` or until somebody ends it.

    Place, reach, branches and label are part of it; the time that an alert lasts begins when it is sent.
    """

    id: TemplateId
    content: AlertContent
    author_id: MemberId
    created_at: datetime
    ends_at: datetime
    version: int
    approved_by: MemberId | None = None
    approved_at: datetime | None = None
    grounds: str | None = None

    def is_over(self, now: datetime) -> bool:
        """Whether the template has ended."""
        return self.ends_at <= now

    def can_be_sent(self, now: datetime) -> bool:
        """Whether a colleague approved it and it has not ended."""
        return self.approved_at is not None and not self.is_over(now)

    def content_at(self, now: datetime) -> AlertContent:
        """Return the content when it is sent now: it has just happened, and it is live for as long as its severity
        lasts."""
        at = now.replace(second=0, microsecond=0)
        return replace(self.content, occurred_at=at, time_of_day=None, until=at + self.content.severity.lasts)

    def says(self, content: AlertContent) -> bool:
        """Whether the content is that of this template, apart from its times and its sender."""
        return replace(content, until=self.content.until, **_OF_SENDING) == self.content


def template_content(content: AlertContent) -> AlertContent:
    """Return the content of a notice as a template: without when it happened and who sends it. Raises Rejected when it
    is not acute, a drill or has an open placeholder, and InvalidText for what may not be shared."""
    if content.severity is not Severity.P1 or content.kind is IncidentKind.PREVENTION or content.is_drill:
        raise Rejected("template-p1")
    check_filled(content.what)
    check_words(content)
    return replace(content, **_OF_SENDING)


def check_words(content: AlertContent) -> None:
    """Raise InvalidText for what may not be shared: the rules may have become stricter since it was written."""
    check(content.what)
    notes = content.mo.get(TYPED_MO_FIELD, "")
    check(notes)
    check_together(content.what, notes)
