"""Tests that a manager of a KVO group is invited with the function by which others see that person."""

import pytest

from tests.bot.confirming import confirmed, second_administrator
from tests.bot.group_chats import make_group
from tests.bot.town import Town
from texts.roles import function_words


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        ("parkmanager", "parkmanager (KVO-groep)"),
        ("centrummanager", "centrummanager"),
        ("Overslaan", "beheerder van een KVO-groep"),
    ],
)
async def test_a_manager_is_invited_with_a_function(town: Town, answer: str, seen: str) -> None:
    """Who invites a manager chooses or types the function by which others see that person, or keeps the usual one."""
    police, new = await town.coordinator(90), town.person(91)
    await second_administrator(town)
    group = await make_group(police)
    await police.taps("Beheerder uitnodigen")
    labels = [one.label for one in police.last.buttons]
    assert ["winkelstraatmanager", "parkmanager", "Overslaan"] == labels[:3]
    await (police.taps(answer) if answer in labels else police.types(answer))
    assert f"Anderen zien: {seen}." in police.last.text
    await new.types(f"/start {police.last.text.split('start=')[1].split()[0]}")
    await confirmed(town)
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(new.id))
        assert member is not None
        [grant] = [one for one in await uow.roles.active(town.clock.now()) if one.member_id == member.id]
        assert seen.split(" (")[0] == await function_words(uow, [grant], police.t)
    assert group.id == grant.scope.kvo_group_id
