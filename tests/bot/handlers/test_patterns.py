"""Tests of possible patterns in the chat: the card, the list, the notice that is made of one, and its dismissal."""

from dataclasses import replace

from alerts.alert import AlertState
from alerts.patterns import PatternState, Rules
from alerts.report import Outcome, ReportState
from alerts.role import Role
from alerts.services.pattern.find_patterns import find_patterns
from tests.bot.recorded import refusals
from tests.bot.reporting import jeweller
from tests.bot.town import Person, Town
from tests.looking_alike import elsewhere, found_in, scouted


async def search(town: Town) -> None:
    """Search and send what came of it, as the clock does."""
    await find_patterns(town.storage, Rules(), town.clock.now())
    await town.deliver()


async def scouts_reported_by(person: Person) -> None:
    """Report in the chat that two men filmed and looked at the cameras."""
    await person.types("/melding")
    await person.taps(person.t.plain("report-safety-safe"))
    await person.taps(person.t.plain("report-kind-reconnaissance"))
    await person.taps(person.t.plain("signal-photos"))
    await person.taps(person.t.plain("signal-interest_layout"))
    await person.taps(person.t.plain("report-send"))


async def test_three_jewellers_in_four_days_are_a_card_for_police_and_a_receipt_for_shops(town: Town) -> None:
    """Story 2: after the third report police read why and what they can do; the shops only got their receipts."""
    agent = await town.coordinator(90)
    shops = [await jeweller(town, number, agent) for number in (1, 2, 3)]
    for shop in shops:
        await scouts_reported_by(shop)
        await search(town)
        if shop is not shops[-1]:
            assert "Mogelijk patroon" not in agent.news()
            town.clock.pass_by(days=2)
    card = agent.news()
    assert "Mogelijk patroon (3)" in card
    assert "maakt foto’s of filmt (3 van 3)" in card
    assert "Er is niets dat niet past." in card
    for shop in shops:
        told = shop.news()
        assert "Ontvangen. Nog niet gedeeld." in told
        assert "atroon" not in told


async def test_one_jeweller_who_reports_three_times_is_no_pattern(town: Town) -> None:
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    for _ in range(3):
        await scouts_reported_by(els)
        await search(town)
        town.clock.pass_by(days=1)
    assert "Mogelijk patroon" not in agent.news()
    await agent.types("/patronen")
    assert agent.t("patterns-none") in agent.last.text


async def test_police_of_another_place_and_others_hear_nothing(town: Town) -> None:
    far = await town.coordinator(91, scope="3000-3099")
    marshal = await town.coordinator(92, Role.CITY_MARSHAL)
    await found_in(town.storage, town.clock.now())
    await town.deliver()
    for person in (far, marshal):
        assert "patroon" not in person.news()


async def test_of_a_pattern_across_a_border_each_sees_the_reports_of_their_own_scope(town: Town) -> None:
    """What lies elsewhere is counted and not shown."""
    here = await town.coordinator(90)
    there = await town.coordinator(91, scope="3000-3099")
    await scouted(town.storage, town.clock.now())
    await scouted(town.storage, town.clock.now(), metres=400)
    stranger = await scouted(town.storage, town.clock.now(), metres=900, pc4="3011")
    await search(town)
    card = here.news()
    assert "Mogelijk patroon (3)" in card
    assert "En 1 melding buiten je werkgebied" in card
    assert stranger.number not in card
    assert "3011" not in card
    assert "En 2 meldingen buiten je werkgebied" in there.news()


async def test_a_notice_of_a_pattern_is_filled_in_as_a_p3(town: Town) -> None:
    """It says what several reports tell, for jewellers and those alike, and its reports are linked to it."""
    agent = await town.coordinator(90)
    number = await found_in(town.storage, town.clock.now())
    await town.deliver()
    agent.news()
    await agent.taps(agent.t.plain("pattern-alert"))
    preview = agent.news()
    assert "P3" in preview
    assert "grijze bestelbus" in preview
    assert "zwarte kleding" in preview
    async with town.storage.reading() as uow:
        reports = [await uow.reports.get(one) for one in (await uow.patterns.get(number)).reports]
        [alert] = {one.alert_id for one in reports}
        assert alert is not None
        draft = await uow.alerts.get(alert)
    assert AlertState.DRAFT is draft.state
    assert {"jeweller", "optician", "secondhand_gold"} == set(draft.content.branches)
    assert 10_000 == draft.content.reach_m
    assert {"offender_count": "2"} == dict(draft.content.mo)
    await agent.types("/patronen")
    await agent.taps(agent.t.plain("patterns-open", number=str(number)))
    assert agent.t.plain("pattern-alert") not in [one.label for one in agent.last.buttons]


