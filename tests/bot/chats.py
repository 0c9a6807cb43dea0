"""The chats of KVO groups, for the tests of deliveries to them."""

from dataclasses import dataclass

from alerts.branch import Branch
from alerts.ids import KvoGroupId
from alerts.kvo_group import NewKvoGroup
from alerts.services.alert.report_progress import report_progress
from tests.bot.group_chats import GroupChat
from tests.bot.town import Bubble, Person, Town


@dataclass(kw_only=True)
class Chat(GroupChat):
    """A chat that is tied to a group."""

    group: KvoGroupId

    async def tapped(self, by: Person, bubble: Bubble | None = None) -> None:
        """Let a person press the first button with data under the newest message (or this one)."""
        under = bubble or self.bubbles[-1]
        data = next(button.data for button in under.buttons if button.data)
        await by.presses(data, under, chat=self.shape)


async def tied_chat(town: Town, *codes: str, ref: str = "-1001", branches: frozenset[Branch] = frozenset()) -> Chat:
    """Return a new group with these postcodes (2903 by default) and this chat."""
    async with town.storage.transaction() as uow:
        made_by = await uow.members.by_ref("telegram", str(town.person(1).id))
        assert made_by is not None, "somebody is the first coordinator"
        ground = NewKvoGroup(f"Winkelhart {ref}", frozenset(codes or ("2903",)), branches)
        group = await uow.kvo_groups.add(ground, made_by.id, town.clock.now())
        await uow.kvo_groups.tie(group.id, channel="telegram", ref=ref, topic=0)
    return Chat(town, int(ref), group=group.id)


async def tick(town: Town) -> None:
    """Count the presses again."""
    async with town.storage.transaction() as uow:
        await report_progress(uow, town.clock.now())
    await town.deliver()
