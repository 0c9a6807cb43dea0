"""Tests that a report becomes a notice: prefilled, linked both ways, with each step told to the reporter."""

from alerts.alert import AlertState, IncidentKind
from alerts.ids import AlertId
from alerts.report import Outcome, ReportState
from alerts.role import Role
from tests.bot.police import alerts_of, send_alone
from tests.bot.reporting import cards, jeweller, labels, report_of, reports, to_kind, under_way
from tests.bot.town import Person, Town


async def _robbery(els: Person) -> None:
    await to_kind(els)
    for label in ("Overval", "mes", "contant geld", "Nee", "Zojuist", "2"):
        await els.taps(label)
    await els.types("Zwarte jas.")
    await els.taps("scooter")
    await els.taps("De Parel 1")
    await els.types("Ze liepen de parel 1 binnen en wilden de kassa.")


async def test_the_draft_is_filled_in_from_the_report(town: Town) -> None:
    """The draft has kind, words without the shop's name, time, method and place from the report; the rest is set by
    default, so its preview is there at once."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await _robbery(els)
    await agent.taps("Maak er een bericht van")
    preview = alerts_of(agent)[-1]
    for part in ("overval", "Uiterlijk: Zwarte jas.\nZe liepen de zaak binnen", "mes"):
        assert part in preview
    assert "arel" not in preview
    assert "M-2026" not in preview
    assert agent.t("report-from", number="M-2026-0001") in agent.last.text
    async with town.storage.reading() as uow:
        alert = await uow.alerts.get(AlertId(1))
        assert [await report_of(town)] == await uow.reports.of_alert(alert.id)
    content = alert.content
    assert (IncidentKind.ROBBERY, "2903AB", town.clock.now()) == (
        content.kind,
        content.place.pc6,
        content.occurred_at,
    )
    assert {"offender_count": "2", "weapon": "knife", "loot_type": "cash", "exit_mode": "scooter"} == content.mo


async def test_a_victim_whose_report_became_a_notice_reads_where_support_is(town: Town) -> None:
    """When a victim's report becomes a notice, which closes the report, the victim reads where to find support."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await _robbery(els)
    await agent.taps("Maak er een bericht van")
    els.news()
    await send_alone(agent)
    news = els.news()
    assert els.t("report-news-escalated", number="M-2026-0001", alert="2026-0001") in news
    assert els.t("report-closed-victim") in news


async def test_the_reporter_hears_each_step_until_it_was_sent(town: Town) -> None:
    """The reporter reads that the report was taken, that a notice is being made, and that it was sent; the cards show
    that it is closed."""
    agent, marshal = await town.coordinator(90, scope="national"), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els)
    els.news()
    await agent.taps("Maak er een bericht van")
    who, news = els.t.plain("role-police"), els.news()
    assert els.t("report-news-taken", number="M-2026-0001", who=who) in news
    assert els.t("report-news-drafted", number="M-2026-0001") in news
    assert "Wees-alertbericht 2026-0001 is in de maak" in cards(marshal)[0]
    assert ["Sluit"] == [one.label for one in marshal.last.buttons]
    await send_alone(agent)
    assert els.t("report-news-escalated", number="M-2026-0001", alert="2026-0001") in els.news()
    assert 1 == len(alerts_of(els))
    report = await report_of(town)
    assert (ReportState.CLOSED, Outcome.ESCALATED, 1) == (report.state, report.outcome, report.alert_id)
    assert agent.t("report-standing-escalated", alert="2026-0001") in cards(marshal)[0]
    await els.types("/mijnmeldingen")
    assert "2026-0001 is verstuurd" in els.last.text


async def test_who_approves_reads_which_report_it_was_made_of(town: Town) -> None:
    """The approver reads from which report the notice was made, and the approval closes the report."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await marshal.taps("Maak er een bericht van")
    await marshal.taps("Vraag akkoord")
    assert agent.t("report-from", number="M-2026-0001") in agent.last.text
    assert ReportState.TRIAGE is (await report_of(town)).state
    await agent.taps("Akkoord")
    assert Outcome.ESCALATED is (await report_of(town)).outcome
    assert "2026-0001" in els.news()


async def test_a_draft_that_is_dropped_opens_the_report_again(town: Town) -> None:
    """Dropping the draft opens the report again, also later; the reporter is told, and somebody else may take it."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await agent.taps("Maak er een bericht van")
    els.news()
    await agent.taps("Stoppen")
    assert els.t("report-news-reopened", number="M-2026-0001") == els.news()
    report = await report_of(town)
    assert (ReportState.RECEIVED, None, None) == (report.state, report.alert_id, report.taken_by)
    assert ["Ik pak dit op", "Maak er een bericht van", "Vraag de melder iets", "Sluit"] == labels(colleague)
    await colleague.taps("Maak er een bericht van")
    assert "2026-0002" in alerts_of(colleague)[-1]
    await colleague.taps("Opslaan als concept")
    await colleague.types("/concepten")
    await colleague.taps("Weggooien")
    assert ReportState.RECEIVED is (await report_of(town)).state


async def test_a_rejected_notice_opens_the_report_again(town: Town) -> None:
    """A rejected notice opens its report again; a returned one stays linked."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await marshal.taps("Maak er een bericht van")
    await marshal.taps("Vraag akkoord")
    els.news()
    await agent.taps("Terug met opmerking")
    await agent.taps("Graag korter")
    assert (1, "") == ((await report_of(town)).alert_id, els.news())
    await marshal.taps("Verder")
    await marshal.taps("Vraag akkoord")
    await agent.taps("Afwijzen")
    await agent.taps("Is al bekend")
    assert els.t("report-news-reopened", number="M-2026-0001") == els.news()
    report = await report_of(town)
    assert (ReportState.RECEIVED, None) == (report.state, report.alert_id)


async def test_a_draft_that_is_kept_stays_linked(town: Town) -> None:
    """A draft is linked from its preview on, and stays linked when it is kept and opened again."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await agent.taps("Maak er een bericht van")
    assert 1 == (await report_of(town)).alert_id
    await agent.taps("Opslaan als concept")
    await agent.types("/concepten")
    await agent.taps("Verder")
    assert agent.t("report-from", number="M-2026-0001") in agent.last.text
    assert 1 == (await report_of(town)).alert_id


