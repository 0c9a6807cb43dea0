"""Button data: `verb:entity:version`. It says what was meant, and never gives a right to do it."""

from dataclasses import dataclass

from bot.conversation.message import Button, Style

LIMIT_BYTES = 64


@dataclass(frozen=True, slots=True)
class Press:
    """The action that a button stands for."""

    verb: str
    entity: str = ""
    version: int = 0

    def pack(self) -> str:
        """Return it as `callback_data`. Raises ValueError over Telegram's 64 bytes."""
        data = f"{self.verb}:{self.entity}:{self.version}"
        if len(data.encode()) > LIMIT_BYTES:
            raise ValueError(f"button data over {LIMIT_BYTES} bytes: {self.verb}")
        return data

    @property
    def entity_id(self) -> int:
        """The entity as a number; 0 when it is none."""
        return safe_id(self.entity)


def safe_id(text: str) -> int:
    """Parse the id in a button; 0, which nothing has, for what an altered client sent."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def read_press(data: str | None) -> Press | None:
    """Parse `callback_data`; None when it is not in our form."""
    parts = (data or "").split(":")
    if len(parts) != 3 or not parts[2].isascii() or not parts[2].isdigit() or len(parts[2]) > 18:
        return None
    return Press(parts[0], parts[1], int(parts[2]))


def button(label: str, verb: str, entity: str | int = "", version: int = 0, *, style: Style | None = None) -> Button:
    """Make a button that sends a press."""
    return Button(label, data=Press(verb, str(entity), version).pack(), style=style)


# One button may carry several ids (`12.34`); what an altered client sends becomes 0, which nothing has.


def ids(press: Press, count: int) -> tuple[int, ...]:
    """Return the ids of the pressed button (`12.34`); all 0 unless there are exactly `count`."""
    return ids_in(press.entity, count)


def ids_in(entity: str, count: int) -> tuple[int, ...]:
    """Return the ids in an entity (`12.34`); all 0 unless there are exactly `count`."""
    numbers = [safe_id(part) for part in entity.split(".")]
    return tuple(numbers) if len(numbers) == count else (0,) * count


def id_and_choice(press: Press) -> tuple[int, str]:
    """Return the id and the key of a button like `12.optician`."""
    number, _, choice = press.entity.partition(".")
    return safe_id(number), choice
