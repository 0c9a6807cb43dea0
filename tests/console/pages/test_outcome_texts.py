"""Tests of the texts of outcomes in the console: who may change them, and what a reporter reads then."""

import re

import pytest

from alerts.member import Language
from alerts.outcome_text import TextKey
from alerts.place_names import named_id
from alerts.report import Outcome, ReportKind
from alerts.role import Role
from tests.bot.reporting import jeweller, reports
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, recorded
from tests.console.forms import fields_in
from tests.console.pages.test_reports import words
from tests.console.visitor import Answer, Visitor

NAME = "Capelle aan den IJssel"
CAPELLE = f"municipality:{NAME}"
ALL = f"/outcome-texts/{named_id(NAME)}"
ONE = f"{ALL}/handled/reconnaissance"
OWN = "De wijkagent is langs geweest. Dank je."


async def police(town: Town, visitor: Visitor, scope: str = CAPELLE, number: int = 90) -> Person:
    """Return police of this scope who are signed in."""
    agent = await town.coordinator(number, Role.POLICE, scope)
    await enrolled(agent, visitor)
    return agent


async def keeps(visitor: Visitor, path: str = ONE, **typed: str) -> Answer:
    """Type into the form as the page shows it, and send it."""
    page = await visitor.get(path)
    return await sends(visitor, page, path, **typed)


async def sends(visitor: Visitor, page: Answer, path: str = ONE, **typed: str) -> Answer:
    """Send the form of a page that was opened before."""
    return await visitor.post(path, {**dict(fields_in(page.text, "text").pairs), **typed})


async def hears(town: Town, agent: Person, number: int = 1, language: str = "nl", kind: str = "reconnaissance") -> str:
    """Return what a jeweller reads when their report is closed as handled."""
    els = await jeweller(town, number, agent)
    els.language = language
    if language == "en":
        await els.types("/taal")
        await els.taps("English")
    await reports(els, kind=kind)
    els.news()
    await agent.taps(agent.t.plain("report-close"))
    await agent.taps(agent.t.plain("report-close-handled"))
    return els.news()


async def test_every_report_ends_with_its_outcome_in_words(town: Town) -> None:
    """Without own texts the reporter reads the standard one, which differs by kind and is there in both languages."""
    agent = await town.coordinator(90)
    assert agent.t("outcome-text-handled-reconnaissance") in await hears(town, agent)
    told = await hears(town, agent, 2, kind="robbery")
    assert agent.t("outcome-text-handled-robbery") in told
    english = town.texts[Language.ENGLISH]
    assert english("outcome-text-handled-reconnaissance") in await hears(town, agent, 3, "en")


async def test_police_word_an_outcome_and_the_reporter_reads_it(town: Town, visitor: Visitor) -> None:
    """The own text stands in both lists and in the news of a report of that kind, in its language; the record says who
    changed it."""
    agent = await police(town, visitor)
    assert (303, ALL) == ((answer := await visitor.get("/outcome-texts")).status, answer.headers["Location"])
    assert "standaardtekst" in words(await visitor.get(ALL))
    answer = await keeps(visitor, nl=OWN, en="The community officer came by. Thank you.")
    assert (303, f"{ONE}?kept") == (answer.status, answer.headers["Location"])
    page = words(await visitor.get(answer.headers["Location"]))
    assert "Bewaard." in page
    assert "is er geen eigen tekst" not in page
    assert "Gewijzigd door" in page
    listed = words(await visitor.get(ALL))
    assert OWN in listed
    assert "eigen tekst" in listed
    assert 1 == await recorded(agent, "municipality.outcome_worded")
    assert OWN in await hears(town, agent)
    assert "The community officer came by." in await hears(town, agent, 2, "en")
    assert OWN not in await hears(town, agent, 3, kind="suspicious_situation")


async def test_a_text_without_a_language_falls_back_and_says_so(town: Town, visitor: Visitor) -> None:
    """Whoever reads the language that is missing gets the standard text; the form says that at once and later, and the
    list marks it."""
    agent = await police(town, visitor)
    answer = await keeps(visitor, nl=OWN, en="  ")
    said = "In het Engels is er geen eigen tekst. Wie die taal leest, krijgt: What you saw was checked."
    assert said in words(await visitor.get(answer.headers["Location"]))
    assert said in words(await visitor.get(ONE))
    assert "niet in het Engels" in words(await visitor.get(ALL))
    assert town.texts[Language.ENGLISH]("outcome-text-handled-reconnaissance") in await hears(town, agent, 1, "en")


