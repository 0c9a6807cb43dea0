"""Tests that a mistaken verification is withdrawn."""

from alerts.role import Role
from tests.bot.handlers.test_inviting_shops import counter_qr
from tests.bot.handlers.test_my_overview import member_of
from tests.bot.handlers.test_people import pauses
from tests.bot.handlers.test_verification import shop
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.recorded import acts
from tests.bot.town import Town


async def test_a_mistaken_tap_is_taken_back_under_the_same_notice(town: Town) -> None:
    """A verification is withdrawn under the same notice after a question; the shop is told, gets no queued messages,
    and can be verified again."""
    police = await town.coordinator(90)
    els = await jeweller(town, 1, police)
    card = police.last
    await pauses(els, "week")
    await to_preview(police)
    await send_alone(police)
    await police.taps(police.t.plain("unverify"), card)
    await police.taps(police.t.plain("unverify-no"), card)
    assert police.t("signup-done") in card.text
    assert (await shop(els)).is_verified
    await police.taps(police.t.plain("unverify"), card)
    await police.taps(police.t.plain("unverify-yes"), card)
    assert not (await shop(els)).is_verified
    assert els.t("unverified", name="Goud 1") in els.last.text
    await pauses(els, "none")
    assert [] == alerts_of(els)
    assert ("premises.unverified", (await member_of(police)).id) == (await acts(town, "premises"))[-1]
    await police.types("/aanmeldingen")
    await police.taps("Verifieer Goud 1")
    assert (await shop(els)).is_verified


async def test_who_made_a_link_hears_that_it_was_used_and_can_take_it_back(town: Town) -> None:
    """The maker of a link is told that it was used and can withdraw the verification; nobody else then gets in by the
    same QR."""
    agent, thief, late = await town.coordinator(90), town.person(1), town.person(2)
    secret = await counter_qr(agent)
    await thief.types(f"/start {secret}")
    assert agent.t("invite-followed") in agent.last.text
    assert "2903 AB 7" in agent.last.text
    await agent.taps(agent.t.plain("unverify"))
    await agent.taps(agent.t.plain("unverify-yes"))
    assert not (await shop(thief)).is_verified
    await late.types(f"/start {secret}")
    assert late.t("invite-revoked") == late.last.text


async def test_only_who_may_verify_there_takes_it_back_and_only_what_is_so(town: Town) -> None:
    """Only somebody who may verify the shop withdraws the verification, and only of a verified shop."""
    police = await town.coordinator(90)
    elsewhere = await town.coordinator(91, Role.CITY_MARSHAL, "3000-3099")
    els = await jeweller(town, 1, police)
    premises = await shop(els)
    for person, refusal in ((els, "not-allowed-verify_premises"), (elsewhere, "not-found")):
        for verb in ("unverify", "unverified", "verified"):
            await person.presses(f"{verb}:{premises.id}:{premises.version}")
            assert person.t.plain(refusal) == town.screens.toasts[-1]
    await police.presses(f"unverified:{premises.id}:{premises.version - 1}")
    assert police.t.plain("conflict") == town.screens.toasts[-1]
    assert (await shop(els)).is_verified
    card = next(one for one in police.bubbles if one.buttons and one.buttons[0].label == police.t.plain("unverify"))
    await police.taps(police.t.plain("unverify"), card)
    await police.taps(police.t.plain("unverify-yes"), card)
    await police.presses(f"unverified:{premises.id}:{premises.version}")
    assert police.t.plain("too-late-not-verified") == town.screens.toasts[-1]
