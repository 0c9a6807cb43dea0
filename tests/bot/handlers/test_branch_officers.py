"""Tests of branche-agenten: police who follow one branch, in the country or within a range of postcodes (`003`)."""

import pytest

from alerts.role import Function, Grant, Role, parse_scope
from alerts.services.scope.cover_scope import covers_scope
from bot.cli.doctor import ground_findings
from tests.bot.administering import administrator
from tests.bot.chats import tied_chat
from tests.bot.confirming import follows, second_administrator
from tests.bot.police import alerts_of, ask_approval, jeweller, send_alone, to_place
from tests.bot.reporting import cards, reports
from tests.bot.town import Person, Town

COUNTRY, HERE, ELSEWHERE = "branch:jeweller", "branch:jeweller:2900-2999", "branch:jeweller:3000-3099"
OTHER = "branch:bakery"


async def _of(person: Person) -> list[Grant]:
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        return [] if member is None else await uow.roles.of_member(member.id)


async def _sent(police: Person, *branches: str, at: str = "2903", reach: str = "5 km") -> None:
    """Send a P2 for these branches, alone."""
    await to_place(police)
    await police.types(at)
    await police.taps(reach)
    await police.taps("Meer branches")
    for branch in branches:
        await police.taps(branch)
    for label in ("Verder met", "P2 ·", "AMBER ·", "✓ "):
        await police.taps(label)


async def test_copies_come_where_place_and_branch_are_theirs(town: Town) -> None:
    """Police of a branch get copies where place and branch are theirs, also of a notice for more branches; not of one
    for other branches or other places."""
    police = await town.coordinator(1, scope="2000-3999")
    country, here = await town.coordinator(2, scope=COUNTRY), await town.coordinator(3, scope=HERE)
    elsewhere, other = await town.coordinator(4, scope=ELSEWHERE), await town.coordinator(5, scope=OTHER)
    people = (country, here, elsewhere, other)
    await jeweller(town, 9, police)

    async def copies(*branches: str, at: str, reach: str) -> list[int]:
        before = [len(alerts_of(one)) for one in people]
        await _sent(police, *branches, at=at, reach=reach)
        await send_alone(police)
        return [len(alerts_of(one)) - was for one, was in zip(people, before, strict=True)]

    assert [1, 1, 0, 0] == await copies("Juwelier", "Opticien", at="2903", reach="1 km")
    assert [0, 0, 0, 0] == await copies("Opticien", at="2903", reach="1 km")
    assert [1, 1, 1, 0] == await copies("Juwelier", "Opticien", at="3011", reach="10 km"), "its ground is partly theirs"


@pytest.mark.parametrize("scope", [COUNTRY, HERE])
async def test_approves_what_is_for_the_branch_at_a_place_of_theirs(town: Town, scope: str) -> None:
    """Police of a branch are asked to approve a notice for it at a place of theirs, and their approval sends it."""
    police, agent = await town.coordinator(1), await town.coordinator(2, scope=scope)
    shop = await jeweller(town, 3, police)
    await ask_approval(police)
    await agent.taps("Akkoord")
    assert 1 == len(alerts_of(shop))


@pytest.mark.parametrize(
    ("scope", "branches", "at"),
    [
        (COUNTRY, ("Juwelier", "Opticien"), "2903"),
        (COUNTRY, ("Opticien",), "2903"),
        (HERE, ("Juwelier",), "3011"),
        (ELSEWHERE, ("Juwelier",), "2903"),
        (OTHER, ("Juwelier",), "2903"),
    ],
)
async def test_approves_nothing_that_is_for_others_too_or_elsewhere(
    town: Town, scope: str, branches: tuple[str, ...], at: str
) -> None:
    """Police of a branch are not asked about a notice for more branches or another place, and a press by them changes
    nothing."""
    police, second = await town.coordinator(1, scope="2000-3999"), await town.coordinator(2, scope="2000-3999")
    agent = await town.coordinator(3, scope=scope)
    await _sent(police, *branches, at=at)
    await police.taps("Vraag akkoord")
    assert not any("Akkoord" in one.label for bubble in agent.bubbles for one in bubble.buttons)
    approve = next(
        one.data for bubble in reversed(second.bubbles) for one in bubble.buttons if one.label.startswith("Akkoord")
    )
    assert approve is not None
    await agent.presses(approve)
    assert agent.t.plain("not-found") == town.screens.toasts[-1]


async def test_a_notice_for_a_kvo_group_is_not_a_matter_of_a_branch(town: Town) -> None:
    """A notice for a KVO group is approved by the police of the place, not by police of a branch."""
    police, second = await town.coordinator(1), await town.coordinator(2)
    agent = await town.coordinator(3, scope=COUNTRY)
    await tied_chat(town)
    await ask_approval(police, audience="Alleen KVO-groep")
    assert any("Akkoord" in one.label for one in second.last.buttons)
    assert not any("Akkoord" in one.label for bubble in agent.bubbles for one in bubble.buttons)


async def test_drafts_for_the_branch_where_it_is_theirs_and_sees_no_reports(town: Town) -> None:
    """Police of a branch draft for it at places of theirs, and neither see reports nor have the menu entries for
    them."""
    police, agent = await town.coordinator(1), await town.coordinator(2, scope=HERE)
    assert {"meldingen", "groepen"}.isdisjoint(agent.menu)
    assert {"alert", "goedkeuren", "actueel"} <= set(agent.menu)
    assert "de branche Juwelier in de postcodes 2900 tot en met 2999" in agent.news()
    els = await jeweller(town, 3, police)
    await reports(els)
    assert 1 == len(cards(police))
    assert [] == cards(agent)
    await to_place(agent)
    await agent.types("3011")
    assert agent.last.text.startswith(agent.t("not-allowed-outside-scope"))
    await agent.types("2903")
    for label in ("5 km", "P2 ·", "AMBER ·", "✓ "):
        await agent.taps(label)
    assert "Politie, branche-agent" in alerts_of(agent)[-1]
    await agent.taps("Vraag akkoord")
    await police.taps("Akkoord")
    assert 1 == len(alerts_of(els))