async def test_a_pattern_is_dismissed_with_a_reason_until_another_report_joins(town: Town) -> None:
    agent = await town.coordinator(90)
    number = await found_in(town.storage, town.clock.now())
    await town.deliver()
    await agent.taps(agent.t.plain("pattern-dismiss"))
    await agent.taps(agent.t.plain("pattern-reason-coincidence"))
    assert "Afgewezen:</b> Het is toeval" in agent.last.text
    await agent.types("/patronen")
    assert agent.t("patterns-none") in agent.last.text
    agent.news()
    await scouted(town.storage, town.clock.now(), metres=300)
    await search(town)
    card = agent.news()
    assert "Mogelijk patroon (4)" in card
    assert "Dit patroon was afgewezen (Het is toeval)" in card
    async with town.storage.reading() as uow:
        assert PatternState.OPEN is (await uow.patterns.get(number)).state


async def test_an_old_button_shows_what_joined_meanwhile(town: Town) -> None:
    """A colleague dismissed it, or a report joined, after this card was sent: nothing happens, and the card is shown as
    it is."""
    agent = await town.coordinator(90)
    number = await found_in(town.storage, town.clock.now())
    await town.deliver()
    await scouted(town.storage, town.clock.now(), metres=300)
    await search(town)
    await agent.presses(f"pattern-reason:{number}.known:1")
    assert "Mogelijk patroon (4)" in agent.last.text
    await agent.presses(f"pattern-alert:{number}:1")
    await agent.presses(f"pattern-dismiss:{number}:1")
    async with town.storage.reading() as uow:
        pattern = await uow.patterns.get(number)
    assert PatternState.OPEN is pattern.state
    await agent.presses(f"pattern-reason:{number}.known:{pattern.version}")
    await agent.presses(f"pattern-reason:{number}.known:{pattern.version + 1}")
    assert ("pattern-reason", "too-late-pattern-dismissed", number) in await refusals(town)
    await agent.presses(f"pattern-reason:{number}.rubbish:{pattern.version}")


async def test_a_pattern_whose_report_was_closed_as_unfounded_is_gone(town: Town) -> None:
    """Before the next search too: the card in the queue, the list and the button say so."""
    agent = await town.coordinator(90)
    number = await found_in(town.storage, town.clock.now())
    async with town.storage.transaction() as uow:
        report = await uow.reports.get((await uow.patterns.get(number)).reports[0])
        closed = replace(report, state=ReportState.CLOSED, outcome=Outcome.UNFOUNDED, closed_at=town.clock.now())
        await uow.reports.save(closed)
    await town.deliver()
    assert agent.t("pattern-gone") in agent.news()
    await agent.types("/patronen")
    assert agent.t("patterns-none") in agent.last.text
    await agent.presses(f"pattern-open:{number}:1")
    assert ("pattern-open", "not-found", number) in await refusals(town)


async def test_who_reads_a_pattern_is_in_the_record(town: Town) -> None:
    agent = await town.coordinator(90)
    number = await found_in(town.storage, town.clock.now())
    await town.deliver()
    for _ in range(2):
        await agent.presses(f"pattern-open:{number}:1")
    await agent.presses(f"pattern-reason:{number}.explained:1")
    agent.news()
    await agent.types("/logboek")
    told = agent.news()
    assert 1 == told.count(f"las patroon nr. {number}")
    assert f"wees patroon nr. {number} af: Er is een onschuldige verklaring" in told


async def test_police_read_it_in_english_too(town: Town) -> None:
    agent = await town.coordinator(90)
    await agent.types("/language")
    await agent.taps("English")
    await found_in(town.storage, town.clock.now())
    await town.deliver()
    assert "Possible pattern (3)" in agent.news()


async def test_a_card_that_arrives_after_the_role_ended_shows_nothing(town: Town) -> None:
    agent = await town.coordinator(90)
    await found_in(town.storage, town.clock.now(), **elsewhere())
    assert "patroon" not in agent.news()
    await found_in(town.storage, town.clock.now())
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(agent.id))
        assert member is not None
        for grant in await uow.roles.of_member(member.id):
            await uow.roles.end_at(grant.id, town.clock.now())
    town.clock.pass_by(seconds=1)
    await town.deliver()
    assert "foto" not in agent.news()
