"""Tests that two people give a right: what somebody gives counts once a third person has confirmed it."""

from datetime import timedelta

import pytest

from alerts.alert import ApprovalKind
from alerts.ids import AlertId, InviteId
from alerts.kvo_group import NewKvoGroup
from alerts.ports import Storage
from alerts.role import Grant, Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from bot.jobs.schedule import GRANTS, TICKS
from tests.bot.administering import administrator, ends, invites, to_role
from tests.bot.confirming import follows, second_administrator
from tests.bot.deputies import deputy_link, deputy_of
from tests.bot.police import ask_approval, data
from tests.bot.recorded import acts
from tests.bot.town import Bubble, Person, Town


async def held(person: Person) -> list[Grant]:
    """Return the roles that this person holds or is deputy of now."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        found = [] if member is None else await uow.roles.of_member(member.id)
    return [one for one in found if one.is_active(person.town.clock.now())]


def card(person: Person) -> Bubble:
    """Return the newest request on this screen that can be confirmed."""
    return next(one for one in reversed(person.bubbles) if any("Bevestigen" == button.label for button in one.buttons))


def is_asked(person: Person) -> bool:
    """Return whether a request that can be confirmed is on this screen."""
    return any("Bevestigen" == button.label for one in person.bubbles for button in one.buttons)


async def tick(town: Town) -> None:
    """Run the job as the schedule does."""
    assert GRANTS.is_due is not None
    async with town.storage.reading() as uow:
        is_due = await GRANTS.is_due(uow, town.clock.now())
    if is_due:
        async with town.storage.transaction() as uow:
            await GRANTS.do(uow, town.clock.now())
    await town.deliver()


async def approval_kind(storage: Storage) -> ApprovalKind:
    """Return the kind of the first alert's approval."""
    async with storage.reading() as uow:
        approval = await uow.alerts.latest_approved(AlertId(1))
    assert approval is not None
    return approval.kind


async def test_who_is_alone_cannot_make_a_deputy_that_nobody_confirms(town: Town) -> None:
    """The only officer, without an administrator, cannot make a link for a deputy, because nobody could confirm it."""
    police = await town.coordinator(1)
    await police.types("/vervanger")
    await police.taps("Vervanger aanwijzen")
    assert police.t.plain("not-allowed-nobody-confirms") == town.screens.toasts[-1]


async def test_the_only_officer_does_not_approve_by_a_second_account(town: Town) -> None:
    """A deputy of the only officer waits for the administrator; neither of the two accounts can confirm, and the second
    has no rights."""
    admin, police, second = await administrator(town), await town.coordinator(1), town.person(2)
    await police.types("/vervanger")
    await police.taps("Vervanger aanwijzen")
    link = police.last.text.split("start=")[1].split()[0]
    await second.types(f"/start {link}")
    assert "zodra een ander dat bevestigt" in second.last.text
    await second.types("/goedkeuren")
    assert second.t("not-allowed-approve_alert") == second.last.text
    assert is_asked(admin)
    pressed = data(card(admin), "Bevestigen")
    for person in (police, second):
        await person.presses(pressed, person.last)
        assert person.t.plain("not-allowed-own-grant") == town.screens.toasts[-1]
        assert [] == await held(second)
    await admin.taps("Weigeren")
    assert "Geweigerd door jou." in admin.last.text
    assert "geen <b>overvalcoördinator" in second.last.text
    assert "Een ander heeft het geweigerd." in police.last.text
    assert [] == await held(second)


async def test_a_colleague_confirms_and_all_others_in_scope_hear_it(town: Town) -> None:
    """A colleague is asked to confirm before the administrator; the administrator and a third officer are told who the
    deputy is."""
    admin = await administrator(town)
    police, colleague, third = [await town.coordinator(number) for number in (1, 2, 3)]
    elsewhere = await town.coordinator(4, scope="3000-3099")
    deputy = town.person(5)
    for person in (admin, third, elsewhere):
        person.news()
    await deputy.types(f"/start {await deputy_link(police)}")
    assert [True, True, False] == [is_asked(one) for one in (colleague, third, admin)]
    await colleague.taps("Bevestigen")
    assert "Bevestigd door jou." in colleague.last.text
    assert "vervanger van de <b>overvalcoördinator" in deputy.last.text
    assert "goedkeuren" in deputy.menu
    assert "is nu vervanger van de" in admin.news()
    heard = third.news()
    assert "is nu vervanger van de" in heard
    assert "Bevestigd door een collega" in heard
    assert not is_asked(third)
    assert "" == elsewhere.news()
    assert {"deputy.asked", "deputy.confirmed", "deputy.named"} <= {action for action, _ in await acts(town, "role")}


