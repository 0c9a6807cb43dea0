"""Tests of people and roles: an administrator sees and changes what /beheer allows, and nothing else."""

import re
from html import unescape

import pytest

from alerts.ids import MemberId
from alerts.role import Role
from alerts.services.role.end_grant import end_grant
from tests.bot.administering import CAPELLE, administrator
from tests.bot.confirming import second_administrator
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled, member_of, recorded, without_chat
from tests.console.authenticator import Authenticator
from tests.console.pages.test_approvals import words
from tests.console.visitor import Answer, Visitor

FORM = {"role": "police", "area": "2900-2999", "way": "chat"}


async def _admin(town: Town, visitor: Visitor, scope: str = "national") -> Person:
    """An administrator who is signed in here."""
    admin = await administrator(town, scope=scope)
    await enrolled(admin, visitor)
    return admin


async def _page(visitor: Visitor, person: Person) -> tuple[str, Answer]:
    path = f"/people/{await member_of(person)}"
    return path, await visitor.get(path)


async def _role_of(town: Town, member: MemberId) -> int:
    async with town.storage.reading() as uow:
        [grant] = [one for one in await uow.roles.of_member(member) if one.is_active(town.clock.now())]
    return grant.id


def _link(page: Answer) -> str:
    [link] = re.findall(r"<code>([^<]+)</code>", page.text)
    return unescape(link)


async def test_the_list_and_a_person(town: Town, visitor: Visitor) -> None:
    """The list has the roles in scope with numbers, and no more; a person's page says who gave the role."""
    await _admin(town, visitor, CAPELLE)
    here, far = await town.coordinator(1, scope="2903"), await town.coordinator(2, scope="3011")
    listed = await visitor.get("/people")
    assert f"/people/{await member_of(here)}" in listed.text
    assert f"/people/{await member_of(far)}" not in listed.text
    _, page = await _page(visitor, here)
    for said in ("overvalcoördinator", "Een link van de server", "Geen einddatum", "Geen toegangssleutel", "tg://user"):
        assert said in unescape(page.text)
    for gone in (f"/people/{await member_of(far)}", "/people/999999", "/people/999999999999999999"):
        assert (gone, 404) == (gone, (await visitor.get(gone)).status)


async def test_the_list_is_read_in_parts(town: Town, visitor: Visitor) -> None:
    """Fifty roles a page, and a link to the rest."""
    admin = await _admin(town, visitor)
    async with town.storage.transaction() as uow:
        member = await member_of(admin)
        [own] = await uow.roles.of_member(member)
        for _ in range(60):
            await uow.roles.grant(
                member=member, role=Role.POLICE, scope=own.scope, label=None, granted_by=None, now=town.clock.now()
            )
    first = await visitor.get("/people")
    assert 50 == first.text.count('<li>\n<span><a href="/people/')
    [after] = re.findall(r'href="(/people\?after=\d+)"', first.text)
    rest = await visitor.get(after)
    assert 11 == rest.text.count('<li>\n<span><a href="/people/')
    for odd in ("x", "-1", "9" * 30, "²"):
        assert 200 == (await visitor.get(f"/people?after={odd}")).status


async def test_only_administrators_come_here(town: Town, visitor: Visitor) -> None:
    """Police see none of it, and no form of it does anything for them."""
    police = await town.coordinator(1)
    other = await town.coordinator(2)
    await enrolled(police, visitor)
    account = await visitor.get("/account")
    assert "/people" not in account.text
    path, role = f"/people/{await member_of(other)}", await _role_of(town, await member_of(other))
    for page in ("/people", "/people/invite", path):
        assert 403 == (await visitor.get(page)).status
    for form in (f"roles/{role}/end", f"roles/{role}/last-day", "sessions/end", "recover"):
        assert (form, 403) == (form, (await visitor.sends(account, f"{path}/{form}")).status)
    assert 403 == (await visitor.sends(account, "/people/invite", **FORM)).status
    assert role == await _role_of(town, await member_of(other))


async def test_ending_a_role(town: Town, visitor: Visitor) -> None:
    """A role ends at once; its holder and others in scope are told, and it is on the record."""
    await _admin(town, visitor)
    police, other = await town.coordinator(1), await town.coordinator(2)
    police.news()
    other.news()
    path, page = await _page(visitor, police)
    role = await _role_of(town, await member_of(police))
    answer = await visitor.sends(page, f"{path}/roles/{role}/end")
    assert (303, "/people") == (answer.status, answer.headers["Location"])
    await town.deliver()
    assert "is geen" in other.news()
    assert police.news()
    assert 404 == (await visitor.get(path)).status
    assert 409 == (await visitor.sends(page, f"{path}/roles/{role}/end")).status
    assert 1 == await recorded(police, "role.ended")


