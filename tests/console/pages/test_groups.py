"""Tests of KVO groups in the console: the same use cases as /groepen in the chat."""

import re
from html import unescape

import pytest

from alerts.branch import Branch
from alerts.ids import KvoGroupId
from alerts.kvo_group import ChatSetting, ChatTrouble, KvoGroup, NewKvoGroup
from alerts.role import Role
from tests.bot.confirming import confirmed, second_administrator
from tests.bot.group_chats import GroupChat, end_roles, make_group, manager_of, stored, tied_group
from tests.bot.police import jeweller
from tests.bot.town import BOT_NAME, Person, Town
from tests.console.accounts import enrolled, member_of, recorded
from tests.console.pages.test_reports import words
from tests.console.visitor import Answer, Visitor

ONE = "/groups/1"
MADE = {"name": "De Koperwiek", "codes": "2903 ab, 2904;2922", "which": "some", "branches": "jeweller"}


async def newest(town: Town) -> KvoGroup:
    """Return the group that was made last."""
    async with town.storage.reading() as uow:
        return (await uow.kvo_groups.all_open())[-1]


def secret_on(page: Answer) -> str:
    """Return the code in the command of a page."""
    [code] = re.findall(rf"/koppel@{BOT_NAME} ([\w-]+)", unescape(page.text))
    return str(code)


@pytest.fixture
async def agent(town: Town, visitor: Visitor) -> Person:
    """A police officer of 2900-2999 who is signed in."""
    police = await town.coordinator(90)
    await enrolled(police, visitor)
    return police


async def test_a_group_is_made_and_says_what_comes_next(town: Town, visitor: Visitor, agent: Person) -> None:
    """A group has the ground and branches of the form, counts its shops and says that it has no manager yet."""
    await second_administrator(town)
    await jeweller(town, 1, agent)
    await jeweller(town, 2, agent, verified=False)
    assert "nog geen KVO-groep" in words(await visitor.get("/groups"))
    answer = await visitor.sends(await visitor.get("/groups/new"), "/groups/new", **MADE)
    group = await newest(town)
    assert (303, f"/groups/{group.id}?made") == (answer.status, answer.headers["Location"])
    assert (frozenset({"2903AB", "2904", "2922"}), frozenset({Branch.JEWELLER})) == (group.codes, group.branches)
    page = words(await visitor.get(answer.headers["Location"]))
    for part in ("De groep is gemaakt", "2903 AB, 2904, 2922", "Juwelier", "2 doen mee, geverifieerd: 1"):
        assert part in page
    for part in ("nog geen eigen beheerder", "nog geen groepschat", "overvalcoördinator"):
        assert part in page
    assert 'href="/groups/1">De Koperwiek</a>, 2903 AB, 2904, 2922' in (await visitor.get("/groups")).text
    assert 1 == await recorded(agent, "group.made")


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"codes": "2903, 0903AB"}, "codes", "0903AB"),
        ({"codes": "2905"}, "codes", "2905"),
        ({"codes": "3011, 2903"}, "codes", "3011"),
        ({"codes": " - "}, "codes", "postcode"),
        (
            {"codes": " ".join(f"2903{a}{b}" for a in "ABCDEGHJKLMN" for b in "ABCDEGHJKLMNPRTVWXYZ")[:4000] + " 2904"},
            "",
            "",
        ),
        ({"name": ""}, "name", "naam"),
        ({"name": "x" * 61}, "name", "60"),
        ({"name": "Bel 06-12345678"}, "name", ""),
        ({"branches": ""}, "branches", "branche"),
        ({"branches": "nonsense"}, "branches", "branche"),
    ],
)
async def test_what_is_wrong_is_told_beside_the_field(
    town: Town, visitor: Visitor, agent: Person, typed: dict[str, str], field: str, told: str
) -> None:
    """Nothing is made; the summary leads to the field, and what was typed stands in the form."""
    form = MADE | typed
    answer = await visitor.sends(await visitor.get("/groups/new"), "/groups/new", **form)
    if not field:  # a long list that is right
        assert 303 == answer.status
        return
    assert (422, True) == (answer.status, f'href="#{field}"' in answer.text)
    assert told in words(answer).replace("0903 AB", "0903AB")
    assert f'id="wrong-{field}"' in answer.text
    for name in ("name", "codes"):
        assert form[name] in unescape(answer.text)
    async with town.storage.reading() as uow:
        assert [] == await uow.kvo_groups.all_open()


