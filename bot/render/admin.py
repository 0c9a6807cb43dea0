"""The administrator's screens: people and roles, a municipality's settings, and alerts that are still being sent."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from alerts.ids import AlertId, MunicipalityId, RoleId
from alerts.municipality import Municipality
from alerts.report_clock import Urgency
from alerts.role import Action, Grant, Role
from alerts.services.alert.stop_sending import StillSending
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.view import View, WriteView
from bot.render.shop import person
from texts.html import Html, lines, paragraphs
from texts.phrases import Phrases
from texts.roles import role_name, role_words

LABEL_LENGTH = 60  # of a button; longer ones are cut off by phones anyway


def home(t: Phrases) -> Message:
    """Render the administrator's home screen."""
    return Message(paragraphs(t("admin-title"), t("admin-what"))).with_keyboard(
        (button(t.plain("admin-people"), "admin-people"), button(t.plain("admin-invite"), "admin-invite")),
        (button(t.plain("admin-waiting"), "admin-waiting"), button(t.plain("admin-places"), "admin-places")),
        (button(t.plain("admin-sending"), "admin-live"),),
    )


def back_home(t: Phrases) -> tuple[Button, ...]:
    """Make the button row that leads back to the home screen."""
    return (button(t.plain("nav-back"), "admin"),)


async def people(shown: Sequence[Grant], view: View, *, behind: int, is_rest: bool) -> Message:
    """Render a page of the roles in scope; `behind` is the id of the last role on the page before."""
    t = view.t
    cards, rows = [], []
    for number, grant in enumerate(shown, start=1):
        words = await role_lines(grant, view, is_short=True)
        cards.append(t("admin-numbered", number=str(number), words=words))
        name = await role_name(view.uow, grant, t)
        label = t.plain("admin-numbered", number=str(number), words=name)[:LABEL_LENGTH]
        rows.append((button(label, "admin-role", grant.id),))
    onwards = ((button(t.plain("admin-more"), "admin-people", shown[-1].id),),) if is_rest else ()
    start = ((button(t.plain("admin-from-start"), "admin-people"),),) if behind else ()
    text = paragraphs(t("admin-people-title"), *cards, "" if shown else t("admin-people-none"))
    return Message(text, is_protected=True).with_keyboard(*rows, *onwards, *start, back_home(t))


async def role_card(grant: Grant, view: View) -> Message:
    """Render one role with the buttons to end it or to change its end date."""
    t = view.t
    dates = [button(t.plain("admin-date"), "admin-date", grant.id)]
    if grant.ends_at is not None and not grant.is_of(view.reader):
        dates.append(button(t.plain("admin-stays"), "admin-stays", grant.id))
    return Message(await role_lines(grant, view), is_protected=True).with_keyboard(
        (button(t.plain("admin-end"), "admin-end", grant.id),),
        tuple(dates),
        (button(t.plain("nav-back"), "admin-people"),),
    )


async def end_question(grant: Grant, view: View) -> Message:
    """Render the question whether the role is really to end."""
    t = view.t
    yes = button(t.plain("admin-end-yes"), "admin-ended", grant.id)
    back = button(t.plain("nav-back"), "admin-role", grant.id)
    text = paragraphs(await role_lines(grant, view), t("admin-end-question"))
    return Message(text, is_protected=True).with_keyboard((yes,), (back,))


async def role_lines(grant: Grant, view: View, *, is_short: bool = False) -> Html:
    """Describe a role: its holder, its start and end, and its deputy."""
    t, uow = view.t, view.uow
    own = t("admin-own") if grant.member_id == view.reader else ""
    who = await person(uow, grant.member_id, t)
    since = t("admin-since", date=day(grant.starts_at, view.zone))
    until = t("admin-until", date=last_day(grant.ends_at, view.zone)) if grant.ends_at else t("admin-no-end")
    deputy = t("admin-no-deputy")
    if grant.deputy_id is not None:
        deputy = t("admin-deputy", person=await person(uow, grant.deputy_id, t))
    return lines(
        await role_words(uow, grant, t, "admin-role"),
        t("admin-label", label=grant.label) if grant.label else "",
        own or t("admin-who", person=who),
        *((since, until, deputy) if not is_short else (Html(f"{since} {until} {deputy}"),)),
    )


