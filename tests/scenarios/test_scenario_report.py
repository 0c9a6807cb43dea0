"""docs/domain.md §6, scenario 1: a robbery at a supermarket, from the report by the cascade to the notice and its
outcome."""

import pytest

from alerts.branch import ALIKE, Branch
from bot.demo.neighbourhood import concerned, shops
from bot.demo.phone import Phone
from tests.scenarios.steps import alerts_on, number_in, report_number_in
from tests.scenarios.world import World

TOLD_ON = "Overval, bevestigd door de politie"
SHOP, BAKERY = "Buurtsuper Kabouterlaars", "Bakkerij Glimwiel"
ROBBED = (
    ("report-ask-kind", "report-kind-robbery"),
    ("report-ask-weapon", "mo-weapon-knife"),
    ("report-ask-loot_type", "mo-loot_type-cash"),
    ("report-ask-injured", "report-injured-no"),
    ("alert-ask-when", "alert-when-0"),
    ("report-ask-persons", "mo-offender_count-2"),
    ("report-ask-clothing", "nav-skip"),
    ("report-ask-vehicle", "vehicle-scooter"),
    ("report-ask-where", SHOP),
)


@pytest.mark.main
async def test_a_robbery_from_report_to_notice(empty_world: World) -> None:
    """The reporter reads 112 first and gets a numbered receipt; police confirm, then mayor's office and safety director
    hear, then alderman, city marshal and enforcement; after draft and approval the right shops get the notice, and the
    reporter is told.

    A kill on the way loses nothing.
    """
    world, words = empty_world, empty_world.words
    phones = await world.settle_neighbourhood()
    await world.start()
    police, marshal = await world.coordinator("police"), await world.coordinator("city_marshal")
    mayor, director = await world.coordinator("mayors_office"), await world.coordinator("safety_director")
    others = [await world.coordinator(role) for role in ("alderman", "enforcement")]
    spokesperson = await world.coordinator("spokesperson")
    reporter = phones[SHOP]

    await reporter.type("/melding")
    first = await reporter.expect(words("report-safety"))
    assert "112" in first.text
    await reporter.tap(words("report-safety-called"))
    for question, answer in ROBBED:
        await reporter.expect(words(question))
        await reporter.tap(answer if answer == SHOP else words(answer))
    await reporter.expect(words("report-ask-what"))
    await reporter.type(f"Bij {SHOP} is de kassa leeggehaald, er is 500 euro weg.")
    await reporter.expect("een bedrag")
    await reporter.type(f"Bij {SHOP} is de kassa leeggehaald, ze reden weg met AB-123-C.")
    await reporter.expect("een kenteken")
    await reporter.type(f"Bij {SHOP} is de kassa leeggehaald.")
    receipt = await reporter.expect("Ontvangen. Nog niet gedeeld.")
    number = report_number_in(receipt)
    await world.restart()

    await police.expect(number)
    await police.tap(words("incident-confirm"))
    for early in (mayor, director, spokesperson):
        card = await early.expect(TOLD_ON)
        assert card.is_protected
        assert SHOP in card.text
    await world.restart()
    assert [[], [], []] == [await _told_on(one) for one in (marshal, *others)]
    await director.tap(words("cascade-seen"))
    for next_one in (marshal, *others):
        await next_one.expect(TOLD_ON)
    await marshal.tap(words("cascade-take"))
    await director.expect(
        lambda seen: seen.is_edited and f"{words('role-city_marshal')} neemt dit op zich" in seen.text
    )
    await director.tap(words("cascade-whole"))
    whole = await director.expect("Opschaling van")
    assert 2 == whole.text.count(", gezien "), "the safety director and the city marshal"
    assert 3 == whole.text.count("nog niet gezien"), "the mayor, the alderman and enforcement"
    await marshal.type("/meldingen")
    await marshal.expect(lambda seen: words("reports-open", number=number) in seen.labels)
    await marshal.tap(words("reports-open", number=number))
    await marshal.expect(words("report-ask-purpose", number=number, kind=words("kind-robbery")))
    await marshal.tap(words("purpose-triage"))
    await marshal.expect(lambda seen: words("report-take") in seen.labels)
    await marshal.tap(words("report-take"))
    await reporter.expect(words("report-news-taken", number=number, who=words("role-city_marshal")))
    await marshal.tap(words("report-alert"))
    preview = await marshal.expect("Geldt tot")
    await marshal.expect(words("alert-preview-above"))
    for hidden in (SHOP, "500", "AB-123-C"):
        assert hidden not in preview.text
    for told in ("mes", "contant", "op een scooter", "2 daders"):
        assert told in preview.text
    assert set() == await _who_got(phones, number_in(preview))
    await marshal.tap(words("alert-ask-approval"))
    await police.expect(lambda seen: words("approval-approve") in seen.labels)
    await police.tap(words("approval-approve"))

    alert = number_in(preview)
    await reporter.expect(words("report-news-escalated", number=number, alert=alert))
    await marshal.expect(words("report-head", number=alert, state="live"))
    alike = (Branch.SUPERMARKET, *ALIKE[Branch.SUPERMARKET])
    expected = {shop.name for shop in concerned("2903", 5, alike)}
    assert {"2922", "3065"} <= {shop.pc4 for shop in shops() if shop.name in expected}
    assert "2801" not in {shop.pc4 for shop in shops() if shop.name in expected}
    assert expected == await _who_got(phones, alert)
    assert [] == await alerts_on(phones[BAKERY])
    await reporter.type("/mijnmeldingen")
    await reporter.expect(lambda seen: number in seen.text and alert in seen.text)


async def _told_on(phone: Phone) -> list[str]:
    return [seen.text for seen in await phone.received() if TOLD_ON in seen.text]


async def _who_got(phones: dict[str, Phone], alert: str) -> set[str]:
    return {name for name, phone in phones.items() if alert in await alerts_on(phone)}
