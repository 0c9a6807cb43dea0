"""Tests of stored texts of outcomes: the newest is in force, and what was replaced goes in time."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from alerts.ids import MunicipalityId
from alerts.member import Language, Member
from alerts.outcome_text import NewOutcomeText, OutcomeText, TextKey
from alerts.ports import Storage
from alerts.report import Outcome, ReportKind

NewMember = Callable[..., Awaitable[Member]]
CAPELLE, ROTTERDAM = MunicipalityId("0502"), MunicipalityId("0599")
EVERY = TextKey(CAPELLE, Outcome.HANDLED)
ROBBERY = TextKey(CAPELLE, Outcome.HANDLED, ReportKind.ROBBERY)
YEAR = timedelta(days=365)
Keep = Callable[..., Awaitable[OutcomeText]]


@pytest.fixture
async def keep(storage: Storage, now: datetime, new_member: NewMember) -> Keep:
    """Store a text in Dutch (empty: back to the standard text), so many days from now."""
    author = await new_member()

    async def store(key: TextKey, text: str, days: int = 0) -> OutcomeText:
        words = {Language.DUTCH: text} if text else {}
        async with storage.transaction() as uow:
            return await uow.outcome_texts.add(NewOutcomeText(key, words, author.id), now + timedelta(days=days))

    return store


async def test_the_newest_is_in_force_and_the_rest_is_history(storage: Storage, keep: Keep) -> None:
    """Texts are kept apart by municipality, outcome and kind; each comes back as it was stored, an empty one too."""
    first, other = await keep(EVERY, "eerst"), await keep(ROBBERY, "overval")
    await keep(TextKey(ROTTERDAM, Outcome.HANDLED), "elders")
    unfounded = await keep(TextKey(CAPELLE, Outcome.UNFOUNDED), "niets")
    last = await keep(EVERY, "")
    async with storage.reading() as uow:
        assert (last, {}) == (await uow.outcome_texts.newest(EVERY), last.words)
        assert [last, first] == list(await uow.outcome_texts.history(EVERY, 9))
        assert [last] == list(await uow.outcome_texts.history(EVERY, 1))
        assert other == await uow.outcome_texts.newest(ROBBERY)
        assert None is await uow.outcome_texts.newest(TextKey(ROTTERDAM, Outcome.HANDLED, ReportKind.ROBBERY))
        assert [first, other, last] == list(await uow.outcome_texts.of_outcome(CAPELLE, Outcome.HANDLED))
        assert [first, other, unfounded, last] == list(await uow.outcome_texts.of_municipality(CAPELLE))
    assert {Language.DUTCH: "eerst"} == first.words


async def test_a_text_goes_a_year_after_another_took_its_place(storage: Storage, now: datetime, keep: Keep) -> None:
    """What is in force stays however old it is, and so does what was replaced less than a year ago."""
    await keep(EVERY, "eerst")
    await keep(ROBBERY, "overval")
    second = await keep(EVERY, "later", days=500)
    moment = timedelta(microseconds=1)
    for at, gone in ((now + timedelta(days=500) + YEAR - moment, 0), (now + timedelta(days=500) + YEAR, 1)):
        async with storage.transaction() as uow:
            assert gone == await uow.expired.count_leftovers(at)
            assert gone == await uow.expired.forget_leftovers(at)
    async with storage.reading() as uow:
        assert [second] == list(await uow.outcome_texts.history(EVERY, 9))
        assert "overval" == (await uow.outcome_texts.history(ROBBERY, 9))[0].words[Language.DUTCH]


async def test_an_erasure_leaves_the_words_of_the_municipality(storage: Storage, now: datetime, keep: Keep) -> None:
    """The words stay when their author is erased; the export names what was changed, without them."""
    text = await keep(EVERY, "eerst")
    async with storage.transaction() as uow:
        held = await uow.personal.export_of(text.author_id)
        await uow.personal.erase(text.author_id, now)
        assert text == await uow.outcome_texts.newest(EVERY)
    assert "handled" in str(held)
    assert "eerst" not in str(held)
