"""Tests of the limits on strangers: a bounded number of updates is handled, and members do not notice the others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.ports import RawUpdate
from bot.incoming.flood_control import Arrival, FloodControl, arrival
from bot.incoming.stranger_limits import (
    BURST,
    HELP_BURST,
    HELP_RATE,
    MOST_WAITING,
    RATE,
    TOLD_BURST,
    TOLD_RATE,
    StrangerLimits,
)

pytestmark = pytest.mark.sweep

SECONDS = 30
STEP_S = 0.05


def _arrival(number: int, person: int, *, is_help: bool = False) -> Arrival:
    return Arrival(RawUpdate(number, str(person), "{}"), f"{person}:{person}", is_help, True, str(person))


def _flood_control(*, waiting: int = 0) -> FloodControl:
    """Return flood control in which members have numbers under a thousand."""
    return FloodControl(1.0, lambda _: 0, is_stranger=lambda one: int(one) >= 1000, strangers_waiting=lambda: waiting)


def _flood(flood_control: FloodControl, senders: int, rate: float, *, members: int = 0) -> tuple[list[int], int]:
    """Return who was admitted and how many were told of the limit; one member asks for help now and then."""
    admitted, told, sent = list[int](), 0, 0
    for step in range(int(SECONDS / STEP_S)):
        due = int(step * STEP_S * rate * senders)
        batch = [_arrival(number, 1000 + number % senders) for number in range(sent, due)]
        sent = due
        if members and step % 20 == 0:
            batch.append(_arrival(step, step // 20 % members, is_help=True))
        arrived = flood_control.sort(batch, 100.0 + step * STEP_S)
        flood_control.count(arrived)
        admitted += [int(one.lane) for one in arrived.admitted]
        told += len(arrived.told)
    return admitted, told


@given(st.integers(1, 400), st.floats(0.05, 10))
@settings(max_examples=40)
def test_a_flood_of_any_number_at_any_rate_is_bounded(senders: int, rate: float) -> None:
    """The numbers of updates handled and answered are bounded for any number of strangers at any rate."""
    admitted, told = _flood(_flood_control(), senders, rate)
    assert len(admitted) <= BURST + RATE * SECONDS
    assert told <= TOLD_BURST + TOLD_RATE * SECONDS + 1


@pytest.mark.parametrize(("senders", "rate"), [(30, 1.0), (400, 1.0), (1000, 0.2), (1000, 10.0)])
def test_a_members_call_for_help_always_gets_in(senders: int, rate: float) -> None:
    """A member's request for help is always admitted."""
    admitted, _ = _flood(_flood_control(), senders, rate, members=5)
    assert len([one for one in admitted if one < 1000]) == SECONDS


def test_some_dozen_who_sign_up_at_once_all_get_in() -> None:
    """Sixty people who sign up in twelve steps each within three minutes, as on an information evening, are
    admitted."""
    flood_control, number = _flood_control(), 0
    for step in range(12):
        for person in range(60):
            number += 1
            now = 100.0 + step * 15 + person * 0.05
            arrived = flood_control.sort([_arrival(number, 1000 + person)], now)
            flood_control.count(arrived)
            assert arrived.admitted, f"person {person} at step {step}"


def test_who_sends_little_gets_in_beside_those_who_send_much() -> None:
    """While thirty strangers type a word a second, a person who signs up is admitted at each step."""
    flood_control = _flood_control()
    _flood(flood_control, 30, 1.0)
    for step in range(10):
        now = 100.0 + SECONDS + step * 3
        for number in range(90):
            flood_control.count(flood_control.sort([_arrival(number, 1000 + number % 30)], now))
        arrived = flood_control.sort([_arrival(step, 9_999)], now)
        flood_control.count(arrived)
        assert arrived.admitted, f"step {step}"


def test_what_waits_unanswered_shuts_the_door() -> None:
    """While many answers to strangers wait, no more of their updates are admitted."""
    batch = [_arrival(number, 1000 + number) for number in range(200)]
    assert 0 == len(_flood_control(waiting=MOST_WAITING).sort(batch, 100.0).admitted)
    assert 5 == len(_flood_control(waiting=MOST_WAITING - 5).sort(batch, 100.0).admitted)


def test_the_emergency_card_of_strangers_has_room_of_its_own() -> None:
    """Requests of strangers for the emergency card have an allowance of their own."""
    flood_control = _flood_control(waiting=MOST_WAITING)
    batch = [_arrival(number, 1000 + number, is_help=True) for number in range(200)]
    for second in range(4):
        arrived = flood_control.sort(batch, 100.0 + second)
        flood_control.count(arrived)
        assert len(arrived.admitted) == (HELP_BURST if second == 0 else HELP_RATE)


def test_who_becomes_a_member_is_not_held_to_what_was_sent_before() -> None:
    """A person who was limited as a stranger is admitted within seconds after their shop was verified."""
    established: set[str] = set()
    flood_control = FloodControl(
        1.0, lambda _: 0, is_stranger=lambda one: one not in established, strangers_waiting=lambda: 0
    )
    for number in range(100):
        flood_control.count(flood_control.sort([_arrival(number, 1000)], 100.0))
    assert not flood_control.sort([_arrival(1, 1000)], 101.0).admitted
    established.add("1000")
    assert flood_control.sort([_arrival(1, 1000)], 101.0).admitted


def test_a_copy_counts_apart() -> None:
    """A copy of the state counts separately, so that an update that could not be stored does not count."""
    stranger_limits = StrangerLimits()
    for _ in range(2):
        twin = stranger_limits.copy()
        assert sum(twin.admits(5.0, is_new=True, waiting=0) for _ in range(1000)) == BURST


def test_what_a_person_does_is_theirs_also_where_the_platform_tells_it() -> None:
    """Blocking the bot and asking to join count for the person who does it; other events of a group count for
    nobody."""
    person, group = {"id": 5}, {"id": -7}

    def who(update: dict[str, object], lane: str) -> str | None:
        return arrival(RawUpdate(1, lane, "{}"), update).person

    assert who({"my_chat_member": {"chat": person, "from": person}}, "5") == "5"
    assert who({"my_chat_member": {"chat": group, "from": person}}, "-7") is None
    assert who({"chat_join_request": {"chat": group, "from": person}}, "-7") == "5"
    assert who({"chat_member": {"chat": group, "from": person}}, "-7") is None
