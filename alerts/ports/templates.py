"""The port for templates: acute notices that are approved beforehand."""

from datetime import datetime
from typing import Protocol

from alerts.alert import AlertContent
from alerts.ids import MemberId, TemplateId
from alerts.template import Template


class Templates(Protocol):
    """The repository of templates."""

    async def add(self, author: MemberId, content: AlertContent, now: datetime) -> Template:
        """Store a new template, not approved yet; it gets a date on which it ends."""

    async def get(self, template: TemplateId) -> Template:
        """The template with this id. Raises NotFound."""

    async def all_open(self, now: datetime) -> list[Template]:
        """The templates that have not ended, oldest first; the caller checks the scope."""

    async def forget_ended(self, now: datetime) -> int:
        """Erase the words of templates that have ended; return how many still had any."""

    async def save(self, template: Template) -> Template:
        """Store the template; return it with its next version. Raises Conflict when the version is not current any
        more."""
