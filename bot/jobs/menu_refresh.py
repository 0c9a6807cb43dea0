"""The refresh of menus: who lost a role, or stopped being a deputy, is offered the commands that are left.

After an upgrade that changed the list all who have a role are offered the new one; shops get it with /menu or /start,
as they are many.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Protocol

from alerts.clock import Clock
from alerts.errors import DeliveryError, RecipientGone, Undeliverable
from alerts.ids import MemberId
from alerts.member import Language
from alerts.ports import Storage
from bot.conversation.menu import COMMANDS, LIKELY, menu_of
from bot.logs import logger
from texts.phrases import Phrases

LIST_FACT = "command_list"  # a mark of the commands, in their order and groups and with their texts, as last offered

log = logger()


class MenuMessenger(Protocol):
    """Sets command menus at the chat platform."""

    async def set_menu(self, ref: str, commands: tuple[tuple[str, str], ...]) -> None:
        """Set the commands that this chat is offered. Raises DeliveryError."""


class MenuRefresh:
    """Renews the command menus that are marked as stale; one that cannot be renewed now stays marked."""

    def __init__(
        self, messenger: MenuMessenger, storage: Storage, texts: Mapping[Language, Phrases], clock: Clock
    ) -> None:
        self._messenger = messenger
        self._storage = storage
        self._texts = texts
        self._clock = clock
        self._is_compared = False
        told = [LIKELY, *((one, *(t.plain(f"menu-{one.english}") for t in texts.values())) for one in COMMANDS)]
        self._list = sha256(repr(told).encode()).hexdigest()[:16]

    async def renew_stale(self) -> None:
        """Renew every menu that is marked as stale; those of all who have a role where the list itself is another."""
        if not self._is_compared:
            await self._mark_after_change()
            self._is_compared = True
        async with self._storage.reading() as uow:
            stale = await uow.menus.stale()
        for member, since in stale:
            if await self._renew(member):
                async with self._storage.transaction() as uow:
                    await uow.menus.renewed(member, since)

    async def _mark_after_change(self) -> None:
        async with self._storage.reading() as uow:
            if await uow.facts.get(LIST_FACT) == self._list:
                return
        async with self._storage.transaction() as uow:
            await uow.menus.mark_holders(self._clock.now())
            await uow.facts.put(LIST_FACT, self._list)

    async def _renew(self, member_id: MemberId) -> bool:
        """Renew one member's menu; return whether it is settled, which it is also when the member cannot be reached."""
        async with self._storage.reading() as uow:
            member = await uow.members.get(member_id)
            if member.is_in_console_only:
                return True
            commands = (await menu_of(uow, member, self._texts[member.language], self._clock.now())).commands
        try:
            await self._messenger.set_menu(member.address.ref, commands)
        except (RecipientGone, Undeliverable):
            return True
        except DeliveryError as error:
            log.info("menu_not_renewed", member=member_id, error=type(error).__name__)
            return False
        return True
