"""Tests of a municipality's settings in the console: what /beheer allows, and nothing else."""

from dataclasses import replace

import pytest

from alerts.aftercare.sequence import StepKind
from alerts.municipality import Municipality
from alerts.place_names import named_id
from alerts.report_clock import Urgency
from alerts.role import Role
from tests.bot.administering import CAPELLE, administrator
from tests.bot.town import Town
from tests.console.accounts import enrolled, recorded
from tests.console.forms import fields_in
from tests.console.pages.test_reports import words
from tests.console.visitor import Answer, Visitor

NAME = "Capelle aan den IJssel"
ONE = f"/settings/{named_id(NAME)}"
ELSEWHERE = f"/settings/{named_id('Rotterdam')}"


async def stored(town: Town, name: str = NAME) -> Municipality:
    """Return the settings as they are stored."""
    async with town.storage.reading() as uow:
        return await uow.municipalities.get(named_id(name))


async def forbid(town: Town) -> None:
    """Have nobody send alone in Capelle."""
    async with town.storage.transaction() as uow:
        await uow.municipalities.save(replace(await uow.municipalities.get(named_id(NAME)), sole_on_duty=False))


def names(page: Answer, **changed: str) -> dict[str, str]:
    """Return the form of names on a page, with other values for some roles."""
    assert f'action="{ONE}/names"' in page.text
    form = page.text.partition(f'action="{ONE}/names"')[2].partition("</form>")[0]
    pairs = dict(fields_in(f'<form id="names">{form}</form>', "names").pairs)
    return {name: value for name, value in pairs.items() if name not in ("form_token", "credential")} | {
        f"name-{role}": name for role, name in changed.items()
    }


async def test_the_only_municipality_opens_at_once(town: Town, visitor: Visitor) -> None:
    """Whoever looks after one municipality is led to it; its page explains the setting."""
    admin = await administrator(town, scope=CAPELLE)
    await enrolled(admin, visitor)
    assert 'href="/settings"' in (await visitor.get("/people")).text
    answer = await visitor.get("/settings")
    assert (303, ONE) == (answer.status, answer.headers["Location"])
    page = words(await visitor.get(ONE))
    for part in (NAME, "Dit gaat over politie die als enige dienst heeft", "stadsmarinier"):
        assert part in page


@pytest.mark.parametrize("typed", ["2903", "2903%20AB", "capelle%20aan%20den%20%20IJSSEL"])
async def test_a_municipality_is_found_by_its_name_or_a_postcode(town: Town, visitor: Visitor, typed: str) -> None:
    """For the whole country the page asks which one, and finds it as people write it."""
    await enrolled(await administrator(town), visitor)
    assert "Welke gemeente?" in words(await visitor.get("/settings"))
    assert ONE == (await visitor.get(f"/settings?municipality={typed}")).headers["Location"]


async def test_what_is_not_known_is_asked_again(town: Town, visitor: Visitor) -> None:
    """An unknown municipality stands in the form again with what is wrong; one that was never there is no page."""
    await enrolled(await administrator(town), visitor)
    answer = await visitor.get("/settings?municipality=Nergenshuizen")
    assert (422, True) == (answer.status, 'value="Nergenshuizen"' in answer.text)
    assert "Deze gemeente ken ik niet" in words(answer)
    for gone in ("/settings/nergenshuizen", "/settings/0000", "/settings/%00"):
        assert (gone, 404) == (gone, (await visitor.get(gone)).status)


async def test_sending_alone_is_allowed_and_forbidden_and_others_hear_it(town: Town, visitor: Visitor) -> None:
    """The button says what it does, an earlier page changes nothing that it did not say, and the police hear of a
    change."""
    admin, police = await administrator(town, scope=CAPELLE), await town.coordinator(1)
    await forbid(town)
    police.news()
    await enrolled(admin, visitor)
    page = await visitor.get(ONE)
    assert 'name="allowed" value="1"' in page.text
    answer = await visitor.sends(page, f"{ONE}/duty", allowed="1")
    assert (303, f"{ONE}?kept") == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert "zonder collega" in police.news()
    assert (True, True) == ((await stored(town)).sole_on_duty, (await stored(town, "Rotterdam")).sole_on_duty)
    assert "Bewaard." in words(await visitor.get(f"{ONE}?kept"))
    assert 303 == (await visitor.sends(page, f"{ONE}/duty", allowed="1")).status
    assert (await stored(town)).sole_on_duty
    assert 404 == (await visitor.sends(page, f"{ONE}/duty", allowed="maybe")).status
    await visitor.sends(page, f"{ONE}/duty", allowed="0")
    assert not (await stored(town)).sole_on_duty
    assert 3 == await recorded(admin, "municipality.set")


