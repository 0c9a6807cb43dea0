"""Archive (archief): the notices that were sent, and what somebody looks for among them."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from alerts.alert import Alert, IncidentKind
from alerts.branch import Branch

MOST_TYPED = 36  # signs; what is looked for travels in the button of the next page


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; empty fields leave nothing out. `typed`: as it was typed, folded; `number`: the end of a
    number; `branches`: by the word that may mean them; `first` and `last`: local days on which it was sent."""

    typed: str = ""
    number: str = ""
    words: tuple[str, ...] = ()
    branches: Mapping[str, Branch] | None = None
    first: date | None = None
    last: date | None = None

    def fits(self, alert: Alert, kinds: Mapping[IncidentKind, str], zone: ZoneInfo) -> bool:
        """Whether this is what is looked for. `kinds` are the folded names of the kinds."""
        if alert.sent_at is None or not (alert.number or "").endswith(self.number):
            return False
        sent = alert.sent_at.astimezone(zone).date()
        if (self.first is not None and sent < self.first) or (self.last is not None and sent > self.last):
            return False
        content = alert.content
        place = f"{content.place.pc4 or ''} {content.place_words}"
        text = folded(f"{alert.number} {content.what} {place} {kinds.get(content.kind, '')}")
        meant = self.branches or {}
        return all(one in text or meant.get(one) in content.branches for one in self.words)


def folded(text: str) -> str:
    """Return the text without capitals and accents, with single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def ends_on(alert: Alert, now: datetime) -> bool:
    """Whether the notice is over: ended, retracted, or past its time."""
    return alert.ended_at is not None or alert.content.until <= now
