"""Inviting a shop: a link that works once, or a card for behind the counter, by the same use case as in the chat."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from alerts.branch import Branch
from alerts.errors import InvalidPostcode, InvalidText, LimitReached, NotAllowed, Rejected
from alerts.found_place import Doubt, PlaceFound, is_of_several
from alerts.guard.off_loop import off_loop
from alerts.ports import UnitOfWork
from alerts.premises import NewPremises
from alerts.role import Action
from alerts.services.invite.create_invite import branches_to_invite, create_premises_invite
from alerts.services.permission.check_may import check_has
from alerts.services.place.find_place import chosen_part, find_place, parts_of
from alerts.shop_name import house_number, shop_name
from console.form_numbers import number_in
from console.pages.shops.counter_card import invited_view
from console.pages.shops.shops import branches
from console.pages.shops.signups import SHOPS
from console.pages.shops.views import InviteView, Part
from console.rendering import phrases_of, respond
from console.security.refusal_record import note_refusal
from console.security.sessions import person, signed_in
from console.site import SITE
from texts.html import Html

PATH = f"{SHOPS}/invite"
COUNTER = "counter"
FIELDS = ("postcode", "number", "name", "branch", "sure", "part", "way")


@dataclass(slots=True)
class _Checked:
    """A form as far as it was checked: the shop's facts, and what is wrong, by field."""

    found: PlaceFound | None = None
    branch: Branch | None = None
    name: str = ""
    number: str = ""
    wrong: dict[str, Rejected] = field(default_factory=dict)

    @property
    def premises(self) -> NewPremises:
        """The shop that the form describes, once nothing is wrong with it."""
        assert self.found is not None, "the place was checked"
        assert self.branch is not None, "the branch was checked"
        found, place = self.found, self.found.place
        return NewPremises(
            branch=self.branch,
            pc4=place.pc4,
            pc6=place.pc6,
            point=place.point,
            point_source=found.source,
            name=self.name,
            house_number=self.number,
            needs_check=found.doubt is not None,
            municipality=place.municipality,
        )


async def show_invite(request: web.Request) -> web.StreamResponse:
    """Show the form; the page of a shop fills it in."""
    check_has(person(request).actor, Action.INVITE_PREMISES, request.app[SITE].clock.now())
    typed = {name: request.query.get(name, "") for name in ("postcode", "number", "name", "branch")}
    return respond(request, _view(request, typed))


async def invite(request: web.Request) -> web.StreamResponse:
    """Make the link and show it, this once; where something is wrong the form comes back with it."""
    site, actor = request.app[SITE], person(request).actor
    now, form = site.clock.now(), await request.post()
    check_has(actor, Action.INVITE_PREMISES, now)
    typed = {name: str(form.get(name, "")) for name in FIELDS}
    async with site.storage.reading() as uow:
        checked = await _check(request, uow, typed)
        parts = await _parts(uow, checked, typed)
    if checked.wrong:
        for error in checked.wrong.values():
            await note_refusal(request, error)
        return respond(request, _view(request, typed, checked, parts), status=422)
    try:
        async with site.storage.transaction() as uow:
            created = await create_premises_invite(
                uow, actor, checked.premises, now, for_counter=typed["way"] == COUNTER
            )
    except LimitReached as error:
        await note_refusal(request, error)
        checked.wrong["way"] = error
        return respond(request, _view(request, typed, checked, parts), status=429)
    site.after_commit()
    return respond(request, invited_view(request, created, is_card=typed["way"] == COUNTER))


async def _check(request: web.Request, uow: UnitOfWork, typed: Mapping[str, str]) -> _Checked:
    """Check every field, so that all that is wrong is told at once."""
    checked = _Checked(branch=next((one for one in Branch if one == typed["branch"]), None))
    if checked.branch is None:
        checked.wrong["branch"] = Rejected("no-branch")
    try:
        checked.name = await off_loop(shop_name, typed["name"])
    except InvalidText as error:
        checked.wrong["name"] = error
    try:
        checked.number = await off_loop(house_number, typed["number"])
    except InvalidText as error:
        checked.wrong["number"] = error
    try:
        checked.found = await find_place(uow, typed["postcode"])
    except InvalidPostcode as error:
        checked.wrong["postcode"] = error
    else:
        await _check_place(request, uow, checked, typed)
    return checked


async def _check_place(request: web.Request, uow: UnitOfWork, checked: _Checked, typed: Mapping[str, str]) -> None:
    """Settle what is doubtful about the place, and check that it is in scope, for this branch."""
    found, site = checked.found, request.app[SITE]
    assert found is not None, "there is a place to check"
    if is_of_several(found):
        parts, number = await parts_of(uow, found), number_in(typed["part"])
        if not 1 <= number <= len(parts):
            checked.wrong["part"] = Rejected("no-part")
            return
        checked.found = found = chosen_part(found, parts[number - 1])
    elif found.doubt is not None and typed["sure"] != found.code:
        checked.wrong["sure"] = Rejected("not-sure")
    allowed = await branches_to_invite(uow, person(request).actor, found.place, site.clock.now())
    if not allowed:
        checked.wrong["postcode"] = NotAllowed("outside-scope")
    elif checked.branch is not None and checked.branch not in allowed:
        checked.wrong["branch"] = NotAllowed("outside-branch")


async def _parts(uow: UnitOfWork, checked: _Checked, typed: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the places to choose from, where the postcode has several."""
    try:
        found = await find_place(uow, typed["postcode"])
    except InvalidPostcode:
        return ()
    if not is_of_several(found):
        return ()
    return tuple(
        Part(number, part.place, part.municipality_name, number == number_in(typed["part"]))
        for number, part in enumerate(await parts_of(uow, found), 1)
    )


def _view(
    request: web.Request, typed: Mapping[str, str], checked: _Checked | None = None, parts: tuple[Part, ...] = ()
) -> InviteView:
    t, doubted = phrases_of(request), checked.found if checked else None
    wrong = {name: t(error.text_id, **error.fields) for name, error in (checked.wrong if checked else {}).items()}
    doubt: Html | None = None
    if doubted is not None and doubted.doubt is Doubt.POST_BOXES:
        doubt = t("postcode-post-boxes", code=doubted.code)
    elif doubted is not None and doubted.doubt is Doubt.UNKNOWN:
        doubt = t("console-shop-invite-unknown", code=doubted.code)
    return InviteView(
        postcode=typed["postcode"],
        number=typed["number"],
        name=typed["name"],
        branches=branches(t, next((one for one in Branch if one == typed["branch"]), None)),
        is_for_counter=typed.get("way") == COUNTER,
        parts=parts,
        doubt=doubt,
        code=doubted.code if doubted else "",
        is_sure=bool(doubted) and typed.get("sure") == (doubted.code if doubted else ""),
        wrong=wrong,
    )


ROUTES = (web.get(PATH, signed_in(show_invite)), web.post(PATH, signed_in(invite)))
