"""Templates in storage."""

from datetime import datetime
from typing import Protocol

from alerts.alert import AlertContent
from alerts.ids import MemberId, TemplateId
from alerts.template import Template


class Templates(Protocol):
    """Acute notices that were written beforehand."""

    async def add(self, author: MemberId, content: AlertContent, now: datetime) -> Template:
        """A new one, which nobody approved yet; it ends by itself."""

    async def get(self, template: TemplateId) -> Template:
        """One of them. Raises NotFound."""

    async def all_open(self, now: datetime) -> list[Template]:
        """Those that did not end, oldest first; the caller asks the scope."""

    async def forget_ended(self, now: datetime) -> int:
        """Erase the words of those that ended; return how many had any."""

    async def save(self, template: Template) -> Template:
        """Store it with the next version. Raises Conflict when somebody did first."""
