"""A shop types one sentence: it is a report in three taps, over HTTP, and nothing of it is lost."""

from alerts.member import Language
from bot.demo.cast import Words
from bot.demo.phone import Phone, Seen
from tests.scenarios.steps import report_number_in, subscribe, verify
from tests.scenarios.world import World

SENTENCE = "net 2 jongens die de etalage filmden, zwarte golf met draaiende motor"
ENGLISH = "Two men just filmed the shop window, black Golf with running engine"
DENIED = "Geen wapen gezien en er is niet gefilmd, wel voelde iemand net aan de deur."
PLATE = "VX-482-K"
WITH_PLATE = f"net 2 jongens die de etalage filmden, weg in een zwarte golf met kenteken {PLATE}"


class Thumb:
    """Counts the taps of one person."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.taps = 0

    async def __call__(self, label: str) -> None:
        self.taps += 1
        await self.phone.tap(label)


async def _typed(phone: Phone, words: Words, text: str) -> Seen:
    """Type a text, pass the 112 gate, and return the overview."""
    await phone.type(text)
    gate = await phone.expect(words("report-safety"))
    assert gate.text.startswith(words("report-safety"))
    await phone.tap(words("report-safety-safe"))
    return await phone.expect(words("report-overview"))


async def test_one_sentence_is_a_report_and_a_kill_on_the_way_loses_nothing(world: World) -> None:
    """The bot is killed at the gate and at the overview: the words are there both times, and are sent once."""
    words = world.words
    police, shop = await world.coordinator(), await subscribe(world, "Juwelier Vuurlelie")
    await verify(world, police, shop)
    tap = Thumb(shop)
    await shop.type(SENTENCE)
    await shop.expect(words("report-safety"))
    await world.restart()
    await tap(words("report-safety-safe"))
    overview = await shop.expect(words("report-overview"))
    for line in (SENTENCE, words("report-kind-reconnaissance"), "zwarte golf", "Juwelier Vuurlelie", "filmt"):
        assert line in overview.text
    await world.kill()
    await tap(words("report-send"))
    await world.start()
    receipt = await shop.expect("Ontvangen. Nog niet gedeeld.")
    assert 2 == tap.taps
    number = report_number_in(receipt)
    card = await police.expect(number)
    assert SENTENCE in card.text
    assert 1 == sum("Ontvangen. Nog niet gedeeld." in one.text for one in await shop.received())


async def test_a_denial_is_no_sighting_and_the_guard_comes_first(world: World) -> None:
    """A denial is not told. A plate is refused below 112 and kept in no file; the rest goes on with a tap."""
    words, shop = world.words, await subscribe(world, "Juwelier Vuurlelie")
    overview = await _typed(shop, words, DENIED)
    assert words("signal-photos").casefold() not in overview.text.casefold()
    assert words("signal-testing_door").casefold() in overview.text.casefold()
    await shop.tap(words("report-send"))
    await shop.expect("Ontvangen. Nog niet gedeeld.")

    await shop.type(WITH_PLATE)
    refused = await shop.expect(PLATE)
    assert "112" in refused.text.splitlines()[0]
    await world.restart()
    await shop.tap(words("guard-use-this"))
    await shop.expect(words("report-safety"))
    await shop.tap(words("report-safety-safe"))
    rest = await shop.expect(words("report-overview"))
    assert PLATE not in rest.text
    await shop.tap(words("report-send"))
    await shop.expect("Ontvangen. Nog niet gedeeld.")
    assert PLATE.encode() not in world.bytes_kept()


async def test_with_two_shops_in_english_the_place_is_the_one_question(world: World) -> None:
    """Two taps from the sentence to the receipt, as the shop sends it."""
    words = Words(Language.ENGLISH)
    shop = await world.playground.person("Pearl", language_code="en")
    await _signs_up(shop, words, "/start", "2903AB", "Pearl")
    await shop.type("/mine")
    await shop.expect("Pearl")
    await shop.tap(words("mine-add-shop"))
    await _signs_up(shop, words, "", "2904AB", "Lens")
    tap = Thumb(shop)
    await shop.type(ENGLISH)
    await shop.expect(words("report-safety"))
    await tap(words("report-safety-called"))
    asked = await shop.expect(words("report-ask-where"))
    assert words("report-send") not in asked.labels
    await tap(words("report-send-from", shop="Lens"))
    await shop.expect(words.opening("report-receipt", "number"))
    assert 2 == tap.taps


async def _signs_up(shop: Phone, words: Words, first: str, postcode: str, name: str) -> None:
    if first:
        await shop.type(first)
    await shop.expect(words("start-postcode"))
    await shop.type(postcode)
    await shop.expect(words("start-branch"))
    await shop.tap(words("branch-jeweller"))
    await shop.expect(lambda seen: words("start-right") in seen.labels)
    await shop.tap(words("start-right"))
    await shop.expect(words("details-name"))
    await shop.type(name)
    await shop.expect(words("details-number"))
    await shop.type("12")
    await shop.expect(lambda seen: name in seen.text and "12" in seen.text)


async def test_what_is_no_report_is_answered_and_can_be_taken_up(world: World) -> None:
    """A question gets commands; the button brings the text along from Telegram, as nothing of it is in the files."""
    words, shop = world.words, await subscribe(world, "Juwelier Vuurlelie")
    await shop.type("Hoe zet ik die kwikzilverwind uit?")
    answer = await shop.expect(lambda seen: words("typed-happened") in seen.labels)
    assert "112" in answer.text.splitlines()[0]
    assert words("menu-stop") in answer.labels
    assert b"kwikzilverwind" not in world.bytes_kept()
    await shop.tap(words("typed-happened"))
    await shop.expect(words("report-safety"))
    await shop.tap(words("report-safety-safe"))
    overview = await shop.expect(words("report-overview"))
    assert "kwikzilverwind" in overview.text


async def test_a_group_chat_stays_silent(world: World) -> None:
    """What members type in a group's chat is no report, and nobody is answered there."""
    words, shop = world.words, await subscribe(world, "Juwelier Vuurlelie")
    chat = shop.in_group(await world.playground.group("Winkels", [shop]))
    for text in (SENTENCE, "help", "overval!!"):
        await chat.type(text)
    await shop.type("/hulp")  # a later message of the same person: the earlier ones were handled
    await shop.expect(words("help-bot"))
    assert [] == [one for one in await chat.received() if one.text]
