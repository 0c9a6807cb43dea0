"""Tests that guessing links locks a person out for an hour, and using an old link does not."""

from bot.jobs.schedule import clean_up
from tests.bot.handlers.test_invites import invited
from tests.bot.handlers.test_verification import shop
from tests.bot.recorded import acts
from tests.bot.town import Person, Town


async def guesses(person: Person, times: int) -> None:
    """Follow this number of links that never existed."""
    for number in range(times):
        await person.types(f"/start guess-{number}")


async def belongs(person: Person) -> bool:
    """Return whether this person has a shop."""
    async with person.town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
        return member is not None and bool(await uow.premises.followings(member.id))


async def test_five_wrong_links_shut_out_a_right_one_for_an_hour(town: Town) -> None:
    """After five wrong links a right one is refused for an hour, with the end time; other people are not affected."""
    agent, els, jan = await town.coordinator(90), town.person(1), town.person(2)
    secret = await invited(agent)
    await guesses(els, 4)
    assert els.t("invite-unknown") == els.last.text
    await guesses(els, 1)
    locked = els.t("invite-locked", until=els.t("moment-today", clock="14:00"))
    assert locked == els.last.text
    town.clock.pass_by(minutes=59)
    await els.types(f"/start {secret}")
    assert locked == els.last.text
    assert not await belongs(els)
    await jan.types("/start also-wrong")
    assert jan.t("invite-unknown") == jan.last.text
    town.clock.pass_by(minutes=1)
    await els.types(f"/start {secret}")
    assert (await shop(els)).is_verified


async def test_a_right_link_in_between_does_not_begin_the_count_anew(town: Town) -> None:
    """A right link in between does not reset the count, because one invitation would allow five more guesses each
    time."""
    agent, els = await town.coordinator(90), town.person(1)
    secret = await invited(agent)
    await guesses(els, 4)
    await els.types(f"/start {secret}")
    assert (await shop(els)).is_verified
    await guesses(els, 1)
    assert els.t("invite-locked", until=els.t("moment-today", clock="14:00")) == els.last.text


async def test_links_that_once_worked_are_no_guesses(town: Town) -> None:
    """Links that once worked do not count as guesses."""
    agent, els, jan = await town.coordinator(90), town.person(1), town.person(2)
    secret = await invited(agent)
    await els.types(f"/start {secret}")
    for _ in range(6):
        await jan.types(f"/start {secret}")
    assert jan.t("invite-used") == jan.last.text


async def test_guessing_is_on_record_and_forgotten_after_a_day(town: Town) -> None:
    """Five failures and one lock of a stranger are recorded and removed after a day; attempts during the lock add
    nothing."""
    els = town.person(1)
    await guesses(els, 7)
    expected = [("invite.failed", None)] * 5 + [("invite.locked", None)]
    assert expected == await acts(town, "invite")
    town.clock.pass_by(hours=26)
    async with town.storage.transaction() as uow:
        await clean_up(uow, town.clock.now())
        assert [] == await uow.invites.failures("telegram", str(els.id))
