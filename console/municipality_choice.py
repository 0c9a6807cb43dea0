"""Municipality choice: leads to the only municipality of somebody for whom there is a page, or asks which one."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from aiohttp import web

from alerts.errors import InvalidText, NotAllowed, Rejected
from alerts.ids import MunicipalityId
from alerts.role import Action
from alerts.services.place.set_municipality import named_municipality, only_municipality
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person
from console.site import SITE
from texts.html import Html


@dataclass(frozen=True, slots=True)
class ChooseView:
    """The form that asks which municipality: what was typed, and what is wrong with it. `other` is a link beside the
    form and its words, where there is one."""

    template: ClassVar[str] = "layout/choose_municipality.html"
    path: str
    title: str
    open: str
    typed: str
    wrong: Html | None = None
    other: tuple[str, str] | None = None


async def choose_municipality(
    request: web.Request, path: str, action: Action, *, title: str, open_words: str, other: tuple[str, str] | None
) -> web.StreamResponse:
    """Lead to the page below this path of the only municipality in which this person may do the action, or of the one
    that was typed; else ask which one."""
    site, actor, typed = request.app[SITE], person(request).actor, request.query.get("municipality", "")
    now = site.clock.now()
    refused: Rejected | None = None
    async with site.storage.reading() as uow:
        found = await only_municipality(uow, actor, now, action=action)
        try:
            found = await named_municipality(uow, actor, typed, now, action=action) if typed.strip() else found
        except (InvalidText, NotAllowed) as error:
            refused = error
    if refused is None and found is not None:
        return web.Response(status=303, headers={"Location": page_of(path, found)})
    wrong = None
    if refused is not None:
        await note_refusal(request, refused)
        wrong = phrases_of(request)(refused.text_id, **refused.fields)
    view = ChooseView(path, title, open_words, typed, wrong, other)
    return respond(request, view, status=200 if refused is None else 422)


def page_of(path: str, municipality: MunicipalityId) -> str:
    """Return the address of a municipality's page below this path."""
    return f"{path}/{quote(municipality, safe='')}"
