"""KVO groups in words: their ground, who manages them, and how their chat stands."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.branch import Branch
from alerts.kvo_group import ChatSetting, ChatTrouble, KvoGroup
from alerts.ports import UnitOfWork
from alerts.postcode import shown
from alerts.role import Grant
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.roles import role_name
from texts.times_and_distances import moment

MOST_CODES = 30  # codes on a screen of the chat; a form shows all
_ASKS_FOR = "invite_users+pin_messages"  # the rights that Telegram asks the person to give with the link


def codes_words(codes: Collection[str], t: Phrases, most: int = MOST_CODES) -> str:
    """List the group's postcodes as people write them, at most so many."""
    ordered = [shown(code) if len(code) > 4 else code for code in sorted(codes)]
    words = ", ".join(ordered[:most])
    rest = len(ordered) - most
    return words if rest <= 0 else t.plain("group-codes-more", codes=words, count=rest)


def branches_words(branches: Collection[Branch], t: Phrases) -> str:
    """List the branches; an empty collection means all branches."""
    names = sorted((t.plain(f"branch-{one}") for one in branches), key=str.casefold)
    return ", ".join(names) or t.plain("group-all-branches")


async def managed_by(uow: UnitOfWork, grants: Collection[Grant], t: Phrases) -> str:
    """Name the roles of these grants, each with how many hold it; nobody by name."""
    counted = Counter([await role_name(uow, grant, t) for grant in grants])
    return ", ".join(f"{words} ({count})" if count > 1 else words for words, count in counted.items()) or t.plain(
        "group-nobody"
    )


def chat_words(group: KvoGroup, t: Phrases, zone: ZoneInfo, now: datetime) -> Html:
    """Tell how the group's chat stands for those who manage the group, and what they must mend."""
    if group.chat is None:
        return t("group-chat-none")
    if not group.is_tied:
        return t("group-chat-left")
    tied = t("group-chat-topic" if group.chat.topic else "group-chat")
    if group.trouble is not None:
        return paragraphs(tied, trouble_words(group.trouble, t))
    if group.checked_at is None:
        return lines(tied, t("group-settings-unknown"))
    if not group.lacks:
        return lines(tied, t("group-settings-well", moment=moment(group.checked_at, t, zone, now)))
    return paragraphs(lines(tied, t("group-settings-lack")), to_mend(group.lacks, t))


def trouble_words(trouble: ChatTrouble, t: Phrases) -> Html:
    """Say why the chat refuses messages, what follows from that, and what to do."""
    is_lost = trouble is not ChatTrouble.TOPIC_CLOSED
    return lines(t(f"group-trouble-{trouble}"), t("group-trouble-again") if is_lost else "")


def to_mend(lacks: frozenset[ChatSetting], t: Phrases) -> Html:
    """List the steps in Telegram's menus in a workable order: some can only be taken, or checked, after others."""
    later: set[ChatSetting] = set()
    if ChatSetting.SUPERGROUP in lacks:
        later |= {ChatSetting.JOIN_BY_REQUEST, ChatSetting.HIDDEN_HISTORY}
    if ChatSetting.ADMIN in lacks:
        later |= {ChatSetting.INVITE_RIGHT, ChatSetting.HIDDEN_HISTORY}
    steps = [t(f"chat-lacks-{one}") for one in ChatSetting if one in lacks and one not in later]
    return lines(*steps, t("chat-lacks-later") if later & lacks else "")


def tie_link(secret: str, bot_name: str) -> str:
    """Return the link that adds the bot to a chat and ties that to the group of this code."""
    return f"https://t.me/{bot_name}?startgroup={secret}&admin={_ASKS_FOR}"
