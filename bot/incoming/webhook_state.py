"""The state of the webhook at Telegram, which only getWebhookInfo shows, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from bot.telegram_api.responses import UNREADABLE

RECENT = timedelta(minutes=5)  # an older error says nothing about now


@dataclass(frozen=True, slots=True)
class WebhookState:
    """The webhook's address, how many updates wait there, and what last went wrong. Empty `kinds` are Telegram's usual
    ones."""

    url: str
    waiting: int = 0
    failed_at: datetime | None = None
    failure: str = ""
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """The problem with the webhook, in the operator's words (empty: none), and whether setting it again may help."""

    problem: str = ""
    is_ours_to_mend: bool = False


async def webhook_state(bot: Bot) -> WebhookState:
    """Ask Telegram for the webhook's state. Raises TelegramError, also for an answer that cannot be read."""
    info: Any = await bot.request.post(f"{bot.base_url}/getWebhookInfo")
    try:
        failed = [int(info[name]) for name in ("last_error_date", "last_synchronization_error_date") if name in info]
        return WebhookState(
            url=str(info["url"]),
            waiting=int(info["pending_update_count"]),
            failed_at=datetime.fromtimestamp(max(failed), UTC) if failed else None,
            failure=str(info.get("last_error_message") or ("cannot be synchronised" if failed else "")),
            kinds=frozenset(str(kind) for kind in info.get("allowed_updates") or ()),
        )
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError, OSError) as error:
        raise TelegramError(UNREADABLE) from error


def judge(state: WebhookState, url: str, kinds: Sequence[str], now: datetime) -> Finding:
    """Compare the webhook's state with what it should be: this address and these kinds of updates."""
    if not state.url:
        return Finding("the webhook was removed at Telegram, perhaps by another program with this token", True)
    if state.url != url:
        return Finding("another program set its own webhook for this token: stop it, or ask @BotFather for one", True)
    if missing := frozenset(kinds) - state.kinds:
        return Finding(f"the webhook does not bring {', '.join(sorted(missing))}", True)
    if state.failed_at is not None and state.waiting and now - state.failed_at < RECENT:
        return Finding(f"Telegram cannot bring {state.waiting} updates ({state.failure}): look at the proxy", True)
    return Finding()
