"""A group chat with the bot in it, and the making of a KVO group, for the tests of KVO groups."""

import re
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from alerts.kvo_group import KvoGroup
from alerts.role import Role
from bot.conversation.chat import ANONYMOUS_ADMIN
from storage.tables import roles
from tests.bot.town import BOT_NAME, Bubble, Person, Town

NOBODY = {"id": ANONYMOUS_ADMIN, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
BOT = {"id": 123456789, "is_bot": True, "first_name": "Wees Alert", "username": BOT_NAME}
_NOT_ASKED_FOR = (
    *("is_anonymous", "can_be_edited", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_post_stories", "can_edit_stories", "can_delete_stories"),
)
_ADMIN = {**dict.fromkeys(_NOT_ASKED_FOR, False), "can_manage_chat": True, "can_invite_users": True}


@dataclass
class GroupChat:
    """The updates that Telegram sends the bot about one group chat."""

    town: Town
    id: int = -1001000000001
    type: str = "supergroup"
    is_forum: bool = False
    read: int = field(default=0)

    @property
    def shape(self) -> dict[str, Any]:
        return {"id": self.id, "type": self.type, "title": "Winkels", "is_forum": self.is_forum}

    @property
    def ref(self) -> str:
        return str(self.id)

    @property
    def bubbles(self) -> list[Bubble]:
        return self.town.screens.bubbles.get(self.ref, [])

    @property
    def last(self) -> Bubble:
        return self.bubbles[-1]

    async def hears(self, person: Person, text: str, *, topic: int = 0, **more: Any) -> None:
        """Let a person write in the chat."""
        where: dict[str, Any] = {"message_thread_id": topic, "is_topic_message": True} if topic else {}
        await person.types(text, chat=self.shape, **where, **more)

    async def hears_anonymously(self, text: str) -> None:
        """Let an anonymous admin write in the chat."""
        sender: dict[str, Any] = {"from": NOBODY, "sender_chat": self.shape}
        await self.hears(self.town.person(1), text, **sender)

    async def bot_becomes(self, status: str, by: Person, *, was: str = "left") -> None:
        """Add, promote, demote or remove the bot."""
        update = {
            "chat": self.shape,
            "from": {"id": by.id, "is_bot": False, "first_name": "Iemand", "language_code": by.language},
            "date": 1,
            "old_chat_member": _place(was),
            "new_chat_member": _place(status),
        }
        await self.town.receive({"my_chat_member": update})

    async def is_asked(self, person: Person, *, at: int = 1_800_000_000) -> None:
        """Let a person request to join."""
        request = {
            "chat": self.shape,
            "from": {"id": person.id, "is_bot": False, "first_name": "Iemand", "language_code": person.language},
            "user_chat_id": person.id,
            "date": at,
        }
        await self.town.receive({"chat_join_request": request})

    async def becomes_a_supergroup(self, new_id: int) -> None:
        """Turn the chat into a supergroup: Telegram reports it in the old chat and in the new one."""
        old, old_shape = self.id, self.shape
        self.id, self.type = new_id, "supergroup"
        admin = self.town.person(1)
        await admin.sends(chat=old_shape, migrate_to_chat_id=new_id)
        await admin.sends(chat=self.shape, migrate_from_chat_id=old)

    async def is_pressed(self, person: Person, data: str) -> None:
        """Let a person press a button in the chat."""
        await person.presses(data, self.bubbles[-1] if self.bubbles else None, chat=self.shape)


def _place(status: str) -> dict[str, Any]:
    more: dict[str, dict[str, Any]] = {"administrator": _ADMIN, "kicked": {"until_date": 0}}
    return {"user": BOT, "status": status, **more.get(status, {})}


async def make_group(police: Person, *, name: str = "De Koperwiek", codes: str = "2903", branch: str = "") -> KvoGroup:
    """Make a group through the form, and return it as it is stored."""
    await police.types("/groepen")
    await police.taps("Nieuwe groep")
    await police.types(name)
    await police.types(codes)
    await police.taps("Verder met")
    await police.taps(branch or "Alle branches")
    await police.taps("Verder")
    await police.taps("Maak de groep")
    async with police.town.storage.reading() as uow:
        return (await uow.kvo_groups.all_open())[-1]


async def stored(town: Town, group: KvoGroup) -> KvoGroup:
    """Return the group as it is stored now."""
    async with town.storage.reading() as uow:
        return await uow.kvo_groups.get(group.id)


def code_on(person: Person) -> str:
    """Return the newest code on a screen."""
    found = [code for one in person.bubbles for code in re.findall(rf"/koppel@{BOT_NAME} (\S+)</code>", one.text)]
    return str(found[-1])


async def tied_group(police: Person, chat: GroupChat) -> KvoGroup:
    """Return a group of 2903 with this chat."""
    group = await make_group(police)
    await chat.hears(police, f"/koppel {code_on(police)}")
    return await stored(police.town, group)


async def manager_of(group: KvoGroup, town: Town, number: int) -> Person:
    """Return a person who followed the link for the manager."""
    return await town.coordinator(number, Role.KVO_MANAGER, f"kvo_group:{group.id}")


async def end_roles(person: Person) -> None:
    """End all roles of the person."""
    town = person.town
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        end = sa.update(roles).where(roles.c.member_id == member.id).values(ends_at=town.clock.now())
        await uow.roles._transaction.execute(end)  # type: ignore[attr-defined]  # nothing ends a role yet