async def test_an_administrators_second_account_becomes_nothing(town: Town) -> None:
    """When police refuse an administrator's second account, it gets nothing; the administrator and a deputy cannot
    confirm it."""
    admin, police, second = await administrator(town), await town.coordinator(1), town.person(2)
    deputy = await deputy_of(town, admin, 3)
    await second.types(f"/start {await invites(admin, Role.POLICE, '2903')}")
    pressed = data(card(police), "Bevestigen")
    await admin.presses(pressed)
    assert admin.t.plain("not-allowed-own-grant") == town.screens.toasts[-1]
    await deputy.presses(pressed)
    assert deputy.t.plain("not-found") == town.screens.toasts[-1]
    assert [] == await held(second)
    await police.taps("Weigeren")
    assert [] == await held(second)


async def test_not_for_you_and_not_there_are_one_answer(town: Town) -> None:
    """A request gets the answer of a missing one for people who may not confirm it."""
    admin, police, shop = await administrator(town), await town.coordinator(1), town.person(2)
    elsewhere = await town.coordinator(3, scope="3000-3099")
    marshal = await town.coordinator(4, Role.CITY_MARSHAL)
    await shop.subscribes("2903AB", "jeweller", "Goud", "2")
    await town.person(5).types(f"/start {await invites(admin, Role.POLICE, '2903')}")
    assert is_asked(police)
    for person in (shop, elsewhere, marshal):
        for number in (1, 99):
            for verb in ("grant-yes", "grant-no"):
                await person.presses(f"{verb}:{number}:0", person.last)
                assert person.t.plain("not-found") == town.screens.toasts[-1]


async def test_a_confirmation_counts_once(town: Town) -> None:
    """Two presses, and two people at once, give one role, and the card says who confirmed it."""
    admin, jo = await administrator(town), town.person(3)
    police, colleague = [await town.coordinator(number) for number in (1, 2)]
    await jo.types(f"/start {await invites(admin, Role.POLICE, '2903')}")
    first, second = card(police), card(colleague)
    pressed = data(first, "Bevestigen")
    await police.presses(pressed, first)
    for person, bubble in ((police, first), (colleague, second)):
        await person.presses(pressed, bubble)
        assert person.t.plain("too-late-grant-decided") == town.screens.toasts[-1]
        assert not bubble.buttons
    assert [Role.POLICE] == [one.role for one in await held(jo)]
    [grant] = await held(jo)
    assert grant.granted_by is not None
    assert grant.confirmed_by is not None


async def test_what_waits_dies_with_its_source(town: Town) -> None:
    """When the giver stops being an administrator, the request lapses: a press is too late, and both people are
    told."""
    admin, police, jo = await administrator(town), await town.coordinator(1), town.person(2)
    other = await second_administrator(town)
    await jo.types(f"/start {await invites(admin, Role.POLICE, '2903')}")
    pressed = card(police)
    await other.types("/beheer")
    await other.taps("Mensen en rollen")
    await other.presses("admin-ended:1:0", other.last)
    await police.taps("Bevestigen", pressed)
    assert police.t.plain("too-late-grant-lapsed") == town.screens.toasts[-1]
    assert [] == await held(jo)
    await tick(town)
    assert "Het is vervallen" in jo.last.text
    assert "Vervallen" in pressed.text


