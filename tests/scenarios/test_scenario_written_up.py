"""What the reporter reads while a report becomes a notice: each step in its order, and nothing twice."""

from bot.demo.phone import Phone
from tests.scenarios.steps import number_in, report_number_in, subscribe, verify
from tests.scenarios.world import World

SENTENCE = "net 2 jongens die de etalage filmden, zwarte golf met draaiende motor"
NOTICE = "Gebeurt het nu?"  # stands in every notice


async def test_the_reporter_reads_each_step_in_its_order(world: World) -> None:
    """One tap takes a report and makes a draft of it. The reporter reads first who took it, then that a notice is being
    made and is not sent yet; a returned draft tells them nothing; at the end the notice comes before the news of it."""
    words = world.words
    police, marshal = await world.coordinator(), await world.coordinator("city_marshal")
    reporter = await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, reporter)
    await reporter.type(SENTENCE)
    await reporter.expect(words("report-safety"))
    await reporter.tap(words("report-safety-safe"))
    await reporter.expect(words("report-overview"))
    await reporter.tap(words("report-send"))
    number = report_number_in(await reporter.expect("Ontvangen. Nog niet gedeeld."))
    taken = words("report-news-taken", number=number, who=words("role-city_marshal"))
    drafted = words("report-news-drafted", number=number)
    before = len(await reporter.received())

    await marshal.expect(number)
    await marshal.tap(words("report-alert"))
    alert = number_in(await marshal.expect(NOTICE))
    await reporter.expect(drafted)
    assert [taken, drafted] == await _since(reporter, before)

    await marshal.expect(words("alert-preview-above"))
    await marshal.tap(words("alert-ask-approval"))
    await police.expect(lambda seen: words("approval-return") in seen.labels)
    await police.tap(words("approval-return"))
    await police.expect(words("decision-ask-returned", number=alert))
    await police.tap(words("comment-returned-shorter"))
    await marshal.expect(words("returned-notice", number=alert))
    await marshal.tap(words("draft-resume"))
    await marshal.expect(words("alert-preview-above"))
    assert [taken, drafted] == await _since(reporter, before)

    await marshal.tap(words("alert-ask-approval"))
    await police.expect(lambda seen: words("approval-approve") in seen.labels)
    await police.tap(words("approval-approve"))
    sent = words("report-news-escalated", number=number, alert=alert)
    await reporter.expect(sent)
    told = await _since(reporter, before)
    assert [taken, drafted] == told[:2]
    assert told[-1].startswith(sent), "below it stands what the outcome means"
    assert [True] == [alert in one and NOTICE in one for one in told[2:-1]]


async def _since(phone: Phone, before: int) -> list[str]:
    """Return what arrived after so many messages, oldest first."""
    return [one.text for one in (await phone.received())[before:]]