async def test_a_role_of_another_person_or_place_is_none(town: Town, visitor: Visitor) -> None:
    """Numbers of roles outside the scope, and of somebody else's, are like those that never were."""
    await _admin(town, visitor, CAPELLE)
    here, far = await town.coordinator(1, scope="2903"), await town.coordinator(2, scope="3011")
    path, page = await _page(visitor, here)
    mine, theirs = [await _role_of(town, await member_of(one)) for one in (here, far)]
    for odd in (f"{path}/roles/{theirs}", f"{path}/roles/999999", f"/people/{await member_of(far)}/roles/{mine}"):
        for what in ("end", "last-day"):
            assert (odd, 404) == (odd, (await visitor.sends(page, f"{odd}/{what}", day="2027-01-01")).status)
    assert [mine, theirs] == [await _role_of(town, await member_of(one)) for one in (here, far)]


async def test_the_last_day(town: Town, visitor: Visitor) -> None:
    """A last day is set at once, and taken away once a second person confirms that; a wrong one comes back beside its
    field."""
    admin = await _admin(town, visitor)
    await second_administrator(town)
    police = await town.coordinator(1)
    path, page = await _page(visitor, police)
    role = await _role_of(town, await member_of(police))
    form = f"{path}/roles/{role}/last-day"
    for odd in ("2020-01-01", "morgen", "2026-02-30", "9999-01-01"):
        wrong = await visitor.sends(page, form, day=odd)
        assert (odd, 422) == (odd, wrong.status)
        assert f'value="{odd}"' in wrong.text
        assert "aria-invalid" in wrong.text
    assert 303 == (await visitor.sends(page, form, day="2027-03-31")).status
    assert 'datetime="2027-04-01T00:00:00+02:00"' in (await visitor.get(path)).text
    assert 303 == (await visitor.sends(page, form, day="")).status
    async with town.storage.reading() as uow:
        [waiting] = await uow.grant_requests.undecided()
        assert (await member_of(admin), await member_of(police)) == (waiting.given_by, waiting.member_id)


async def test_the_last_administrator_stays(town: Town, visitor: Visitor) -> None:
    """The rules of /beheer hold: the only administrator cannot be ended."""
    admin = await _admin(town, visitor)
    path, page = await _page(visitor, admin)
    role = await _role_of(town, await member_of(admin))
    assert 403 == (await visitor.sends(page, f"{path}/roles/{role}/end")).status
    assert role == await _role_of(town, await member_of(admin))


async def test_inviting(town: Town, visitor: Visitor) -> None:
    """A link for the chat or the console is shown once; the role waits for a second person."""
    await _admin(town, visitor)
    await second_administrator(town)
    page = await visitor.get("/people/invite")
    made = await visitor.sends(page, "/people/invite", **FORM)
    assert 200 == made.status
    stranger = town.person(7)
    await stranger.types(f"/start {_link(made).partition('start=')[2]}")
    assert "zodra een ander dat bevestigt" in stranger.last.text
    console = FORM | {"way": "console", "whom": "B. Jansen, wijkagent", "function": "community_officer"}
    made = await visitor.sends(page, "/people/invite", **console, day="2027-01-01")
    link = _link(made).removeprefix(visitor.origin)
    assert "B. Jansen, wijkagent" in made.text
    newcomer = visitor.beside()
    assert 303 == (await newcomer.enrols(link, Authenticator())).status
    assert "wacht tot een tweede persoon" in words(await newcomer.get("/account"))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"role": ""}, "role"),
        ({"role": "king"}, "role"),
        ({"area": ""}, "area"),
        ({"area": "Nergenshuizen"}, "area"),
        ({"area": "3011"}, "area"),
        ({"role": "kvo_manager"}, "group"),
        ({"role": "kvo_manager", "group": "7"}, "group"),
        ({"role": "trade_association"}, "branch"),
        ({"role": "trade_association", "branch": "x"}, "branch"),
        ({"function": "mayor"}, "function"),
        ({"function": "king"}, "function"),
        ({"label": "Bel 06-28417793"}, "label"),
        ({"day": "2020-01-01"}, "day"),
        ({"day": "x"}, "day"),
        ({"way": "console"}, "whom"),
        ({"way": "console", "whom": "06-28417793"}, "whom"),
    ],
)
async def test_a_wrong_field_loses_nothing(town: Town, visitor: Visitor, changed: dict[str, str], field: str) -> None:
    """What is wrong stands beside its field and in the summary, and everything typed stays."""
    await _admin(town, visitor, CAPELLE)
    await second_administrator(town)
    page = await visitor.get("/people/invite")
    sent = FORM | {"area": "2903", "label": "Wijk Noord"} | changed
    answer = await visitor.sends(page, "/people/invite", **sent)
    assert 422 == answer.status
    assert f'<a href="#{field}">' in answer.text
    assert f'id="wrong-{field}"' in answer.text
    assert f'value="{sent["label"]}"' in unescape(answer.text)
    async with town.storage.reading() as uow:
        assert [] == await uow.invites.open_for_roles(town.clock.now())


