"""Sender: the function in which somebody sends a notice, with municipality, group or branch; never a person."""

from dataclasses import dataclass

from alerts.branch import Branch
from alerts.role import Function, Role


@dataclass(frozen=True, slots=True)
class Sender:
    """The author of a notice as recipients see them, fixed when it is composed.

    `label` is a function in words of its own; without it `function` counts, else the name of the role. `place` is the
    municipality, or for a KVO manager the group; empty where the role covers several. The audit record keeps who it
    was.
    """

    role: Role
    function: Function | None = None
    label: str | None = None
    place: str = ""
    branch: Branch | None = None

    @property
    def is_police(self) -> bool:
        """Whether the sender is the police; others send a notice in alignment with them."""
        return self.role is Role.POLICE
