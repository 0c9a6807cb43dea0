"""Tests of the ring after a robbery: what the card of its report proposes and why, and the notice that one tap makes
of it."""

from datetime import timedelta

import pytest

from alerts.alert import Alert
from alerts.branch import Branch
from alerts.ids import AlertId
from alerts.report import Outcome
from alerts.severity import Severity
from alerts.tally import TallyOutcome
from alerts.tlp import Tlp
from tests.bot.counting import dealt_with
from tests.bot.near_repeats import apart, in_pairs, measured
from tests.bot.police import change, send_alone
from tests.bot.recorded import refusals
from tests.bot.reporting import jeweller, labels, report_of, reports, to_kind
from tests.bot.town import BEGIN, Person, Town

RING = "Bericht met deze ring"
ASSUMED = "Dit is een aanname."
PROPOSED = (
    "Juwelier, Opticien, Opkoper of kringloop, binnen 1 km van deze plek, 14 dagen lang (tot en met 8 december 2026)"
)


async def robbed(town: Town, *, kind: str = "robbery") -> tuple[Person, Person]:
    """Return a jeweller who reports a robbery, and the police officer with the card."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els, kind=kind)
    return els, agent


async def alert_of(town: Town, number: int = 1) -> Alert:
    """Return a notice as it is stored."""
    async with town.storage.reading() as uow:
        return await uow.alerts.get(AlertId(number))


async def close(agent: Person, outcome: str) -> None:
    """Close the report on the newest card."""
    await agent.taps("Sluit")
    await agent.taps(outcome)


@pytest.mark.parametrize("kind", ["robbery", "robbery_attempt"])
async def test_without_own_data_the_ring_is_an_assumption(town: Town, kind: str) -> None:
    """The card of a robbery or an attempt proposes the branches that are alike, 1 km and 14 days, and says that this is
    assumed."""
    _, agent = await robbed(town, kind=kind)
    for said in (PROPOSED, f"{ASSUMED}</b> Er zijn nog geen 30", "nooit over personen"):
        assert said in agent.last.text
    assert RING in labels(agent)


async def test_what_nobody_robbed_has_no_ring(town: Town) -> None:
    """The card of a sighting has none."""
    _, agent = await robbed(town, kind="reconnaissance")
    assert "Ring" not in agent.last.text
    assert RING not in labels(agent)


async def test_own_data_give_the_ring_with_their_numbers(town: Town) -> None:
    """Thirty-two robberies of which sixteen follow another within days: the card says how many pairs that are, how many
    times as many as by chance, and the p of the test."""
    await dealt_with(town, in_pairs(32))
    await measured(town)
    _, agent = await robbed(town)
    assert "binnen 1 km van deze plek, 7 dagen lang (tot en met 1 december 2026)" in agent.last.text
    assert "van 32 overvallen en pogingen lagen 16 paren zo dicht bij elkaar" in agent.last.text
    assert "Dat is 4,4 keer zo vaak als bij toeval (p = 0,001)." in agent.last.text
    assert ASSUMED not in agent.last.text


async def test_robberies_of_other_branches_and_reports_that_were_nothing_do_not_count(town: Town) -> None:
    """What is compared are robberies of the branch and those alike, that were dealt with; each PC4 and day once."""
    await dealt_with(town, in_pairs(32), branch=Branch.TAXI)
    await dealt_with(town, in_pairs(32), outcome=TallyOutcome.DUPLICATE)
    await dealt_with(town, apart(15) * 3)
    await measured(town)
    _, agent = await robbed(town)
    assert f"{ASSUMED}</b> Er zijn nog geen 30" in agent.last.text


async def test_own_data_without_near_repeats_leave_the_assumption(town: Town) -> None:
    """Thirty-five robberies that do not follow each other: the ring is assumed, and the card says what was compared."""
    await dealt_with(town, apart(35), branch=Branch.OPTICIAN)
    await measured(town)
    _, agent = await robbed(town)
    assert PROPOSED in agent.last.text
    assert f"{ASSUMED}</b> Er is gerekend met 35 overvallen en pogingen" in agent.last.text


async def test_it_is_measured_once_a_night(town: Town) -> None:
    """What is dealt with today changes nothing before the next night; then it does, also after a week of standstill."""
    await measured(town)
    await dealt_with(town, in_pairs(32))
    await measured(town)
    els, agent = await robbed(town)
    assert ASSUMED in agent.last.text
    town.clock.pass_by(days=7)
    await measured(town)
    await reports(els, kind="robbery")
    assert "Uit eigen gegevens" in agent.last.text


async def test_one_tap_makes_the_reach_of_a_notice(town: Town) -> None:
    """The button leads to the preview of a notice with the reach, the branches and the end of the ring, as a P2; sent,
    it answers the report."""
    els, agent = await robbed(town)
    await agent.taps(RING)
    await send_alone(agent)
    sent = await alert_of(town)
    content = sent.content
    assert frozenset({Branch.JEWELLER, Branch.OPTICIAN, Branch.SECONDHAND_GOLD}) == content.branches
    assert (1_000, "2903", Severity.P2, Tlp.AMBER) == (
        content.reach_m,
        content.place.pc4,
        content.severity,
        content.tlp,
    )
    assert BEGIN + timedelta(days=14) == content.until
    report = await report_of(town)
    assert (Outcome.ESCALATED, sent.id) == (report.outcome, report.alert_id)
    assert "wees-alertbericht" in els.news()


async def test_what_the_ring_proposes_can_be_changed(town: Town) -> None:
    """The reach of the ring is a proposal like others: a tap makes it another."""
    _, agent = await robbed(town)
    await agent.taps(RING)
    await change(agent, "Bereik")
    await agent.taps("3 km")
    await send_alone(agent)
    assert 3_000 == (await alert_of(town)).content.reach_m


async def test_after_a_first_notice_the_ring_makes_a_second(town: Town) -> None:
    """Once shops were warned of the robbery, the ring still stands on the card; its notice is another one, and the
    report stays with the first."""
    _, agent = await robbed(town)
    await agent.taps("Maak er een bericht van")
    await send_alone(agent)
    await agent.taps(RING)
    await send_alone(agent)
    assert (1_000, 5_000) == ((await alert_of(town, 2)).content.reach_m, (await alert_of(town)).content.reach_m)
    assert (Outcome.ESCALATED, AlertId(1)) == ((await report_of(town)).outcome, (await report_of(town)).alert_id)


async def test_while_a_draft_is_under_way_there_is_no_second(town: Town) -> None:
    """A report of which a notice is being made has no button for another; an old button is refused."""
    colleague = await town.coordinator(91)
    _, agent = await robbed(town)
    card = colleague.last
    old = next(one.data for one in card.buttons if one.label == RING)
    assert old is not None
    await agent.taps("Maak er een bericht van")
    assert "is in de maak" in card.text
    assert RING not in labels(colleague)
    await colleague.presses(old, card)
    assert ("report-ring", "too-late-report-drafted", 1) in await refusals(town)


@pytest.mark.parametrize("outcome", ["Niets aan de hand", "Onbevestigd", "Hoort bij een andere melding"])
async def test_what_did_not_happen_has_no_ring(town: Town, outcome: str) -> None:
    """A report that turned out to be nothing, or the same as another, proposes nothing; an old button is refused."""
    _, agent = await robbed(town)
    card = agent.last
    old = next(one.data for one in card.buttons if one.label == RING)
    assert old is not None
    await close(agent, outcome)
    assert "Ring" not in agent.last.text
    assert RING not in labels(agent)
    await agent.presses(old, card)
    assert ("report-ring", "too-late-ring-over", 1) in await refusals(town)


async def test_a_ring_ends_with_its_days(town: Town) -> None:
    """Fourteen days after the robbery nothing is proposed any more."""
    _, agent = await robbed(town)
    for days, has_ring in ((13, True), (1, False)):
        town.clock.pass_by(days=days)
        await agent.types("/meldingen")
        await agent.taps("M-2026-0001 bekijken")
        await agent.taps(agent.t.plain("purpose-triage"))
        assert (RING in labels(agent)) is has_ring


async def test_a_witness_gives_a_ring_for_all_branches(town: Town) -> None:
    """Where the branch is not known, the ring is for every branch, and compares all robberies."""
    await dealt_with(town, in_pairs(32), branch=None)
    await measured(town)
    agent, marshal = await town.coordinator(90), await town.coordinator(91)
    await to_kind(marshal)
    await marshal.taps(marshal.t.plain("report-kind-robbery"))
    await marshal.taps("Nu versturen")
    await marshal.taps("Hier waar")
    await marshal.shares(51.9361, 4.5901)
    assert "Alle branches, binnen 1 km" in agent.last.text
    assert "van 32 overvallen en pogingen" in agent.last.text
