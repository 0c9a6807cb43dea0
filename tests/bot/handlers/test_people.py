"""Tests of the people of a shop: the owner sees and removes them, hands the shop over, and revokes links."""

from datetime import timedelta

import pytest

from alerts.branch import Branch
from alerts.invite import NewInvite
from alerts.premises import NewPremises
from tests.bot.confirming import allows_people
from tests.bot.group_chats import GroupChat, manager_of, tied_group
from tests.bot.handlers.test_invites import colleague_link, invited
from tests.bot.handlers.test_my_overview import following_of, member_of
from tests.bot.handlers.test_verification import shop
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.recorded import acts
from tests.bot.town import BEGIN, Person, Town


async def staff(owner: Person, *numbers: int) -> list[Person]:
    """Return this number of colleagues who joined by one link, an hour apart."""
    people = [owner.town.person(number) for number in numbers]
    await owner.types("/mijn")
    await owner.taps("Wijzig")
    await owner.taps(owner.t.plain("shop-people"))
    await owner.taps(owner.t.plain("shop-colleague"))
    link = owner.last.text.split("?start=")[1].split()[0]
    for person in people:
        owner.town.clock.pass_by(hours=1)
        await person.types(f"/start {link}")
    return people


async def sees_people(owner: Person) -> None:
    """Open the list of the shop's people."""
    await owner.types("/mijn")
    await owner.taps("Wijzig")
    await owner.taps(owner.t.plain("shop-people"))


async def pauses(person: Person, until: str) -> None:
    """Pause, so that what is sent meanwhile waits."""
    await person.types("/mijn")
    await person.presses(f"pause:{until}:0", person.last)


async def parel(town: Town, *colleagues: int) -> tuple[Person, list[Person]]:
    """De Parel of Els, with colleagues."""
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    return els, await staff(els, *colleagues)


async def test_the_owner_sees_who_belongs_without_names(town: Town) -> None:
    """The owner sees the people by number, day and language, with a link to their profile and without names."""
    els, _ = await parel(town)
    ann = town.person(2, language="en")
    await ann.types(f"/start {await colleague_link(els)}")
    await sees_people(els)
    you = els.t("people-owner", number="1", person="Jij", since="24 november 2026", language="Nederlands")
    assert str(you) in els.last.text
    assert f'2. <a href="tg://user?id={ann.id}">' in els.last.text
    assert "sinds 24 november 2026, leest English" in els.last.text
    assert els.last.message.is_protected
    assert "Haal nummer 1 weg" not in [one.label for one in els.last.buttons]


async def test_who_is_removed_hears_it_and_gets_nothing_any_more(town: Town) -> None:
    """A removed person is told, gets no queued message and cannot use old buttons and links; a new link takes one
    tap."""
    police = await town.coordinator(90)
    els = await jeweller(town, 1, police)
    [jan] = await staff(els, 2)
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-people"))
    await els.taps(els.t.plain("shop-colleague"))
    kept = els.last.text.split("?start=")[1].split()[0]
    premises = await shop(jan)
    await pauses(jan, "week")
    await to_preview(police)
    await send_alone(police)
    assert [1, 0] == [len(alerts_of(person)) for person in (els, jan)]

    await sees_people(els)
    await els.taps("Haal nummer 2 weg")
    assert els.t("people-remove-yes") in [one.label for one in els.last.buttons]
    assert (await shop(jan)) == premises, "a question removes nobody"
    await els.taps(els.t.plain("people-remove-yes"))
    assert jan.t("removed", name="Goud 1") == jan.last.text
    assert "melding" not in jan.menu
    await pauses(jan, "none")
    assert [] == alerts_of(jan)
    for data in ("shop:{}", "details:{}", "leave:{}", "people:{}"):
        await jan.presses(f"{data.format(premises.id)}:{premises.version}")
        assert jan.t.plain("not-found") == town.screens.toasts[-1]
    await jan.types(f"/start {kept}")
    assert jan.t("invite-revoked") == jan.last.text
    await els.taps(els.t.plain("people-new-link"))
    anew = els.last.text.split("?start=")[1].split()[0]
    assert anew != kept
    await town.person(3).types(f"/start {anew}")
    assert await shop(town.person(3)) == premises


async def test_only_the_owner_removes_and_nobody_from_elsewhere(town: Town) -> None:
    """Only the owner of a shop removes people, and only from that shop."""
    els, [jan, kim] = await parel(town, 2, 3)
    stranger = town.person(4)
    await stranger.subscribes("2904AB", "bakery", "Brood", "1")
    premises, elsewhere = await shop(els), await shop(stranger)
    members = {person.id: (await member_of(person)).id for person in (els, jan, kim, stranger)}
    for presser, at, who, refusal in (
        (jan, premises, kim, "not-allowed-owner-only"),
        (stranger, premises, jan, "not-found"),
        (els, premises, els, "not-allowed-own-place"),
        (els, premises, stranger, "too-late-colleague-gone"),
        (els, elsewhere, stranger, "not-found"),
    ):
        for verb in ("remove", "removed"):
            await presser.presses(f"{verb}:{at.id}.{members[who.id]}:0")
            assert presser.t.plain(refusal) == town.screens.toasts[-1]
    for person in (els, jan, kim):
        assert await shop(person) == premises


