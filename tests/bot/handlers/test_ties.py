"""Tests of ties by deputies: two deputies of one holder, and a deputy removed meanwhile, are no second person."""

import pytest

from alerts.alert import ApprovalKind
from alerts.ids import AlertId
from alerts.kvo_group import NewKvoGroup
from alerts.member import Language
from alerts.role import Role
from tests.bot.administering import administrator, invites
from tests.bot.confirming import confirmed
from tests.bot.deputies import deputy_of
from tests.bot.handlers.test_grants import approval_kind, held, is_asked
from tests.bot.police import ask_approval, change, to_preview
from tests.bot.town import Person, Town


async def stands_in(town: Town, holder: Person, deputy: Person) -> None:
    """Make this person the deputy of one more role of this officer."""
    now = town.clock.now()
    async with town.storage.transaction() as uow:
        found = [
            await uow.members.by_ref("telegram", str(one.id))
            or await uow.members.add(channel="telegram", ref=str(one.id), language=Language.DUTCH, now=now)
            for one in (holder, deputy)
        ]
        holding, standing_in = [one.id for one in found]
        held = (await uow.roles.of_member(holding))[0]
        grant = await uow.roles.grant(
            member=holding, role=held.role, scope=held.scope, label=None, granted_by=None, now=now
        )
        await uow.roles.set_deputy(grant.id, standing_in, instead_of=None)


async def test_two_deputies_of_one_holder_are_one_pair_of_eyes(town: Town) -> None:
    """When two deputies of one holder write and approve, the notice is reviewed, because both may be the holder's
    accounts."""
    police = await town.coordinator(1)
    first, second = await deputy_of(town, police, 2), town.person(3)
    await stands_in(town, police, second)
    await ask_approval(first)
    await second.types("/goedkeuren")
    await second.taps("Akkoord")
    assert ApprovalKind.BY_DEPUTY is await approval_kind(town.storage)
    async with town.storage.reading() as uow:
        approval = await uow.alerts.latest_approved(AlertId(1))
    assert approval is not None
    for person in (police, first, second):
        await person.types("/nakijken")
        assert "niets na te kijken" in person.last.text
        await person.presses(f"agree:1:{approval.alert_version}", person.last)
        assert person.t.plain("not-allowed-own-review") == town.screens.toasts[-1]


async def test_who_is_tied_by_somebody_in_between_confirms_nothing(town: Town) -> None:
    """A deputy does not confirm what another deputy of the holder gives, nor do those who are tied to that one."""
    admin, first, second, third = await administrator(town), *[town.person(number) for number in (2, 3, 4)]
    await stands_in(town, admin, first)
    await stands_in(town, admin, second)
    fourth = await town.coordinator(5)
    await stands_in(town, fourth, second)
    secret = await invites(first, Role.POLICE, "2903")
    await third.types(f"/start {secret}")
    assert not any(is_asked(one) for one in (admin, first, second, fourth))
    for person in (second, fourth):
        await person.types("/hulp")
        await person.presses("grant-yes:1:0", person.last)
        assert person.t.plain("not-found") == town.screens.toasts[-1]


@pytest.mark.parametrize("is_dismissed_after", [True, False])
async def test_a_deputy_who_was_sent_away_meanwhile_is_no_second_pair_of_eyes(
    town: Town, *, is_dismissed_after: bool
) -> None:
    """A deputy with a role of their own who is removed after the request still approves as a deputy, and one removed
    before it as a colleague."""
    police, own = await town.coordinator(1), await town.coordinator(2)
    assert own.id == (await deputy_of(town, police, 2)).id
    if is_dismissed_after:
        await ask_approval(police)
    await police.types("/vervanger")
    await police.taps("Vervanger weghalen")
    if not is_dismissed_after:
        town.clock.pass_by(minutes=1)
        await ask_approval(police)
    await own.types("/goedkeuren")
    await own.taps("Akkoord")
    expected = ApprovalKind.BY_DEPUTY if is_dismissed_after else ApprovalKind.FOUR_EYES
    assert expected is await approval_kind(town.storage)


async def dismissed(town: Town, holder: Person, deputy: Person) -> None:
    """Let the holder remove this deputy, a moment later."""
    town.clock.pass_by(minutes=1)
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(deputy.id))
        assert member is not None
        [role] = [one.id for one in await uow.roles.of_member(member.id) if one.deputy_id == member.id]
    await holder.types("/vervanger")
    await holder.presses(f"deputy-end:{role}.{member.id}:0", holder.last)
    assert "Je bent geen vervanger meer" in deputy.last.text


async def officer_and_deputy(town: Town) -> tuple[Person, Person]:
    """Return two officers, of whom one is also the other's deputy."""
    police, own = await town.coordinator(1), await town.coordinator(2)
    assert own.id == (await deputy_of(town, police, 2)).id
    return police, own


async def test_a_deputy_who_was_sent_away_meanwhile_confirms_nothing(town: Town) -> None:
    """A deputy who was removed meanwhile cannot confirm what the holder gave before; others who were asked still
    can."""
    police, own = await officer_and_deputy(town)
    third = town.person(3)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        await uow.kvo_groups.add(
            NewKvoGroup("Hoekplein", frozenset({"2903"}), frozenset()), member.id, town.clock.now()
        )
    await police.types("/groepen")
    await police.presses("group-manager:1:0", police.last)
    await police.taps("Overslaan")
    await third.types(f"/start {police.last.text.split('start=')[1].split()[0]}")
    await dismissed(town, police, own)
    await own.presses("grant-yes:2:0", own.last)
    assert own.t.plain("not-found") == town.screens.toasts[-1]
    assert [] == await held(third)
    await confirmed(town)
    assert [Role.KVO_MANAGER] == [one.role for one in await held(third)]


async def test_a_deputy_who_was_sent_away_meanwhile_approves_no_template(town: Town) -> None:
    """A deputy who was removed meanwhile cannot approve the holder's template, whose notices are not reviewed."""
    police, own = await officer_and_deputy(town)
    await to_preview(police, severity="P1 ·")
    await change(police, "Bewaar als sjabloon")
    await dismissed(town, police, own)
    await own.types("/sjablonen")
    await own.taps("Akkoord")
    assert own.t.plain("not-allowed-tied-template") == town.screens.toasts[-1]


async def test_a_deputy_who_was_sent_away_meanwhile_reviews_nothing(town: Town) -> None:
    """A deputy who was removed meanwhile does not review a notice that another deputy of the same officer approved."""
    police, own = await officer_and_deputy(town)
    third = town.person(3)
    await stands_in(town, police, third)
    await ask_approval(police)
    await third.types("/goedkeuren")
    await third.taps("Akkoord")
    assert ApprovalKind.BY_DEPUTY is await approval_kind(town.storage)
    await dismissed(town, police, own)
    await own.types("/nakijken")
    assert "niets na te kijken" in own.last.text
