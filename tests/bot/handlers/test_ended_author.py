"""Tests of a request whose author's role ends while it waits: every card says so."""

from alerts.ids import RoleId
from alerts.role import Role
from alerts.services.role.end_role import end_due_roles
from tests.bot.deputies import deputy_of
from tests.bot.police import ask_approval, card
from tests.bot.town import Person, Town


async def _ends(town: Town, person: Person) -> None:
    """Let the end date of this person's roles come."""
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        assert member is not None
        for grant in await uow.roles.of_member(member.id):
            await uow.roles.end_at(RoleId(grant.id), town.clock.now())
        await end_due_roles(uow, town.clock.now())
    await town.deliver()


async def test_cards_that_are_out_already_say_so(town: Town) -> None:
    """Cards that were sent before are edited with the news, and keep their buttons."""
    author, police = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await ask_approval(author)
    shown = card(police)
    assert "heeft die rol niet meer" not in shown.text
    await _ends(town, author)
    assert "heeft die rol niet meer" in shown.text
    assert any("Akkoord" in one.label for one in shown.buttons)
    await police.types("/goedkeuren")
    assert "heeft die rol niet meer" in police.last.text
    await police.taps("Akkoord", shown)
    assert "is goedgekeurd" in shown.text


async def test_a_deputy_who_is_one_no_longer_is_no_author_any_more(town: Town) -> None:
    """A request by a deputy who is no longer one waits on, and says so."""
    holder, police = await town.coordinator(1), await town.coordinator(3)
    deputy = await deputy_of(town, holder, 2)
    await ask_approval(deputy)
    shown = card(police)
    await holder.types("/vervanger")
    await holder.taps("weghalen")
    assert "heeft die rol niet meer" in shown.text