async def test_a_shop_with_many_people_is_shown_in_parts(town: Town) -> None:
    """The list of a shop's people has pages."""
    await allows_people(town, 20)
    els, _ = await parel(town, 2, 3, 4, 5, 6)
    await staff(els, 7, 8, 9, 10, 11)
    await staff(els, 12, 13)
    await sees_people(els)
    assert "Haal nummer 12 weg" in [one.label for one in els.last.buttons]
    await els.taps(els.t.plain("people-more", count="1"))
    assert "\n12. " not in els.last.text
    assert "\n13. " in els.last.text
    assert ["Haal nummer 13 weg"] == [one.label for one in els.last.buttons if one.label.startswith("Haal")]


@pytest.mark.parametrize("chosen", [3, None])
async def test_an_owner_who_leaves_hands_over(town: Town, chosen: int | None) -> None:
    """A leaving owner hands the shop to the chosen colleague, else to the one who has been there longest, who is
    told."""
    els, [jan, kim] = await parel(town, 2, 3)
    own_link = await colleague_link(els)
    jan.news(), kim.news()
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-leave"))
    assert els.t("leave-owner", name="De Parel", number="2") in els.last.text
    await els.taps(f"Nummer {chosen} neemt over" if chosen else els.t.plain("leave-yes"))
    heir, other = (kim, jan) if chosen else (jan, kim)
    assert [True, False] == [(await following_of(person)).is_owner for person in (heir, other)]
    assert [heir.t("handed-over", name="De Parel"), ""] == [heir.news(), other.news()]
    assert els.t("mine-no-shops") in els.last.text
    assert ["premises.left", "premises.handed_over"] == [name for name, _ in await acts(town, "premises")][-2:]
    await els.types(f"/start {own_link}")
    assert els.t("invite-revoked") == els.last.text, "an owner who left keeps no door open"


async def test_leaving_is_not_closing_unless_that_was_asked(town: Town) -> None:
    """When the colleague who would take over has left meanwhile, leaving does not close the shop without asking."""
    els, [jan] = await parel(town, 2)
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-leave"))
    question = els.last
    await jan.types("/mijn")
    await jan.taps("Wijzig")
    await jan.taps(jan.t.plain("shop-leave"))
    await jan.taps(jan.t.plain("leave-yes"))
    for label in ("neemt over", els.t.plain("leave-yes")):
        await els.taps(label, question)
        assert els.t.plain("too-late-premises") == town.screens.toasts[-1]
    assert (await following_of(els)).is_owner


async def test_the_last_one_out_closes_it_and_what_was_queued_stays_away(town: Town) -> None:
    """The last person who leaves closes the shop, as the question says; queued messages are not sent and its links are
    void."""
    police = await town.coordinator(90)
    els, jan = await jeweller(town, 1, police), town.person(2)
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-people"))
    await els.taps(els.t.plain("shop-colleague"))
    link = els.last.text.split("?start=")[1].split()[0]
    await pauses(els, "week")
    await to_preview(police)
    await send_alone(police)
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-leave"))
    assert els.t("leave-last", name="Goud 1") == els.last.text
    await els.taps(els.t.plain("leave-close"))
    await pauses(els, "none")
    assert [] == alerts_of(els)
    await jan.types(f"/start {link}")
    assert jan.t("invite-revoked") == jan.last.text


async def test_a_coordinator_withdraws_a_link_from_the_list(town: Town) -> None:
    """A coordinator revokes a link from the list, which shows its remaining uses and its end."""
    agent, els = await town.coordinator(90), town.person(1)
    await agent.types("/uitnodigingen")
    assert agent.t("invitations-none") == agent.last.text
    secret = await invited(agent)
    await agent.types("/uitnodigingen")
    until = agent.t("moment", day="8", month="december", clock="13:00")
    line = agent.t("invite-open", number="1", what="De Parel", left="1", until=until)
    assert str(line) in agent.last.text
    screen = agent.last
    await agent.taps("Link 1 intrekken")
    assert agent.t("invitations-none") == agent.last.text
    await els.types(f"/start {secret}")
    assert els.t("invite-revoked") == els.last.text
    member = (await member_of(agent)).id
    assert ("invite.revoked", member) == (await acts(town, "invite"))[-1]
    data = f"revoke:{2}.0:0"
    await agent.presses(data, screen)
    assert agent.t.plain("too-late-invite-gone") == town.screens.toasts[-1]


