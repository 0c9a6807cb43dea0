"""Inline buttons and reply keyboards, validated as Telegram does."""

from dataclasses import dataclass

from playground.errors import Json, bad_request
from playground.links import checked_link
from playground.params import Params

MOST_BUTTONS = 100
_ACTIONS = frozenset(
    [
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    ]
)
STYLES = ("danger", "success", "primary")
LONGEST_COPY = 256
_COMPLAINT = "can't parse reply keyboard markup JSON object"


@dataclass(frozen=True, slots=True)
class Markup:
    """The parsed `reply_markup`: inline buttons, a reply keyboard, its removal, or nothing."""

    buttons: list[list[Json]] | None = None
    keyboard: Json | None = None
    remove: bool = False
    force_reply: bool = False
    selective: bool = False

    @property
    def bars_edits(self) -> bool:
        """Whether the message cannot be edited later, because its markup is not inline buttons."""
        return self.keyboard is not None or self.remove or self.force_reply


def read_markup(params: Params) -> Markup:
    """Parse the markup of a call. Raises ApiRefusal."""
    value = params.structure("reply_markup", _COMPLAINT)
    if not value:
        return Markup()
    if not isinstance(value, dict):
        raise bad_request("object expected as reply markup")
    selective = value.get("selective") is True
    if "inline_keyboard" in value:
        return Markup(buttons=_inline(value["inline_keyboard"]) or None)
    if "keyboard" in value:
        return Markup(keyboard=_reply_keyboard(value), selective=selective)
    return Markup(
        remove=value.get("remove_keyboard") is True,
        force_reply=value.get("force_reply") is True,
        selective=selective,
    )


def _rows(value: object, name: str) -> list[list[object]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return [row for row in value if row]


def _inline(value: object) -> list[list[Json]]:
    rows = [[_inline_button(button) for button in row] for row in _rows(value, "inline_keyboard")]
    if sum(map(len, rows)) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _inline_button(value: object) -> Json:
    where = "can't parse inline keyboard button"
    if not isinstance(value, dict):
        raise bad_request(f"{where}: InlineKeyboardButton must be an Object")
    if not isinstance(value.get("text"), str):
        raise bad_request(f'{where}: Can\'t find field "text"')
    if not value["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    actions = _ACTIONS & value.keys()
    if not actions:
        raise bad_request(f"{where}: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    data = value.get("callback_data")
    if "callback_data" in value and not (isinstance(data, str) and 1 <= len(data.encode()) <= 64):
        raise bad_request("BUTTON_DATA_INVALID")
    url = str(value.get("url", ""))
    if "url" in value and not checked_link(url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    _check_web_app(value)
    _check_looks(value)
    kept = actions | ({"style"} & value.keys())
    return {"text": value["text"], **{name: value[name] for name in kept}}


def _check_web_app(button: Json) -> None:
    """Check the web app that a button opens. Raises ApiRefusal."""
    if "web_app" not in button:
        return
    app = button["web_app"]
    url = app.get("url") if isinstance(app, dict) else None
    if not isinstance(url, str) or not url.startswith("https://") or not checked_link(url):
        raise bad_request(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def _check_looks(button: Json) -> None:
    """Check the style of a button and the text that it copies. Raises ApiRefusal."""
    if button.get("style") not in (None, *STYLES):
        raise bad_request("invalid button style specified")
    copied = button.get("copy_text")
    if "copy_text" in button and not (
        isinstance(copied, dict) and isinstance(copied.get("text"), str) and 1 <= len(copied["text"]) <= LONGEST_COPY
    ):
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _reply_keyboard(value: Json) -> Json:
    rows = [[_reply_button(button) for button in row] for row in _rows(value["keyboard"], "keyboard")]
    keyboard: Json = {
        "rows": rows,
        "one_time": value.get("one_time_keyboard") is True,
        "persistent": value.get("is_persistent") is True,
    }
    if value.get("input_field_placeholder"):
        keyboard["placeholder"] = str(value["input_field_placeholder"])
    return keyboard


def _reply_button(value: object) -> Json:
    if isinstance(value, str):
        return {"text": value}
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    wishes = ("request_location", "request_contact")
    return {"text": value["text"], **{wish: True for wish in wishes if value.get(wish) is True}}
