"""Tests that a flood of updates, reports or invitations is stopped, explained to its sender, and affects nobody
else."""

import asyncio
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from alerts.area import Place
from alerts.audit import AuditEvent
from alerts.errors import LimitReached
from alerts.ids import MemberId
from alerts.invite import NewInvite
from alerts.limits import (
    BREAKERS,
    DAY,
    INVITES,
    JOIN_REQUESTS,
    REPORTS_PER_HOUR,
    SIGNUPS,
    USUAL_OVER,
    Breaker,
    Flood,
)
from alerts.ports import RawUpdate, UnitOfWork
from alerts.report import NewReport, ReportContent, ReportKind
from alerts.role import Role, parse_scope
from alerts.services.invite.create_invite import create_role_invite
from alerts.services.limits.watch_floods import has_flood_news, watch_floods
from bot.incoming.flood_control import BURST, MOST_WAITING, FloodControl
from bot.incoming.inbox import Inbox
from bot.jobs.schedule import FLOODS, Schedule
from tests.bot.incoming.test_receiver import bubbles_of, running, says
from tests.bot.reporting import cards, jeweller, many_reports, reports, to_kind, under_way
from tests.bot.town import BEGIN, Person, Town
from texts.html import paragraphs


def _inbox(town: Town) -> Inbox:
    """Return an inbox as the program makes it."""
    receiver, strangers = town.receiver, town.strangers
    flood_control = FloodControl(
        1.0, receiver.waiting, is_stranger=strangers.is_stranger, strangers_waiting=receiver.strangers_waiting
    )
    return Inbox(
        town.storage, town.clock, bot_id=123456789, handler=receiver, flood_control=flood_control, strangers=strangers
    )


def _states(directory: Path) -> Counter[tuple[str, bool]]:
    with closing(sqlite3.connect(directory / "town.db")) as database:
        return Counter(database.execute("SELECT state, body IS NULL FROM updates").fetchall())


async def test_who_floods_makes_nobody_else_wait(town: Town, tmp_path: Path) -> None:
    """With two thousand messages of one chat whose answers do not get through, and more after them, another person is
    answered and the flooder's own /hulp is stored; every update has one effect, and updates beyond the limit keep no
    body."""
    flooder, other = town.person(1), town.person(2)
    send, is_stuck = town.screens.send, asyncio.Event()

    async def hang(ref: str, *args: object, **more: object) -> object:
        if ref == str(flooder.id):
            is_stuck.set()
            await asyncio.Event().wait()
        return await send(ref, *args, **more)  # type: ignore[arg-type]

    town.screens.send = hang  # type: ignore[method-assign, assignment]
    said, inbox, number = bubbles_of(town), _inbox(town), 0
    async with running(town.receiver):
        for _ in range(20):
            await inbox.put([says(town, number := number + 1, "hallo", flooder) for _ in range(100)])
        await is_stuck.wait()
        assert town.receiver.waiting(str(flooder.id)) <= MOST_WAITING
        await inbox.put([says(town, number := number + 1, "/hulp", other)])
        assert str(other.id) == await said.get()
        await inbox.put([says(town, number := number + 1, "/hulp", flooder)])
        states = _states(tmp_path)
    assert states[("limited", True)] == 2000 - BURST
    assert states.total() == number
    assert set(states) <= {("limited", True), ("done", True), ("pending", False)}
    for task in [*town.receiver._busy.values(), *town.receiver._asides]:
        task.cancel()


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_flooder_hears_it_once_and_gets_the_emergency_card(town: Town, language: str) -> None:
    """The flooder reads once, in their own language, a text with 112; updates from before the limit are answered."""
    flooder, said, inbox = town.person(1, language), bubbles_of(town), _inbox(town)

    async with running(town.receiver):
        flood = [says(town, number, "hallo", flooder) for number in range(100)]
        for one in flood:
            one["message"]["from"]["language_code"] = language
        await inbox.put(flood)
        await inbox.put([says(town, 100, "/hulp", flooder)])
        for _ in range(BURST + 2):
            await said.get()
    texts = Counter(one.text for one in flooder.bubbles)
    assert texts[flooder.t("limit-updates")] == 1
    answer = paragraphs(flooder.t("typed-first"), flooder.t("not-allowed-start-first"))
    assert texts[answer] == BURST
    assert "112" in flooder.t("limit-updates")
    assert sum("0900-8844" in text for text in texts) == 1


