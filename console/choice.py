"""A choice: one entry of a list, of radio buttons or of buttons, from which somebody chooses; and a list of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry to choose: `key` is what the form sends, `label` its words."""

    key: str
    label: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Select:
    """A list to choose from, by the name of its field."""

    name: str
    label: str
    choices: tuple[Choice, ...]