async def test_a_deputy_that_waits_dies_with_the_role(town: Town) -> None:
    """A request for a deputy lapses when the role ends before the confirmation."""
    admin, police, deputy = await administrator(town), await town.coordinator(1), town.person(2)
    await deputy.types(f"/start {await deputy_link(police)}")
    await ends(admin, "overvalcoördinator")
    await admin.presses("grant-yes:1:0", admin.last)
    assert admin.t.plain("too-late-grant-lapsed") == town.screens.toasts[-1]
    await tick(town)
    assert "Het is vervallen" in deputy.last.text
    assert [] == await held(deputy)


async def test_after_a_day_administrators_are_asked_too_and_after_a_week_it_is_over(town: Town) -> None:
    """When a colleague does not answer, administrators are asked after a day, and after a week the request ends."""
    admin, other, police = await administrator(town), await second_administrator(town), await town.coordinator(1)
    jo = town.person(2)
    await jo.types(f"/start {await invites(admin, Role.POLICE, '2903')}")
    await tick(town)
    assert [True, False] == [is_asked(one) for one in (police, other)]
    town.clock.pass_by(days=1)
    for _ in range(2):
        await tick(town)
    assert [True, True] == [is_asked(one) for one in (police, other)]
    assert 1 == sum(1 for one in other.bubbles for button in one.buttons if button.label == "Bevestigen")
    town.clock.pass_by(days=6)
    await tick(town)
    assert "Het is vervallen" in jo.last.text
    assert [False, False] == [is_asked(one) for one in (police, other)]


async def test_a_role_lasts_no_longer_than_what_it_was_given_by(town: Town) -> None:
    """A role from a giver with an end date gets the same date, and moves with it when it comes earlier."""
    boss = await administrator(town)
    temp, police, jo = town.person(2), await town.coordinator(1), town.person(3)
    await follows(temp, await invites(boss, Role.ADMINISTRATOR, "›heel Nederland", last_day="31-12-2026"))
    await jo.types(f"/start {await invites(temp, Role.POLICE, '2903')}")
    await police.taps("Bevestigen")
    [mine], [derived] = await held(temp), await held(jo)
    assert mine.ends_at == derived.ends_at
    assert mine.ends_at is not None
    await boss.presses(f"admin-role:{mine.id}:0", boss.last)
    await boss.taps("Einddatum kiezen")
    await boss.types("1-12-2026")
    [mine], [derived] = await held(temp), await held(jo)
    assert mine.ends_at == derived.ends_at
    assert "De laatste dag daarvan is 01-12-2026" in jo.last.text
    await boss.presses(f"admin-ended:{mine.id}:0", boss.last)
    assert [] == await held(jo)
    assert "Je bent niet langer" in jo.last.text


async def test_who_confirms_and_could_give_it_too_is_a_source_as_well(town: Town) -> None:
    """A role that was confirmed by another administrator without an end date needs no end date."""
    boss = await administrator(town)
    temp, jo = town.person(2), town.person(3)
    await follows(temp, await invites(boss, Role.ADMINISTRATOR, "›heel Nederland", last_day="31-12-2026"))
    await follows(jo, await invites(temp, Role.POLICE, "2903"))
    assert [None] == [one.ends_at for one in await held(jo)]


async def test_what_a_dismissed_administrator_gave_ends_too(town: Town) -> None:
    """When the administrator who gave a role is dismissed, the role ends, although police confirmed it."""
    admin, police, jo = await administrator(town), await town.coordinator(1), town.person(2)
    other = await second_administrator(town)
    await jo.types(f"/start {await invites(admin, Role.POLICE, '2903')}")
    await police.taps("Bevestigen")
    [given] = await held(admin)
    assert [given.id] == [one.derived_from for one in await held(jo)]
    await other.types("/beheer")
    await other.presses(f"admin-ended:{given.id}:0", other.last)
    assert [] == await held(jo)
    assert "Wie die rol gaf, kan dat niet meer" in other.news()
    assert [Role.POLICE] == [one.role for one in await held(police)]