async def test_in_a_group_only_the_flooder_is_limited_and_the_group_hears_nothing(town: Town, tmp_path: Path) -> None:
    """In a group only the flooder is limited and the group gets no message, although all members share the group's
    queue."""
    group = {"id": -100123, "type": "supergroup", "title": "Winkels"}
    inbox = _inbox(town)

    def writes(number: int, person: Person) -> dict[str, object]:
        update = says(town, number, "hallo", person)
        update["message"]["chat"] = group
        return update

    async with running(town.receiver):
        await inbox.put([writes(number, town.person(1)) for number in range(100)])
        await inbox.put([writes(number, town.person(2)) for number in range(100, 110)])
        while _states(tmp_path)[("done", True)] < BURST + 10:  # noqa: ASYNC110 -- a row has no event
            await asyncio.sleep(0.01)
    assert _states(tmp_path)[("limited", True)] == 100 - BURST
    assert town.screens.bubbles == {}


async def test_what_was_limited_stays_so_when_it_comes_again(town: Town, tmp_path: Path) -> None:
    """An update that was limited stays limited when Telegram delivers it again after a kill."""
    flood = [says(town, number, "hallo") for number in range(100)]
    for _ in range(2):
        await _inbox(town).put(flood)
    states = _states(tmp_path)
    assert states == {("pending", False): BURST, ("limited", True): 100 - BURST}


async def test_reports_have_a_limit_that_survives_everything(town: Town) -> None:
    """After ten reports in an hour the next is refused before anything is typed, in a sentence with the time and 112;
    others can report."""
    agent = await town.coordinator(90)
    els, bob = await jeweller(town, 1, agent), await jeweller(town, 2, agent)
    for _ in range(REPORTS_PER_HOUR):
        await reports(els)
    await els.types("/melding")
    assert els.last.text == els.t("limit-reports", minutes="60")
    assert "112" in els.last.text
    assert await under_way(els) is None
    await els.types("/hulp")
    assert "0900-8844" in els.last.text
    await reports(bob)
    assert await many_reports(town) == REPORTS_PER_HOUR + 1
    town.clock.pass_by(minutes=21)
    await els.types("/melding")
    assert els.last.text == els.t("limit-reports", minutes="40")
    town.clock.pass_by(minutes=40)
    await reports(els)
    assert await many_reports(town) == REPORTS_PER_HOUR + 2


async def test_a_report_that_was_begun_in_time_is_not_lost(town: Town) -> None:
    """A report that was begun before the limit waits with its answers until it may be sent."""
    els = await jeweller(town, 1, await town.coordinator(90))
    await to_kind(els)
    begun = await under_way(els)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        await _fill(uow, member.id, REPORTS_PER_HOUR)
    await els.taps(els.t.plain("report-kind-reconnaissance"))
    assert els.t.plain("limit-reports", minutes="60") in (town.screens.toasts[-1], els.last.text)
    assert await under_way(els) == begun
    town.clock.pass_by(minutes=61)
    await els.taps(els.t.plain("report-kind-reconnaissance"))
    await els.taps(els.t.plain("signal-photos"))
    await els.taps(els.t.plain("report-send"))
    assert "Ontvangen" in els.last.text


async def _fill(uow: UnitOfWork, member: MemberId, many: int) -> None:
    """Insert reports of this member from now, by an unverified shop."""
    for _ in range(many):
        new = NewReport(
            ReportKind.RECONNAISSANCE, ReportContent(), Place("2903"), member, premises_id=None, is_confirmed=False
        )
        await uow.reports.add(new, await uow.reports.next_number(2026), BEGIN)


