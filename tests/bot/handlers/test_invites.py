"""Tests of links: for a role, for a shop that a coordinator knows, for a colleague; and of requests to join."""

import re

import pytest

from alerts.branch import Branch
from alerts.errors import NotAllowed
from alerts.ports import DialogueKey
from alerts.premises import NewPremises
from alerts.role import Actor, Role
from alerts.services.invite.create_invite import create_premises_invite
from bot.conversation.menu import main_keyboard
from bot.render.invitation import qr_png
from tests.bot.handlers.test_verification import shop
from tests.bot.town import BEGIN, BOT_NAME, Person, Town


def secret_in(text: str) -> str:
    """Return the payload of the deep link in a message."""
    found = re.search(rf"https://t\.me/{BOT_NAME}\?start=([\w-]+)", text)
    assert found is not None
    return found[1]


async def invited(agent: Person, postcode: str = "2903AB", number: str = "7") -> str:
    """Let a coordinator make an invitation for De Parel, and return its secret."""
    await agent.types("/uitnodigen")
    await agent.types(postcode)
    await agent.taps("Juwelier")
    await agent.types("De Parel")
    await agent.types(number)
    await agent.taps(agent.t.plain("invite-make"))
    bubble = next(one for one in reversed(agent.bubbles) if one.message.picture)
    assert bubble.message.is_protected
    assert bubble.message.picture is not None
    assert bubble.message.picture.startswith(b"\x89PNG")
    return secret_in(bubble.text)


async def colleague_link(owner: Person) -> str:
    """Return the secret of the owner's link for colleagues."""
    await owner.types("/mijn")
    await owner.taps("Wijzig De Parel")
    await owner.taps(owner.t.plain("shop-people"))
    await owner.taps(owner.t.plain("shop-colleague"))
    return secret_in(owner.last.text)


async def test_a_role_link_makes_a_coordinator_once(town: Town) -> None:
    """A role link gives its role once."""
    agent = await town.coordinator(90)
    assert agent.t.plain("role-police") in agent.last.text
    assert {"alert", "goedkeuren", "aanmeldingen", "uitnodigen"} <= set(agent.menu)


async def test_a_role_is_told_what_it_can_do_and_no_more(town: Town) -> None:
    """The welcome of a role names its own actions only."""
    director = await town.coordinator(90, Role.SAFETY_DIRECTOR)
    assert director.t("role-copies", scope="postcodes") in director.last.text
    assert director.t("role-signups", scope="postcodes") not in director.last.text
    jurist = await town.coordinator(91, Role.PROSECUTION)
    granted = jurist.t(
        "role-granted",
        role=jurist.t.plain("role-prosecution"),
        scope=jurist.t.plain("scope-postcodes", first="2900", last="2999"),
    )
    assert f"{granted}\n\n{jurist.t('role-menu')}\n\n{jurist.t('role-reads')}" == jurist.last.text


async def test_a_shop_invited_by_police_is_verified_at_once(town: Town) -> None:
    """A shop that police invited is verified when the link is followed."""
    agent, els = await town.coordinator(90), town.person(1)
    secret = await invited(agent)
    await els.types(f"/start {secret}")
    premises = await shop(els)
    assert premises.is_verified
    news = els.news()
    assert els.t("joined") in news
    assert els.t("shop-verified") in news
    assert news.index(els.t("joined")) < news.index(els.t("night-question"))
    assert "mijn" in els.menu
    async with town.storage.reading() as uow:
        [following] = await uow.premises.members_of(premises.id)
    assert following.is_owner


async def test_the_welcome_asks_about_the_night_and_stays(town: Town) -> None:
    """The welcome and the question about the night are one message, so that their order is certain."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.types(f"/start {await invited(agent)}")
    hint, welcome = els.bubbles
    assert hint.keyboard == main_keyboard(els.t)
    await els.taps(els.t.plain("night-no"))
    assert els.last.text == els.t("night-quiet")
    assert els.t("joined") in welcome.text
    assert welcome.buttons == []
    await els.types(f"/start {await invited(agent, '2904AB', '9')}")
    assert els.t("joined") in els.last.text
    assert els.t("night-question") not in els.last.text


async def test_a_link_to_the_own_shop_starts_who_had_stopped(town: Town) -> None:
    """A link to the person's own shop starts messages again for who had stopped, as every other link does."""
    agent, els = await town.coordinator(90), town.person(1)
    secret = await invited(agent)
    await els.types(f"/start {secret}")
    await els.types("/stop")
    await els.types(f"/start {secret}")
    assert els.t("mine-title") in els.last.text
    assert els.t("mine-stopped") not in els.last.text
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
    assert member is not None
    assert member.stopped_at is None


@pytest.mark.parametrize("days", [0, 15])
async def test_a_used_or_expired_link_says_so(town: Town, days: int) -> None:
    """A used or expired link is refused with the reason."""
    agent, els, jan = await town.coordinator(90), town.person(1), town.person(2)
    secret = await invited(agent)
    if days == 0:
        await els.types(f"/start {secret}")
    town.clock.pass_by(days=days)
    await jan.types(f"/start {secret}")
    assert jan.last.text == jan.t("invite-expired" if days else "invite-used")