async def test_an_owner_withdraws_a_link_of_the_shop_and_nobody_elses(town: Town) -> None:
    """An owner revokes links of their own shop only, also one that a coordinator made for it."""
    agent = await town.coordinator(90)
    els, [jan] = await parel(town, 2)
    await agent.taps(agent.t.plain("signup-verify"))
    await invited(agent)
    await sees_people(els)
    assert 2 == sum("intrekken" in one.label for one in els.last.buttons)
    await els.taps("Link 1 intrekken")
    await els.taps("Link 1 intrekken")
    assert els.t("people-links") not in els.last.text
    await agent.types("/uitnodigingen")
    assert agent.t("invitations-none") == agent.last.text
    await colleague_link(els)
    async with town.storage.reading() as uow:
        [link] = await uow.invites.open_for((await shop(els)).id, town.clock.now())
    for presser, refusal in ((jan, "not-allowed-owner-only"), (agent, "not-found")):
        await presser.presses(f"revoke:{link.id}.0:0")
        assert presser.t.plain(refusal) == town.screens.toasts[-1]
    await els.presses("revoke:1.0:0")  # the link by which the coordinator came has no maker
    assert els.t.plain("not-found") == town.screens.toasts[-1]


async def test_moving_withdraws_the_links_of_the_shop(town: Town) -> None:
    """A move revokes the shop's links, because they were given for another address."""
    els, _ = await parel(town)
    jan, link = town.person(2), await colleague_link(els)
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-move"))
    await els.types("3011AB")
    await els.taps("Blijft Juwelier")
    els.news()
    await els.taps(els.t.plain("start-right"))
    assert els.t("moved-links") in els.news()
    await jan.types(f"/start {link}")
    assert jan.t("invite-revoked") == jan.last.text


async def test_many_open_links_are_shown_in_parts(town: Town) -> None:
    """Many open links are shown in parts, newest first."""
    agent = await town.coordinator(90)
    maker, end = (await member_of(agent)).id, town.clock.now() + timedelta(days=1)
    async with town.storage.transaction() as uow:
        shop_of = (await uow.premises.add(NewPremises(Branch.JEWELLER, "2903", None, None, None), BEGIN)).id
        for number in range(14):
            await uow.invites.add(f"{number:064}", NewInvite(end, premises_id=shop_of, created_by=maker), BEGIN)
    await agent.types("/uitnodigingen")
    assert 12 == agent.last.text.count("Juwelier")
    await agent.taps(agent.t.plain("people-more", count="2"))
    assert 2 == agent.last.text.count("Juwelier")
    await agent.taps("Link 2 intrekken")
    assert 12 == agent.last.text.count("Juwelier")
    await agent.taps(agent.t.plain("people-more", count="1"))
    await agent.taps(agent.t.plain("signups-from-start"))
    assert 12 == agent.last.text.count("Juwelier")


async def test_who_belongs_to_a_shop_is_shown_in_private_only(town: Town) -> None:
    """The people of a shop are not shown in a group's chat, whatever an altered client presses."""
    els, [jan] = await parel(town, 2)
    premises, colleague = await shop(els), (await member_of(jan)).id
    chat = {"id": -100123, "type": "supergroup", "title": "Winkels"}
    for data in (
        *(f"{verb}:{premises.id}:{premises.version}" for verb in ("people", "leave", "colleague", "attest-no")),
        *(f"{verb}:{premises.id}.{colleague}:0" for verb in ("remove", "removed", "left-to")),
        *("invitations:9:0", "revoke:1.0:0", "signups:0:0"),
    ):
        await els.presses(data, chat=chat)
        assert els.t.plain("not-allowed-in-private") == town.screens.toasts.pop()
    assert not town.screens.bubbles.get("-100123")
    assert (await shop(jan)) == premises


async def test_the_manager_hears_who_may_still_sit_in_the_groups_chat(town: Town) -> None:
    """The manager is told of a removed person, unless they belong to the group by another shop."""
    police = await town.coordinator(90)
    group = await tied_group(police, GroupChat(town))
    manager = await manager_of(group, town, 91)
    els = await jeweller(town, 1, police)
    kim = await jeweller(town, 3, police)
    [jan, _] = await staff(els, 2, 3)
    manager.news()
    for number in (3, 2):
        await sees_people(els)
        await els.taps(f"Haal nummer {number} weg")
        await els.taps(els.t.plain("people-remove-yes"))
    told = manager.news()
    assert f'<a href="tg://user?id={jan.id}">' in told
    assert f"niet meer bij een geverifieerde zaak van <b>{group.name}</b>" in told
    assert str(kim.id) not in told
