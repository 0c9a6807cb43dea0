"""Tests of alerts in the chats of KVO groups: what they show, who may press, and the changes that follow."""

import pytest

from alerts.errors import Migrated, RecipientGone, TopicGone
from alerts.kvo_group import ChatSetting
from alerts.role import Role
from alerts.services.alert.end_alert import end_due_alerts
from bot.conversation.chat import ANONYMOUS_ADMIN
from tests.bot.changing import retract
from tests.bot.chats import Chat, tick, tied_chat
from tests.bot.police import alerts_of, jeweller, send_alone, to_preview
from tests.bot.town import Person, Town

EVERYBODY = "Alle zaken"
READ, REPORT = (f"https://t.me/wees_alert_bot?start={payload}" for payload in ("alert-1", "report"))


async def _sent(town: Town, tlp: str = "GREEN ·") -> tuple[Person, Person, Chat]:
    """Send an alert in 2903 to a verified jeweller and to the chat of that shopping area."""
    police = await town.coordinator(1)
    chat = await tied_chat(town)
    shop = await jeweller(town, 2, police)
    severity = "P4 ·" if "CLEAR" in tlp else "P2 ·"
    await to_preview(police, tlp=tlp, audience=EVERYBODY, severity=severity)
    assert ("STRICT" not in tlp and "RED" not in tlp) is ("Ook in 1 groepschat" in police.last.text)
    await send_alone(police)
    return police, shop, chat


async def _times(town: Town, chat: Chat) -> int:
    async with town.storage.reading() as uow:
        (alert,) = await uow.alerts.live_by_place(town.clock.now())
        return await uow.alerts.seen_count(alert.id)


async def test_the_chat_gets_the_text_once_and_who_subscribed_gets_it_too(town: Town) -> None:
    """The chat gets the text once, without a distance and protected; subscribers get it too, and the sender's counts
    list chats separately."""
    police, shop, chat = await _sent(town)
    assert 1 == len(alerts_of(shop))
    assert 1 == len(chat.bubbles)
    assert "scooter" in chat.bubbles[0].text
    assert "van je zaak" not in chat.bubbles[0].text
    assert chat.bubbles[0].message.is_protected
    await tick(town)
    assert any("Verstuurd: 1\nIn 1 groepschat\n" in one.text for one in police.bubbles)


@pytest.mark.parametrize(
    ("tlp", "lacks", "is_text"),
    [("CLEAR ·", True, True), ("GREEN ·", False, True), ("GREEN ·", True, False), ("AMBER ·", False, False)],
)
async def test_what_the_chat_may_not_read_is_one_line_with_a_link(
    town: Town, *, tlp: str, lacks: bool, is_text: bool
) -> None:
    """A chat that may not have the text gets one line with a link: GREEN depends on its settings, which are read just
    before; CLEAR and AMBER do not."""
    if lacks:
        town.screens.lacks["-1001"] = frozenset({ChatSetting.HIDDEN_HISTORY})
    _, _, chat = await _sent(town, tlp)
    said = chat.bubbles[0]
    assert is_text is ("scooter" in said.text)
    assert [READ] * (not is_text) + [REPORT] == [button.url for button in said.buttons if button.url]
    assert "2026-0001" in said.text
    assert ("CLEAR" not in tlp) is said.message.is_protected
    assert is_text or 1 == len(said.text.splitlines())


async def test_an_alert_for_a_group_goes_to_its_people_and_its_chat_only(town: Town) -> None:
    """An alert for a group goes to its people and its chat only: not to a nearby shop outside it, another group's chat,
    or a trade association."""
    police = await town.coordinator(1)
    chat, other = await tied_chat(town, "2903AB"), await tied_chat(town, "2903", ref="-1002")
    member = await jeweller(town, 2, police)
    neighbour = town.person(3)
    await neighbour.subscribes("2903CD", "jeweller", "Zilver", "3")
    await police.taps("Verifiëren")
    association = await town.coordinator(4, Role.TRADE_ASSOCIATION, "branch:jeweller")
    await to_preview(police, tlp="GREEN ·", audience="Alleen KVO-groep Winkelhart -1001")
    await send_alone(police)
    await association.types("/actueel")
    assert [1, 0, 0] == [len(alerts_of(person)) for person in (member, neighbour, association)]
    assert [1, 0] == [len(one.bubbles) for one in (chat, other)]


@pytest.mark.parametrize("tlp", ["AMBER+STRICT ·", "RED ·"])
async def test_what_is_for_coordinators_only_is_in_no_chat(town: Town, tlp: str) -> None:
    """A notice for coordinators only is in no chat, not even as one line."""
    _, _, chat = await _sent(town, tlp)
    assert [] == chat.bubbles


