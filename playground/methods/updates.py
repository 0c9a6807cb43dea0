"""getMe, and the delivery of updates by polling or by webhook."""

from urllib.parse import urlsplit

from playground.errors import Json, bad_request, conflict
from playground.methods.call import Call, Method
from playground.shapes import bot_shape
from playground.state import Webhook

LONGEST_POLL = 50
MOST_UPDATES = 100
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


def get_me(call: Call) -> Json:
    """Return the bot's own User."""
    return bot_shape(call.bot, own=True)


async def get_updates(call: Call) -> list[Json]:
    """Confirm the updates before `offset`, then return the waiting ones or wait for one."""
    if call.bot.webhook is not None:
        raise conflict(WEBHOOK_ACTIVE)
    _allow(call)
    limit = call.params.number("limit") or MOST_UPDATES
    if not 1 <= limit <= MOST_UPDATES:
        limit = MOST_UPDATES
    timeout = min(max(call.params.number("timeout") or 0, 0), LONGEST_POLL)
    return await call.bot.updates.poll(call.params.number("offset"), limit, timeout)


def set_webhook(call: Call) -> bool:
    """Post updates to an address from now on; an empty address deletes the webhook."""
    url = call.params.text("url").strip()
    if not url:
        return delete_webhook(call)
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = call.params.text("secret_token")
    if len(secret) > 256 or (not secret.replace("-", "").replace("_", "a").isalnum() and secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(call)
    connections = call.params.number("max_connections") or 40
    call.bot.webhook = Webhook(url, secret or None, connections)
    if call.params.flag("drop_pending_updates"):
        call.bot.updates.drop()
    call.bot.updates.end_poll()
    return True


def delete_webhook(call: Call) -> bool:
    """Delete the webhook, so that the bot can poll again."""
    call.bot.webhook = None
    if call.params.flag("drop_pending_updates"):
        call.bot.updates.drop()
    return True


def get_webhook_info(call: Call) -> Json:
    """Return the webhook's address, its last error and the number of waiting updates."""
    webhook, updates = call.bot.webhook, call.bot.updates
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(updates.waiting()),
    }
    if webhook is not None:
        info["max_connections"] = webhook.max_connections
        info["ip_address"] = "127.0.0.1"
        if webhook.last_error_date is not None:
            info["last_error_date"] = webhook.last_error_date
            info["last_error_message"] = webhook.last_error_message
        info["allowed_updates"] = sorted(updates.allowed)
    return info


def _allow(call: Call) -> None:
    kinds = call.params.names("allowed_updates")
    if kinds is not None:
        call.bot.updates.allow(kinds)


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
