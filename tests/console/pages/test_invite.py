"""Tests of inviting shops: the form with what is wrong in it, the link that is shown once, and the counter card."""

import re
from html import unescape

import pytest

from alerts.invite import SECRET_LENGTH
from alerts.limits import INVITES
from alerts.point import Point
from alerts.postcode import Pc4Place
from bot.render.invitation import qr_png
from console.pages.shops.counter_card import qr_svg
from tests.bot.town import BOT_NAME, Town
from tests.console.accounts import enrolled, recorded
from tests.console.pages.test_reports import words
from tests.console.pages.test_shops import shop_of, signed_up
from tests.console.visitor import Answer, Visitor

PATH = "/shops/invite"
GOOD = {"postcode": "2903 ab", "number": "12 a", "name": "De Parel", "branch": "jeweller", "way": "once"}


def secret_on(page: Answer) -> str:
    """The secret of the link on the page."""
    [secret] = set(re.findall(rf"https://t\.me/{BOT_NAME}\?start=([\w-]{{{SECRET_LENGTH}}})", page.text))
    return str(secret)


async def test_a_link_makes_a_shop_that_is_verified_once(town: Town, visitor: Visitor) -> None:
    """Who uses the link runs the shop, which is verified at once; a second person cannot; the page is not kept."""
    agent = await town.coordinator(90)
    await enrolled(agent, visitor)
    made = await visitor.sends(await visitor.get(PATH), PATH, **GOOD)
    assert (200, "no-store") == (made.status, made.headers["Cache-Control"])
    assert "Hij werkt één keer" in words(made)
    assert "<svg" in made.text
    assert "counter-card" not in made.text
    els, eve = town.person(1), town.person(2)
    for person in (els, eve):
        await person.types(f"/start {secret_on(made)}")
    shop = await shop_of(town)
    assert ("De Parel", "2903AB", "12 A", True) == (shop.name, shop.pc6, shop.house_number, shop.is_verified)
    async with town.storage.reading() as uow:
        assert 1 == len(await uow.premises.members_of(shop.id))
    assert secret_on(made) not in (await visitor.get("/shops/1")).text


async def test_a_counter_card_is_in_both_languages(town: Town, visitor: Visitor) -> None:
    """The card has the QR code of the link inline, in Dutch and in English, and how long it works and for how many."""
    await enrolled(await town.coordinator(90), visitor)
    made = await visitor.sends(await visitor.get(PATH), PATH, **{**GOOD, "way": "counter"})
    cards = re.findall(r'<article class="counter-card" lang="(..)">(.*?)</article>', made.text, re.DOTALL)
    assert ["nl", "en"] == [language for language, _ in cards]
    drawn = str(qr_svg(f"https://t.me/{BOT_NAME}?start={secret_on(made)}"))
    for (_, card), part in zip(cards, ("Werkt voor 10 mensen, tot", "Works for 10 people, until"), strict=True):
        assert drawn in card
        assert part in card
        assert "De Parel" in card
    assert "style=" not in made.text, "the policy allows no inline style"


def test_the_code_is_the_one_of_the_chat() -> None:
    """Both ways in draw the same modules: the picture's side is that of the drawing, eight points each."""
    link = f"https://t.me/{BOT_NAME}?start={'x' * SECRET_LENGTH}"
    [side] = re.findall(r'viewBox="0 0 (\d+) \1"', str(qr_svg(link)))
    png = qr_png(link)
    assert int(side) * 8 == int.from_bytes(png[16:20], "big")


