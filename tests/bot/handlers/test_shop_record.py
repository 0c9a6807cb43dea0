"""Test that each step in the life of a shop and of its links is recorded, with who did it."""

from alerts.services.shop.attest_premises import ask_attestations
from tests.bot.handlers.test_inviting_shops import counter_qr
from tests.bot.handlers.test_my_overview import member_of
from tests.bot.handlers.test_people import sees_people
from tests.bot.handlers.test_wrong_secrets import guesses
from tests.bot.recorded import acts
from tests.bot.town import Town


async def test_every_step_is_on_record(town: Town) -> None:
    """Every step is recorded, from the counter QR to the last person who leaves."""
    agent, els, jan = await town.coordinator(90), town.person(1), town.person(2)
    secret = await counter_qr(agent)
    for person in (els, jan):
        await person.types(f"/start {secret}")
    await sees_people(els)
    await els.taps(els.t.plain("people-remove", number="2"))
    await els.taps(els.t.plain("people-remove-yes"))
    for days in (182, 14, 14):
        town.clock.pass_by(days=days)
        async with town.storage.transaction() as uow:
            await ask_attestations(uow, town.clock.now())
        await town.deliver()
    await agent.taps(agent.t.plain("signup-verify"))
    await els.types("/mijn")
    await els.taps("Wijzig")
    await els.taps(els.t.plain("shop-leave"))
    await els.taps(els.t.plain("leave-close"))
    police, owner, colleague = [(await member_of(person)).id for person in (agent, els, jan)]
    assert [
        ("premises.joined", owner),
        ("premises.verified", police),
        ("premises.joined", colleague),
        ("premises.removed", owner),
        ("premises.attestation_asked", None),
        ("premises.attestation_asked", None),
        ("premises.lapsed", None),
        ("premises.verified", police),
        ("premises.left", owner),
        ("premises.closed", owner),
    ] == await acts(town, "premises")
    await guesses(jan, 1)
    assert [
        ("invite.created", None),  # the link for the role
        ("invite.used", police),
        ("invite.created", police),
        ("invite.used", owner),
        ("invite.used", colleague),
        ("invite.revoked", owner),
        ("invite.failed", colleague),
    ] == await acts(town, "invite")
