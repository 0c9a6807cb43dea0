"""Addresses: which texts Telegram accepts as a link, and links to bots and people."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+$|localhost$|\d+(?:\.\d+){3}$")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}$")


@dataclass(frozen=True, slots=True)
class DeepLink:
    """A link to a bot; `is_for_group` adds the bot to a group, as an admin if `rights` names the rights it asks for."""

    username: str
    payload: str
    is_for_group: bool = False
    rights: tuple[str, ...] = ()


def checked_link(target: str) -> str:
    """Return the address with scheme and path, as Telegram completes it; empty if it is no address."""
    target = target.strip()
    if target.startswith(("tg://", "ton://", "mailto:", "tel:")):
        return target
    full = target if "://" in target else f"http://{target}"
    try:
        parts = urlsplit(full)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not _DOMAIN.match(host) or " " in parts.netloc:
        return ""
    return full if parts.path or parts.query or parts.fragment else f"{full}/"


def user_id_of_link(target: str) -> int | None:
    """Return the user id in `tg://user?id=...`, or None."""
    match = re.match(r"tg://user/?\?id=(\d+)$", target)
    return int(match.group(1)) if match else None


def deep_link(link: str) -> DeepLink | None:
    """Parse `https://t.me/BOT?start=PAYLOAD` or `?startgroup=PAYLOAD&admin=RIGHT+RIGHT`; None for other links."""
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
    except ValueError:
        return None
    query = parse_qs(parts.query, keep_blank_values=True)
    if parts.scheme == "tg":
        username = query.get("domain", [""])[0]
    elif parts.hostname in ("t.me", "telegram.me"):
        username = parts.path.strip("/")
    else:
        return None
    is_for_group = "startgroup" in query
    payload = query.get("startgroup" if is_for_group else "start", [""])[0]
    if not username or (payload and not _PAYLOAD.match(payload)):
        return None
    rights = query.get("admin", [""])[0].split() if is_for_group else []
    return DeepLink(username, payload, is_for_group, tuple(rights))
