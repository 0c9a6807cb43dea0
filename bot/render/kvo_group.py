"""A KVO group: its card, the status of its chat, and how that is tied."""

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from alerts.kvo_group import KvoGroup
from alerts.ports import UnitOfWork
from alerts.role import Actor, Role
from alerts.services.chat.tie_chat import TieCode
from alerts.services.group.find_managers import grants_over
from alerts.services.group.make_group import may_change
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message
from bot.conversation.request import Request
from texts.html import Html, joined, lines, paragraphs
from texts.kvo_groups import branches_words, chat_words, codes_words, managed_by, tie_link, to_mend
from texts.phrases import Phrases
from texts.times_and_distances import moment


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
            t("group-managed", who=await managed_by(uow, grants, t)),
            "" if any(grant.role is Role.KVO_MANAGER for grant in grants) else t("group-no-manager"),
        ),
        chat_words(group, t, zone, now),
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


def how_to_tie(code: TieCode, request: Request) -> Message:
    """Explain the two ways to tie a chat, and what the chat needs. Not protected, as it is to be copied."""
    t = request.t
    link = tie_link(code.secret, request.bot_username)
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