async def test_a_flood_of_reports_is_told_to_the_administrators_once(town: Town) -> None:
    """Administrators are told once of a flood of reports, and once of its end. All reports are kept: those of
    unverified shops are in the list; robberies and those of verified shops are pushed."""
    agent, admin = await town.coordinator(90), await town.coordinator(91, Role.ADMINISTRATOR, "national")
    verified, strangers = await jeweller(town, 1, agent), [await jeweller(town, number) for number in (2, 3, 4)]
    await reports(strangers[0])
    assert len(cards(agent)) == 1
    async with town.storage.transaction() as uow:
        await _fill(uow, await _member(town, strangers[1]), BREAKERS[Flood.REPORTS].floor)
    admin.news(), agent.news()
    await reports(strangers[0])
    await reports(strangers[0])
    assert admin.news() == admin.t("flood-reports")
    assert agent.news() == agent.t("reports-many")
    await reports(strangers[2], kind="robbery")
    await reports(verified)
    assert len(cards(agent)) == 3
    await _tick(town)
    assert admin.news() == ""
    town.clock.pass_by(minutes=11)
    await _tick(town)
    await _tick(town)
    assert admin.news() == admin.t("flood-over-reports")
    await agent.types("/meldingen")
    assert "M-2026-" in agent.last.text


async def _member(town: Town, person: Person) -> MemberId:
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member.id


async def _tick(town: Town) -> None:
    await Schedule(town.storage, town.clock, lambda: None).tick(FLOODS)
    await town.deliver()


async def test_a_flood_of_updates_trips_by_what_was_limited(town: Town) -> None:
    """The breaker counts rows of limited updates, so it holds across a restart; without an administrator the audit
    record has it."""
    limit = BREAKERS[Flood.UPDATES].floor
    raw = [RawUpdate(number, "5", "{}") for number in range(limit + 1)]
    async with town.storage.transaction() as uow:
        await uow.updates.store_limited(1, raw[:limit], town.clock.now())
        assert not await has_flood_news(uow, town.clock.now())
        await uow.updates.store_limited(1, raw[limit:], town.clock.now())
        assert await has_flood_news(uow, town.clock.now())
    await _tick(town)
    async with town.storage.transaction() as uow:
        assert not await has_flood_news(uow, town.clock.now())
        later = town.clock.now() + timedelta(hours=1)
        assert await has_flood_news(uow, later)
        await watch_floods(uow, later)
        assert not await has_flood_news(uow, later)


