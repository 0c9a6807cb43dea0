"""Tests of the cascade on the page of an incident: who sees it, and who answers in the console."""

from alerts.role import Role
from tests.bot.cascades import cascade_of, confirms, got, officials, robbed
from tests.bot.duty import member_of
from tests.bot.town import Town
from tests.console.accounts import enrolled
from tests.console.pages.test_reports import words
from tests.console.visitor import Answer, Visitor

ONE = "/incidents/1"


async def opened(visitor: Visitor) -> Answer:
    """Open the incident for triage, and return its page."""
    await visitor.sends(await visitor.get(ONE), f"{ONE}/read", purpose="triage")
    return await visitor.get(ONE)


async def test_the_director_sees_it_whole_and_answers_there(town: Town, visitor: Visitor) -> None:
    """Every step with its times, and two buttons; *Gezien* lets the next hear at once, and goes when pressed."""
    police, people = await town.coordinator(1), await officials(town)
    await enrolled(people[Role.SAFETY_DIRECTOR], visitor)
    await robbed(town, police)
    assert "2. veiligheidsregisseur" not in words(await opened(visitor))
    await confirms(police)
    page = await opened(visitor)
    assert "2. veiligheidsregisseur: bericht" in words(page)
    assert "5. stadsmarinier: wacht op veiligheidsregisseur" in words(page)
    assert 303 == (await visitor.sends(page, f"{ONE}/cascade/seen")).status
    await town.deliver()
    assert 1 == len(got(people[Role.CITY_MARSHAL]))
    seen = await visitor.get(ONE)
    assert f'action="{ONE}/cascade/seen"' not in seen.text
    assert 303 == (await visitor.sends(seen, f"{ONE}/cascade/take")).status
    taken = await visitor.get(ONE)
    assert "veiligheidsregisseur neemt dit op zich" in words(taken)
    assert f'action="{ONE}/cascade/take"' not in taken.text


async def test_others_see_what_concerns_them(town: Town, visitor: Visitor) -> None:
    """The mayor answers and sees no steps; police see the steps and have nothing to answer; a marshal who was not
    called yet has no section and no effect."""
    police, people = await town.coordinator(1), await officials(town)
    mayor, officer, marshal = visitor.beside(), visitor.beside(), visitor.beside()
    await enrolled(people[Role.MAYORS_OFFICE], mayor)
    await enrolled(police, officer)
    await enrolled(people[Role.CITY_MARSHAL], marshal)
    await robbed(town, police)
    await confirms(police)
    answers, steps, nothing = await opened(mayor), await opened(officer), await opened(marshal)
    assert (True, False) == (f"{ONE}/cascade/seen" in answers.text, "2. veiligheidsregisseur" in words(answers))
    assert (False, True) == (f"{ONE}/cascade/seen" in steps.text, "2. veiligheidsregisseur" in words(steps))
    assert (False, False) == (f"{ONE}/cascade/seen" in nothing.text, "2. veiligheidsregisseur" in words(nothing))
    before = await cascade_of(town)
    for one, page in ((officer, steps), (marshal, nothing)):
        for way in ("seen", "take"):
            assert 404 == (await one.sends(page, f"{ONE}/cascade/{way}")).status
    assert before == await cascade_of(town)
    await mayor.sends(answers, f"{ONE}/cascade/seen")
    [call] = [one for one in (await cascade_of(town)).calls if one.seen_at is not None]
    assert await member_of(people[Role.MAYORS_OFFICE]) == call.member_id