async def test_what_somebody_gave_who_leaves_lasts_a_week(town: Town) -> None:
    """A role from somebody who leaves lasts a week, in which others can make it permanent; one that others could have
    given stays."""
    admin, police, jo, lou = await administrator(town), await town.coordinator(1), town.person(2), town.person(3)
    other = await second_administrator(town)
    await jo.types(f"/start {await invites(admin, Role.POLICE, '2903')}")
    await police.taps("Bevestigen")
    await follows(lou, await invites(admin, Role.CITY_MARSHAL, "2903"))
    await admin.types("/verwijder")
    await admin.taps("Ja, wis")
    [dated], [kept] = await held(jo), await held(lou)
    assert dated.ends_at is not None
    assert [town.clock.now().date() + timedelta(days=7), None] == [dated.ends_at.date(), kept.ends_at]
    assert [one.id for one in await held(other)] == [kept.derived_from]
    town.clock.pass_by(days=7)
    assert [] == await held(jo)


async def test_a_later_end_is_a_grant_too(town: Town) -> None:
    """A later end date counts after a second person's confirmation, an earlier one at once."""
    admin, police, colleague = await administrator(town), *[await town.coordinator(number) for number in (1, 2)]
    [grant] = await held(police)
    await admin.presses(f"admin-role:{grant.id}:0", admin.bubbles[-1])
    await admin.taps("Einddatum kiezen")
    await admin.types("25-12-2026")
    [dated] = await held(police)
    assert dated.ends_at is not None
    await admin.taps("Geen einddatum")
    assert admin.t.plain("admin-date-waits") == town.screens.toasts[-1]
    assert [dated] == await held(police)
    await admin.presses(f"admin-stays:{grant.id}:0", admin.last)
    assert admin.t.plain("too-late-grant-waits") == town.screens.toasts[-1]
    assert not is_asked(police)
    await colleague.taps("Bevestigen")
    assert [None] == [one.ends_at for one in await held(police)]
    assert "er is geen einddatum meer" in police.last.text


async def test_what_a_deputy_of_the_author_approved_is_looked_at_afterwards(town: Town) -> None:
    """An approval by the author's deputy is reviewed like one sent alone, by a colleague and by neither of the two."""
    police = await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    await ask_approval(police)
    await deputy.taps("Akkoord")
    async with town.storage.reading() as uow:
        approval = await uow.alerts.latest_approved(AlertId(1))
    assert approval is not None
    version = approval.alert_version
    assert ApprovalKind.BY_DEPUTY is approval.kind
    for person in (police, deputy):
        await person.types("/nakijken")
        assert "niets na te kijken" in person.last.text
        await person.presses(f"agree:1:{version}", person.last)
        assert person.t.plain("not-allowed-own-review") == town.screens.toasts[-1]
    colleague = await town.coordinator(3)
    await colleague.types("/nakijken")
    assert "de een vervangt de ander" in colleague.last.text
    await colleague.taps("Akkoord")
    assert "nagekeken: akkoord" in colleague.last.text


@pytest.mark.parametrize("is_dismissed_first", [False, True])
async def test_the_other_way_round_too(town: Town, *, is_dismissed_first: bool) -> None:
    """The holder's approval of a deputy's notice is reviewed too, also when the deputy is removed in between."""
    police = await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    await ask_approval(deputy)
    if is_dismissed_first:
        await police.types("/vervanger")
        await police.taps("Vervanger weghalen")
    await police.taps("Akkoord")
    assert ApprovalKind.BY_DEPUTY is await approval_kind(town.storage)


async def test_a_colleagues_approval_stays_four_eyes(town: Town) -> None:
    """An approval by somebody else's deputy counts as four eyes."""
    police, colleague = await town.coordinator(1), await town.coordinator(2)
    deputy = await deputy_of(town, colleague, 3)
    await ask_approval(police)
    await deputy.types("/goedkeuren")
    await deputy.taps("Akkoord")
    assert ApprovalKind.FOUR_EYES is await approval_kind(town.storage)