async def test_an_unknown_link_and_a_second_use_say_so(town: Town) -> None:
    """An unknown link, and a second use by the same person, are answered with the reason."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.types("/start nonsense")
    assert els.last.text == els.t("invite-unknown")
    secret = await invited(agent)
    await els.types(f"/start {secret}")
    await els.types(f"/start {secret}")
    assert els.last.text == els.t("invite-already")


async def test_an_accepted_link_ends_a_half_done_sign_up(town: Town) -> None:
    """A followed link ends an open sign-up; otherwise the next text would be taken for its postcode."""
    agent, els = await town.coordinator(90), town.person(1)
    secret = await invited(agent)
    await els.types("/start")
    await els.types(f"/start {secret}")
    ended = next(one for one in els.bubbles if one.text == els.t("start-ended"))
    assert ended.keyboard == main_keyboard(els.t)
    await els.types("2904AB")
    assert els.last.text.startswith(els.t("typed-first"))


async def test_an_owner_who_opens_the_own_link_hears_whom_it_is_for(town: Town) -> None:
    """An owner who follows their own link reads for whom it is."""
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await els.types(f"/start {await colleague_link(els)}")
    assert els.last.text == els.t("invite-own")


async def test_nobody_vouches_for_themselves_by_a_link_of_their_own(town: Town) -> None:
    """A coordinator cannot verify their own shop by their own link."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    await agent.types(f"/start {await invited(agent)}")
    assert not (await shop(agent)).is_verified
    await colleague.taps(colleague.t.plain("signup-verify"))
    assert (await shop(agent)).is_verified


async def test_a_coordinator_with_a_shop_verifies_it_by_no_colleagues_link(town: Town) -> None:
    """A colleague link of a coordinator with a shop gives a place in the shop, and does not verify it."""
    agent, jan = await town.coordinator(90), town.person(1)
    await agent.types("/mijn")
    await agent.taps("Nog een zaak")
    for answer in ("2903AB", "Juwelier"):
        await agent.types(answer)
    await agent.taps(agent.t.plain("start-right"))
    for answer in ("De Parel", "7"):
        await agent.types(answer)
    await jan.types(f"/start {await colleague_link(agent)}")
    assert (await shop(jan)).id == (await shop(agent)).id
    assert not (await shop(jan)).is_verified


async def test_the_service_itself_asks_who_may_and_where(town: Town) -> None:
    """The service checks the right and the place too, because a day may pass between the form's first question and its
    last."""
    agent = await town.coordinator(90, scope="3000-3099")
    new = NewPremises(Branch.JEWELLER, "2903", "2903AB", None, None, "De Parel", "7")
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(agent.id))
        assert member is not None
        grants = tuple(await uow.roles.of_member(member.id))
        for held, reason in ((grants, "outside-scope"), ((), "invite_premises")):
            with pytest.raises(NotAllowed) as caught:
                await create_premises_invite(uow, Actor(member, held), new, BEGIN)
            assert caught.value.reason == reason


async def test_inviting_outside_the_own_scope_is_refused_at_the_postcode(town: Town) -> None:
    """A postcode outside the coordinator's scope is refused when it is typed."""
    agent = await town.coordinator(90)
    await agent.types("/uitnodigen")
    await agent.types("3011AB")
    assert agent.last.text.startswith(agent.t("not-allowed-outside-scope"))
    await agent.types("2903AB")
    assert agent.last.text == agent.t("invite-branch")


async def test_a_verified_shop_gets_no_twin(town: Town) -> None:
    """A link for a verified shop makes no second shop: it gives a place there, and the owner stays."""
    agent, els, jan = await town.coordinator(90), town.person(1), town.person(2)
    await els.subscribes("2903AB", "jeweller", "de  parel", "7")
    await agent.taps(agent.t.plain("signup-verify"))
    secret = await invited(agent)
    assert agent.last.text == agent.t("invite-join-after")
    await jan.types(f"/start {secret}")
    assert await shop(jan) == await shop(els)
    async with town.storage.reading() as uow:
        assert [True, False] == [one.is_owner for one in await uow.premises.members_of((await shop(els)).id)]


async def test_a_shop_invited_twice_is_one_shop(town: Town) -> None:
    """Two invitations for the same shop lead to one shop."""
    agent, els, jan = await town.coordinator(90), town.person(1), town.person(2)
    first, second = await invited(agent), await invited(agent, number="9")
    for person, secret in ((els, first), (jan, second)):
        await person.types(f"/start {secret}")
    assert await shop(els) == await shop(jan)
    assert (await shop(els)).is_verified
    assert (await shop(els)).house_number == "9"


async def test_who_invites_at_an_unknown_postcode_is_to_look_at_it_themselves(town: Town) -> None:
    """A coordinator who invites at an unknown postcode is told to check it."""
    agent = await town.coordinator(90)
    await agent.types("/uitnodigen")
    await agent.types("2999XY")
    assert agent.last.text == agent.t("invite-unknown-place", code="2999 XY")