async def test_a_group_is_changed_and_a_stale_form_shows_what_changed(
    town: Town, visitor: Visitor, agent: Person
) -> None:
    """The form has what the group has; after a colleague's change it comes back with both, ready to be sent again."""
    await make_group(agent)
    form = await visitor.get(f"{ONE}/change")
    assert 'value="De Koperwiek"' in form.text
    assert '<textarea id="codes"' in form.text
    version = re.findall(r'name="version" value="(\d+)"', form.text)[0]
    answer = await visitor.sends(form, f"{ONE}/change", version=version, name="De Terp", codes="2904", which="all")
    assert (303, ONE) == (answer.status, answer.headers["Location"])
    late = {"version": version, "name": "Hoekplein", "codes": "2903", "which": "some", "branches": "bakery"}
    answer = await visitor.sends(form, f"{ONE}/change", **late)
    assert 409 == answer.status
    for part in ("Een collega heeft deze groep net gewijzigd", "De Terp", "2904", "alle branches"):
        assert part in words(answer)
    assert 'value="Hoekplein"' in answer.text
    again = re.findall(r'name="version" value="(\d+)"', answer.text)[0]
    assert 303 == (await visitor.sends(form, f"{ONE}/change", **late | {"version": again})).status
    group = await newest(town)
    assert ("Hoekplein", frozenset({"2903"})) == (group.name, group.codes)


async def test_a_group_is_closed_as_it_was_shown(town: Town, visitor: Visitor, agent: Person) -> None:
    """The page asks first; a form from before a change closes nothing; closing ends the manager's role, and needs a
    fresh passkey."""
    group = await make_group(agent)
    manager = await manager_of(group, town, 5)
    page = await visitor.get(ONE)
    assert "Wil je De Koperwiek sluiten?" in words(page)
    stale = await visitor.sends(page, f"{ONE}/close", version="99")
    assert (409, True) == (stale.status, "Er is niets gesloten" in words(stale))
    town.clock.pass_by(minutes=11)
    assert 303 != (await visitor.sends(page, f"{ONE}/close", version=str(group.version))).status
    assert (await stored(town, group)).closed_at is None
    town.clock.pass_by(minutes=-11)
    answer = await visitor.sends(page, f"{ONE}/close", version=str(group.version))
    assert (303, "/groups") == (answer.status, answer.headers["Location"])
    assert (await stored(town, group)).closed_at is not None
    assert ONE not in (await visitor.get("/groups")).text
    assert 409 == (await visitor.get(ONE)).status
    async with town.storage.reading() as uow:
        [grant] = await uow.roles.of_member(await member_of(manager))
    assert not grant.is_active(town.clock.now())


async def test_a_code_ties_a_chat(town: Town, visitor: Visitor, agent: Person) -> None:
    """The page of a code has its link and its command, once; whoever types it in the chat ties that."""
    group, chat = await make_group(agent), GroupChat(town)
    page = await visitor.sends(await visitor.get(ONE), f"{ONE}/code")
    code = secret_on(page)
    assert f"https://t.me/{BOT_NAME}?startgroup={code}&admin=invite_users+pin_messages" in unescape(page.text)
    assert code not in (await visitor.get(ONE)).text
    await chat.hears(agent, f"/koppel {code}")
    assert (await stored(town, group)).is_tied
    assert "De groepschat is gekoppeld" in words(await visitor.get(ONE))


async def test_the_page_tells_why_a_chat_gets_nothing(town: Town, visitor: Visitor, agent: Person) -> None:
    """What lacks and what the chat refuses stand on the page and in the list; a new look tries again at once."""
    group = await tied_group(agent, GroupChat(town))
    async with town.storage.transaction() as uow:
        lacks = frozenset({ChatSetting.HIDDEN_HISTORY})
        await uow.kvo_groups.mark_checked(group.id, lacks=lacks, join_link=None, at=town.clock.now())
    assert "Verberg de geschiedenis" in words(await visitor.get(ONE))
    assert "nog niet goed ingesteld" in words(await visitor.get("/groups"))
    async with town.storage.transaction() as uow:
        await uow.kvo_groups.set_trouble(group.id, ChatTrouble.NO_RIGHTS)
    page = await visitor.get(ONE)
    assert "Ik mag er niet schrijven" in words(page)
    assert "ik kan niet goed schrijven" in words(await visitor.get("/groups"))
    assert 303 == (await visitor.sends(page, f"{ONE}/look")).status
    looked = await stored(town, group)
    assert (None, None) == (looked.trouble, looked.checked_at)
    async with town.storage.reading() as uow:
        assert [group.id] == [one.id for one in await uow.kvo_groups.due_for_check(town.clock.now())]


async def test_the_join_link_is_shown_while_the_chat_is_tied(town: Town, visitor: Visitor, agent: Person) -> None:
    """The link stands on the page, and is gone with the chat."""
    group = await tied_group(agent, GroupChat(town))
    link = "https://t.me/+abcdefgh"
    async with town.storage.transaction() as uow:
        await uow.kvo_groups.mark_checked(group.id, lacks=frozenset(), join_link=link, at=town.clock.now())
    assert link in (await visitor.get(ONE)).text
    async with town.storage.transaction() as uow:
        await uow.kvo_groups.untie(group.id, town.clock.now())
    page = await visitor.get(ONE)
    assert link not in page.text
    assert "niet meer in de groepschat" in words(page)


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        ({}, "beheerder van een KVO-groep"),
        ({"function": "street_manager"}, "winkelstraatmanager"),
        ({"label": "Centrummanager", "function": "street_manager"}, "Centrummanager"),
    ],
)
async def test_a_manager_is_invited_and_confirmed(
    town: Town, visitor: Visitor, agent: Person, form: dict[str, str], seen: str
) -> None:
    """The link is shown once; whoever follows it manages the group once a second person has confirmed it."""
    await second_administrator(town)
    group = await make_group(agent)
    made = await visitor.sends(await visitor.get(f"{ONE}/manager"), f"{ONE}/manager", **form)
    assert seen.casefold() in words(made).casefold()
    [secret] = re.findall(r"start=([\w-]+)", made.text)
    manager = town.person(7)
    await manager.types(f"/start {secret}")
    async with town.storage.reading() as uow:
        assert () == tuple(await uow.roles.of_member(await member_of(manager)))
    await confirmed(town)
    async with town.storage.reading() as uow:
        [grant] = await uow.roles.of_member(await member_of(manager))
    assert (Role.KVO_MANAGER, group.id) == (grant.role, grant.scope.kvo_group_id)
    assert "nog geen eigen beheerder" not in words(await visitor.get(ONE))


