"""Tests of invisible characters and look-alikes: names and texts that look like something else."""

from pathlib import Path

from tests.bot.reporting import cards, jeweller, reports, to_kind, under_way
from tests.bot.town import Town
from tests.security.stored import rows

HIDDEN = "\u200b\u202e\u2066\ufeff\u00ad\u2060\ue000\x00\x07\ud83d"


async def test_a_shop_cannot_look_like_another(town: Town, tmp_path: Path) -> None:
    """An existing shop is recognised in a name with invisible characters, reversed text or look-alike letters."""
    agent = await town.coordinator(90)
    els, eve = await jeweller(town, 1, agent), town.person(2)
    await eve.subscribes("2903AB", "jeweller", "De\u200b \u202ePa\u00adrel 1\u3164", "1")
    assert [("De Parel 1",), ("De Parel 1",)] == rows(tmp_path, "SELECT name FROM premises ORDER BY id")
    assert any(one.data and one.data.startswith("join:") for bubble in eve.bubbles for one in bubble.buttons)
    mallory = town.person(3)
    await mallory.subscribes("2903AB", "jeweller", "D\u0435 Parel 1", "1")
    assert mallory.t("text-name-letters") in mallory.news()
    assert els.news() == ""


async def test_no_text_turns_around_or_hides_what_stands_beside_it(town: Town) -> None:
    """The police read a report as it was written, without invisible or reversing characters."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await to_kind(els)
    await els.taps(els.t.plain("report-kind-reconnaissance"))
    for _ in range(4):
        await els.taps(els.t.plain("nav-skip"))
    await els.types(f"Zwarte{HIDDEN} jas 👩\u200d👩\u200d👧")
    await els.taps(els.t.plain("report-send"))
    [card] = cards(agent)
    assert "Zwarte jas 👩\u200d👩\u200d👧" in card
    assert not set(HIDDEN) & set(card)


async def test_a_message_of_a_million_signs_is_refused(town: Town) -> None:
    """A message of a million characters, which another server than Telegram may send, is refused, and the question
    stays."""
    els = town.person(1)
    await els.types("/start")
    begun = await under_way(els)
    for text in ("x" * 10**6, "1" * 10**6, "a1-" * 300_000, "@" * 10**6, "\u202e" * 10**6, " ." * 500_000):
        await els.types(text)
        assert els.last.text.startswith(els.t("text-endless", most="4096"))
    assert begun == await under_way(els)
    await els.types("/start " + "x" * 10**6)
    assert els.last.text == els.t("invite-unknown")
    await els.types("/" + "x" * 10**6)
    await els.types("2903AB")
    assert els.last.text == els.t("start-branch")


async def test_the_longest_text_of_telegram_is_answered(town: Town) -> None:
    """A text of Telegram's greatest length gets an answer that fits too."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await reports(els)
    for text in ("<&" * 2048, "😀" * 2048, "12-ABC-3 " * 455):
        await els.types("/melding")
        await els.types(text)
        await els.types("/start " + text)
        await agent.types("/uitnodigen")
        await agent.types(text)
        for who in (els, agent):
            assert len(who.last.text.encode("utf-16-le")) // 2 <= 4096