async def test_a_change_needs_a_fresh_passkey(town: Town, visitor: Visitor) -> None:
    """Ten minutes later neither form changes anything without the passkey."""
    await enrolled(await administrator(town, scope=CAPELLE), visitor)
    page = await visitor.get(ONE)
    town.clock.pass_by(minutes=11)
    assert "data-passkey" in (await visitor.get(ONE)).text
    before = await stored(town)
    assert 303 != (await visitor.sends(page, f"{ONE}/duty", allowed="0")).status
    assert 303 != (await visitor.sends(page, f"{ONE}/names", **names(page, city_marshal="wachtmeester"))).status
    assert before == await stored(town)


async def test_a_role_has_another_name_in_one_municipality(town: Town, visitor: Visitor) -> None:
    """A name is stored for the municipality and shown to its holders; an empty field gives the usual one back."""
    marshal = await town.coordinator(1, Role.CITY_MARSHAL, "2903-2904")
    await enrolled(await administrator(town, scope=CAPELLE), visitor)
    page = await visitor.get(ONE)
    answer = await visitor.sends(page, f"{ONE}/names", **names(page, city_marshal=" coördinator  nazorg "))
    assert 303 == answer.status
    assert {Role.CITY_MARSHAL: "coördinator nazorg"} == (await stored(town)).labels
    await marshal.types("/mijn")
    assert "coördinator nazorg" in marshal.last.text
    page = await visitor.get(ONE)
    assert 'value="coördinator nazorg"' in page.text
    await visitor.sends(page, f"{ONE}/names", **names(page, city_marshal=""))
    assert {} == (await stored(town)).labels


@pytest.mark.parametrize("typed", ["x" * 41, "@naam", "06-12345678", "\u202e\u202e"])
async def test_a_wrong_name_stores_none(town: Town, visitor: Visitor, typed: str) -> None:
    """What is wrong is told at its field and in the summary; what was typed elsewhere stays."""
    await enrolled(await administrator(town, scope=CAPELLE), visitor)
    page = await visitor.get(ONE)
    answer = await visitor.sends(page, f"{ONE}/names", **names(page, city_marshal=typed, police="recherche"))
    assert (422, True) == (answer.status, 'href="#name-city_marshal"' in answer.text)
    assert 'value="recherche"' in answer.text
    assert {} == (await stored(town)).labels


async def test_a_stale_form_shows_what_changed(town: Town, visitor: Visitor) -> None:
    """A name that a colleague changed meanwhile is not overwritten unseen; other names are not in the way."""
    await enrolled(await administrator(town, scope=CAPELLE), visitor)
    old = await visitor.get(ONE)
    await visitor.sends(old, f"{ONE}/names", **names(old, city_marshal="wachtmeester"))
    assert 303 == (await visitor.sends(old, f"{ONE}/names", **names(old, police="recherche"))).status
    late = await visitor.sends(old, f"{ONE}/names", **names(old, city_marshal="veiligheidsadviseur"))
    assert (409, True) == (late.status, "Nu bewaard: wachtmeester." in words(late))
    assert "wachtmeester" == (await stored(town)).labels[Role.CITY_MARSHAL]
    assert 303 == (await visitor.sends(late, f"{ONE}/names", **names(late))).status
    wanted = {Role.CITY_MARSHAL: "veiligheidsadviseur", Role.POLICE: "recherche"}
    assert wanted == (await stored(town)).labels


@pytest.mark.parametrize("who", ["police", "elsewhere", "partly"])
async def test_settings_are_for_who_looks_after_all_of_the_municipality(town: Town, visitor: Visitor, who: str) -> None:
    """Police, an administrator of another municipality and one of a part of it see and change nothing."""
    scope = {"elsewhere": "municipality:Rotterdam", "partly": "2903"}.get(who)
    person = await town.coordinator(1) if scope is None else await administrator(town, scope=scope)
    await enrolled(person, visitor)
    account, before = await visitor.get("/account"), await stored(town)
    assert 403 == (await visitor.get(ONE)).status
    assert 403 == (await visitor.sends(account, f"{ONE}/duty", allowed="0")).status
    form = {f"name-{one}": "x" for one in Role}
    assert 403 == (await visitor.sends(account, f"{ONE}/names", **form)).status
    assert before == await stored(town)
    found = await visitor.get("/settings?municipality=2903")
    assert (403 if scope is None else 422) == found.status