async def test_a_managers_words_are_checked(town: Town, visitor: Visitor, agent: Person) -> None:
    """Words that may not be shared come back with what is wrong; an old session is asked for the passkey."""
    await second_administrator(town)
    await make_group(agent)
    page = await visitor.get(f"{ONE}/manager")
    wrong = await visitor.sends(page, f"{ONE}/manager", label="06-12345678")
    assert (422, True) == (wrong.status, 'value="06-12345678"' in wrong.text)
    town.clock.pass_by(minutes=11)
    assert "start=" not in (await visitor.sends(page, f"{ONE}/manager")).text


async def test_nobody_to_confirm_means_no_link(town: Town, visitor: Visitor, agent: Person) -> None:
    """Where nobody could confirm a manager, the page says so and there is no form."""
    await make_group(agent)
    page = await visitor.get(f"{ONE}/manager")
    assert (403, True) == (page.status, "<form" not in page.text.partition("<main")[2])


async def test_a_manager_looks_after_the_chat_and_not_the_ground(town: Town, visitor: Visitor) -> None:
    """A manager sees the group and its chat; changing, closing and making groups is for others."""
    police = await town.coordinator(90)
    group = await make_group(police)
    manager = await manager_of(group, town, 5)
    await enrolled(manager, visitor)
    page = await visitor.get(ONE)
    assert 'href="/groups"' in page.text
    for form in ("change", "close"):
        assert f"{ONE}/{form}" not in page.text
        assert 403 == (await visitor.sends(page, f"{ONE}/{form}", version=str(group.version), **MADE)).status
    assert "/groups/new" not in (await visitor.get("/groups")).text
    for path in ("/groups/new", f"{ONE}/change"):
        assert 403 == (await visitor.get(path)).status
    assert 403 == (await visitor.sends(page, "/groups/new", **MADE)).status
    assert secret_on(await visitor.sends(page, f"{ONE}/code"))


async def test_a_group_elsewhere_is_like_none(town: Town, visitor: Visitor, agent: Person) -> None:
    """Numbers of groups out of scope answer as those that never were, in every page and form."""
    elsewhere = await town.coordinator(91, scope="3000-3099")
    await make_group(elsewhere, codes="3011")
    missing = await visitor.get("/groups/99")
    account = await visitor.get("/account")
    for path in (ONE, f"{ONE}/change", f"{ONE}/manager"):
        assert (404, words(missing)) == ((page := await visitor.get(path)).status, words(page))
    for form in ("code", "look", "close", "change", "manager"):
        assert (form, 404) == (form, (await visitor.sends(account, f"{ONE}/{form}", version="1", **MADE)).status)
    assert ONE not in (await visitor.get("/groups")).text


async def test_nothing_is_left_of_a_role_that_ended(town: Town, visitor: Visitor, agent: Person) -> None:
    """After the role ended no page or form does anything."""
    group = await make_group(agent)
    page = await visitor.get(ONE)
    await end_roles(agent)
    town.clock.pass_by(seconds=1)
    for path in ("/groups", "/groups/new", ONE, f"{ONE}/change", f"{ONE}/manager"):
        assert (path, 403) == (path, (await visitor.get(path)).status)
    for form in ("code", "look", "close", "change", "manager"):
        assert (form, 403) == (form, (await visitor.sends(page, f"{ONE}/{form}", version="1", **MADE)).status)
    assert group == await stored(town, group)


async def test_the_list_is_read_in_parts(town: Town, visitor: Visitor, agent: Person) -> None:
    """Fifty groups a page, and a link to the rest."""
    async with town.storage.transaction() as uow:
        for number in range(51):
            new = NewKvoGroup(f"Groep {number}", frozenset({"2903"}), frozenset())
            await uow.kvo_groups.add(new, await member_of(agent), town.clock.now())
    first = await visitor.get("/groups")
    assert (50, True) == (first.text.count('<a href="/groups/'), "/groups?after=50" in first.text)
    rest = await visitor.get("/groups?after=50")
    assert ("Groep 50" in words(rest), "Groep 49" in words(rest)) == (True, False)
    assert KvoGroupId(51) == (await newest(town)).id
    for odd in ("x", "-1", "9" * 30):
        assert 200 == (await visitor.get(f"/groups?after={odd}")).status