async def test_gezien_counts_persons_once_wherever_they_press(town: Town) -> None:
    """*Gelezen* counts each person once wherever they press, also people who never started the bot, and the number
    under the message follows."""
    _, shop, chat = await _sent(town)
    passer_by = town.person(9)
    for person in (passer_by, passer_by, shop):
        await chat.tapped(person)
    await shop.taps("Gelezen")
    assert [True, False, True, False] == [toast.startswith("Dank je") for toast in town.screens.toasts[-4:]]
    await tick(town)
    assert "Gelezen (2)" in [button.label for button in chat.bubbles[0].buttons]
    assert 1 == len(chat.bubbles)
    assert 2 == await _times(town, chat)


async def test_one_line_keeps_its_link_when_it_is_counted(town: Town) -> None:
    """When presses are counted, the one line keeps its link."""
    _, _, chat = await _sent(town, "AMBER ·")
    text = chat.bubbles[0].text
    await chat.tapped(town.person(9))
    await tick(town)
    assert ["Lees het bericht privé", "Gelezen (1)", "Iets melden"] == [
        button.label for button in chat.bubbles[0].buttons
    ]
    assert text == chat.bubbles[0].text


async def test_who_only_pressed_in_a_group_is_never_written_to(town: Town) -> None:
    """A person who only pressed in a group is never written to: the address stays inactive until they start the bot."""
    _, _, chat = await _sent(town)
    passer_by = town.person(9)
    for _ in range(2):
        await chat.tapped(passer_by)
    assert [] == passer_by.bubbles
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(passer_by.id))
    assert member is not None
    assert not member.address.is_active
    await passer_by.subscribes("2903AB", "jeweller")
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(passer_by.id))
    assert member is not None
    assert member.address.is_active


async def test_a_press_from_elsewhere_is_refused(town: Town) -> None:
    """A press from another chat, in private by a non-recipient, or by an anonymous admin is refused and not counted."""
    _, _, chat = await _sent(town)
    other = await tied_chat(town, "3011", ref="-2002")
    data = next(button.data for button in chat.bubbles[0].buttons if button.data)
    passer_by, admin = town.person(9), Person(town, ANONYMOUS_ADMIN)
    await passer_by.presses(data, chat=other.shape)
    await passer_by.presses(data, chat={"id": -3003, "type": "group", "title": "Elders"})
    await passer_by.presses(data)
    await admin.presses(data, chat=chat.shape)
    assert 0 == await _times(town, chat)
    assert "anoniem" in town.screens.toasts[-1]


async def test_the_end_is_a_short_silent_reply(town: Town) -> None:
    """The end is a short silent reply in each chat with the notice; a late press still counts."""
    _, _, chat = await _sent(town)
    town.clock.pass_by(days=3, minutes=1)
    async with town.storage.transaction() as uow:
        await end_due_alerts(uow, town.clock.now())
    await town.deliver()
    text, end = chat.bubbles
    assert (text.id, True) == (end.reply_to, end.message.is_silent)
    assert "2026-0001" in end.text
    assert "afgelopen" in end.text
    await chat.tapped(town.person(9), text)
    assert "Dank je" in town.screens.toasts[-1]


async def test_a_moved_chat_gets_it_once_where_it_is_now(town: Town) -> None:
    """A moved chat gets the notice once at its new id; later changes are no replies, because the old message cannot be
    reached."""
    police = await town.coordinator(1)
    chat = await tied_chat(town, ref="-11")
    await to_preview(police, tlp="GREEN ·", audience=EVERYBODY)
    town.screens.refusals["-11"] = [Migrated("-1001")]
    await send_alone(police)
    moved = Chat(town, -1001, group=chat.group)
    assert (0, 1) == (len(chat.bubbles), len(moved.bubbles))
    await moved.tapped(town.person(9))
    assert "Dank je" in town.screens.toasts[-1]


