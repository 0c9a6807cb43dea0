"""Tests of /beheer: who has which role, inviting to a role, and its end."""

import pytest

from alerts.errors import NotAllowed, Rejected
from alerts.member import Language
from alerts.role import Function, Grant, Role, parse_scope
from alerts.role_function import FUNCTIONS
from alerts.services.invite.create_invite import create_role_invite
from alerts.services.role.check_last_administrator import check_not_last_administrator
from bot.jobs.schedule import ROLES, TICKS
from tests.bot.administering import CAPELLE, administrator, chooses_role, ends, invites, tick, to_role
from tests.bot.confirming import confirmed, follows, second_administrator
from tests.bot.deputies import deputy_link, deputy_of
from tests.bot.reporting import jeweller, reports
from tests.bot.town import Person, Town
from texts.roles import RoleOffer, function_words, role_name


async def grants(person: Person) -> list[Grant]:
    """Return every role that this person ever held or was deputy of."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        return [] if member is None else await uow.roles.of_member(member.id)


async def test_a_link_gives_the_role_as_it_was_chosen(town: Town) -> None:
    """A role link gives the chosen role once, to one person; its maker is told who, and cannot use it."""
    admin, jo, late = await administrator(town), town.person(1), town.person(2)
    secret = await invites(
        admin, Role.SAFETY_DIRECTOR, "capelle aan den ijssel", label="regisseur", last_day="31-12-2026"
    )
    await admin.types(f"/start {secret}")
    assert admin.t("invite-own-role") == admin.last.text
    await follows(jo, secret)
    [grant] = await grants(jo)
    assert (Role.SAFETY_DIRECTOR, CAPELLE, "regisseur") == (grant.role, str(grant.scope), grant.label)
    assert grant.ends_at is not None
    assert "2026-12-31T23:00:00+00:00" == grant.ends_at.isoformat()
    news = admin.news()
    assert "via jouw uitnodiging" in news
    assert admin.t("role-accepted-wrong") in news, "an administrator ends it; others read who does"
    await late.types(f"/start {secret}")
    assert late.t("invite-used") == late.last.text
    assert [] == await grants(late)


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        (Role.ADMINISTRATOR, "›heel Nederland"),
        (Role.POLICE, "2903"),
        (Role.POLICE, "2900-2999"),
        (Role.TRADE_ASSOCIATION, "›Juwelier"),
        (Role.PROSECUTION, "Rotterdam"),
    ],
)
async def test_each_kind_of_role_can_be_given(town: Town, role: Role, scope: str) -> None:
    """Each kind of role can be given, with the scopes that fit it."""
    admin, jo = await administrator(town), town.person(1)
    await follows(jo, await invites(admin, role, scope))
    assert [role] == [grant.role for grant in await grants(jo)]


@pytest.mark.parametrize("scope", ["Rotterdam", "3011", "2900-2999", "1000-9999"])
async def test_nobody_gives_more_than_they_look_after(town: Town, scope: str) -> None:
    """An administrator of one municipality gives roles there only: not elsewhere, wider or for a branch."""
    admin = await administrator(town, scope=CAPELLE)
    await second_administrator(town)
    await admin.types("/beheer")
    await admin.taps("Iemand uitnodigen")
    await admin.taps("overvalcoördinator")
    assert "heel Nederland" not in [button.label for button in admin.last.buttons]
    await admin.types(scope)
    assert admin.last.text.startswith(admin.t("not-allowed-outside-scope"))
    await admin.types("2903-2904")
    assert admin.t("role-invite-label") == admin.last.text


async def test_the_function_that_was_chosen_is_what_others_see(town: Town) -> None:
    """The chosen function is what others see, in each language, and does not change the rights: a wijkagent is called
    so."""
    admin, jo, els = await administrator(town), town.person(1), await jeweller(town, 2)
    await follows(jo, await invites(admin, Role.POLICE, "2903", function=Function.COMMUNITY_OFFICER))
    [grant] = await grants(jo)
    assert (Function.COMMUNITY_OFFICER, None) == (grant.function, grant.label)
    assert "Je bent nu <b>wijkagent (politie)</b> voor postcode 2903." in jo.news()
    await reports(els)
    await jo.taps("Ik pak dit op")
    assert els.t("report-news-taken", number="M-2026-0001", who="wijkagent") == els.last.text
    async with town.storage.reading() as uow:
        assert "community officer" == await function_words(uow, [grant], town.texts[Language.ENGLISH])
    await to_role(admin, "wijkagent (politie)")
    assert "<b>wijkagent (politie)</b> voor postcode 2903" in admin.last.text


async def test_each_role_is_offered_its_own_functions_and_the_usual_name_stays(town: Town) -> None:
    """Each role offers its own functions; skipping keeps the usual name, and a function of another role is refused."""
    admin, jo = await administrator(town), town.person(1)
    await second_administrator(town)
    for role in Role:
        await admin.types("/beheer")
        await admin.taps("Iemand uitnodigen")
        await chooses_role(admin, role)
        if role is Role.KVO_MANAGER:  # there is no group yet
            await admin.taps("Stoppen")
            continue
        await (admin.taps("Juwelier") if role is Role.TRADE_ASSOCIATION else admin.types("2903"))
        shown = {one.label for one in admin.last.buttons}
        for function in Function:
            assert (admin.t.plain(f"function-{function}") in shown) is (function in FUNCTIONS.get(role, ()))
        await admin.taps("Stoppen")
    await follows(jo, await invites(admin, Role.POLICE, "2903"))
    [grant] = await grants(jo)
    assert (None, None) == (grant.function, grant.label)
    assert "Je bent nu <b>overvalcoördinator van de politie</b>" in jo.news()
    async with town.storage.transaction() as uow:
        with pytest.raises(Rejected, match="role-function"):
            await create_role_invite(
                uow, Role.POLICE, parse_scope("2903"), now=town.clock.now(), function=Function.MAYOR
            )


async def test_a_mayor_by_function_stays_one_and_a_new_one_gets_the_role(town: Town) -> None:
    """A function of the municipality that has become a role is shown where it was given, and not offered anew."""
    async with town.storage.reading() as uow:
        for function, shown in ((Function.MAYOR, "burgemeester"), (Function.ENFORCER, "handhaver")):
            given = RoleOffer(Role.MUNICIPALITY, parse_scope("2903"), function)
            assert f"{shown} (gemeente)" == await role_name(uow, given, town.texts[Language.DUTCH])
            assert function not in FUNCTIONS.get(Role.MUNICIPALITY, ())
    admin, jo = await administrator(town), town.person(1)
    await follows(jo, await invites(admin, Role.SPOKESPERSON, CAPELLE))
    assert "Je bent nu <b>woordvoerder van de gemeente</b> voor de gemeente Capelle" in jo.news()


async def test_a_branch_is_for_who_looks_after_the_country(town: Town) -> None:
    """A role for a branch can be given only by an administrator of the country, also by its button."""
    admin = await administrator(town, scope=CAPELLE)
    await admin.types("/beheer")
    await admin.taps("Iemand uitnodigen")
    await chooses_role(admin, Role.TRADE_ASSOCIATION)
    await admin.taps("Juwelier")
    assert [admin.t.plain("not-allowed-outside-scope")] == town.screens.toasts[-1:]


@pytest.mark.parametrize("text", ["Nergenshuizen", "29", "national", "branch:jeweller", "2999-2900"])
async def test_what_is_no_area_is_asked_again(town: Town, text: str) -> None:
    """A text that is no area is asked again, with a sentence that says what is."""
    admin = await administrator(town)
    await admin.types("/beheer")
    await admin.taps("Iemand uitnodigen")
    await admin.taps("overvalcoördinator")
    await admin.types(text)
    assert admin.last.text.startswith(admin.t("text-role-scope"))


async def test_a_link_dies_with_the_right_of_who_made_it(town: Town) -> None:
    """A forwarded link gives nothing after its maker stopped being an administrator."""
    admin, second, jo = await administrator(town), await administrator(town, 81), town.person(1)
    secret = await invites(second, Role.POLICE, "2903")
    await ends(admin, "beheerder")
    assert not any(grant.is_active(town.clock.now()) for grant in await grants(admin))
    await follows(jo, secret)
    assert [Role.POLICE] == [grant.role for grant in await grants(jo)]
    late = await invites(second, Role.POLICE, "2904")
    async with town.storage.transaction() as uow:
        [own] = await grants(second)
        await uow.roles.end_at(own.id, town.clock.now())
    lou = town.person(2)
    await lou.types(f"/start {late}")
    assert lou.t("invite-revoked") == lou.last.text


async def test_who_has_a_role_is_listed_with_all_there_is_to_know(town: Town) -> None:
    """The list shows all details of the roles in scope, in pages."""
    admin, local = await administrator(town), await administrator(town, 81, CAPELLE)
    police = await town.coordinator(1, Role.POLICE, "2903")
    await deputy_of(town, police, 2)
    await town.coordinator(3, Role.CITY_MARSHAL, "3011")
    await local.types("/beheer")
    await local.taps("Mensen en rollen")
    assert "stadsmarinier" not in local.last.text
    assert "heel Nederland" not in local.last.text
    assert "overvalcoördinator van de politie</b> voor postcode 2903" in local.last.text
    assert "Sinds 24-11-2026. Geen einddatum. Vervanger: " in local.last.text
    for number in range(4, 12):
        await town.coordinator(number, Role.MUNICIPALITY, CAPELLE)
    await admin.types("/beheer")
    await admin.taps("Mensen en rollen")
    assert "stadsmarinier" in admin.last.text
    for expected in (6, 6, 1):  # and the second administrator
        assert expected == admin.last.text.count("Sinds")
        if expected == 6:
            await admin.taps("Laat meer zien")
    await admin.taps("Vanaf het begin")
    assert "stadsmarinier" in admin.last.text


async def test_a_role_that_ends_takes_its_deputy_along(town: Town) -> None:
    """When a role ends its deputy ends too: both are told, both menus are restored, and a link for a deputy is void."""
    admin, police = await administrator(town), await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    marshal = await town.coordinator(3, Role.CITY_MARSHAL)
    link = await deputy_link(marshal)
    assert "goedkeuren" in police.menu
    await ends(admin, "overvalcoördinator")
    assert "Je bent niet langer <b>overvalcoördinator" in police.last.text
    assert "geen vervanger meer" in deputy.last.text
    for person in (police, deputy):
        assert "goedkeuren" not in person.menu
        assert "melding" not in person.menu  # neither a role nor a shop
        assert "mijn" in person.menu
        await person.types("/goedkeuren")
        assert person.t("not-allowed-approve_alert") == person.last.text
    await ends(admin, "stadsmarinier")
    late = town.person(4)
    await late.types(f"/start {link}")
    assert late.t("invite-revoked") == late.last.text


async def test_the_menu_of_a_deputy_who_was_removed_fits_again(town: Town) -> None:
    """The menu of a removed deputy is restored without a /start."""
    police = await town.coordinator(1)
    deputy = await deputy_of(town, police, 2)
    assert "goedkeuren" in deputy.menu
    await police.types("/vervanger")
    await police.taps("Vervanger weghalen")
    assert "goedkeuren" not in deputy.menu


async def test_a_role_ends_on_its_date(town: Town) -> None:
    """A role with an end date ends with the last second of that day, and is announced at the next tick; the date can be
    removed."""
    admin, police = await administrator(town), await town.coordinator(1)
    await second_administrator(town)
    police.news()
    await to_role(admin, "overvalcoördinator")
    await admin.taps("Einddatum kiezen")
    await admin.types("20-11-2026")
    assert admin.last.text.startswith(admin.t("text-no-last-day"))
    await admin.types("25-11")
    assert "Tot en met 25-11-2026" in admin.last.text
    assert "De laatste dag daarvan is 25-11-2026" in police.news()
    await admin.taps("Geen einddatum")
    await confirmed(town)
    assert "er is geen einddatum meer" in police.news()
    await to_role(admin, "overvalcoördinator")
    await admin.taps("Einddatum kiezen")
    await admin.types("25-11-2026")
    police.news()
    town.clock.pass_by(hours=34, minutes=59)  # one minute to midnight in Amsterdam
    assert not await tick(town)
    await police.types("/goedkeuren")
    assert police.t("approvals-none") == police.news()
    town.clock.pass_by(minutes=1)
    await police.types("/goedkeuren")
    assert police.t("not-allowed-approve_alert") == police.news()
    assert await tick(town)
    assert "Je bent niet langer <b>overvalcoördinator" in police.news()
    assert "goedkeuren" not in police.menu
    assert not await tick(town)


async def test_nobody_makes_the_own_role_longer(town: Town) -> None:
    """Neither holder nor deputy can move the end of their role later by any button; they may move it earlier, and a
    colleague may do both."""
    admin, jo = await administrator(town), town.person(1)
    await follows(jo, await invites(admin, Role.ADMINISTRATOR, "Capelle aan den IJssel", last_day="31-12-2026"))
    deputy = await deputy_of(town, jo, 2)
    [grant] = await grants(jo)
    for person in (jo, deputy):
        await to_role(person, "1.")
        assert "Geen einddatum" not in [one.label for one in person.last.buttons]
        await person.presses(f"admin-stays:{grant.id}:0", person.last)
        assert person.t.plain("not-allowed-own-role-longer") == town.screens.toasts[-1]
        await person.taps("Einddatum kiezen")
        await person.types("1-1-2027")
        assert person.t("not-allowed-own-role-longer") == person.last.text
        assert [grant] == await grants(jo)
        await person.taps("Stoppen")
    await to_role(jo, "1.")
    await jo.taps("Einddatum kiezen")
    await jo.types("1-12-2026")
    assert "De laatste dag daarvan is 01-12-2026" in jo.last.text
    await admin.presses(f"admin-stays:{grant.id}:0")
    await confirmed(town)
    assert [None] == [one.ends_at for one in await grants(jo)]


def test_the_schedule_ends_roles() -> None:
    """The schedule has the job that ends roles."""
    assert ROLES in TICKS


async def test_the_last_administrator_stays(town: Town) -> None:
    """The last administrator cannot be ended, get an end date or /stop, until another one without an end date
    exists."""
    admin = await administrator(town)
    await ends(admin, "beheerder")
    assert admin.t("not-allowed-last-administrator") == _said(town, admin)
    await to_role(admin, "beheerder")
    await admin.taps("Einddatum kiezen")
    await admin.taps("30 dagen")
    assert admin.t("not-allowed-last-administrator") == _said(town, admin)
    await admin.taps("Stoppen")
    await admin.types("/stop")
    assert admin.t("not-allowed-last-administrator") == admin.last.text
    confirms = await town.coordinator(3, Role.POLICE, "national")
    for number, last_day in ((1, "31-12-2026"), (2, None)):
        async with town.storage.reading() as uow:
            member = await uow.members.by_ref("telegram", str(admin.id))
            assert member is not None
            with pytest.raises(NotAllowed):
                await check_not_last_administrator(uow, member.id, town.clock.now())
        person = town.person(number)
        link = await invites(admin, Role.ADMINISTRATOR, "›heel Nederland", last_day=last_day, is_alone=True)
        await person.types(f"/start {link}")
        await confirms.taps("Bevestigen")
        confirms = person
    await admin.types("/stop")
    assert admin.t("stopped") == admin.last.text
    await person.types("/stop")
    assert person.t("not-allowed-last-administrator") == person.last.text


async def test_who_looks_after_less_does_not_stand_in_for_who_looks_after_more(town: Town) -> None:
    """An administrator of a municipality does not replace the last one of the country, but a municipality can do with
    one of the country."""
    admin, local = await administrator(town), await administrator(town, 81, CAPELLE)
    await admin.types("/stop")
    assert admin.t("not-allowed-last-administrator") == admin.last.text
    await local.types("/stop")
    assert local.t("stopped") == local.last.text


async def test_what_ended_meanwhile_cannot_be_ended_again(town: Town) -> None:
    """A role that ended in the meantime cannot be ended again, and an old card says so."""
    admin = await administrator(town)
    await town.coordinator(1)
    await to_role(admin, "overvalcoördinator")
    old = admin.last
    await admin.taps("Nu beëindigen", old)
    yes = next(one.data for one in old.buttons if one.data and one.data.startswith("admin-ended"))
    await admin.presses(yes, old)
    await admin.presses(yes, old)
    assert admin.t("too-late-role-ended") == _said(town, admin)


def _said(town: Town, person: Person) -> str:
    """Return the refusal: the last toast, or the last message."""
    return town.screens.toasts[-1] if town.screens.toasts else person.last.text


async def test_who_is_erased_leaves_no_role_and_no_deputy(town: Town) -> None:
    """When a role holder is erased, the deputy ends and is told, and the administrators there, not others, are told
    that the role is vacant."""
    admin, local = await administrator(town), await administrator(town, 81, CAPELLE)
    far = await administrator(town, 82, "municipality:Rotterdam")
    police = await town.coordinator(1, Role.POLICE, "2903")
    deputy = await deputy_of(town, police, 2)
    await police.types("/verwijder")
    await police.taps(police.last.buttons[0].label)
    assert "geen vervanger meer" in deputy.last.text
    assert "goedkeuren" not in deputy.menu
    told = "Wie <b>overvalcoördinator van de politie</b> was voor postcode 2903, heeft alle eigen gegevens gewist"
    assert [True, True, False] == [told in person.news() for person in (admin, local, far)]
    assert not await tick(town)