async def test_retailers_do_not_invite_shops(town: Town) -> None:
    """Retailers cannot invite shops, by the command or by a forged button that begins the form."""
    els = town.person(1)
    await els.types("/start")
    await els.types("/uitnodigen")
    assert els.last.text == els.t("not-allowed-invite_premises")
    async with town.storage.reading() as uow:
        dialogue = await uow.dialogues.get(DialogueKey(str(els.id), str(els.id)))
    assert dialogue is not None
    await els.presses(f"restart:invite:{dialogue.version}")
    assert town.screens.toasts[-1] == els.t.plain("not-allowed-invite_premises")
    await els.presses(f"restart:nothing:{dialogue.version}")
    assert town.screens.toasts[-1] == els.t.plain("not-found")


async def test_a_colleague_shares_the_shop_but_does_not_verify_it(town: Town) -> None:
    """A colleague by the link of an unverified owner shares the shop, and does not verify it."""
    els, jan = town.person(1), town.person(2)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await jan.types(f"/start {await colleague_link(els)}")
    assert (await shop(jan)).id == (await shop(els)).id
    assert not (await shop(els)).is_verified
    assert "tg://user?id=" in els.last.text
    await jan.types("/mijn")
    await jan.taps("Wijzig De Parel")
    assert jan.t.plain("shop-colleague") not in [one.label for one in jan.last.buttons]
    premises = await shop(jan)
    await jan.presses(f"colleague:{premises.id}:{premises.version}")
    assert town.screens.toasts[-1] == jan.t.plain("not-allowed-owner-only")


async def test_the_same_shop_again_may_join_when_the_owner_agrees(town: Town) -> None:
    """A person who signs up an existing shop can join it with its owner's consent."""
    els, jan = town.person(1), town.person(2)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await jan.subscribes("2903AB", "jeweller", "de  parel", "7")
    duplicate = await shop(jan)
    assert jan.t("join-question", name="De Parel") in jan.news()
    await jan.taps(jan.t.plain("join-ask"))
    assert jan.t("join-asked") in "".join(one.text for one in jan.bubbles)
    await els.taps(els.t.plain("join-admit"))
    assert (await shop(jan)).id == (await shop(els)).id
    assert jan.t("admitted") in jan.last.text
    async with town.storage.reading() as uow:
        assert (await uow.premises.get(duplicate.id)).closed_at is not None


async def test_who_is_admitted_is_asked_no_more_about_the_closed_entry(town: Town) -> None:
    """After an admission the open form about the person's own entry, which was closed, ends."""
    els, jan = town.person(1), town.person(2)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await jan.subscribes("2903AB", "jeweller", "De Parel", "7")
    await jan.taps(jan.t.plain("join-ask"))
    await jan.types("/mijn")
    await jan.taps("Wijzig De Parel")
    await jan.taps(jan.t.plain("shop-details"))
    await els.taps(els.t.plain("join-admit"))
    await jan.types("De Robijn")
    assert jan.last.text == jan.t("details-gone")
    await jan.types("9")
    assert jan.last.text.startswith(jan.t("typed-first"))


async def test_the_owner_may_refuse_and_then_it_is_settled(town: Town) -> None:
    """The owner may refuse a request to join, and cannot answer it again."""
    els, jan = town.person(1), town.person(2)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await jan.subscribes("2903AB", "jeweller", "De Parel", "7")
    await jan.taps(jan.t.plain("join-ask"))
    admit = els.last.buttons[0].data
    assert admit is not None
    ask = f"join:{(await shop(jan)).id}.{(await shop(els)).id}:0"
    await jan.presses(ask)
    assert town.screens.toasts[-1] == jan.t.plain("too-late-join-asked")
    await els.taps(els.t.plain("join-refuse"))
    assert jan.t("refused", name="De Parel") in jan.last.text
    await jan.presses(ask)
    assert town.screens.toasts[-1] == jan.t.plain("too-late-join-refused")
    await els.presses(admit)
    assert town.screens.toasts[-1] == els.t.plain("too-late-join")
    assert (await shop(jan)).id != (await shop(els)).id


async def test_nobody_is_pulled_into_a_shop_by_a_made_up_button(town: Town) -> None:
    """A forged button adds nobody to a shop."""
    els, jan = town.person(1), town.person(2)
    await els.subscribes("2903AB", "jeweller", "De Parel", "7")
    await jan.subscribes("2904AB", "bakery", "Bakker Jan", "8")
    mine, his = await shop(els), await shop(jan)
    async with town.storage.reading() as uow:
        [following] = await uow.premises.members_of(his.id)
    await els.presses(f"admit:{mine.id}.{following.member_id}.{his.id}:0")
    assert town.screens.toasts[-1] == els.t.plain("too-late-join")
    assert (await shop(jan)).id == his.id


def test_the_picture_is_a_png() -> None:
    """The picture of a QR code is a PNG."""
    assert qr_png("https://t.me/x?start=y").startswith(b"\x89PNG\r\n")
