"""A KVO group: its card, the status of its chat, and the settings that must be mended there."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.branch import Branch
from alerts.kvo_group import ChatSetting, ChatTrouble, KvoGroup
from alerts.ports import UnitOfWork
from alerts.postcode import shown
from alerts.role import Actor, Grant, Role
from alerts.services.chat.tie_chat import TieCode
from alerts.services.group.find_managers import grants_over
from alerts.services.group.make_group import may_change
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.conversation.request import Request
from texts.html import Html, joined, lines, paragraphs
from texts.phrases import Phrases
from texts.roles import role_name
from texts.times_and_distances import moment

MOST_CODES = 30  # codes on a screen; the form shows all
_ASKS_FOR = "invite_users+pin_messages"  # the rights that Telegram asks the person to give with the link


async def group_card(
    uow: UnitOfWork, actor: Actor, group: KvoGroup, t: Phrases, *, zone: ZoneInfo, now: datetime
) -> Message:
    """Render everything that a manager may know about a group, with the buttons for its actions."""
    shops, verified = await uow.kvo_groups.shops_held(group.id)
    grants = await grants_over(uow, group, now)
    text = paragraphs(
        t("group-name", name=group.name),
        lines(
            t("group-codes", codes=codes_words(group.codes, t)),
            t("group-branches", branches=branches_words(group.branches, t)),
            t("group-shops", shops=shops, verified=verified),
            t("group-managed", who=await _who(uow, grants, t)),
            "" if any(grant.role is Role.KVO_MANAGER for grant in grants) else t("group-no-manager"),
        ),
        _chat(group, t, zone, now),
    )
    return Message(text, is_protected=True).with_keyboard(
        *_of_the_chat(group, t),
        manager_row(group, t),
        *(_of_who_makes(group, t) if await may_change(uow, actor, group, now) else ()),
        (button(t.plain("nav-back"), "groups"),),
    )


def manager_row(group: KvoGroup, t: Phrases) -> tuple[Button, ...]:
    """Make the button that invites a manager."""
    return (button(t.plain("group-manager"), "group-manager", group.id),)


def _of_the_chat(group: KvoGroup, t: Phrases) -> list[tuple[Button, ...]]:
    code = button(t.plain("group-code"), "group-code", group.id)
    if not group.is_tied:
        return [(code,)]
    look = button(t.plain("group-look"), "group-look", group.id)
    link = [(button(t.plain("group-link"), "group-link", group.id),)] if group.join_link else []
    return [(look,), *link, (code,)]


def _of_who_makes(group: KvoGroup, t: Phrases) -> list[tuple[Button, ...]]:
    change = button(t.plain("group-change"), "group-change", group.id, group.version)
    return [(change, button(t.plain("group-close"), "group-close", group.id, group.version))]


async def _who(uow: UnitOfWork, grants: Collection[Grant], t: Phrases) -> str:
    counted = Counter([await role_name(uow, grant, t) for grant in grants])
    return ", ".join(f"{words} ({count})" if count > 1 else words for words, count in counted.items()) or t.plain(
        "group-nobody"
    )


def _chat(group: KvoGroup, t: Phrases, zone: ZoneInfo, now: datetime) -> Html:
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


def chat_standing(group: KvoGroup, t: Phrases) -> Message:
    """Render the chat's status for the chat itself: that it is tied, and what must be mended."""
    topic = t("group-tied-topic") if group.chat and group.chat.topic else ""
    tied = lines(t("group-tied", name=group.name), topic)
    if group.checked_at is None:
        return Message(paragraphs(tied, t("group-settings-unknown"))).with_keyboard(_look_here(group, t))
    if not group.lacks:
        return Message(paragraphs(tied, t("group-tied-well")))
    text = paragraphs(tied, t("group-settings-lack"), to_mend(group.lacks, t))
    return Message(text).with_keyboard(_look_here(group, t))


def _look_here(group: KvoGroup, t: Phrases) -> tuple[Button, ...]:
    return (button(t.plain("group-look"), "look-here", group.id),)


def to_mend(lacks: frozenset[ChatSetting], t: Phrases) -> Html:
    """List the steps in Telegram's menus in a workable order: some can only be taken, or checked, after others."""
    later: set[ChatSetting] = set()
    if ChatSetting.SUPERGROUP in lacks:
        later |= {ChatSetting.JOIN_BY_REQUEST, ChatSetting.HIDDEN_HISTORY}
    if ChatSetting.ADMIN in lacks:
        later |= {ChatSetting.INVITE_RIGHT, ChatSetting.HIDDEN_HISTORY}
    steps = [t(f"chat-lacks-{one}") for one in ChatSetting if one in lacks and one not in later]
    return lines(*steps, t("chat-lacks-later") if later & lacks else "")


def codes_words(codes: Collection[str], t: Phrases) -> str:
    """List the group's postcodes as people write them, at most `MOST_CODES`."""
    ordered = [shown(code) if len(code) > 4 else code for code in sorted(codes)]
    words = ", ".join(ordered[:MOST_CODES])
    rest = len(ordered) - MOST_CODES
    return words if rest <= 0 else t.plain("group-codes-more", codes=words, count=rest)


def branches_words(branches: Collection[Branch], t: Phrases) -> str:
    """List the branches; an empty collection means all branches."""
    names = sorted((t.plain(f"branch-{one}") for one in branches), key=str.casefold)
    return ", ".join(names) or t.plain("group-all-branches")


def how_to_tie(code: TieCode, request: Request) -> Message:
    """Explain the two ways to tie a chat, and what the chat needs. Not protected, as it is to be copied."""
    t = request.t
    link = f"https://t.me/{request.bot_username}?startgroup={code.secret}&admin={_ASKS_FOR}"
    command = t("group-tie-command", bot=request.bot_username, code=code.secret)
    text = paragraphs(
        t("group-tie", name=code.group.name),
        t("group-tie-new"),
        joined("\n", t("group-tie-there"), command),
        t("group-tie-who", until=moment(code.expires_at, t, request.zone)),
        t("group-needs"),
    )
    return Message(text).with_keyboard((Button(t.plain("group-tie-choose"), url=link),))


def group_links(groups: Collection[KvoGroup], t: Phrases) -> list[Html]:
    """List the join links of the chats that are tied to these groups."""
    return [t("mine-group-chat", name=one.name, link=one.join_link) for one in groups if one.is_tied and one.join_link]