async def test_confirming(town: Town, visitor: Visitor) -> None:
    """What waits for a second person stands on its page, for whoever can confirm it and nobody else; a decision counts
    once."""
    admin = await administrator(town)
    second = await second_administrator(town)
    await enrolled(admin, giver := visitor.beside())
    await enrolled(second, visitor)
    made = await giver.sends(
        await giver.get("/people/invite"), "/people/invite", **(FORM | {"way": "console", "whom": "B. Jansen"})
    )
    newcomer = visitor.beside()
    await newcomer.enrols(_link(made).removeprefix(visitor.origin), Authenticator())
    for nobody in (giver, newcomer):
        assert "Er wacht niets" in (await nobody.get("/confirmations")).text
    assert "/confirmations" in (await visitor.get("/today")).text
    page = await visitor.get("/confirmations")
    assert "B. Jansen" in page.text
    [form] = re.findall(r'action="(/confirmations/\d+/confirm)"', page.text)
    refused = [await one.sends(await one.get("/account"), form) for one in (giver, newcomer)]
    assert [403, 403] == [one.status for one in refused]
    assert 303 == (await visitor.sends(page, form)).status
    assert 409 == (await visitor.sends(page, form)).status
    assert "2900 tot en met 2999" in words(await newcomer.get("/account"))
    assert 404 == (await visitor.sends(page, "/confirmations/999999/confirm")).status


async def test_each_change_needs_a_fresh_passkey(town: Town, visitor: Visitor) -> None:
    """After ten minutes nothing is changed without the passkey."""
    await _admin(town, visitor)
    await second_administrator(town)
    police = await town.coordinator(1)
    path, page = await _page(visitor, police)
    role = await _role_of(town, await member_of(police))
    town.clock.pass_by(minutes=10)
    forms = {
        f"{path}/roles/{role}/end": {},
        f"{path}/roles/{role}/last-day": {"day": "2027-01-01"},
        f"{path}/sessions/end": {},
        f"{path}/recover": {},
        "/recoveries/1/link": {},
        "/people/invite": FORM,
        "/confirmations/1/confirm": {},
    }
    for form, fields in forms.items():
        answer = await visitor.sends(page, form, **fields)
        assert (form, 409) == (form, answer.status)
        assert "Bevestig dit met je toegangssleutel" in answer.text
    assert role == await _role_of(town, await member_of(police))


async def test_sessions_are_revoked(town: Town, visitor: Visitor) -> None:
    """An administrator signs somebody out everywhere; out of scope nothing happens, and it is on the record."""
    admin = await _admin(town, visitor, CAPELLE)
    here, far = await town.coordinator(1, scope="2903"), await town.coordinator(2, scope="3011")
    theirs, elsewhere = visitor.beside(), visitor.beside()
    await enrolled(here, theirs)
    await enrolled(far, elsewhere)
    path, page = await _page(visitor, here)
    assert "1 toegangssleutel" in page.text
    assert 303 == (await visitor.sends(page, f"{path}/sessions/end")).status
    assert 404 == (await visitor.sends(page, f"/people/{await member_of(far)}/sessions/end")).status
    assert [303, 200] == [(await one.get("/account")).status for one in (theirs, elsewhere)]
    assert 1 == await recorded(admin, "account.revoked")