async def test_of_one_report_one_notice_is_made(town: Town) -> None:
    """One report leads to one notice: the button is void for everybody while a draft exists, and the draft says what a
    colleague did with the report meanwhile."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    els = await jeweller(town, 1, agent)
    await reports(els)
    version = (await report_of(town)).version
    await agent.taps("Maak er een bericht van")
    await colleague.presses(f"report-alert:1:{version}")
    assert not alerts_of(colleague)
    report = await report_of(town)
    await colleague.presses(f"report-alert:1:{report.version}")
    assert colleague.t.plain("too-late-report-drafted") == town.screens.toasts[-1]
    assert not alerts_of(colleague)
    await colleague.presses(f"report-outcome:1.handled:{report.version}")
    await agent.taps("Wat en wanneer")
    assert "met melding M-2026-0001 is intussen iets anders gedaan. Gesloten" in agent.last.text
    assert 1 == (await report_of(town)).alert_id


async def test_a_draft_says_that_its_report_was_closed_meanwhile(town: Town) -> None:
    """A draft whose report was closed in the meantime says so; when it is sent all the same, the report ends with the
    notice."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await agent.taps("Maak er een bericht van")
    await colleague.taps("Sluit")
    await colleague.taps("Hoort bij een andere melding")
    els.news()
    await agent.taps("Wat en wanneer")
    await agent.taps("Voorbeeld")
    assert "iets anders gedaan. Gesloten: hoort bij een andere melding. Is dit bericht nog nodig?" in agent.last.text
    await agent.taps("Vraag akkoord")
    assert Outcome.LINKED is (await report_of(town)).outcome
    await colleague.taps("Akkoord")
    assert els.t("report-news-escalated", number="M-2026-0001", alert="2026-0001") in els.news()
    assert Outcome.ESCALATED is (await report_of(town)).outcome
    async with town.storage.reading() as uow:
        assert AlertState.LIVE is (await uow.alerts.get(AlertId(1))).state


async def test_a_report_that_was_closed_while_its_notice_waited_ends_with_the_notice(town: Town) -> None:
    """A report that was closed while its notice waited ends with the notice, and the reporter is told that a notice was
    sent after all."""
    agent, marshal = await town.coordinator(90), await town.coordinator(91, Role.CITY_MARSHAL)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await marshal.taps("Maak er een bericht van")
    await marshal.taps("Vraag akkoord")
    await agent.taps("Sluit")
    await agent.taps("Niets aan de hand")
    els.news()
    await agent.taps("Akkoord")
    assert els.t("report-news-escalated", number="M-2026-0001", alert="2026-0001") in els.news()
    assert Outcome.ESCALATED is (await report_of(town)).outcome


async def test_only_the_name_of_the_shop_is_taken_out(town: Town) -> None:
    """Only the shop's name is removed from the words; a name that is part of other words leaves those and the form's
    words whole."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.subscribes("2903AB", "jeweller", "As", "1")
    await to_kind(els)
    for label in ("Iemand verkent", "Bekijkt camera", "Verder ›", "Zojuist", "2"):
        await els.taps(label)
    await els.types("Zwarte jas met plastic tas")
    await els.taps("Overslaan")
    await els.taps("Overslaan")
    await els.types("Bij As vroeg hij naar de kassa. AS!")
    await agent.taps("Maak er een bericht van")
    expected = (
        "Twee personen bekeken camera’s, kassa of kluis. "
        "Uiterlijk: Zwarte jas met plastic tas.\nBij de zaak vroeg hij naar de kassa. de zaak!"
    )
    assert expected in alerts_of(agent)[-1]


async def test_another_form_under_way_is_asked_about_first(town: Town) -> None:
    """Another open form is asked about first, and the report is taken only after the choice."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    await agent.types("/uitnodigen")
    await agent.taps("Maak er een bericht van")
    assert "nog bezig" in agent.last.text
    assert ReportState.RECEIVED is (await report_of(town)).state
    await agent.taps("Stop ermee")
    assert agent.t("alert-preview-above") in agent.last.text
    assert ReportState.TRIAGE is (await report_of(town)).state


async def test_an_alert_has_a_second_button_to_report(town: Town) -> None:
    """An alert has a button to report, which opens the same form and stays after *Gelezen*; the text still equals the
    preview."""
    agent = await town.coordinator(90, scope="national")
    els = await jeweller(town, 1, agent)
    await reports(els)
    await agent.taps("Maak er een bericht van")
    await send_alone(agent)
    alert = next(one for one in els.bubbles if "Gebeurt het nu?" in one.text)
    assert alerts_of(agent)[-1] == alert.text
    assert ["Gelezen", "Iets melden"] == [one.label for one in alert.buttons]
    await els.taps("Gelezen", alert)
    seen = ["✓ Gelezen", "Iets melden", "Maatregel genomen", "Waarom kreeg ik dit?", "Kaart", "Minder hiervan"]
    assert seen == [one.label for one in alert.buttons]
    await els.taps("Iets melden", alert)
    dialogue = await under_way(els)
    assert dialogue is not None
    assert ("report", "safety") == (dialogue.form, dialogue.step)
    assert els.t("report-safety") in els.last.text
