"""The port for example texts of municipalities."""

from collections.abc import Sequence
from typing import Protocol

from alerts.example_text import ExampleContent, ExampleText
from alerts.ids import ExampleId, MemberId


class ExampleTexts(Protocol):
    """The repository of example texts."""

    async def add(self, content: ExampleContent, author: MemberId) -> ExampleText:
        """Store a new example."""

    async def get(self, example: ExampleId) -> ExampleText:
        """Return an example. Raises NotFound."""

    async def save(self, example: ExampleId, content: ExampleContent, version: int) -> ExampleText:
        """Store the content; return it with its next version. Raises Conflict when the version is not current."""

    async def remove(self, example: ExampleId, version: int) -> None:
        """Remove an example. Raises Conflict when the version is not current."""

    async def all(self) -> Sequence[ExampleText]:
        """Every example, newest first."""