async def test_what_is_usual_somewhere_is_no_flood_there(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The usual number in a large scope does not trip the breaker."""
    breaker, now = Breaker(floor=20, window=timedelta(hours=12)), town.clock.now()
    monkeypatch.setitem(BREAKERS, Flood.INVITES, breaker)
    windows = int(USUAL_OVER / breaker.window)
    async with town.storage.transaction() as uow:
        for number in range(breaker.floor + 1):
            await uow.invites.add(f"now{number}", NewInvite(now + DAY, role=Role.POLICE), now)
        assert await has_flood_news(uow, now)
        for number in range(windows * (breaker.floor // breaker.factor + 1)):
            await uow.invites.add(f"then{number}", NewInvite(now + DAY, role=Role.POLICE), now - USUAL_OVER / 2)
        assert not await has_flood_news(uow, now)


async def test_invitations_have_a_limit_for_each_maker(town: Town) -> None:
    """A coordinator may make fifty invitations a day, and another coordinator is not affected."""
    agent, other = await town.coordinator(90), await town.coordinator(91)
    one, two = await _member(town, agent), await _member(town, other)
    async with town.storage.transaction() as uow:
        for _ in range(INVITES[0].most):
            await create_role_invite(uow, Role.POLICE, parse_scope("2903"), now=town.clock.now(), by=one)
        with pytest.raises(LimitReached) as refused:
            await create_role_invite(uow, Role.POLICE, parse_scope("2903"), now=town.clock.now(), by=one)
        await create_role_invite(uow, Role.POLICE, parse_scope("2903"), now=town.clock.now(), by=two)
        await create_role_invite(uow, Role.POLICE, parse_scope("2903"), now=town.clock.now())
        await create_role_invite(uow, Role.POLICE, parse_scope("2903"), now=town.clock.now() + DAY, by=one)
    assert refused.value.text_id == "limit-invites-hours"
    assert refused.value.fields == {"hours": "24"}


async def _signs_up_and_asks(eve: Person) -> None:
    """Sign up De Parel 9 once more, ask its owner to join where that is offered, and leave the shop again."""
    await eve.types("/mijn")
    await eve.taps("Nog een zaak")
    for answer in ("2903AB", "Juwelier"):
        await eve.types(answer)
    await eve.taps(eve.t.plain("start-right"))
    for answer in ("De Parel 9", "9"):
        await eve.types(answer)
    await eve.taps(eve.t.plain("join-ask"))
    await eve.types("/mijn")
    await eve.taps("Wijzig De Parel 9")
    await eve.taps(eve.t.plain("shop-leave"))
    await eve.taps(eve.t.plain("leave-close"))


async def test_signing_up_again_and_again_is_stopped(town: Town) -> None:
    """The owner gets one question a day and the police ten cards; then a sentence says when signing up is possible, and
    others can still sign up."""
    agent, eve = await town.coordinator(90), town.person(1)
    owner = await jeweller(town, 9, agent)
    await eve.subscribes("2903AB", "jeweller", "Zilver", "1")
    told, asked = len(agent.bubbles), len(owner.bubbles)
    for _ in range(SIGNUPS[0].most - 1):
        await _signs_up_and_asks(eve)
    assert SIGNUPS[0].most - 1 == len(agent.bubbles) - told
    assert 1 == len(owner.bubbles) - asked
    assert eve.t.plain("too-late-join-asked-today") in town.screens.toasts
    await eve.types("/mijn")
    await eve.taps("Nog een zaak")
    assert eve.t.plain("limit-signups-hours", hours="24") == town.screens.toasts[-1]
    assert await under_way(eve) is None
    await town.person(2).subscribes("2903AB", "jeweller", "Robijn", "2")
    assert "Robijn" in agent.last.text
    town.clock.pass_by(days=1)
    await _signs_up_and_asks(eve)
    assert 2 == len(owner.bubbles) - asked


async def test_an_owner_is_asked_only_so_often_whoever_asks(town: Town) -> None:
    """Requests to one owner are counted with the shop, whoever asks: many accounts, or one that erases itself each
    time."""
    owner = await jeweller(town, 99, await town.coordinator(90))
    before = len(owner.bubbles)
    for number in range(JOIN_REQUESTS[0].most + 1):
        eve = town.person(number)
        await eve.subscribes("2903AB", "jeweller", "De Parel 99", "99")
        await eve.taps(eve.t.plain("join-ask"))
        await eve.types("/verwijder")
        await eve.taps(eve.t.plain("erase-yes"))
    assert JOIN_REQUESTS[0].most == len(owner.bubbles) - before
    assert eve.t.plain("limit-joins-hours", hours="24") == town.screens.toasts[-1]


async def test_a_flood_of_sign_ups_waits_in_the_list(town: Town) -> None:
    """During a flood of sign-ups administrators and coordinators are told once, and the sign-ups wait in the list."""
    agent, admin = await town.coordinator(90), await town.coordinator(91, Role.ADMINISTRATOR, "national")
    async with town.storage.transaction() as uow:
        for _ in range(BREAKERS[Flood.SIGNUPS].floor):
            await uow.audit.append(AuditEvent("premises.added", "premises", 0), town.clock.now())
    admin.news(), agent.news()
    for number in (1, 2):
        await town.person(number).subscribes("2903AB", "jeweller", f"Goud {number}", str(number))
    assert admin.news() == admin.t("flood-signups")
    assert agent.news() == agent.t("signups-many")
    await agent.types("/aanmeldingen")
    assert "Goud 2" in agent.last.text
    town.clock.pass_by(minutes=11)
    await _tick(town)
    assert admin.news() == admin.t("flood-over-signups")
    await town.person(3).subscribes("2903AB", "jeweller", "Goud 3", "3")
    assert "Goud 3" in agent.last.text
