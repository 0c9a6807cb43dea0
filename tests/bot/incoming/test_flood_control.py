"""Property tests of flood control and of the limits."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.limits import REPORTS, Breaker, free_at, longest
from alerts.ports import RawUpdate
from bot.incoming.flood_control import (
    BURST,
    HELP_BURST,
    MOST_WAITING,
    PER_ANSWER,
    TOLD_SECONDS,
    Arrival,
    FloodControl,
    arrival,
)
from tests.bot.town import BEGIN

_gaps = st.lists(st.floats(0, 3), min_size=1, max_size=300)


def _message(number: int, sender: str = "5:5", *, is_help: bool = False, is_private: bool = False) -> Arrival:
    return Arrival(RawUpdate(number, sender.partition(":")[0], "{}"), sender, is_help, is_private)


def _let_in(flood_control: FloodControl, one: Arrival, now: float) -> bool:
    arrived = flood_control.sort([one], now)
    flood_control.count(arrived)
    return bool(arrived.admitted)


@given(_gaps, st.sampled_from([1.0, 5.0]))
@settings(max_examples=60, deadline=None)
def test_nobody_gets_more_in_than_the_rate_and_who_waits_gets_all_in(gaps: list[float], rate: float) -> None:
    """Nobody gets more updates admitted than the rate in any stretch of time, and one a second is always admitted."""
    flood_control, now, times = FloodControl(rate, lambda _: 0), 1000.0, list[float]()
    for number, gap in enumerate(gaps):
        now += gap
        if _let_in(flood_control, _message(number), now):
            times.append(now)
    for first, begin in enumerate(times):
        for many, end in enumerate(times[first:], start=1):
            assert many <= BURST + (end - begin) * rate * PER_ANSWER + 1e-6
    polite = [now + second / rate for second in range(1, 200)]
    assert all(_let_in(flood_control, _message(number), at) for number, at in enumerate(polite))


@given(st.integers(0, 3 * MOST_WAITING), st.integers(1, 200))
@settings(max_examples=40, deadline=None)
def test_no_more_wait_in_a_private_chat_than_somebody_reads(waiting: int, many: int) -> None:
    """In a private chat no more updates wait than its limit; in a group others share the lane, so the limit does not
    apply."""
    flood_control = FloodControl(1.0, lambda _: waiting, burst=10**6)
    batch = [_message(number, is_private=True) for number in range(many)]
    assert len(flood_control.sort(batch, 0.0).admitted) == min(many, max(0, MOST_WAITING - waiting))
    assert len(flood_control.sort([_message(number, "-7:5") for number in range(many)], 0.0).admitted) == many


def test_the_emergency_card_comes_beside_all_that() -> None:
    """The emergency card is admitted a few times at once and again after some seconds, and is not counted with the
    rest."""
    flood_control = FloodControl(1.0, lambda _: 0)
    assert sum(_let_in(flood_control, _message(number), 0.0) for number in range(500)) == BURST
    assert sum(_let_in(flood_control, _message(number, is_help=True), 0.0) for number in range(500)) == HELP_BURST
    assert not _let_in(flood_control, _message(1), 0.0)
    assert _let_in(flood_control, _message(1, is_help=True), 10.0)


def test_the_sender_is_told_once_in_a_while_and_others_never() -> None:
    """A limited sender is told once in a while, and others are not told."""
    flood_control = FloodControl(1.0, lambda _: 0)
    told = []
    for second in range(3 * int(TOLD_SECONDS)):
        arrived = flood_control.sort([_message(number) for number in range(2 * BURST)], float(second))
        flood_control.count(arrived)
        told += [second] * len(arrived.told)
    assert [0, TOLD_SECONDS, 2 * TOLD_SECONDS] == told
    assert _let_in(flood_control, _message(1, "6:6"), 200.0)


def test_what_was_not_stored_is_not_counted() -> None:
    """An update that was not stored is not counted, because a full disk makes every update come again."""
    flood_control, batch = FloodControl(1.0, lambda _: 0), [_message(number) for number in range(BURST)]
    for _ in range(100):
        assert len(flood_control.sort(batch, 0.0).admitted) == BURST


def test_who_is_forgotten_is_who_was_quiet_longest() -> None:
    """When the memory is full, the sender who has been quiet longest is forgotten."""
    flood_control = FloodControl(1.0, lambda _: 0)
    for number in range(15_000):
        _let_in(flood_control, _message(number, f"{number}:{number}"), float(number))
    for _ in range(BURST):
        _let_in(flood_control, _message(1, "14999:14999"), 15_000.0)
    assert not _let_in(flood_control, _message(1, "14999:14999"), 15_000.0)
    assert len(flood_control._allowances) <= 10_001


def test_who_sends_what_is_read_from_the_update() -> None:
    """The sender is read from the update: one person is limited in each chat separately, and Telegram's own updates are
    not limited."""
    here, there = {"id": 5}, {"id": -7}

    def sender(update: dict[str, Any], lane: str) -> str | None:
        return arrival(RawUpdate(1, lane, "{}"), update).sender

    assert sender({"message": {"chat": here, "from": here, "text": "x"}}, "5") == "5:5"
    assert sender({"message": {"chat": there, "from": here, "text": "x"}}, "-7") == "-7:5"
    assert sender({"callback_query": {"from": here, "message": {"chat": there}}}, "-7") == "-7:5"
    assert sender({"edited_message": {"chat": here}}, "5") == "5:0"
    told: list[dict[str, Any]] = [{"my_chat_member": {}}, {"message": {"migrate_to_chat_id": -8}}, {"message": 7}, {}]
    for quiet in told:
        assert sender(quiet, "5") is None


@pytest.mark.parametrize(
    ("text", "is_help"),
    [
        *(("/hulp", True), ("/HELP@wees_alert_bot x", True), ("/hulpje", False), ("", False), (" ", False), (7, False)),
        *(("Overval: wat nu?", True), ("Robbery: what now?", True), ("we worden overvallen", True)),
        *(("overval op de film", False), ("Iets melden", False)),
    ],
)
def test_a_call_for_an_emergency_card_is_known(text: object, is_help: bool) -> None:
    """By its command, by the button under the typing field, and as a cry."""
    update = {"message": {"chat": {"id": 5}, "from": {"id": 5}, "text": text}}
    assert is_help is arrival(RawUpdate(1, "5", "{}"), update).is_help


@pytest.mark.parametrize(
    ("data", "is_help"),
    [
        *(("robbery-safe::0", True), ("robbery-report:1:0", True), ("robbery-tell:1.weapon.knife:0", True)),
        *(("first-hour:2:0", True), ("report-take:1:1", False), ("", False), (None, False)),
    ],
)
def test_a_victims_button_is_known(data: str | None, is_help: bool) -> None:
    """Who presses it reports a robbery, tells of it, or reads what to do in the first hour."""
    update = {"callback_query": {"from": {"id": 5}, "data": data, "message": {"chat": {"id": 5}}}}
    assert is_help is arrival(RawUpdate(1, "5", "{}"), update).is_help


@given(st.lists(st.integers(0, 7200), max_size=120))
@settings(max_examples=100, deadline=None)
def test_a_quota_holds_in_any_period_and_says_when_it_is_over(gaps: list[int]) -> None:
    """A quota holds in any hour or day, and the time that it gives for the next attempt is exact."""
    now, times = BEGIN, list[datetime]()
    for gap in gaps:
        now += timedelta(seconds=gap)
        recent = [at for at in reversed(times) if at > now - longest(REPORTS)]
        free = free_at(REPORTS, recent, now)
        if free is None:
            times.append(now)
            continue
        assert free > now
        assert free_at(REPORTS, recent, free) is None
        assert free_at(REPORTS, recent, free - timedelta(seconds=1)) is not None
    for quota in REPORTS:
        for first in times:
            assert sum(first <= at < first + quota.period for at in times) <= quota.most


@given(st.integers(0, 1000), st.floats(0, 100), st.integers(1, 100))
def test_a_breaker_does_not_flutter(recent: int, usual: float, floor: int) -> None:
    """A breaker does not flutter: the number that trips it keeps it tripped, and a usual number never trips it."""
    breaker = Breaker(floor)
    if breaker.is_tripped(recent, usual, was_tripped=False):
        assert breaker.is_tripped(recent, usual, was_tripped=True)
        assert recent > usual
    assert not breaker.is_tripped(floor // 2, usual, was_tripped=True)
