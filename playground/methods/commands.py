"""A bot's profile: command menus by scope and language, menu button, descriptions."""

import re

from playground.errors import Json, bad_request
from playground.methods.call import Call, Method

MOST_COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}$")
_LANGUAGE = re.compile(r"([a-z]{2})?$")
_SIMPLE = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_LONGEST = {"description": 512, "short_description": 120, "name": 64}


def set_my_commands(call: Call) -> bool:
    """Set the menu of one scope and language; an empty one deletes it."""
    commands = [_command(value) for value in call.params.objects("commands")]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = (_scope(call), _language(call))
    if commands:
        call.bot.profile.commands[key] = commands
    else:
        call.bot.profile.commands.pop(key, None)
    call.world.events.add("commands", bot=call.bot.id, scope=key[0], language_code=key[1])
    return True


def delete_my_commands(call: Call) -> bool:
    """Delete the menu of a scope and language; the next wider scope applies again."""
    key = (_scope(call), _language(call))
    call.bot.profile.commands.pop(key, None)
    call.world.events.add("commands", bot=call.bot.id, scope=key[0], language_code=key[1])
    return True


def get_my_commands(call: Call) -> list[Json]:
    """Return the menu of exactly one scope and language."""
    return call.bot.profile.commands.get((_scope(call), _language(call)), [])


def set_chat_menu_button(call: Call) -> bool:
    """Set the button left of the input field, for one private chat or for all."""
    button = call.params.object("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("unsupported MenuButton type")
    call.bot.profile.menu_buttons[_button_place(call)] = button
    call.world.events.add("commands", bot=call.bot.id, menu_button=button)
    return True


def get_chat_menu_button(call: Call) -> Json:
    """Return the menu button of one private chat, or the default one."""
    buttons = call.bot.profile.menu_buttons
    default: Json = buttons.get(0, {"type": "commands"})
    button: Json = buttons.get(_button_place(call), default)
    return default if button["type"] == "default" and default["type"] != "default" else button


def _button_place(call: Call) -> int:
    if not call.params.has("chat_id"):
        return 0
    chat = call.known_chat()
    if not chat.is_private:
        raise bad_request("chat not found")
    return chat.id


def _command(value: Json) -> Json:
    name, description = str(value.get("command", "")).removeprefix("/"), str(value.get("description", ""))
    if not _COMMAND.match(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description.strip():
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(description) > 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _language(call: Call) -> str:
    code = call.params.text("language_code")
    if not _LANGUAGE.match(code):
        raise bad_request("invalid language code specified")
    return code


def _scope(call: Call) -> str:
    """Return the scope as one string: its type, then chat and user if it has them."""
    scope = call.params.object("scope") or {"type": "default"}
    kind = str(scope.get("type", ""))
    if kind in _SIMPLE:
        return kind
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request("unsupported type specified")
    chat = call.world.known_chat(call.bot, scope.get("chat_id"))
    if kind == "chat":
        return f"chat:{chat.id}"
    if chat.is_private:
        raise bad_request("chat scope is not available for private chats")
    if kind == "chat_administrators":
        return f"chat_administrators:{chat.id}"
    user_id = scope.get("user_id")
    if not isinstance(user_id, int) or user_id not in chat.members:
        raise bad_request("user not found")
    return f"chat_member:{chat.id}:{user_id}"


def _setter(kind: str) -> Method:
    def set_text(call: Call) -> bool:
        text = call.params.text(kind)
        if len(text) > _LONGEST[kind]:
            raise bad_request(f"{kind.replace('_', ' ')} is too long")
        call.bot.profile.texts[kind, _language(call)] = text
        return True

    return set_text


def _getter(kind: str) -> Method:
    def get_text(call: Call) -> Json:
        texts = call.bot.profile.texts
        default = call.bot.first_name if kind == "name" else ""
        return {kind: texts.get((kind, _language(call))) or texts.get((kind, "")) or default}

    return get_text


METHODS: dict[str, Method] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
}