async def test_a_link_of_the_command_line_says_for_whom_it_was(town: Town) -> None:
    """A link of the command line gives the role at once; administrators and police there read for whom it was and who
    used it."""
    admin, police, elsewhere = (
        await administrator(town),
        await town.coordinator(1),
        await town.coordinator(4, scope="3011"),
    )
    for person in (admin, police, elsewhere):
        person.news()
    jo = town.person(2)
    async with town.storage.transaction() as uow:
        scope, now = parse_scope("2903"), town.clock.now()
        created = await create_role_invite(uow, Role.POLICE, scope, now=now, intended_for="A. de Vries, politie")
    await jo.types(f"/start {created.secret}")
    assert [Role.POLICE] == [one.role for one in await held(jo)]
    for person in (admin, police):
        heard = person.news()
        assert "A. de Vries, politie" in heard
        assert "op de server zelf is gemaakt" in heard
    assert "" == elsewhere.news()
    lou = await town.coordinator(3)
    assert [1] == [len(await held(lou))]
    assert "is niet gezegd" in admin.news()
    town.clock.pass_by(days=31)
    async with town.storage.transaction() as uow:
        await uow.invites.forget_intended(town.clock.now())
        old = [await uow.invites.get(InviteId(number)) for number in range(1, 6)]
    assert {None} == {one.intended_for for one in old}


async def test_a_manager_does_not_hand_a_group_to_a_second_account(town: Town) -> None:
    """A successor of a KVO manager is confirmed by somebody who manages groups there, not by the manager's second
    account."""
    police, manager, second = await town.coordinator(1), town.person(2), town.person(3)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        await uow.kvo_groups.add(
            NewKvoGroup("Hoekplein", frozenset({"2903"}), frozenset()), member.id, town.clock.now()
        )
    manager = await town.coordinator(2, Role.KVO_MANAGER, "kvo_group:1")
    await manager.types("/groepen")
    await manager.presses("group-manager:1:0", manager.last)
    await manager.taps("Overslaan")
    link = manager.last.text.split("start=")[1].split()[0]
    await second.types(f"/start {link}")
    assert [] == await held(second)
    await police.taps("Bevestigen")
    assert [Role.KVO_MANAGER] == [one.role for one in await held(second)]


async def test_who_is_erased_while_it_waits_gets_nothing(town: Town) -> None:
    """When the receiver is erased the request ends, and nobody can confirm it."""
    admin, police, jo = await administrator(town), await town.coordinator(1), town.person(2)
    await jo.types(f"/start {await invites(admin, Role.POLICE, '2903')}")
    await jo.types("/verwijder")
    await jo.taps("Ja, wis")
    await police.taps("Bevestigen")
    assert police.t.plain("too-late-grant-decided") == town.screens.toasts[-1]


async def test_a_link_that_waits_is_not_used_twice(town: Town) -> None:
    """The receiver who follows the link again reads that it waits."""
    admin, jo = await administrator(town), town.person(2)
    await town.coordinator(1)
    first, second = [await invites(admin, Role.POLICE, "2903") for _ in range(2)]
    await jo.types(f"/start {first}")
    await jo.types(f"/start {second}")
    assert jo.t("invite-waits") == jo.last.text


async def test_who_receives_is_not_the_only_one_who_could_confirm(town: Town) -> None:
    """When only the receiver could confirm, a link is refused to that person and stays valid for others."""
    admin, police = await administrator(town), await town.coordinator(1)
    secret = await invites(admin, Role.CITY_MARSHAL, "2903", is_alone=True)
    await police.types(f"/start {secret}")
    assert police.t("invite-nobody-confirms") == police.last.text
    await follows(town.person(2), secret)  # the link is still valid


def test_the_schedule_looks_after_grants() -> None:
    """The schedule has the job for requests of roles."""
    assert GRANTS in TICKS


async def test_the_card_of_a_role_names_its_people(town: Town) -> None:
    """The administrator's list shows the waiting requests with their people."""
    admin, police, jo = await administrator(town), await town.coordinator(1), town.person(2)
    other = await second_administrator(town)
    await jo.types(f"/start {await invites(admin, Role.CITY_MARSHAL, '2903', label='marinier centrum')}")
    await police.types("/beheer")
    await other.types("/beheer")
    await other.taps("Wacht op bevestiging")
    assert "Anderen zien: marinier centrum." in other.last.text
    assert other.last.message.is_protected
    await to_role(admin, "beheerder")
