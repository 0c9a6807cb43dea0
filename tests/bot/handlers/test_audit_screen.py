"""Tests of /logboek: police and administrators read the record in their scope, in sentences; nobody changes it."""

import re
from datetime import timedelta

from alerts.alert import AlertContent, IncidentKind
from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from alerts.services.template.make_template import make_template
from alerts.severity import Severity
from alerts.tlp import Tlp
from tests.bot.administering import CAPELLE, administrator, invites, to_place
from tests.bot.confirming import follows
from tests.bot.deputies import deputy_of
from tests.bot.police import ask_approval
from tests.bot.recorded import recorded
from tests.bot.reporting import jeweller, labels, reports
from tests.bot.town import BEGIN, Person, Town

CONTENT = AlertContent(
    kind=IncidentKind.ROBBERY,
    what="Een winkel is overvallen.",
    place=Place("2903", None, None),
    place_words="2903",
    reach_m=5_000,
    branches=frozenset(),
    severity=Severity.P1,
    tlp=Tlp.AMBER,
    until=BEGIN + timedelta(hours=2),
)


async def _two_places(town: Town) -> tuple[Person, Person]:
    """Return police here and elsewhere, a shop and a report here, and a notice that waits for approval."""
    agent = await town.coordinator(90)
    far = await town.coordinator(91, scope="3000-3099")
    els = await jeweller(town, 1, agent)
    await reports(els)
    await agent.taps("Ik pak dit op")
    await ask_approval(await town.coordinator(92, Role.CITY_MARSHAL))
    await agent.taps("Akkoord")
    return agent, far


async def test_police_read_what_was_done_in_their_scope(town: Town) -> None:
    """Police read what was done in their scope in sentences, newest first, with local times and functions, without
    people, roles and names."""
    agent, _far = await _two_places(town)
    await agent.types("/logboek")
    text = agent.last.text
    for line in (
        "liet bericht 2026-0001 versturen",
        "gaf akkoord op bericht 2026-0001",
        "pakte melding M-2026-0001 op",
        "las melding M-2026-0001: Beoordelen",
        "stuurde melding M-2026-0001",
        "verifieerde onderneming",
    ):
        assert line in text
    assert "vandaag om 13:00 · <b>overvalcoördinator van de politie (nr. 1)</b> gaf akkoord" in text
    assert text.index("gaf akkoord") < text.index("pakte melding")
    assert "een rol" not in text
    assert "De Parel" not in text
    assert agent.last.message.is_protected
    assert "logboek" in agent.menu


async def test_police_elsewhere_see_nothing_of_it(town: Town) -> None:
    """Police elsewhere see no part of it, also not by number."""
    _agent, far = await _two_places(town)
    for typed in ("/logboek", "/logboek 2026-0001", "/logboek M-2026-0001", "/logboek 1"):
        await far.types(typed)
        assert "2026-0001 " not in far.last.text.replace("(2026-0001)", "").replace("(M-2026-0001)", "")
    for part in ("alerts", "reports", "shops", "refused", "all", "week"):
        await far.presses(f"audit:{part}:0", far.last)
        assert not re.search(r"bericht 2026|melding M-2026|onderneming nr", far.last.text)


async def test_the_administrator_sees_people_and_no_case(town: Town) -> None:
    """The administrator sees roles, sign-ups and refusals, and neither notices nor reports, also not by number."""
    agent, _far = await _two_places(town)
    admin = await town.coordinator(95, Role.ADMINISTRATOR, "national")
    await town.person(1).presses("approve:1:1")
    await admin.types("/logboek")
    text = admin.last.text
    assert re.search(r"gaf beheerder \(nr. \d+\) een rol: beheerder \(heel Nederland\)", text)
    for scope, words in (("branch:jeweller", "de branche Juwelier"), ("kvo_group:77", "kvo_group:77")):
        async with town.storage.transaction() as uow:
            details = {"role": "trade_association", "scope": scope}
            await uow.audit.append(AuditEvent("role.granted", "member", 1, None, details), town.clock.now())
        await admin.types("/logboek")
        assert f"een rol: medewerker van een brancheorganisatie ({words})" in admin.last.text
    assert "kreeg nee op een knop bij een bericht. Goedkeuren kan alleen de politie." in text
    assert "verifieerde onderneming" in text
    for typed in ("/logboek", "/logboek 2026-0001", "/logboek M-2026-0001", "/logboek 1"):
        await admin.types(typed)
        assert not re.search(r"bericht 2026|melding M-2026|las melding", admin.last.text)
    await admin.presses("audit:alerts:0", admin.last)
    assert not re.search(r"bericht 2026|melding M-2026", admin.last.text)
    assert not {"Wees-alertberichten", "Meldingen"} & set(labels(admin))
    assert "Mensen en rollen" in labels(admin)
    await agent.types("/logboek")
    assert {"Wees-alertberichten", "Meldingen"} <= set(labels(agent))
    assert "Mensen en rollen" not in labels(agent)