async def test_a_tip_for_another_branch_is_not_theirs_to_stop(town: Town) -> None:
    """A tip for another branch, which asks all police of the country, does not ask them, and they cannot stop it."""
    await town.coordinator(1, scope="3000-3099")
    same, other = await town.coordinator(2, scope=COUNTRY), await town.coordinator(3, scope=OTHER)
    association = await town.coordinator(4, Role.TRADE_ASSOCIATION, COUNTRY)
    await association.types("/preventie")
    await association.types("Zet de vitrine uit het zicht van de straat.")
    await association.taps("alleen een tip")
    await association.taps("Naar de politie en dan versturen")
    assert any("Tegenhouden" in one.label for one in same.last.buttons)
    assert not any("Tegenhouden" in one.label for bubble in other.bubbles for one in bubble.buttons)


async def test_within_postcodes_nobody_sends_a_tip_to_the_whole_branch(town: Town) -> None:
    """Police of a branch within postcodes cannot send a tip to the whole branch."""
    country, here = await town.coordinator(1, scope=COUNTRY), await town.coordinator(2, scope=HERE)
    await here.types("/preventie")
    assert here.last.text.startswith(here.t("text-no-group"))
    await country.types("/preventie")
    assert "Juwelier" in country.last.text


async def test_is_invited_in_the_chat(town: Town) -> None:
    """Police of a branch are invited in the chat with a branch, an area and a function."""
    admin, jo = await administrator(town), town.person(1)
    await second_administrator(town)
    await admin.types("/beheer")
    await admin.taps("Iemand uitnodigen")
    await admin.taps("politie: overvalcoördinator")
    await admin.taps("Eén branche")
    await admin.types("van alles wat")
    assert admin.last.text.startswith(admin.t("text-tap-a-button"))
    await admin.taps("Juwelier")
    assert admin.t("role-invite-within", branch="Juwelier") == admin.last.text, "it took the question's place"
    for typed in ("Capelle aan den IJssel", "2999-2900", "29"):
        await admin.types(typed)
        assert admin.last.text.startswith(admin.t("text-role-postcodes"))
    await admin.types("2900 - 2999")
    await admin.taps("Overslaan")  # police of a branch have a function by default
    await admin.taps("Overslaan")
    assert "branche-agent (politie)</b> voor de branche Juwelier in de postcodes 2900" in admin.last.text
    await admin.taps("Maak de link")
    secret = admin.last.text.partition("start=")[2].split()[0]
    await follows(jo, secret)
    [grant] = await _of(jo)
    assert (Role.POLICE, HERE, Function.BRANCH_OFFICER) == (grant.role, str(grant.scope), grant.function)


async def test_who_looks_after_a_part_of_the_country_invites_for_that_part(town: Town) -> None:
    """An administrator of a part of the country invites for that part, not for the whole branch or postcodes
    elsewhere."""
    admin = await administrator(town, scope="2900-2999")
    await second_administrator(town)
    await admin.types("/beheer")
    for label in ("Iemand uitnodigen", "politie: overvalcoördinator", "Eén branche", "Juwelier"):
        await admin.taps(label)
    assert "heel Nederland" not in [one.label for one in admin.last.buttons]
    await admin.types("2900-3099")
    assert admin.last.text.startswith(admin.t("not-allowed-outside-scope"))
    await admin.types("2903")
    assert admin.t("role-invite-label") == admin.last.text


async def test_which_scopes_hold_which(town: Town) -> None:
    """A scope of a branch within postcodes is contained in the branch, in the area, and in a larger part, never the
    reverse."""
    capelle = "municipality:Capelle aan den IJssel"
    holds = {
        (COUNTRY, HERE),
        ("national", HERE),
        ("national", COUNTRY),
        ("2000-3999", HERE),
        (HERE, "branch:jeweller:2903-2904"),
        ("branch:jeweller", "branch:jeweller:2903"),
        (capelle, "branch:jeweller:2903-2904"),
    }
    not_holds = {
        (HERE, COUNTRY),
        (HERE, "2903"),
        (COUNTRY, "2903"),
        ("2903", HERE),
        (HERE, ELSEWHERE),
        (OTHER, HERE),
        ("2000-3999", COUNTRY),
        (capelle, HERE),
        (capelle, COUNTRY),
        (HERE, "kvo_group:1"),
    }
    await town.coordinator(1)
    await tied_chat(town)
    async with town.storage.reading() as uow:
        for outer, inner in holds | not_holds:
            found = await covers_scope(uow, parse_scope(outer), parse_scope(inner))
            assert found is ((outer, inner) in holds), (outer, inner)


async def test_a_shop_that_only_they_cover_is_one_whose_reports_reach_nobody(town: Town) -> None:
    """The doctor lists a shop that only they cover, because they see no reports."""
    await town.coordinator(1, scope=COUNTRY)
    els = town.person(2)
    await els.subscribes("2903AB", "jeweller", "De Parel", "1")
    async with town.storage.reading() as uow:
        found = {name: is_well for name, is_well, _ in await ground_findings(uow, town.clock.now())}
    assert not found["coverage"]
