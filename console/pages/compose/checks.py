"""Check the fields of a new notice all together: the form that they make, and what is wrong beside each."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from alerts.alert import LONGEST_LIVE, MOST_REACH_KM, WHAT_LENGTH, IncidentKind
from alerts.alert_form import AlertForm, with_defaults
from alerts.branch import Branch
from alerts.errors import InvalidPostcode, InvalidText, NotAllowed, Rejected
from alerts.found_place import PlaceFound, is_of_several
from alerts.guard import Found, find
from alerts.guard.off_loop import off_loop
from alerts.guard.shops import shops_in
from alerts.ids import ReportId
from alerts.modus_operandi import MO_FIELDS, NOTES_LENGTH, TYPED_MO_FIELD, fields_of
from alerts.ports import UnitOfWork
from alerts.region import check_urgency, region_of
from alerts.report import CLOTHING_LENGTH, VEHICLE_LENGTH, VEHICLES, Signal
from alerts.role import Actor, Scope
from alerts.services.alert.find_audience import with_audiences
from alerts.services.alert.find_nameable import find_nameable
from alerts.services.alert.read_words import with_words
from alerts.services.alert.start_from_report import names_nearby
from alerts.services.place.find_place import chosen_part, find_place, parts_of
from alerts.services.scope.find_region import find_region
from alerts.severity import Severity
from alerts.tlp import Tlp
from alerts.tlp_rules import check_label
from alerts.typed_text import check_language, checked, tidied
from console.pages.compose.fields import AREA, AREA_LENGTH, COMPOSED, DEFAULTED, MO, OWN, Fields, moments, part_value
from console.part_of_day import PART_OF_DAY, part_told
from texts.composed_notice import with_text
from texts.phrases import Phrases

E = TypeVar("E", bound=StrEnum)
_KEPT = ("kind", "occurred_at", "clothing", "vehicle", "signals", "mo", "hit")  # unless the words say otherwise


@dataclass(slots=True)
class Check:
    """One check of the fields, for one drafter at one moment. `wrong`: the errors by the name of the field; `missing`:
    the fields without which there is no notice yet."""

    uow: UnitOfWork
    actor: Actor
    t: Phrases
    now: datetime
    zone: ZoneInfo
    wrong: dict[str, Rejected] = field(default_factory=dict)
    missing: dict[str, Rejected] = field(default_factory=dict)

    async def form(self, fields: Fields, base: AlertForm, *, keeps: bool) -> AlertForm:
        """Return the form that the fields make of `base`, which is what was stored before. `keeps`: a field that still
        has its proposed value stays as it is; else it is proposed anew."""
        form = await self._told(fields, base)
        form = await self._placed(form, fields, base)
        form = self._chosen(form, fields)
        self._find_missing(form)
        if form.kind is None:
            return form
        form = self._proposed(form, keeps=keeps)
        form = await self._labelled(form, fields)
        return await self._written(form)

    async def read(self, fields: Fields, base: AlertForm) -> AlertForm:
        """Return the form with what its words say; what they do not say stays as it was chosen. What the guard refuses
        is not read."""
        before = await self.form(fields, base, keeps=False)
        if before.words is None or "words" in self.wrong:
            return before
        self.missing.clear()
        read = await with_words(
            before, before.words, self.uow, self.actor, self.now, zone=self.zone, on_refusal=self._outside
        )
        kept = {name: getattr(read, name) or getattr(before, name) for name in _KEPT}
        form = read.changed(time_of_day=(read if read.occurred_at else before).time_of_day, **kept)
        if form.place is not None and "place" in self.wrong and form.place != before.place:
            del self.wrong["place"]
        self._find_missing(form)
        return form if form.kind is None else await self._written(with_defaults(form, self.now))

    async def _told(self, fields: Fields, base: AlertForm) -> AlertForm:
        """Return the form with its words, and what was seen."""
        kind = _one_of(IncidentKind, fields.get("kind"))
        chosen = {name: fields.get(MO + name) for name in fields_of(kind)}
        mo = {name: value for name, value in chosen.items() if value in fields_of(kind)[name]}
        notes = await self._typed("mo." + TYPED_MO_FIELD, fields, NOTES_LENGTH, check_language)
        vehicle = fields.get("vehicle")
        if vehicle not in VEHICLES:
            vehicle = await self._typed("vehicle", fields, VEHICLE_LENGTH) or ""
        return base.changed(
            is_short=True,
            kind=None if kind is IncidentKind.PREVENTION else kind,
            words=await self._words(fields, base),
            is_own_words={OWN: True, COMPOSED: False}.get(fields.get("text")),
            signals=frozenset(one for one in Signal if one in fields.chosen("signals")),
            clothing=await self._typed("clothing", fields, CLOTHING_LENGTH),
            vehicle=vehicle or None,
            hit=frozenset(one for one in Branch if one in fields.chosen("hit")),
            heard_at=self._heard(fields),
            either=_either(fields.chosen("either")),
            mo=mo | ({TYPED_MO_FIELD: notes} if notes else {}),
            occurred_at=self._moment("when", fields, is_future=False),
            time_of_day=part_told(fields.get(PART_OF_DAY), fields.get("when")),
            until=self._moment("until", fields, is_future=True),
        )

    async def _words(self, fields: Fields, base: AlertForm) -> str | None:
        """Return the words; None when there are none, or when they may not be sent. A name may be insisted on."""
        words = await self._typed("words", fields, WHAT_LENGTH)
        if words is None or fields.get("names") or "words" in self.wrong:
            return words
        shops = await names_nearby(self.uow, ReportId(base.report_id) if base.report_id else None)
        found = shops_in(words, shops, await off_loop(find, words))
        if not found:
            return words
        self.wrong["words"] = InvalidText("console-names", found=_quoted(words, found))
        return None

    async def _typed(
        self, name: str, fields: Fields, length: int, check: Callable[[str], None] | None = None
    ) -> str | None:
        """Return what was typed in a field if it may be sent; None for nothing, or after noting what is wrong."""
        try:
            text = tidied(fields.get(name))
            if not text:
                return None
            await checked(text, length)
            if check is not None:
                await off_loop(check, text)
        except InvalidText as error:
            self.wrong[name] = error
            return None
        return text

    def _heard(self, fields: Fields) -> datetime:
        """Return when the drafter told it, never later than now."""
        seconds = _number(fields.get("heard"))
        return self.now if seconds is None else datetime.fromtimestamp(min(seconds, int(self.now.timestamp())), UTC)

    def _moment(self, name: str, fields: Fields, *, is_future: bool) -> datetime | None:
        text = fields.get(name)
        if not text:
            return None
        try:
            found = [one for one in moments(text, self.zone) if (one > self.now) is is_future]
        except (ValueError, OverflowError):
            self.wrong[name] = InvalidText("console-moment")
            return None
        if not found:
            self.wrong[name] = InvalidText("moment-is-past" if is_future else "moment-is-future")
            return None
        if is_future and found[0] > self.now + LONGEST_LIVE:
            self.wrong[name] = InvalidText("too-far-away", days=LONGEST_LIVE.days)
            return None
        return found[0 if is_future else -1]

    async def _placed(self, form: AlertForm, fields: Fields, base: AlertForm) -> AlertForm:
        """Return the form with its place, and with whom its drafter may reach there."""
        region = await self._region(fields)
        form = form.changed(region=region)
        try:
            place = await self._place(fields, base.place)
            if place is None or is_of_several(place):
                return form.changed(place=place)
            group = _number(fields.get("audience"))
            asked = form.changed(kvo_group_id=group, what=None)
            placed = await with_audiences(asked, place.place, self.uow, self.actor, self.now)
            if group is not None and group not in placed.groups:
                self.wrong["audience"] = NotAllowed("outside-group")
            if region is not None and placed.region is None:
                self.wrong["area" if fields.get("area") else "audience"] = NotAllowed("outside-scope")
            return placed.changed(place=place)
        except (InvalidPostcode, InvalidText, NotAllowed) as error:
            self.wrong["place"] = error
            return form.changed(place=None)

    async def _region(self, fields: Fields) -> Scope | None:
        """Return the region that was chosen, or that was typed where no other audience was."""
        chosen, typed = fields.get("audience"), fields.get("area")
        try:
            if chosen not in ("", AREA):
                return None if _number(chosen) is not None else region_of(chosen)
            if typed:
                return await find_region(self.uow, tidied(typed)[:AREA_LENGTH])
        except InvalidText as error:
            self.wrong["area"] = error
        except Rejected as error:
            self.wrong["audience"] = error
        if chosen == AREA and not typed:
            self.missing["area"] = Rejected("compose-no-area")
        return None

    async def _place(self, fields: Fields, before: PlaceFound | None) -> PlaceFound | None:
        """Return the place that is meant: the one before while its postcode stays the same."""
        text, part = fields.get("place"), fields.get("part")
        if before is not None and text == before.code and not is_of_several(before) and not part:
            return before
        if not text:
            return None
        found = await find_place(self.uow, tidied(text), allow_pc4=True)
        if is_of_several(found):
            parts = await parts_of(self.uow, found)
            known = {part_value(found, number): one for number, one in enumerate(parts, 1)}
            return chosen_part(found, known[part]) if part in known else found
        if found.doubt is not None:
            raise InvalidPostcode(str(found.doubt), code=found.code)
        return found

    def _chosen(self, form: AlertForm, fields: Fields) -> AlertForm:
        """Return the form with its reach, branches, severity and label as they were chosen."""
        reach, km = fields.get("reach").lower().removesuffix("km").strip(), None
        if reach and form.kvo_group_id is None and form.region is None:
            km = int(reach) if reach.isascii() and reach.isdigit() and len(reach) <= 3 else 0
            if not 1 <= km <= MOST_REACH_KM:
                self.wrong["reach"], km = InvalidText("no-kilometres"), None
        every = bool(fields.get("every"))
        branches = frozenset(one for one in Branch if one in fields.chosen("branches"))
        if form.own_branch is not None:
            every, branches = False, frozenset({form.own_branch})
        proposed = frozenset(name for name in DEFAULTED if fields.is_proposed(name))
        return form.changed(
            reach_km=km,
            all_branches=every,
            branches=frozenset() if every else branches,
            severity=_one_of(Severity, fields.get("severity")),
            tlp=_one_of(Tlp, fields.get("tlp")),
            by_default=proposed if form.region is None else proposed - {"reach"},
        )

    def _proposed(self, form: AlertForm, *, keeps: bool) -> AlertForm:
        """Return the form with every open field proposed; a field with something wrong is no open one."""
        proposed = with_defaults(form.changed(by_default=frozenset()) if keeps else form, self.now)
        if proposed.region is not None and not proposed.branches:
            self.missing["branches"] = Rejected("region-branches")
        names = frozenset((proposed.by_default | form.by_default) - self.wrong.keys())
        return proposed.changed(by_default=names)

    async def _labelled(self, form: AlertForm, fields: Fields) -> AlertForm:
        """Check the label, and return the form with who else may read a RED notice."""
        try:
            assert form.tlp is not None, "it was proposed"
            check_label(form.tlp, form.severity, form.kvo_group_id)
        except Rejected as error:
            self.wrong["tlp"] = error
        try:
            check_urgency(form.region, form.severity)
        except Rejected as error:
            self.wrong["severity"] = error
        named = frozenset(_number(one) for one in fields.chosen("named"))
        whole = form.changed(what=form.what or "-", named=frozenset())
        nameable = await find_nameable(whole, self.uow, self.actor.member.id, self.now)
        return form.changed(named=frozenset(named & {int(one.member_id) for one in nameable}))

    async def _written(self, form: AlertForm) -> AlertForm:
        """Return the form with its text; none where its words are refused."""
        if "words" in self.wrong:
            return form.changed(what=None)
        try:
            return await with_text(form, self.t)
        except InvalidText as error:
            self.wrong["words"] = error
            return form.changed(what=None)

    def _outside(self, error: NotAllowed) -> None:
        self.wrong["place"] = error

    def _find_missing(self, form: AlertForm) -> None:
        """Note the fields without which there is no notice yet."""
        needed = {
            "kind": (Rejected("compose-no-kind"), form.kind is None),
            "place": (Rejected("compose-no-place"), form.place is None),
            "part": (Rejected("compose-which-place"), is_of_several(form.place)),
            "audience": (Rejected("compose-no-group"), form.is_for_group and form.kvo_group_id is None),
        }
        for name, (error, is_open) in needed.items():
            if is_open and name not in self.wrong:
                self.missing[name] = error


def _either(told: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the values of each field of the modus operandi that the words told, from those the page carries."""
    return {
        field: values
        for field, known in MO_FIELDS.items()
        if (values := tuple(value for value in known if f"{field}.{value}" in told))
    }


def _one_of(kind: type[E], value: str) -> E | None:
    return kind(value) if value in set(kind) else None


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def _quoted(text: str, found: Sequence[Found]) -> str:
    return ", ".join(dict.fromkeys(text[one.start : one.end] for one in found))