@pytest.mark.parametrize("was_told", [False, True])
async def test_what_is_in_the_chat_from_before_it_moved_is_out_of_reach(town: Town, *, was_told: bool) -> None:
    """In a chat that moved after the notice *Gelezen* still counts, and a change comes in the new chat without being a
    reply."""
    police = await town.coordinator(1)
    chat = await tied_chat(town, ref="-11")
    await to_preview(police, tlp="GREEN ·", audience=EVERYBODY)
    await send_alone(police)
    town.screens.moved["-11"] = "-1001"
    if was_told:
        await town.person(9).sends(chat=chat.shape, migrate_to_chat_id=-1001)
    await chat.tapped(town.person(9))
    assert "Dank je" in town.screens.toasts[-1]
    await tick(town)
    await retract(police)
    (said,) = Chat(town, -1001, group=chat.group).bubbles
    assert "INGETROKKEN" in said.text
    assert said.reply_to is None
    async with town.storage.reading() as uow:
        group = await uow.kvo_groups.get(chat.group)
    assert group.is_tied
    assert "Ik zit niet meer" not in police.news()


async def test_a_chat_that_put_the_bot_out_is_counted_as_missed(town: Town) -> None:
    """A chat that removed the bot counts as missed, and nothing is tried there again."""
    police = await town.coordinator(1)
    chat = await tied_chat(town)
    town.screens.refusals[chat.ref] = [RecipientGone("Forbidden: bot was kicked from the supergroup chat")]
    await to_preview(police, tlp="GREEN ·", audience=EVERYBODY)
    await send_alone(police)
    await tick(town)
    assert any("Niet in 1 groepschat" in one.text for one in police.bubbles)
    async with town.storage.reading() as uow:
        group = await uow.kvo_groups.get(chat.group)
    assert group.chat is not None
    assert not group.chat.is_active


async def test_a_topic_that_was_removed_is_forgotten(town: Town) -> None:
    """After a topic was removed the notice goes to the chat itself."""
    police = await town.coordinator(1)
    chat = await tied_chat(town)
    async with town.storage.transaction() as uow:
        await uow.kvo_groups.tie(chat.group, channel="telegram", ref=chat.ref, topic=7)
    for refusals in ([], [TopicGone("Bad Request: message thread not found")]):
        town.screens.refusals[chat.ref] = [*refusals]
        await to_preview(police, tlp="GREEN ·", audience=EVERYBODY)
        await send_alone(police)
    assert [7, 0] == [bubble.topic for bubble in chat.bubbles]


async def test_the_link_reads_it_for_whom_it_concerns(town: Town) -> None:
    """The link shows the current text with the distance to a recipient, and tells others why not."""
    police, shop, _ = await _sent(town, "AMBER ·")
    await shop.types("/start alert-1")
    assert "scooter" in shop.last.text
    assert ["Gelezen", "Iets melden", "Meer"] == [button.label for button in shop.last.buttons]
    unverified = await jeweller(town, 3, police, verified=False)
    await unverified.types("/start alert-1")
    assert "geverifieerde zaken" in unverified.last.text
    elsewhere = town.person(4)
    await elsewhere.subscribes("2903AB", "bakery", "Bakker", "4")
    await police.taps("Verifiëren")
    await elsewhere.types("/start alert-1")
    assert "andere branche" in elsewhere.last.text
    marshal = await town.coordinator(5, Role.CITY_MARSHAL)
    await marshal.types("/start alert-1")
    assert "scooter" in marshal.last.text
    await shop.types("/stop")
    await shop.types("/start alert-1")
    assert "gestopt" in shop.last.text


async def test_a_report_is_begun_from_the_chat_in_private(town: Town) -> None:
    """A report begins in private by a link, because nobody reports in front of others; a stranger reads 112 and how to
    start."""
    _, shop, _ = await _sent(town)
    for person, said in ((shop, "Geen gevaar, verder"), (town.person(9), "/start")):
        await person.types("/start report")
        assert "112" in person.last.text
        assert said in person.last.text or said in [button.label for button in person.last.buttons]


@pytest.mark.parametrize("payload", ["alert-2", "alert-", "alert-x", "alert-99999999999999999999"])
async def test_a_link_to_nothing_shows_nothing(town: Town, payload: str) -> None:
    """A link to a draft or an unknown alert shows nothing."""
    police, shop, _ = await _sent(town, "AMBER ·")
    await to_preview(police, audience=EVERYBODY)
    await shop.types(f"/start {payload}")
    assert "Gebeurt het nu?" not in shop.last.text
    assert shop.t("alert-not-for-you") == shop.last.text


async def test_a_link_to_what_is_over_says_so(town: Town) -> None:
    """A link to an alert that ended says so; a person who is no member reads how to become one."""
    _, shop, _ = await _sent(town, "AMBER ·")
    town.clock.pass_by(days=3, minutes=1)
    await shop.types("/start alert-1")
    assert "afgelopen" in shop.last.text
    stranger = town.person(9)
    await stranger.types("/start alert-1")
    assert "Typ /start" in stranger.last.text