async def test_recovery_takes_two_people_and_makes_one_link(town: Town, visitor: Visitor) -> None:
    """Who lost the passkeys gets a new link once a second person confirmed it; the old ones stop working, the link is
    made once, and all of it is on the record."""
    admin = await _admin(town, visitor)
    second = await second_administrator(town)
    lost = visitor.beside()
    member, old = await without_chat(town, lost)
    page = await visitor.get(path := f"/people/{member}")
    assert 303 == (await visitor.sends(page, f"{path}/recover")).status
    assert 409 == (await visitor.sends(page, f"{path}/recover")).status
    assert "Wie hem vroeg maakt hem" in words(await visitor.get(path))
    assert "vroeg een nieuwe link" in words(await lost.get("/account"))
    async with town.storage.reading() as uow:
        [asked] = await uow.grant_requests.undecided()
    form = f"/recoveries/{asked.id}/link"
    assert 409 == (await visitor.sends(page, form)).status
    assert 303 == (await lost.beside().signs_in(old)).status
    await town.deliver()
    colleague = visitor.beside()
    await enrolled(second, colleague)
    waiting = await colleague.get("/confirmations")
    assert "kan niet meer inloggen" in waiting.text
    assert 303 == (await colleague.sends(waiting, f"/confirmations/{asked.id}/confirm")).status
    assert 404 == (await colleague.sends(waiting, form)).status
    made = await visitor.sends(await visitor.get(path), form)
    assert 200 == made.status
    assert 409 == (await visitor.sends(page, form)).status
    assert 303 == (await lost.get("/account")).status
    assert 403 == (await lost.signs_in(old)).status
    assert 303 == (await lost.enrols(_link(made).removeprefix(visitor.origin), Authenticator())).status
    assert "2900 tot en met 2999" in words(await lost.get("/account"))
    steps = ("recovery_asked", "recovery_confirmed", "recovery_linked")
    assert [1, 1, 1] == [await recorded(admin, f"account.{one}") for one in steps]


async def test_recovery_lapses(town: Town, visitor: Visitor) -> None:
    """A confirmed recovery makes no link after a day, nor after its giver is no administrator any more."""
    admin = await _admin(town, visitor)
    second = await second_administrator(town)
    await enrolled(second, colleague := visitor.beside())
    member, _ = await without_chat(town, visitor.beside())
    path = f"/people/{member}"
    for how in ("late", "ended"):
        page = await visitor.get(path)
        assert 303 == (await visitor.sends(page, f"{path}/recover")).status
        async with town.storage.reading() as uow:
            [asked] = await uow.grant_requests.undecided()
        await colleague.sends(await colleague.get("/account"), f"/confirmations/{asked.id}/confirm")
        if how == "ended":
            async with town.storage.transaction() as uow:
                [grant] = await uow.roles.of_member(await member_of(admin))
                await end_grant(uow, grant, None, town.clock.now())
        else:
            await town.deliver()
            town.clock.pass_by(hours=24)
            await enrolled(admin, visitor)
            await enrolled(second, colleague)
        answer = await visitor.sends(await visitor.get("/account"), f"/recoveries/{asked.id}/link")
        assert (how, answer.status) in {("late", 409), ("ended", 403)}


async def test_nobody_recovers_themselves(town: Town, visitor: Visitor) -> None:
    """An administrator asks no new link for themselves."""
    admin = await _admin(town, visitor)
    await second_administrator(town)
    path, page = await _page(visitor, admin)
    assert "Nieuwe link aanvragen" not in page.text
    assert 403 == (await visitor.sends(page, f"{path}/recover")).status


async def test_a_form_from_elsewhere_changes_nothing(town: Town, visitor: Visitor) -> None:
    """Without the token of this browser, or from another site, no form of these pages counts."""
    await _admin(town, visitor)
    police = await town.coordinator(1)
    path, page = await _page(visitor, police)
    role = await _role_of(town, await member_of(police))
    for form in (f"{path}/roles/{role}/end", f"{path}/sessions/end", f"{path}/recover", "/people/invite"):
        assert 403 == (await visitor.post(form, FORM)).status
        forged = {"form_token": page.token, **FORM}
        assert 403 == (await visitor.post(form, forged, Origin="https://evil.example")).status
    assert role == await _role_of(town, await member_of(police))


async def test_a_role_that_ended_meanwhile(town: Town, visitor: Visitor) -> None:
    """Between the page and the form the administrator's role ends: nothing is changed, and nothing shown."""
    admin = await _admin(town, visitor)
    await second_administrator(town)
    police = await town.coordinator(1)
    path, page = await _page(visitor, police)
    role = await _role_of(town, await member_of(police))
    async with town.storage.transaction() as uow:
        [grant] = await uow.roles.of_member(await member_of(admin))
        await uow.roles.end_at(grant.id, town.clock.now())
    for form in (f"{path}/roles/{role}/end", f"{path}/sessions/end", f"{path}/recover"):
        assert (form, 403) == (form, (await visitor.sends(page, form)).status)
    assert [403, 403] == [(await visitor.get(one)).status for one in ("/people", path)]
