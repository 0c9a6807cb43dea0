"""Incidents: the card, the line in a list, and the buttons by which police decide."""

from alerts.alert import RevisionKind
from alerts.closing_note import NOTES
from alerts.incident import ROBBERIES, Incident, IncidentState
from alerts.postcode import shown
from alerts.report import Outcome, Purpose, Report, ReportContent
from alerts.role import Action, Actor
from alerts.services.incident.read_incident import sees_only_outline
from alerts.services.incident.suggest_incidents import SameEvent, suggest_incidents
from alerts.services.permission.check_may import is_allowed
from bot.conversation.callbacks import button
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.view import View
from bot.render.aftercare_case import care_button
from bot.render.report import told_lines
from texts.duplicates import likeness_words
from texts.html import Html, lines, paragraphs
from texts.incidents import head_words, notices_words, standing_words, step_line
from texts.phrases import Phrases
from texts.shops import address, name_of
from texts.times_and_distances import moment

MOST_STEPS, MOST_REPORTS = 6, 2
_MO = ("persons", "weapon", "violence", "approach", "loot_type", "face_cover", "exit_mode", "exit_direction")

Rows = tuple[tuple[Button, ...], ...]


async def incident_card(incident: Incident, view: View) -> Message:
    """Render an incident as this reader may see it: prosecution its method and outcome only."""
    actor = await _actor(view)
    if await sees_only_outline(view.uow, actor, incident, view.now):
        return Message(await _outline(incident, view), is_protected=True)
    same = await suggest_incidents(view.uow, actor, incident, view.now)
    text = await incident_words(incident, same, view)
    care = await _care(incident, actor, view)
    return Message(text, is_protected=True).with_keyboard(*await _buttons(incident, same, actor, view), *care)


async def incident_words(incident: Incident, same: list[SameEvent], view: View) -> Html:
    """Render what is known of an incident, with its notices and last steps, without who reported it."""
    t = view.t
    alerts = [await view.uow.alerts.get(one) for one in await view.uow.incidents.alerts_of(incident.id)]
    events = (await view.uow.incidents.events(incident.id))[-MOST_STEPS:]
    return paragraphs(
        await _known(incident, view),
        notices_words(alerts, t),
        lines(*(_same_line(one, t) for one in same)),
        lines(t("incident-steps"), *(step_line(one, t, view.zone, view.now) for one in events)),
    )


async def known_words(incident: Incident, view: View) -> Html:
    """Render what this reader may know of an incident: prosecution its method and outcome only."""
    if await sees_only_outline(view.uow, await _actor(view), incident, view.now):
        return await _outline(incident, view)
    return await _known(incident, view)


def incident_line(incident: Incident, view: View) -> Html:
    """Render an incident as a line in a list."""
    t = view.t
    return t(
        "incidents-line",
        number=incident.number,
        kind=t.plain(f"kind-{incident.kind}"),
        place=incident.place.pc4 or t.plain("place-shared"),
        moment=moment(incident.happened_at, t, view.zone, view.now),
        state=t.plain(f"incident-state-{incident.state}"),
    )


def purpose_question(incident: Incident, t: Phrases) -> Message:
    """Ask for what purpose the incident is read; nothing of it is shown yet."""
    purposes = [button(t.plain(f"purpose-{one}"), "incident-read", f"{incident.id}.{one}") for one in Purpose]
    text = t("incident-ask-purpose", number=incident.number, kind=t.plain(f"kind-{incident.kind}"))
    return Message(text, is_protected=True).with_keyboard(*in_rows(purposes, 2))


async def kind_question(incident: Incident, view: View) -> Message:
    """Render the card with the kinds that it can have instead."""
    t = view.t
    kinds = [
        button(t.plain(f"kind-{one}"), "incident-recast", f"{incident.id}.{one}", incident.version)
        for one in ROBBERIES
        if one is not incident.kind
    ]
    return await _asked(incident, t("incident-ask-kind"), in_rows(kinds, 2), view)


async def reason_question(incident: Incident, view: View) -> Message:
    """Render the card with the reasons to refute it, which receivers of a notice read."""
    t = view.t
    reasons = [
        button(t.plain(f"choice-retraction-{one}"), "incident-refuted", f"{incident.id}.{one}", incident.version)
        for one in NOTES[RevisionKind.RETRACTION]
    ]
    return await _asked(incident, t("incident-ask-reason"), in_rows(reasons, 1), view)


async def _asked(incident: Incident, question: Html, rows: Rows, view: View) -> Message:
    text = paragraphs(await incident_words(incident, [], view), question)
    back = button(view.t.plain("incident-back"), "incident-card", incident.id)
    return Message(text, is_protected=True).with_keyboard(*rows, (back,))


async def _known(incident: Incident, view: View) -> Html:
    t, reports = view.t, await _reports(incident, view)
    numbers = ", ".join(one.number for one in reports)
    return paragraphs(
        lines(head_words(incident, t), standing_words(incident, t)),
        lines(await _where(incident, view), _when(incident, view), *_told(reports, view)),
        t("incident-reports", numbers=numbers) if numbers else "",
        t("incident-frozen") if incident.frozen_at is not None and incident.is_open else "",
    )


async def _outline(incident: Incident, view: View) -> Html:
    t, reports = view.t, await _reports(incident, view)
    told = [line for report in reports[:1] for line in _mo_lines(report.content, view)]
    return paragraphs(
        lines(head_words(incident, t), standing_words(incident, t)),
        lines(_when(incident, view), *told),
        t("incident-outline"),
    )


async def _buttons(incident: Incident, same: list[SameEvent], actor: Actor, view: View) -> Rows:
    t, reports = view.t, await _reports(incident, view)
    may_see, may_draft, may_decide = [
        await is_allowed(view.uow, actor.member.id, action, incident.place, view.now)
        for action in (Action.SEE_REPORTS, Action.DRAFT_ALERT, Action.DECIDE_INCIDENTS)
    ]

    def to(verb: str) -> Button:
        return button(t.plain(verb), verb, incident.id, incident.version)

    opened = [button(t.plain("reports-open", number=one.number), "report-open", one.id) for one in reports]
    shown_reports = (
        *(in_rows(opened[: MOST_REPORTS - bool(same)], 2) if may_see else ()),
        *await _cascade_row(incident, actor, view),
    )
    if not incident.is_open:
        return shown_reports
    drafts = ((to("incident-draft"),),) if may_see and may_draft and incident.frozen_at is None and reports else ()
    if not may_decide:
        return (*drafts, *shown_reports)
    confirms = (to("incident-confirm"),) if incident.state is IncidentState.UNCONFIRMED else ()
    joins = [
        (
            button(
                t.plain("incident-join", number=one.other.number),
                "incident-join",
                f"{incident.id}.{one.other.id}",
                incident.version,
            ),
        )
        for one in same[:1]
    ]
    release = ((to("incident-release"),),) if incident.frozen_at is not None else ()
    decides = (*confirms, to("incident-kind")), (to("incident-refute"), to("incident-close"))
    return (*decides, *joins, *release, *drafts, *shown_reports)


async def _care(incident: Incident, actor: Actor, view: View) -> Rows:
    """Return the button of the aftercare of an incident; none where there was no robbery, or it goes on in another."""
    if incident.state in (IncidentState.REFUTED, IncidentState.JOINED):
        return ()
    if not await is_allowed(view.uow, actor.member.id, Action.READ_AFTERCARE, incident.place, view.now):
        return ()
    return ((care_button(incident, view.t),),)


async def _cascade_row(incident: Incident, actor: Actor, view: View) -> Rows:
    """Make the button that shows who heard when, for who may see that and once somebody did."""
    may_see = await is_allowed(view.uow, actor.member.id, Action.SEE_CASCADE, incident.place, view.now)
    if not may_see or await view.uow.cascades.find(incident.id) is None:
        return ()
    return ((button(view.t.plain("cascade-whole"), "cascade-whole", incident.id),),)


def _same_line(one: SameEvent, t: Phrases) -> Html:
    return t("incident-same", number=one.other.number, why=likeness_words(one.likeness, t))


def _told(reports: list[Report], view: View) -> list[Html]:
    """Render what the reports tell, each thing once, as the first report says it."""
    told: dict[str, Html] = {}
    for report in reports:
        for name, line in told_lines(report.content, None, view).items():
            told[name] = told.get(name) or line
    return list(told.values())


def _mo_lines(content: ReportContent, view: View) -> list[Html]:
    told = told_lines(content, None, view)
    return [told[name] for name in _MO]


async def _reports(incident: Incident, view: View) -> list[Report]:
    reports = [await view.uow.reports.get(one) for one in await view.uow.incidents.reports_of(incident.id)]
    return [one for one in reports if one.outcome is not Outcome.WITHDRAWN]


async def _where(incident: Incident, view: View) -> Html:
    t, at = view.t, incident.place
    if incident.premises_id is not None:
        shop = await view.uow.premises.get(incident.premises_id)
        if (shop.place.pc4, shop.place.pc6) == (at.pc4, at.pc6):
            return t("report-line-shop", name=name_of(shop, t), place=address(shop, t))
    return t("incident-where", place=shown(at.pc6) if at.pc6 else at.pc4 or t.plain("place-shared"))


def _when(incident: Incident, view: View) -> Html:
    return view.t("incident-when", moment=moment(incident.happened_at, view.t, view.zone, view.now))


async def _actor(view: View) -> Actor:
    assert view.reader is not None, "a card is for somebody"
    return Actor(await view.uow.members.get(view.reader), tuple(await view.uow.roles.of_member(view.reader)))
