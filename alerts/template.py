"""Template (sjabloon): an acute notice that the police wrote and approved beforehand, to be sent in two taps."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from alerts.alert import AlertContent, IncidentKind
from alerts.errors import Rejected
from alerts.guard import check
from alerts.ids import MemberId, TemplateId
from alerts.mo import TYPED_MO_FIELD
from alerts.severity import Severity

LASTS = timedelta(days=183)  # ours: half a year, as a shop is attested


@dataclass(frozen=True, slots=True)
class Template:
    """One of them. It waits for an approval, and can be sent from then on, until `ends_at` or until somebody ends it.

    Place, reach, branches and label are part of it; until when it counts begins when it is sent.
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
        """Whether it ended."""
        return self.ends_at <= now

    def can_be_sent(self, now: datetime) -> bool:
        """Whether a colleague approved it, and it did not end."""
        return self.approved_at is not None and not self.is_over(now)

    def content_at(self, now: datetime) -> AlertContent:
        """What is said when it is sent now: for as long as its severity lasts."""
        return replace(self.content, until=(now + self.content.severity.lasts).replace(second=0, microsecond=0))

    def says(self, content: AlertContent) -> bool:
        """Whether that is this template, whenever it was made ready."""
        return replace(content, until=self.content.until) == self.content


def template_content(content: AlertContent) -> AlertContent:
    """What becomes of a notice as a template: without when it happened. Raises Rejected for what is not acute, and
    InvalidText for what may not be shared."""
    if content.severity is not Severity.P1 or content.kind is IncidentKind.PREVENTION:
        raise Rejected("template-p1")
    check_words(content)
    return replace(content, occurred_at=None)


def check_words(content: AlertContent) -> None:
    """Raise InvalidText for what may not be shared: rules may have become stricter since it was written."""
    check(content.what)
    check(content.mo.get(TYPED_MO_FIELD, ""))
