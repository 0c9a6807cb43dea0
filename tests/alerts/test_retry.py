"""Tests of the pure decision after a failed request, for every error, number of tries and moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.delivery import Claimed, DeliveryState, OnUnknown, Operation, Retry, Settled, after_error
from alerts.errors import (
    DeliveryError,
    Migrated,
    RecipientGone,
    Temporary,
    Throttled,
    TopicGone,
    Undeliverable,
    Unknown,
)
from tests.claimed import CLAIMED

START = datetime(2026, 1, 1, tzinfo=UTC)
LONGEST_WAIT = timedelta(minutes=5)

moments = st.integers(0, 10**8).map(lambda seconds: START + timedelta(seconds=seconds))
tries = st.integers(0, 10_000)
waits = st.floats(0, 86_400)
texts = st.text(min_size=1, max_size=40)
not_sent: st.SearchStrategy[DeliveryError] = st.one_of(
    st.builds(Temporary), st.builds(Migrated, texts), st.builds(TopicGone), st.builds(Throttled, waits)
)
for_good: st.SearchStrategy[DeliveryError] = st.one_of(st.builds(RecipientGone, texts), st.builds(Undeliverable, texts))
unknown: st.SearchStrategy[DeliveryError] = st.builds(Unknown)


def _claimed(attempts: int, on_unknown: OnUnknown = OnUnknown.RESEND) -> Claimed:
    return replace(CLAIMED, on_unknown=on_unknown, attempts=attempts, deadline=START + timedelta(days=3650))


@given(not_sent, tries, st.sampled_from(OnUnknown), moments)
def test_what_was_certainly_not_sent_is_never_given_up(
    error: DeliveryError, attempts: int, on_unknown: OnUnknown, now: datetime
) -> None:
    """A message that was certainly not sent is retried however often it failed; only its deadline ends it (by the
    policies)."""
    outcome = after_error(error, _claimed(attempts, on_unknown), now)
    assert isinstance(outcome, Retry)
    assert now <= outcome.at


@given(unknown, tries, moments)
def test_where_nobody_can_tell_the_row_says_what_to_do(error: DeliveryError, attempts: int, now: datetime) -> None:
    """With an unknown outcome a message that must arrive is sent again, and one that may not come twice is not."""
    assert isinstance(after_error(error, _claimed(attempts, OnUnknown.RESEND), now), Retry)
    outcome = after_error(error, _claimed(attempts, OnUnknown.GIVE_UP), now)
    assert isinstance(outcome, Settled)
    assert DeliveryState.UNKNOWN is outcome.state


@given(unknown, tries, st.sampled_from(Operation), moments)
def test_only_a_message_has_a_last_try(
    error: DeliveryError, attempts: int, operation: Operation, now: datetime
) -> None:
    """Only a message has a last try, because it would be read twice; repeating an edit, a removal or an admission
    changes nothing."""
    outcome = after_error(error, replace(_claimed(attempts), operation=operation), now)
    assert isinstance(outcome, Retry)
    assert (operation is Operation.SEND) == outcome.is_last


@given(not_sent, tries, moments)
def test_what_was_certainly_not_sent_takes_no_last_try(error: DeliveryError, attempts: int, now: datetime) -> None:
    """A refused connection, a 429 or a chat that moved does not use up the one repeat."""
    outcome = after_error(error, _claimed(attempts), now)
    assert isinstance(outcome, Retry)
    assert not outcome.is_last


@given(for_good, tries, st.sampled_from(OnUnknown), moments)
def test_what_is_refused_for_good_is_tried_once_and_recorded(
    error: DeliveryError, attempts: int, on_unknown: OnUnknown, now: datetime
) -> None:
    """A message that is refused for good is tried once, and the platform's answer is recorded."""
    outcome = after_error(error, _claimed(attempts, on_unknown), now)
    assert isinstance(outcome, Settled)
    assert (DeliveryState.FAILED, str(error)) == (outcome.state, outcome.detail)


@given(waits, tries, moments)
def test_a_429_is_obeyed_for_a_quarter_of_an_hour_and_is_nobodys_fault(
    seconds: float, attempts: int, now: datetime
) -> None:
    """A 429 is obeyed for at most a quarter of an hour, and does not lengthen later waits."""
    wait = min(timedelta(seconds=seconds), timedelta(minutes=15))
    assert Retry(now + wait, is_fault=False) == after_error(Throttled(seconds), _claimed(attempts), now)


@given(st.one_of(st.builds(Temporary), unknown), st.lists(tries, min_size=2), moments)
def test_waits_grow_and_have_an_end(error: DeliveryError, attempts: list[int], now: datetime) -> None:
    """More failures never shorten the wait, which goes from one second up to five minutes."""
    outcomes = [after_error(error, _claimed(one), now) for one in sorted(attempts)]
    waits = [outcome.at - now for outcome in outcomes if isinstance(outcome, Retry)]
    assert len(attempts) == len(waits)
    assert sorted(waits) == waits
    assert timedelta(seconds=1) <= waits[0]
    assert LONGEST_WAIT >= waits[-1]


@given(st.one_of(st.builds(Migrated, texts), st.builds(TopicGone)), st.integers(1, 10_000), moments)
def test_a_chat_that_moved_is_followed_at_once_but_not_for_ever(
    error: DeliveryError, attempts: int, now: datetime
) -> None:
    """A chat that moved is followed at once, but not when the new address equals the old one."""
    assert Retry(now) == after_error(error, _claimed(0), now)
    outcome = after_error(error, _claimed(attempts), now)
    assert isinstance(outcome, Retry)
    assert timedelta(seconds=2) <= outcome.at - now <= LONGEST_WAIT


def test_every_error_of_the_tree_is_decided_about() -> None:
    """Every error of the tree is decided about; an unknown kind of error is raised."""
    examples: dict[type[DeliveryError], DeliveryError] = {Migrated: Migrated("1"), Throttled: Throttled(1)}
    for kind in DeliveryError.__subclasses__():
        after_error(examples.get(kind) or kind(), _claimed(0), START)
    with pytest.raises(DeliveryError):
        after_error(DeliveryError(), _claimed(0), START)
