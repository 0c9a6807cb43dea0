"""Property tests of the result of a poll: updates are stored, and other elements stop nothing."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.incoming.inbox import HIGHEST
from bot.incoming.poll_result import AGAIN, NO_LIST, NO_UPDATES, read_poll
from tests.bot.odd import values

offsets = st.one_of(st.none(), st.integers(0, HIGHEST + 1))
whole = st.builds(
    lambda number, more: {"message": more, "update_id": number},
    st.integers(0, HIGHEST),
    st.dictionaries(st.text(), values),
)
odd = st.one_of(values, st.fixed_dictionaries({"update_id": values}), st.just({"update_id": HIGHEST + 1}))


@given(values, offsets)
def test_no_answer_is_too_odd_to_read(result: Any, offset: int | None) -> None:
    """Any answer can be parsed: one that is no list leaves the offset unchanged, and no number exceeds Telegram's."""
    polled = read_poll(result, offset)
    if not isinstance(result, list):
        assert ((), offset, NO_LIST) == (polled.arrivals, polled.offset, polled.trouble)
    else:
        assert len(result) == len(polled.arrivals) + polled.odd
    assert polled.offset is None or 0 <= polled.offset <= HIGHEST + 1


@given(st.lists(st.one_of(whole, odd)), offsets)
def test_an_odd_element_takes_no_other_along(result: list[Any], offset: int | None) -> None:
    """Every valid update of a poll is returned in order and acknowledged, and invalid elements are reported."""
    updates = [one for one in result if isinstance(one, dict) and _is_number(one.get("update_id"))]
    polled = read_poll(result, offset)
    assert [one["update_id"] for one in updates] == [one.row.update_id for one in polled.arrivals]
    if updates:
        assert max(one["update_id"] for one in updates) + 1 == polled.offset
    assert (polled.odd > 0) is (len(updates) < len(result))
    assert not polled.odd or NO_UPDATES == polled.trouble


@given(st.integers(0, HIGHEST), st.integers(1, 5))
def test_what_was_acknowledged_and_comes_again_is_odd(number: int, times: int) -> None:
    """A server that repeats acknowledged updates is reported as odd; one whose numbers begin anew is not."""
    update = {"update_id": number, "message": {}}
    assert AGAIN == read_poll([update] * times, number + 1).trouble
    assert "" == read_poll([update] * times, None).trouble
    assert "" == read_poll([update] * times, number).trouble
    assert "" == read_poll([update] * times, number + 1_000).trouble
    assert "" == read_poll([], number).trouble


@given(st.one_of(values, st.builds(lambda n: {"id": n}, values)), st.sampled_from(["chat", "from"]))
def test_the_lane_of_an_update_is_a_number(odd_chat: Any, where: str) -> None:
    """The lane of an update is a number, whatever stands in the place of its chat."""
    (arrived,) = read_poll([{"update_id": 1, "message": {where: odd_chat}}], None).arrivals
    assert str(int(arrived.row.lane)) == arrived.row.lane


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST
