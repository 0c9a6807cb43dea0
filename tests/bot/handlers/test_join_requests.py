"""Tests of requests to join a group's chat: verified shops of the group are admitted at once, others by a manager."""

from tests.bot.group_chats import GroupChat, end_roles, manager_of, tied_group
from tests.bot.police import jeweller
from tests.bot.town import Person, Town


async def _waiting(town: Town) -> tuple[Person, Person, GroupChat]:
    """Return a manager who was asked about a stranger."""
    police, chat = await town.coordinator(90), GroupChat(town)
    group = await tied_group(police, chat)
    manager, stranger = await manager_of(group, town, 91), town.person(5)
    await chat.is_asked(stranger)
    return manager, stranger, chat


async def test_a_verified_shop_of_the_group_comes_in_at_once(town: Town) -> None:
    """A verified shop of the group is admitted at once; a repeated update admits once, and a later request again."""
    police, chat = await town.coordinator(90), GroupChat(town)
    shop = await jeweller(town, 1, police)
    await tied_group(police, chat)
    police.news()
    shop.news()
    for _ in range(2):
        await chat.is_asked(shop)
    assert [(chat.ref, str(shop.id), True)] == town.screens.doors
    await chat.is_asked(shop, at=1_800_000_999)
    assert 2 == len(town.screens.doors)
    assert ("", "") == (police.news(), shop.news())


async def test_others_wait_for_the_manager_and_hear_so(town: Town) -> None:
    """A stranger's request waits, and the stranger is told; the manager, not the maker, gets a link to the profile
    without a name."""
    manager, stranger, chat = await _waiting(town)
    assert f"tg://user?id={stranger.id}" in manager.last.text
    assert "Iemand</a> wil in de groepschat" in manager.last.text
    assert manager.last.message.is_protected
    assert stranger.last.text == stranger.t("entry-asked", name="De Koperwiek")
    assert [] == town.screens.doors
    await manager.taps("Toelaten")
    assert [(chat.ref, str(stranger.id), True)] == town.screens.doors
    assert "is toegelaten" in manager.last.text
    assert [] == manager.last.buttons


async def test_an_unverified_shop_and_one_of_elsewhere_wait_too(town: Town) -> None:
    """An unverified shop and one of elsewhere wait too, and are told of a refusal; without a manager the maker is
    asked."""
    police, chat = await town.coordinator(90, scope="2900-3099"), GroupChat(town)
    unverified = await jeweller(town, 1, police, verified=False)
    await tied_group(police, chat)
    elsewhere = town.person(2)
    await elsewhere.subscribes("2904AB", "jeweller", "Goud", "1")
    await police.taps("Verifiëren")
    for number, person in enumerate((unverified, elsewhere)):
        await chat.is_asked(person, at=1_800_000_000 + number)
        assert f"id={person.id}" in police.last.text
        await police.taps("Weigeren")
        assert "is niet toegelaten" in police.last.text
        assert person.last.text == person.t("entry-refused", name="De Koperwiek")
    assert [False, False] == [is_admitted for _, _, is_admitted in town.screens.doors]


async def test_one_answer_counts(town: Town) -> None:
    """One answer counts: a second press, or a second manager, reads that it was decided."""
    manager, stranger, chat = await _waiting(town)
    question = manager.last
    [admit, refuse] = [one.data or "" for one in question.buttons]
    await manager.presses(admit, question)
    for data in (admit, refuse):
        await manager.presses(data)
        assert town.screens.toasts[-1] == manager.t.plain("too-late-entry")
    assert [(chat.ref, str(stranger.id), True)] == town.screens.doors


async def test_who_does_not_manage_the_group_answers_nothing(town: Town) -> None:
    """A shop, a coordinator elsewhere and a stranger can answer by no forwarded or forged button."""
    manager, stranger, _ = await _waiting(town)
    answers = [one.data or "" for one in manager.last.buttons]
    police = await town.coordinator(95)
    shop = await jeweller(town, 1, police)
    other = await town.coordinator(92, scope="3000-3099")
    for data in answers:
        for person, text in (
            (shop, "not-allowed-manage_kvo_group"),
            (other, "not-found"),
            (stranger, "not-allowed-start-first"),
        ):
            await person.presses(data)
            assert town.screens.toasts[-1] == person.t.plain(text)
    await manager.presses("let-enter:nonsense:1")
    assert town.screens.toasts[-1] == manager.t.plain("not-found")
    assert [] == town.screens.doors


async def test_a_manager_who_is_not_in_office_any_more_answers_nothing(town: Town) -> None:
    """A manager whose role ended cannot answer, and the maker is asked about the next request."""
    manager, _, chat = await _waiting(town)
    data = manager.last.buttons[0].data or ""
    await end_roles(manager)
    await manager.presses(data)
    assert town.screens.toasts[-1] == manager.t.plain("not-allowed-manage_kvo_group")
    assert [] == town.screens.doors
    another, maker = town.person(6), Person(town, 1_000_090)
    await chat.is_asked(another)
    assert f"id={another.id}" in maker.last.text


async def test_a_door_of_no_group_is_not_ours(town: Town) -> None:
    """Requests in a chat that is tied to no group, or that the bot has left, are not answered."""
    manager, stranger, chat = await _waiting(town)
    other = GroupChat(town, -1001000000002)
    stranger.news()
    await other.is_asked(stranger)
    assert ("", []) == (stranger.news(), town.screens.doors)
    data = manager.last.buttons[0].data or ""
    await chat.bot_becomes("left", manager, was="administrator")
    await manager.presses(data)
    assert town.screens.toasts[-1] == manager.t.plain("too-late-entry")