async def test_a_template_is_case_content_too(town: Town) -> None:
    """A template is case content: police of its place see it, and no administrator does."""
    agent, far = await town.coordinator(90), await town.coordinator(91, scope="3000-3099")
    admin = await town.coordinator(95, Role.ADMINISTRATOR, "national")
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(agent.id))
        assert member is not None
        await make_template(uow, CONTENT, member.id, town.clock.now())
    for person, expected in ((agent, True), (far, False), (admin, False)):
        await person.types("/logboek")
        assert expected is ("maakte sjabloon" in person.last.text)


async def test_the_administrator_of_a_municipality_sees_its_shops_only(town: Town) -> None:
    """The administrator of a municipality sees its shops only."""
    await _two_places(town)
    here = await town.coordinator(95, Role.ADMINISTRATOR, "municipality:Capelle aan den IJssel")
    there = await town.coordinator(96, Role.ADMINISTRATOR, "municipality:Rotterdam")
    for person, expected in ((here, True), (there, False)):
        await person.types("/logboek")
        await person.taps("Ondernemingen en groepen")
        assert expected is ("verifieerde onderneming" in person.last.text)


async def _story_of_rotterdam(town: Town) -> Person:
    """Return the administrator of the country after this story: police in Rotterdam invite a shop and name a deputy; a
    shop there is refused something, exports its data and its place is set up; a stranger guesses a link."""
    root = await administrator(town, 79)
    agent = town.person(82)
    await follows(agent, await invites(root, Role.POLICE, "3011"))
    await deputy_of(town, agent, 83)
    await agent.types("/uitnodigen")
    await agent.types("3011AB")
    await agent.types("Juwelier")
    await agent.types("Goud")
    await agent.types("5")
    await agent.taps("Maak de link")
    shop = town.person(84)
    await shop.subscribes("3011AB", "jeweller", "Zilver", "7")
    for data in ("admin-end:2:0", "approve:1:1", "revoke:4.0:0", "verify:1:0"):
        await shop.presses(data)
    await shop.types("/mijngegevens")
    await shop.types("/beheer")
    await to_place(root, "3011")
    await root.taps("zonder collega")
    await town.person(85).types("/start " + "a" * 32)
    return root


async def test_each_administrator_reads_what_was_done_there(town: Town) -> None:
    """Administrators see invitations, refusals and settings of their own place; entries without a place are for
    administrators of the country and the person themselves."""
    here, there = await administrator(town, 80, CAPELLE), await administrator(town, 81, "municipality:Rotterdam")
    root = await _story_of_rotterdam(town)
    of_the_place = (
        "maakte uitnodiging nr. 4",
        "maakte uitnodiging nr. 5",
        "maakte uitnodiging nr. 6",
        "gebruikte uitnodiging nr. 4",
        "wijzigde de instellingen",
        "een knop bij een uitnodiging",
        "een knop bij een onderneming",
        "een rol: overvalcoördinator",
    )
    of_none = ("vroeg alle eigen gegevens op", "kreeg nee op /beheer", "die niet klopt")
    for person, expected in ((here, (False, False)), (there, (True, False)), (root, (True, True))):
        await person.types("/logboek")
        text = person.last.text
        while "Ouder" in labels(person):
            await person.taps("Ouder")
            text += person.last.text
        assert {expected[0]} == {line in text for line in of_the_place}, text
        assert {expected[1]} == {line in text for line in of_none}, text
    await here.types("/goedkeuren")
    await here.types("/logboek")
    assert "las het logboek" in here.last.text
    assert "kreeg nee op /goedkeuren" in here.last.text


async def test_nobody_else_reads_it(town: Town) -> None:
    """Nobody else reads the record by command or button, and the attempt is recorded."""
    await _two_places(town)
    marshal, director = await town.coordinator(96, Role.CITY_MARSHAL), await town.coordinator(97, Role.SAFETY_DIRECTOR)
    for person in (town.person(1), marshal, director):
        await person.types("/logboek")
        assert person.t("not-allowed-read_audit") == person.last.text
        await person.presses("audit:all:0", person.last)
        assert person.t.plain("not-allowed-read_audit") == town.screens.toasts[-1]
        assert "logboek" not in person.menu
    tried = [(one.details or {})["request"] for one in await recorded(town, "request")]
    assert ["/logboek", "audit"] * 3 == tried