async def test_a_link_of_ones_own_is_revoked_on_the_page_of_the_shop(town: Town, visitor: Visitor) -> None:
    """The maker sees the link on the shop's page and revokes it; a colleague sees none and revokes nothing."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    await signed_up(town)
    await agent.taps("Verifiëren")
    await enrolled(agent, visitor)
    other = visitor.beside()
    await enrolled(colleague, other)
    made = await visitor.sends(await visitor.get(PATH), PATH, **{**GOOD, "number": "7"})
    assert "is al aangemeld" in words(made)
    assert "Er is geen link van jou" in words(await other.get("/shops/1"))
    page = await visitor.get("/shops/1")
    [path] = re.findall(r'action="(/shops/1/links/\d+/revoke)"', page.text)
    assert 404 == (await other.sends(await other.get("/shops/1"), path)).status
    assert 404 == (await visitor.sends(page, path.replace("/shops/1/", "/shops/2/"))).status
    assert 303 == (await visitor.sends(page, path)).status
    assert 409 == (await visitor.sends(page, path)).status
    eve = town.person(5)
    await eve.types(f"/start {secret_on(made)}")
    assert eve.t("invite-revoked") in eve.last.text


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("postcode", "", "postcode"),
        ("postcode", "29O3", "postcode"),
        ("postcode", "3011 AB", "buiten jouw werkgebied"),
        ("number", "", "huisnummer"),
        ("number", "12-AB-34", "kenteken"),
        ("name", " ", "naam"),
        ("name", "x" * 61, "60"),
        ("name", "Bel 06-12345678", "telefoonnummer"),
        ("branch", "", "Kies een branche."),
        ("branch", "<b>", "Kies een branche."),
    ],
)
async def test_what_is_wrong_stands_at_its_field(
    town: Town, visitor: Visitor, field: str, typed: str, told: str
) -> None:
    """What is wrong stands above the form and beside its field; all that was typed is still there; nothing is made."""
    agent = await town.coordinator(90)
    await enrolled(agent, visitor)
    made = await recorded(agent, "invite.created")
    typed_form = {**GOOD, field: typed, "way": "counter"}
    answer = await visitor.sends(await visitor.get(PATH), PATH, **typed_form)
    assert 422 == answer.status
    assert f'<a href="#{field}">' in answer.text
    [beside] = re.findall(rf'<p class="problem" id="wrong-{field}">(.*?)</p>', answer.text, re.DOTALL)
    assert told.lower() in unescape(beside).lower()
    for name in ("postcode", "number", "name"):
        [kept] = re.findall(rf'id="{name}" name="{name}" value="([^"]*)"', answer.text)
        assert typed_form[name] == unescape(kept)
    assert ('value="jeweller" selected' in answer.text) == (field != "branch")
    assert 'value="counter" checked' in answer.text
    assert made == await recorded(agent, "invite.created")


async def test_everything_that_is_wrong_is_told_at_once(town: Town, visitor: Visitor) -> None:
    """An empty form names all four fields."""
    await enrolled(await town.coordinator(90), visitor)
    answer = await visitor.sends(await visitor.get(PATH), PATH)
    assert (422, 4) == (answer.status, answer.text.count('<li><a href="#'))


async def test_a_doubtful_postcode_is_confirmed(town: Town, visitor: Visitor) -> None:
    """A postcode that no table has needs a tick, which counts for that postcode only; the shop says that it was
    doubtful."""
    await enrolled(await town.coordinator(90), visitor)
    page, unknown = await visitor.get(PATH), {**GOOD, "postcode": "2999AB"}
    for sure in ("", "2903 AB", "on"):
        answer = await visitor.sends(page, PATH, **unknown, sure=sure)
        assert (422, True) == (answer.status, 'href="#sure"' in answer.text)
    assert "2999 AB" in words(answer)
    assert 200 == (await visitor.sends(page, PATH, **unknown, sure="2999 AB")).status
    assert (await shop_of(town)).needs_check


async def test_a_postcode_of_several_places_asks_which(town: Town, visitor: Visitor) -> None:
    """Where a postcode lies in two municipalities the form asks which, and stores that one."""
    rows = [
        Pc4Place("2905", "Oost", Point(3_919_000, 308_000, 5_013_000), "Oost"),
        Pc4Place("2905", "West", Point(3_899_000, 308_000, 5_013_000), "West"),
    ]
    async with town.storage.transaction() as uow:
        await uow.postcodes.replace_all(rows)
        parts = await uow.postcodes.parts("2905")
    await enrolled(await town.coordinator(90), visitor)
    page, several = await visitor.get(PATH), {**GOOD, "postcode": "2905AB"}
    for part in ("", "0", "3", "x"):
        answer = await visitor.sends(page, PATH, **several, part=part)
        assert (422, True) == (answer.status, 'href="#part"' in answer.text)
    assert "West" in words(answer)
    assert 200 == (await visitor.sends(page, PATH, **several, part="2")).status
    assert parts[1].municipality_id == (await shop_of(town)).municipality


async def test_too_many_links_are_refused_with_what_was_typed(town: Town, visitor: Visitor) -> None:
    """Beyond the number that the chat allows too, the form comes back whole and says when more are possible."""
    agent = await town.coordinator(90)
    await enrolled(agent, visitor)
    page, most = await visitor.get(PATH), min(quota.most for quota in INVITES)
    for _ in range(most):
        assert 200 == (await visitor.sends(page, PATH, **GOOD)).status
    answer = await visitor.sends(page, PATH, **GOOD)
    assert (429, True) == (answer.status, "Je hebt veel uitnodigingen gemaakt" in words(answer))
    assert 'value="De Parel"' in answer.text


async def test_a_sign_up_of_the_same_shop_is_mentioned(town: Town, visitor: Visitor) -> None:
    """Whoever invites a shop that somebody signed up by themselves reads that, as in the chat."""
    await enrolled(await town.coordinator(90), visitor)
    await signed_up(town)
    made = await visitor.sends(await visitor.get(PATH), PATH, **{**GOOD, "number": "7"})
    assert "iemand heeft zelf ook deze zaak aangemeld" in words(made)
    alone = await visitor.sends(await visitor.get(PATH), PATH, **{**GOOD, "number": "9", "name": "De Terp"})
    assert "iemand heeft zelf ook" not in words(alone)


async def test_the_page_of_a_shop_fills_the_form_in(town: Town, visitor: Visitor) -> None:
    """The link on a shop's page has its facts in the form, which nobody has to type again."""
    await enrolled(await town.coordinator(90), visitor)
    await signed_up(town)
    [path] = re.findall(r'href="(/shops/invite\?[^"]+)"', (await visitor.get("/shops/1")).text)
    form = (await visitor.get(unescape(path))).text
    for part in ('value="2903AB"', 'value="7"', 'value="De Parel"', 'value="jeweller" selected'):
        assert part in form
