"""Tests that an invitation that comes as text is followed, in whatever form, and at whatever question."""

from typing import Any
from urllib.parse import quote

import pytest

from alerts.invite import SECRET_LENGTH, new_secret
from alerts.ports import Dialogue
from alerts.role import Role
from bot.conversation.pasted_link import payload_in
from tests.bot.group_chats import make_group
from tests.bot.handlers.test_invites import invited
from tests.bot.handlers.test_verification import shop
from tests.bot.handlers.test_wrong_secrets import belongs
from tests.bot.police import ask_approval
from tests.bot.reporting import jeweller, to_kind, under_way
from tests.bot.town import BOT_NAME, Person, Town
from tests.security.walker import Walker

CODE = "Ab3-dEf_hIjKlMnOpQrStUvWxYz01234"
LINK = f"https://t.me/{BOT_NAME}?start={CODE}"


def ways(code: str) -> tuple[str, ...]:
    """Return the same invitation in the forms in which people send it."""
    link = f"https://t.me/{BOT_NAME}?start={code}"
    shared = f"https://t.me/share/url?url={quote(link, safe='')}"
    return (
        link,
        f"http://t.me/{BOT_NAME}?start={code}",
        f"t.me/{BOT_NAME}?start={code}",
        f"www.t.me/{BOT_NAME}?start={code}",
        f"HTTPS://T.ME/{BOT_NAME.upper()}?START={code}",
        f"https://telegram.me/{BOT_NAME}?start={code}",
        f"https://telegram.dog/{BOT_NAME}/?start={code}",
        f"https://{BOT_NAME}.t.me/?start={code}",
        f"https://t.me/{BOT_NAME}?utm_source=mail&start={code}&x=1",
        f"tg://resolve?domain={BOT_NAME}&start={code}",
        f"tg:resolve?start={code}&domain={BOT_NAME}",
        f"https://web.telegram.org/a/#?tgaddr={quote(f'tg://resolve?domain={BOT_NAME}&start={code}', safe='')}",
        shared,
        f"https://nam.safelinks.example/?url={quote(shared, safe='')}&data=05",
        f"https://t.me/{BOT_NAME}?x=1&amp;start={code}",
        f"Hoi! Meld je aan via {link} want dan hoor je alles.",
        f"Meld je aan:\n\n{link}\n\nGroet, Jan",
        f"<{link}>",
        f"({link}).",
        f"“{link}”!",
        f"[Meld je aan]({link})",
        f"*{link}*, of bel even",
        f"_{link}_",
        f"{link}-",
        f"{link}…",
        f"  {link}  ",
        f"https://t.me/ {BOT_NAME} ?start= {code}",
        f"https://t.me/{BOT_NAME}?start=\n{code}",
        f"https://t.me/{BOT_NAME}?start={code[:20]}\n{code[20:]}\nTot ziens",
        f"\u200b{link[:15]}\u200b{link[15:]}\u2060",
        code,
        f" {code}\n",
        f"<{code}>",
        f"“{code}”.",
        f"`{code}`",
        f"_{code}_",
        f"code:{code}",
        f"De code is {code}, succes!",
        f"{code[:16]} {code[16:]}",
        f"start {code}",
        f"typ dit: /start {code}",
        f"/start {code}",
        f"/start@{BOT_NAME} {code}",
        f"/start <{code}>",
        f"/start {code}.",
        f"/start {link}",
        f"/start {code[:16]} {code[16:]}",
    )


OTHERS = (
    "",
    "2903 AB",
    "Twee mannen bij Albert Heijn, zwarte jas",
    "Twee mannen bij Albert Heijn etc",  # as many letters as a code has
    "d41d8cd98f00b204e9800998ecf8427e",
    "NL91ABNA0417164300NL91ABNA041716",
    f"{CODE}5",
    f"https://t.me/{BOT_NAME}",
    f"https://t.me/{BOT_NAME}?start=",
    f"https://t.me/{BOT_NAME}?startgroup={CODE}",
    f"https://t.me/other_bot?start={CODE}",
    f"https://t.me/{BOT_NAME}2?start={CODE}",
    f"tg://resolve?domain=other_bot&start={CODE}",
    f"tg://resolve?start={CODE}",
    "https://example.com/?start=report",
    f"Zie https://example.com/d/{CODE} voor de foto",
    f"example.com/{CODE}",
)


