"""The list of the KVO groups that this person manages, fifty a page."""

from aiohttp import web

from alerts.ids import KvoGroupId
from alerts.kvo_group import KvoGroup
from alerts.role import Action
from alerts.services.group.find_groups import groups_after
from alerts.services.group.make_group import may_make_groups
from console.form_numbers import id_in
from console.pages.groups.views import GroupLine, GroupsView
from console.rendering import phrases_of, respond
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html
from texts.kvo_groups import codes_words
from texts.phrases import Phrases

PATH = "/groups"
AT_ONCE = 50
FEW = 6  # postcodes in a line of the list


async def show_groups(request: web.Request) -> web.StreamResponse:
    """Show a page of groups, from the start or after the group that the address names."""
    site, actor, t = request.app[SITE], person(request).actor, phrases_of(request)
    now, behind = site.clock.now(), KvoGroupId(id_in(request.query.get("after", "")))
    async with site.storage.reading() as uow:
        found = await groups_after(uow, actor, Action.MANAGE_KVO_GROUP, behind, now, most=AT_ONCE + 1)
    shown = found[:AT_ONCE]
    view = GroupsView(
        lines=tuple(_line(one, t) for one in shown),
        after=shown[-1].id if len(found) > AT_ONCE else None,
        is_first=not behind,
        may_make=may_make_groups(actor, now),
    )
    return respond(request, view)


def path_of(group: KvoGroupId) -> str:
    """Return where the page of a group is."""
    return f"{PATH}/{group}"


def _line(group: KvoGroup, t: Phrases) -> GroupLine:
    return GroupLine(path_of(group.id), group.name, codes_words(group.codes, t, FEW), _chat(group, t))


def _chat(group: KvoGroup, t: Phrases) -> Html:
    if not group.is_tied:
        return t("console-group-chat-none")
    if group.trouble is not None:
        return t("console-group-chat-trouble")
    if group.checked_at is not None and group.lacks:
        return t("console-group-chat-lacks")
    return t("console-group-chat-tied")


ROUTES = (web.get(PATH, signed_in(show_groups)),)
