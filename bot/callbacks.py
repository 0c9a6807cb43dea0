"""Button data: `verb:entity:version`. It says what was meant, never who may."""

from dataclasses import dataclass

from bot.message import Button

LIMIT_BYTES = 64


@dataclass(frozen=True, slots=True)
class Press:
    """What a button stands for."""

    verb: str
    entity: str = ""
    version: int = 0

    def pack(self) -> str:
        """As `callback_data`. Raises ValueError over Telegram's 64 bytes."""
        data = f"{self.verb}:{self.entity}:{self.version}"
        if len(data.encode()) > LIMIT_BYTES:
            raise ValueError(f"button data over {LIMIT_BYTES} bytes: {self.verb}")
        return data

    @property
    def entity_id(self) -> int:
        """The entity as a number."""
        return safe_id(self.entity)


def safe_id(text: str) -> int:
    """The number in a button; 0, which nothing has, for what an altered client sent."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def read_press(data: str | None) -> Press | None:
    """The press in `callback_data`, or None when it is not ours."""
    parts = (data or "").split(":")
    if len(parts) != 3 or not parts[2].isascii() or not parts[2].isdigit() or len(parts[2]) > 18:
        return None
    return Press(parts[0], parts[1], int(parts[2]))


def button(label: str, verb: str, entity: str | int = "", version: int = 0) -> Button:
    """A button that sends a press."""
    return Button(label, data=Press(verb, str(entity), version).pack())