async def place_card(settings: Municipality, pc4: str, mark: str, view: View) -> Message:
    """Render a municipality's settings with a button for each. `pc4` is one of its postcodes; `mark` tells it from
    other municipalities in that postcode."""
    t = view.t
    labels = [
        t("admin-place-label", role=t.plain(f"role-{role}"), label=label) for role, label in settings.labels.items()
    ]
    is_on = settings.sole_on_duty
    duty = button(
        t.plain("admin-duty-off" if is_on else "admin-duty-on"), "admin-duty", f"{pc4}.{int(not is_on)}.{mark}"
    )
    names = [
        button(t.plain("admin-name", role=t.plain(f"role-{one}"))[:LABEL_LENGTH], "admin-name", f"{pc4}.{one}.{mark}")
        for one in Role
    ]
    waits = button(t.plain("admin-wait"), "admin-wait", f"{pc4}..{mark}")
    text = paragraphs(
        t("admin-place-title", name=settings.name),
        t("admin-duty-is-on" if is_on else "admin-duty-is-off"),
        t("admin-duty-means"),
        lines(t("admin-waits-title"), *wait_lines(settings, t)),
        lines(t("admin-labels-title"), *labels) if labels else t("admin-labels-none"),
    )
    return Message(text).with_keyboard((duty,), (waits,), *in_rows(names, 1), back_home(t))


def wait_lines(settings: Municipality, t: Phrases) -> list[Html]:
    """Say how long a report of each urgency waits untaken in a municipality."""
    return [t(f"admin-wait-{one}", count=settings.minutes_for(one)) for one in Urgency]


def sending_list(found: Sequence[StillSending], t: Phrases) -> Message:
    """List the alerts that are still being sent: number and queued deliveries only, never their text."""
    rows = [
        (button(t.plain("admin-stop", number=one.alert.number or "", count=one.waiting), "admin-stop", one.alert.id),)
        for one in found
    ]
    text = paragraphs(t("admin-sending-title"), "" if found else t("admin-sending-none"))
    return Message(text).with_keyboard(*rows, back_home(t))


def stop_question(one: StillSending, t: Phrases) -> Message:
    """Render the question whether sending is really to stop."""
    yes = button(t.plain("admin-stop-yes"), "admin-stopped", one.alert.id)
    text = t("admin-stop-question", number=one.alert.number or "", count=one.waiting)
    return Message(text).with_keyboard((yes,), (button(t.plain("nav-back"), "admin-live"),))


def day(at: datetime, zone: ZoneInfo) -> str:
    """Format a moment as a local date."""
    return f"{at.astimezone(zone):%d-%m-%Y}"


def last_day(ends_at: datetime, zone: ZoneInfo) -> str:
    """Return the last local date before this exclusive end."""
    return day(ends_at - timedelta(microseconds=1), zone)


async def ended(view: View) -> Message:
    """Tell a former holder that the role ended."""
    return Message(await _words(view, "role-ended"))


async def laid_down(view: View) -> Message:
    """Tell the administrators in scope that the holder of a role erased their data and lost the role."""
    return Message(await _words(view, "role-laid-down"))


async def will_end(view: View) -> Message:
    """Tell the holder on which day the role ends."""
    grant = await _grant(view)
    assert grant.ends_at is not None, "a date was set"
    date = last_day(grant.ends_at, view.zone)
    return Message(await role_words(view.uow, grant, view.t, "role-will-end", date=date))


async def stays(view: View) -> Message:
    """Tell the holder that the role has no end date any more."""
    return Message(await _words(view, "role-stays"))


async def accepted(view: View) -> Message:
    """Tell who made the link who used it, and who ends the role if that is wrong."""
    grant = await _grant(view)
    who = await person(view.uow, grant.member_id, view.t)
    text = await role_words(view.uow, grant, view.t, "role-accepted", person=who)
    wrong = "role-accepted-wrong" if await view.may(Action.ADMINISTER) else "role-new-wrong"
    return Message(paragraphs(text, view.t(wrong)), is_protected=True)


async def sending_stopped(view: View) -> Message:
    """Tell the police and the author that the rest of an alert is not sent."""
    alert = await view.uow.alerts.get(AlertId(view.number("alert")))
    told = view.t("sending-stopped", number=alert.number or "", count=view.number("stopped"))
    return Message(paragraphs(told, view.t("sending-stopped-how") if await view.may(Action.DRAFT_ALERT) else ""))


async def duty_changed(view: View) -> Message:
    """Tell police and administrators that a municipality changed whether police may send alone."""
    settings = await view.uow.municipalities.get(MunicipalityId(view.text("municipality")))
    may = "admin-duty-is-on" if view.number("allowed") else "admin-duty-is-off"
    title = view.t("admin-place-title", name=settings.name)
    return Message(paragraphs(title, view.t(may), view.t("admin-duty-changed")))


async def _words(view: View, text: str) -> Html:
    grant = await _grant(view)
    return await role_words(view.uow, grant, view.t, text)


async def _grant(view: View) -> Grant:
    return await view.uow.roles.get(RoleId(view.number("role")))


ADMIN_VIEWS: Mapping[str, WriteView] = {
    "role-ended": ended,
    "role-laid-down": laid_down,
    "role-will-end": will_end,
    "role-stays": stays,
    "role-accepted": accepted,
    "sending-stopped": sending_stopped,
    "duty-changed": duty_changed,
}
