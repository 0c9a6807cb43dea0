"""The duty roster in the chat: a week with its shifts and what is wrong with it, and the choice among rosters."""

from collections.abc import Sequence
from datetime import timedelta

from alerts.duty_roster import DAYS_OF_WEEK, Roster
from alerts.role import Scope
from alerts.services.duty.read_roster import Week, week_days
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.view import View
from texts.html import Html, lines, paragraphs
from texts.roles import scope_words
from texts.rosters import day_words, duty_words, fault_words, hours_words

AT_ONCE = 7  # rosters on one screen


async def week_card(week: Week, view: View, *, has_others: bool = False, has_feed: bool = False) -> Message:
    """Render one week: each day's shifts, the gaps and double shifts from now on, and the buttons to change it.

    `has_others`: the reader keeps other rosters too; `has_feed`: there is a console, which serves calendar feeds.
    """
    t = view.t
    faults = fault_words(week, t, view.zone)
    text = paragraphs(
        t("roster-title", scope=scope_words(week.roster.scope, t), first=day_words(week.monday, t)),
        *[await _day(week, n, view) for n in range(DAYS_OF_WEEK)],
        "" if week.duties else t("roster-empty"),
        lines(*[t("roster-fault", fault=one) for one in faults]),
        t("roster-gap-means") if week.gaps else "",
    )
    return Message(text, is_protected=True).with_keyboard(*_buttons(week, view, has_others, has_feed))


def roster_choice(kept: Sequence[Roster], without: Sequence[Scope], view: View) -> Message:
    """Render the rosters that the reader keeps, and their own scopes for which one can be begun."""
    t = view.t
    opened = [button(t.plain("roster-open", scope=scope_words(one.scope, t)), "roster", one.id) for one in kept]
    begun = [
        button(t.plain("roster-begin", scope=scope_words(one, t)), "roster-begin", str(one))
        for one in without
        if len(f"roster-begin:{one}:0".encode()) <= 64
    ]
    text = t("roster-which") if kept else t("roster-none")
    return Message(text, is_protected=True).with_keyboard(*in_rows([*opened, *begun][:AT_ONCE], 1))


async def _day(week: Week, number: int, view: View) -> Html:
    day = week_days(week.monday)[number]
    told = [
        view.t(
            "roster-line",
            hours=hours_words(one.span, view.zone),
            who=await duty_words(view.uow, one, week, view.t, view.reader),
        )
        for one in week.on(day)
    ]
    return lines(view.t("roster-day-title", day=day_words(day, view.t)), *told) if told else Html("")


def _buttons(week: Week, view: View, has_others: bool, has_feed: bool) -> tuple[tuple[Button, ...], ...]:
    t, number = view.t, week.roster.id
    earlier, later = (week.monday + timedelta(days=n) for n in (-DAYS_OF_WEEK, DAYS_OF_WEEK))
    rows = [
        (
            button(t.plain("roster-earlier"), "roster", f"{number}.{earlier}"),
            button(t.plain("roster-later"), "roster", f"{number}.{later}"),
        ),
        (button(t.plain("roster-add"), "roster-add", f"{number}.{week.monday}"),),
    ]
    if any(one.span.ends > view.now for one in week.duties):
        rows.append((button(t.plain("roster-change"), "roster-change", f"{number}.{week.monday}"),))
    if has_feed:
        rows.append((button(t.plain("roster-feed"), "roster-feed"),))
    if has_others:
        rows.append((button(t.plain("roster-others"), "roster"),))
    return tuple(rows)