@pytest.mark.parametrize("way", range(len(ways(CODE))))
async def test_a_stranger_follows_it_in_every_way_in_which_it_is_handed_over(town: Town, way: int) -> None:
    """Each form counts as a tap on the link, and the shop is verified by it."""
    agent, els = await town.coordinator(90), town.person(1)
    await els.types(ways(await invited(agent))[way])
    assert (await shop(els)).is_verified


@pytest.mark.parametrize("code", [CODE, CODE[:-1] + "_", CODE[:-1] + "-", "-" + CODE[1:], "_" + CODE[1:]])
def test_a_dash_or_a_line_at_an_end_of_it_belongs_to_it(code: str) -> None:
    """A dash or underscore at an end of the code belongs to it, and punctuation beside it does not."""
    assert dict.fromkeys(ways(code), code) == {text: _followed(text) for text in ways(code)}


def _followed(text: str) -> str | None:
    words = text.removeprefix("/start").removeprefix(f"@{BOT_NAME}") if text.startswith("/start") else text
    return payload_in(words, BOT_NAME)


@pytest.mark.parametrize("text", OTHERS)
def test_what_only_looks_like_it_is_left_to_its_question(text: str) -> None:
    """Links to other bots, links without a payload, and words as long as a code are left to the question."""
    assert payload_in(text, BOT_NAME) is None


def test_nearly_every_secret_is_known_without_its_link() -> None:
    """Nearly every secret is recognised without its link, by capitals, small letters and length."""
    secrets = [new_secret() for _ in range(500)]
    assert {SECRET_LENGTH} == {len(one) for one in secrets}
    assert secrets == [payload_in(f"De code is {one}.", BOT_NAME) for one in secrets]


def test_long_texts_cost_nothing() -> None:
    """A long text is not searched for links, whatever its characters."""
    for part in ("t.me/", " ", "a" * 31 + " ", "tg:resolve?", "?start=", "&", f"t.me/{BOT_NAME}?", "%25", "&amp;"):
        assert payload_in((part * 4096)[:4096], BOT_NAME) is None
    assert payload_in(LINK + " " * 4096, BOT_NAME) is None


@pytest.mark.parametrize(
    "body",
    [
        {"text": "Meld je aan", "entities": [{"type": "text_link", "offset": 0, "length": 11, "url": LINK}]},
        {
            "photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}],
            "caption": f"Scan of tik: {LINK}",
        },
        {
            "document": {"file_id": "f", "file_unique_id": "u"},
            "caption": "Meld je aan",
            "caption_entities": [{"type": "text_link", "offset": 0, "length": 11, "url": LINK}],
        },
        {"text": LINK, "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Jan"}},
    ],
)
async def test_it_is_found_behind_a_word_and_under_a_picture(town: Town, body: dict[str, Any]) -> None:
    """A link is found behind words of a message and in the caption of a picture."""
    agent, els = await town.coordinator(90), town.person(1)
    secret = await invited(agent)
    await els.sends(**_with(body, secret))
    assert (await shop(els)).is_verified


def _with(value: Any, secret: str) -> Any:
    if isinstance(value, dict):
        return {name: _with(one, secret) for name, one in value.items()}
    if isinstance(value, list):
        return [_with(one, secret) for one in value]
    return value.replace(CODE, secret) if isinstance(value, str) else value


async def test_a_stranger_who_is_asked_for_a_postcode_can_paste_it(town: Town) -> None:
    """A stranger who is asked for a postcode can paste a link, and reads that the form has become pointless."""
    agent, els = await town.coordinator(90), town.person(1)
    secret = await invited(agent)
    await els.types("/start")
    await els.types(f"Hier: https://t.me/{BOT_NAME}?start={secret}")
    assert els.t("start-ended") in els.news()
    assert await under_way(els) is None
    assert (await shop(els)).is_verified


class _Pasting(Walker):
    """A walk that first pastes a link at every question, which leaves the question unchanged."""

    def __init__(self, person: Person, link: str) -> None:
        super().__init__(person, "iets")
        self.link = link
        self.asked: set[tuple[str, str]] = set()

    async def _goes_on(self, before: Dialogue) -> bool:
        self.person.news()
        await self.person.types(self.link)
        assert self.person.t("invite-already") == self.person.news()
        assert before == await under_way(self.person)
        self.asked.add((before.form, before.step))
        return await super()._goes_on(before)


@pytest.mark.parametrize("form", ["report", "subscribe", "area", "details", "move"])
async def test_a_member_can_paste_it_at_any_question(town: Town, form: str) -> None:
    """A member can paste a link at any question: the draft contains nothing of it, and the question waits."""
    agent = await town.coordinator(90)
    secret = await invited(agent)
    els = town.person(1)
    await els.types(f"/start {secret}")
    premises = await shop(els)
    argument = {"details": str(premises.id), "move": f"{premises.id}-{premises.version}"}.get(form, "")
    walker = _Pasting(els, f"Zie t.me/{BOT_NAME}?start={secret} (van Jan)")
    await walker.walk(form, argument)
    assert len([one for one in walker.asked if one[0] == form]) >= 1


@pytest.mark.parametrize("form", ["alert", "prevention", "group", "invite"])
async def test_police_can_paste_it_at_any_question(town: Town, form: str) -> None:
    """Police can paste a link at any question, also in a notice, where the secret would go to every shop."""
    agent, other = await town.coordinator(90), await town.coordinator(91)
    await make_group(agent)
    secret = await invited(agent)
    await other.types(f"/start {secret}")
    walker = _Pasting(other, f"https://t.me/{BOT_NAME}?start={secret}")
    await walker.walk(form)
    assert {form} <= {name for name, _ in walker.asked}


async def test_it_is_no_comment_on_somebodys_notice(town: Town) -> None:
    """A pasted link is not taken as a comment on a notice, or as another answer that goes to others."""
    agent, other = await town.coordinator(90), await town.coordinator(91)
    secret = await invited(agent)
    await ask_approval(agent)
    await other.taps("Terug")
    before = await under_way(other)
    await other.types(secret)
    assert before == await under_way(other)
    assert await belongs(other)


async def test_wrong_ones_are_counted_as_wrong_links_are(town: Town) -> None:
    """A wrong link counts as a guess in whatever form it is pasted."""
    els = town.person(1)
    for number, text in enumerate((CODE, LINK, f"({LINK})", f"/start {LINK}", f"<{CODE}>")):
        assert number < 5
        await els.types(text)
    assert els.t("invite-locked", until=els.t("moment-today", clock="14:00")) == els.last.text


async def test_other_links_to_the_bot_do_what_they_stand_for(town: Town) -> None:
    """Other pasted links to the bot work: to read a notice, to report, and to read the privacy text."""
    agent = await town.coordinator(90, Role.POLICE)
    els = await jeweller(town, 1, agent)
    await els.types(f"t.me/{BOT_NAME}?start=privacy")
    assert els.t("privacy-title") in els.last.text
    await els.types(f"https://t.me/{BOT_NAME}?start=alert-99")
    assert els.t("alert-not-for-you") == els.last.text
    await els.types(f"https://t.me/{BOT_NAME}?start=report")
    begun = await under_way(els)
    assert begun is not None
    assert "report" == begun.form


async def test_in_a_group_it_is_somebody_elses(town: Town) -> None:
    """A link that is posted in a group is not answered, because everybody there can read it."""
    agent, els = await town.coordinator(90), town.person(1)
    secret = await invited(agent)
    chat = {"id": -100_5, "type": "supergroup", "title": "Hoofdweg"}
    await els.sends(text=f"https://t.me/{BOT_NAME}?start={secret}", chat=chat)
    assert not await belongs(els)
    assert "" == els.news()


async def test_a_report_that_is_being_written_goes_on_behind_it(town: Town) -> None:
    """A pasted link leaves an open report in place, and the next tap answers its question."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    secret = await invited(agent, "2904AB", "9")
    await to_kind(els)
    before = await under_way(els)
    await els.types(f"https://t.me/{BOT_NAME}?start={secret}")
    assert els.t("joined") in els.news()
    assert before == await under_way(els)
    await els.taps(els.t.plain("report-kind-reconnaissance"))
    after = await under_way(els)
    assert after is not None
    assert "report" == after.form