async def test_reading_it_is_in_it(town: Town) -> None:
    """Reading each page is recorded, with the search."""
    agent, _far = await _two_places(town)
    await agent.types("/logboek")
    await agent.taps("Meldingen")
    await agent.types("/logboek 2026-0001")
    read = [one.details for one in await recorded(town, "audit") if one.action == "audit.read"]
    assert [{"part": "all"}, {"part": "reports"}, {"part": "all", "about": "alert", "id": 1}] == read


async def test_it_is_read_page_by_page(town: Town) -> None:
    """The record is read page by page to its end and back; the entries about one subject have pages too."""
    agent = await town.coordinator(90)
    await jeweller(town, 1, agent)
    async with town.storage.transaction() as uow:
        for _ in range(23):
            await uow.audit.append(AuditEvent("premises.moved", "premises", 1), town.clock.now())
    await agent.types("/logboek")
    await agent.taps("Ondernemingen en groepen")
    seen = [agent.last.text.count("wijzigde de plaats")]
    while "Ouder" in labels(agent):
        await agent.taps("Ouder")
        seen.append(agent.last.text.count("wijzigde de plaats"))
    assert [10, 10, 3] == seen
    await agent.taps("Nieuwste")
    assert 10 == agent.last.text.count("wijzigde de plaats")


async def test_a_week_is_a_week(town: Town) -> None:
    """The view of a week leaves out older entries."""
    agent = await town.coordinator(90)
    await jeweller(town, 1, agent)
    town.clock.pass_by(days=8)
    await jeweller(town, 2, agent)
    await agent.types("/logboek")
    assert 2 == agent.last.text.count("verifieerde onderneming")
    await agent.taps("Laatste 7 dagen")
    assert 1 == agent.last.text.count("verifieerde onderneming")


async def test_what_has_no_words_yet_is_shown_by_its_key(town: Town) -> None:
    """A newer action without a sentence is shown by its key, and an erased person as such."""
    agent = await town.coordinator(90)
    await jeweller(town, 1, agent)
    async with town.storage.transaction() as uow:
        await uow.audit.append(AuditEvent("premises.turned_blue", "premises", 1), town.clock.now())
        member = await uow.members.by_ref("telegram", str(town.person(1).id))
        assert member is not None
        await uow.audit.forget(member.id, town.clock.now())
    await agent.types("/logboek")
    assert "<b>systeem</b> premises.turned_blue nr. 1" in agent.last.text
    assert "<b>(gewist)</b> meldde onderneming nr. 1 aan" in agent.last.text


async def test_neither_the_record_nor_a_report_is_shown_in_a_group(town: Town) -> None:
    """Neither the record nor a report is shown in a group, whatever an altered client presses."""
    agent, _far = await _two_places(town)
    before = len(await recorded(town, "audit"))
    for data in ("audit:all:0", "report-card:1:0", "report-read:1.triage:0", "reports:all:0", "report-open:1:0"):
        town.screens.toasts.clear()
        await agent.presses(data, chat={"id": -1001, "type": "supergroup", "title": "Winkelhart"})
        assert [agent.t.plain("not-allowed-in-private")] == town.screens.toasts
    assert [] == town.screens.bubbles.get("-1001", [])
    assert before == len(await recorded(town, "audit"))


async def test_altered_buttons_show_nothing(town: Town) -> None:
    """Altered buttons show nothing, and an unused number is said to be none."""
    agent, _far = await _two_places(town)
    await agent.types("/logboek 2031-0001")
    assert agent.t("audit-no-such-number") == agent.last.text
    for data in ("audit:nonsense:0", "audit:a²:0", "audit:p:0", "audit:x7:0", "audit::0", "audit:a99:0"):
        await agent.presses(data, agent.last)
        assert "2026-0001 versturen" not in agent.last.text, data


async def test_it_is_read_in_english(town: Town) -> None:
    """The record is read in English by its English command."""
    async with town.storage.transaction() as uow:
        link = await create_role_invite(uow, Role.ADMINISTRATOR, parse_scope("national"), now=town.clock.now())
    admin = town.person(98, "en")
    await admin.types(f"/start {link.secret}")
    await admin.types("/audit")
    assert "used invitation no. 1" in admin.last.text
    assert "audit" in admin.menu