async def test_the_text_of_every_kind_stands_in_where_a_kind_has_none(town: Town, visitor: Visitor) -> None:
    """A text for all kinds holds for each without its own, and an emptied one brings back what was there before it."""
    agent = await police(town, visitor)
    await keeps(visitor, f"{ALL}/handled/every", nl="Voor alle soorten.")
    assert "Voor alle soorten." in await hears(town, agent)
    await keeps(visitor, nl=OWN)
    assert OWN in await hears(town, agent, 2)
    await keeps(visitor, nl="")
    assert "Voor alle soorten." in await hears(town, agent, 3)
    page = words(await visitor.get(ONE))
    assert "standaardtekst teruggezet" in page
    assert OWN in page


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("Bel agent op 06-12345678.", "telefoonnummer"),
        ("De auto was 12-ABC-3.", "kenteken"),
        ("x" * 401, "te lang"),
    ],
)
async def test_what_may_not_be_sent_is_refused_beside_its_field(
    town: Town, visitor: Visitor, typed: str, wrong: str
) -> None:
    """The field says what is wrong, the summary leads there, nothing that was typed is lost, and nothing is stored."""
    await police(town, visitor)
    answer = await keeps(visitor, nl=typed, en="Thank you.")
    assert 422 == answer.status
    assert wrong in words(answer).lower()
    assert 'href="#nl"' in answer.text
    form = fields_in(answer.text, "text")
    assert (typed, "Thank you.") == (form["nl"].strip(), form["en"].strip())
    async with town.storage.reading() as uow:
        assert [] == list(await uow.outcome_texts.of_municipality(named_id(NAME)))


async def test_two_who_change_the_same_text(town: Town, visitor: Visitor) -> None:
    """The second sees what is kept now beside what they typed, and keeps it with a second press; the same words twice
    are one change."""
    agent = await police(town, visitor)
    late = await visitor.get(ONE)
    await keeps(visitor, nl="Van de eerste.")
    answer = await sends(visitor, late, nl="Van de tweede.")
    assert 409 == answer.status
    page = words(answer)
    assert "Een collega heeft deze tekst net gewijzigd" in page
    assert "Nu bewaard: Van de eerste." in page
    assert "Van de tweede." == fields_in(answer.text, "text")["nl"].strip()
    for _ in range(2):
        assert 303 == (await sends(visitor, answer)).status
    assert 2 == await recorded(agent, "municipality.outcome_worded")
    async with town.storage.reading() as uow:
        newest = await uow.outcome_texts.newest(TextKey(named_id(NAME), Outcome.HANDLED, ReportKind.RECONNAISSANCE))
    assert newest is not None
    assert {Language.DUTCH: "Van de tweede."} == newest.words


@pytest.mark.parametrize(
    ("role", "scope", "has_link"),
    [
        (Role.POLICE, "2903", True),
        (Role.POLICE, "municipality:Rotterdam", True),
        (Role.POLICE, "branch:jeweller", False),
        (Role.CITY_MARSHAL, CAPELLE, False),
        (Role.MUNICIPALITY, CAPELLE, False),
        (Role.ADMINISTRATOR, CAPELLE, False),
    ],
)
async def test_nobody_else_words_outcomes(
    town: Town, visitor: Visitor, role: Role, scope: str, *, has_link: bool
) -> None:
    """Police of a part or of elsewhere, and all others, get neither page nor form of it."""
    await enrolled(await town.coordinator(91, role, scope), visitor)
    account = await visitor.get("/account")
    assert has_link is ('href="/outcome-texts"' in account.text)
    for path in (ALL, ONE):
        assert (path, 403) == (path, (await visitor.get(path)).status)
    assert 403 == (await visitor.sends(account, ONE, version="0", nl=OWN)).status
    async with town.storage.reading() as uow:
        assert [] == list(await uow.outcome_texts.of_municipality(named_id(NAME)))


async def test_a_role_that_ended_meanwhile_changes_nothing(town: Town, visitor: Visitor) -> None:
    """A form that was open when the role ended is refused."""
    await police(town, visitor)
    page = await visitor.get(ONE)
    async with town.storage.transaction() as uow:
        [grant] = await uow.roles.active(town.clock.now())
        await uow.roles.end_at(grant.id, town.clock.now())
    assert 403 == (await sends(visitor, page, nl=OWN)).status


async def test_what_has_no_text_is_no_page(town: Town, visitor: Visitor) -> None:
    """Outcomes and kinds that are none, the outcome of who took it back, and unknown places have no page; the place is
    asked where there are several."""
    await police(town, visitor, "national")
    for path in ("withdrawn/every", "handled/prevention", "x/every"):
        assert (path, 404) == (path, (await visitor.get(f"{ALL}/{path}")).status)
    assert 404 == (await visitor.get("/outcome-texts/nergenshuizen")).status
    assert "Welke gemeente?" in words(await visitor.get("/outcome-texts"))
    assert ALL == (await visitor.get("/outcome-texts?municipality=2903")).headers["Location"]
    answer = await visitor.get("/outcome-texts?municipality=Nergenshuizen")
    assert (422, True) == (answer.status, 'value="Nergenshuizen"' in answer.text)
    assert re.search(r'<a href="#municipality">', answer.text)