def _waits(page: Answer, **changed: str) -> dict[str, str]:
    """Return the form of waits on a page, with other values for some."""
    form = page.text.partition(f'action="{ONE}/waits"')[2].partition("</form>")[0]
    pairs = dict(fields_in(f'<form id="waits">{form}</form>', "waits").pairs)
    return {name: value for name, value in pairs.items() if name not in ("form_token", "credential")} | {
        f"wait-{name}": value for name, value in changed.items()
    }


async def test_how_long_reports_wait_is_set(town: Town, visitor: Visitor) -> None:
    """Each urgency has its minutes; what is usual again is not stored, and the record says that it was set."""
    admin = await administrator(town, scope=CAPELLE)
    await enrolled(admin, visitor)
    page = await visitor.get(ONE)
    answer = await visitor.sends(page, f"{ONE}/waits", **_waits(page, robbery="2", rest="30"))
    assert (303, f"{ONE}?kept") == (answer.status, answer.headers["Location"])
    assert {Urgency.ROBBERY: 2, Urgency.REST: 30} == (await stored(town)).report_minutes
    page = await visitor.get(ONE)
    await visitor.sends(page, f"{ONE}/waits", **_waits(page, robbery="0"))
    assert {Urgency.REST: 30} == (await stored(town)).report_minutes
    assert 3 == await recorded(admin, "municipality.set")


@pytest.mark.parametrize("typed", ["", "-1", "1441", "drie", "1.5"])
async def test_what_is_no_number_of_minutes_is_told_at_its_field(town: Town, visitor: Visitor, typed: str) -> None:
    """A wait that there is not comes back with what is wrong, and nothing is stored."""
    await enrolled(await administrator(town, scope=CAPELLE), visitor)
    page = await visitor.get(ONE)
    answer = await visitor.sends(page, f"{ONE}/waits", **_waits(page, rest=typed, robbery="2"))
    assert (422, True) == (answer.status, 'id="wrong-wait-rest"' in answer.text)
    assert f'value="{typed}"' in answer.text
    assert {} == (await stored(town)).report_minutes


async def test_a_wait_that_a_colleague_changed_is_not_overruled(town: Town, visitor: Visitor) -> None:
    """An old form changes nothing where somebody changed the same wait meanwhile."""
    await enrolled(await administrator(town, scope=CAPELLE), visitor)
    page = await visitor.get(ONE)
    await visitor.sends(page, f"{ONE}/waits", **_waits(page, rest="5"))
    assert 409 == (await visitor.sends(page, f"{ONE}/waits", **_waits(page, rest="10"))).status
    assert {Urgency.REST: 5} == (await stored(town)).report_minutes


def _days(page: Answer, **changed: str) -> dict[str, str]:
    """Return the form of days on a page, with other values for some."""
    form = page.text.partition(f'action="{ONE}/aftercare"')[2].partition("</form>")[0]
    pairs = dict(fields_in(f'<form id="days">{form}</form>', "days").pairs)
    return {name: value for name, value in pairs.items() if name not in ("form_token", "credential")} | {
        f"days-{name}": value for name, value in changed.items()
    }


async def test_when_steps_of_aftercare_come_is_set(town: Town, visitor: Visitor) -> None:
    """Each step has its day; what is usual again is not stored, a wrong number is told at its field, and an old form
    changes nothing."""
    await enrolled(await administrator(town, scope=CAPELLE), visitor)
    page = await visitor.get(ONE)
    answer = await visitor.sends(page, f"{ONE}/aftercare", **_days(page, week_1="5", closing="120"))
    assert (303, f"{ONE}?kept") == (answer.status, answer.headers["Location"])
    assert {StepKind.WEEK_1: 5, StepKind.CLOSING: 120} == (await stored(town)).aftercare_days
    assert 409 == (await visitor.sends(page, f"{ONE}/aftercare", **_days(page, week_1="9"))).status
    page = await visitor.get(ONE)
    for typed in ("184", "-1", "", "vijf"):
        answer = await visitor.sends(page, f"{ONE}/aftercare", **_days(page, week_1=typed))
        assert (422, True) == (answer.status, 'id="wrong-days-week_1"' in answer.text)
    await visitor.sends(page, f"{ONE}/aftercare", **_days(page, week_1="7"))
    assert {StepKind.CLOSING: 120} == (await stored(town)).aftercare_days
