"""Dialogues: where people are in forms. The stepping is written once, here.

The row in the database is the truth: it holds the draft, the step, and whether its question is still to be sent.
A button carries the version of the question that it belongs to, so a stale one cannot move anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from pydantic import ValidationError

from alerts.errors import NotFound, Rejected
from alerts.guard import Finding, Found, find
from alerts.ports import Dialogue
from bot.callbacks import Press, button
from bot.form import Answer, Detour, Draft, Form, Picked, Question, Stay, Step, Typed
from bot.logs import logger
from bot.mending import ACCEPTED_NAMES, MEND, mended, offer, refusals, without_offer
from bot.message import Button, Keyboard, LocationKeyboard, Message, NoKeyboard
from bot.replies import Edit, Prompt, Replies, Reply, Say, Strip, Toast
from bot.scene import Scene

LASTS = timedelta(days=1)
PICK, BACK, SKIP, SAVE, CANCEL, RESUME, RESTART = "pick", "back", "skip", "save", "cancel", "resume", "restart"
VERBS = (PICK, BACK, SKIP, SAVE, CANCEL, RESUME, RESTART, MEND)
_DETOUR = ">"

log = logger()


class Dialogues:
    """Moves people through forms."""

    def __init__(self, forms: Mapping[str, Form[Any]]) -> None:
        self._forms = forms

    async def begin(self, form: str, scene: Scene, argument: str = "") -> Replies:
        """Start a form; if another is under way, ask which of the two to go on with."""
        under_way = await self.under_way(scene)
        if under_way is not None:
            return [Say(self._which(under_way, form, argument, scene))]
        return await self._open(form, argument, scene)

    async def under_way(self, scene: Scene) -> Dialogue | None:
        """The dialogue that this person is in, unless it expired or no form of this release knows it."""
        dialogue = await scene.uow.dialogues.get(scene.key)
        if dialogue is None or dialogue.expires_at <= scene.now:
            return None
        if not self._knows(dialogue):
            log.warning("dialogue_forgotten", form=dialogue.form, step=dialogue.step)
            await scene.uow.dialogues.remove(scene.key)
            return None
        return dialogue

    def _knows(self, dialogue: Dialogue) -> bool:
        form = self._forms.get(dialogue.form)
        if form is None or dialogue.step not in {step.name for step in form.steps}:
            return False
        try:
            self._draft(dialogue)
        except ValidationError:
            return False
        return True

    async def answer(self, answer: Answer, scene: Scene) -> Replies | None:
        """Something typed or shared; None when no dialogue waits for it."""
        dialogue = await self.under_way(scene)
        if dialogue is None:
            return None
        await self._check(dialogue, scene)
        return await self._take(dialogue, answer, scene, pressed=False)

    async def press(self, press: Press, scene: Scene) -> Replies:
        """A button of a question."""
        dialogue = await self.under_way(scene)
        if dialogue is None or (dialogue.version != press.version and press.verb != RESUME):
            return _stale(scene)
        if press.verb not in (CANCEL, RESTART):
            await self._check(dialogue, scene)
        match press.verb:
            case "pick":
                return await self._take(dialogue, Picked(press.entity), scene, pressed=True)
            case "back":
                return await self._back(dialogue, scene)
            case "skip":
                return await self._skip(dialogue, scene)
            case "save":
                return await self._save(dialogue, scene)
            case "mend":
                return await self._mended(dialogue, press.entity, scene)
            case "resume":
                return [*await self._prompt(dialogue, scene)]
            case "restart":
                form, _, argument = press.entity.partition(".")
                await self._drop(dialogue, scene)
                return [*_strip(dialogue), *await self._open(form, argument, scene)]
            case _:
                return await self._cancel(dialogue, scene)

    async def ask_again(self, scene: Scene) -> Prompt | None:
        """The question of the dialogue under way as it stands, for a restart that cannot tell whether it was sent."""
        dialogue = await self.under_way(scene)
        return (await self._prompt(dialogue, scene))[0] if dialogue else None

    async def _check(self, dialogue: Dialogue, scene: Scene) -> None:
        check = self._forms[dialogue.form].check
        if check is not None:
            await check(scene)

    async def _open(self, name: str, argument: str, scene: Scene) -> Replies:
        form = self._forms.get(name)
        if form is None:  # only an altered client asks for it
            raise NotFound
        draft = await form.open(argument, scene)
        asked = [step for step in form.steps if step.applies(draft)]
        first = form.step(form.first(draft)) if form.first else asked[0]
        if first.enter is not None:
            draft = await first.enter(draft, scene)
        dialogue = Dialogue(
            key=scene.key,
            form=form.name,
            step=first.name,
            draft=draft.model_dump(mode="json"),
            trail=tuple(step.name for step in asked[: asked.index(first)]),
            version=int(scene.now.timestamp()) % 10**7 * 100,  # none of an earlier dialogue here, and 31 bits
            prompt_due=True,
            prompt_message=None,
            expires_at=scene.now + LASTS,
            language=scene.language,
        )
        return await self._put_and_ask(dialogue, scene)

    async def _take(
        self, dialogue: Dialogue, answer: Answer, scene: Scene, *, pressed: bool, accepts_names: bool = False
    ) -> Replies:
        form = self._forms[dialogue.form]
        step = form.step(dialogue.step)
        allowed = step.allows | ACCEPTED_NAMES if accepts_names else step.allows
        found = find(answer.text, allowed=allowed) if isinstance(answer, Typed) else []
        try:
            taken = await step.take(self._draft(dialogue), answer, scene)
            if isinstance(answer, Typed) and found:
                return await self._offer(dialogue, answer.text, found, step, scene)
        except Rejected as error:
            if isinstance(answer, Typed) and found and error.reason in set(Finding):
                return await self._offer(dialogue, answer.text, found, step, scene)
            if pressed:
                scene.refuse(error)
                return [Toast(scene.t.plain(error.text_id, **error.fields), is_alert=True)]
            raise
        match taken:
            case Stay():
                moved = replace(dialogue, draft=taken.draft.model_dump(mode="json"))
            case Detour():
                trail = (*dialogue.trail, dialogue.step, _DETOUR + dialogue.step)
                moved = replace(dialogue, draft=taken.draft.model_dump(mode="json"), step=taken.step, trail=trail)
            case _:
                return await self._advance(dialogue, taken, scene, in_place=pressed)
        return await self._move(dialogue, moved, scene, in_place=pressed)

    async def _offer(
        self, dialogue: Dialogue, text: str, found: Sequence[Found], step: Step[Any], scene: Scene
    ) -> Replies:
        """Nothing of it is taken; the same question waits on, and what is left of the text can be had with a tap."""
        for error in refusals(found):
            scene.refuse(error)
        message, kept = offer(text, found, step, t=scene.t, version=dialogue.version)
        draft = without_offer(dialogue.draft) | kept
        await scene.uow.dialogues.put(replace(dialogue, draft=draft, expires_at=scene.now + LASTS))
        return [Say(message)]

    async def _mended(self, dialogue: Dialogue, chosen: str, scene: Scene) -> Replies:
        step = self._forms[dialogue.form].step(dialogue.step)
        choice = mended(dialogue.draft, chosen, step.allows)
        if choice is None:
            return _stale(scene)
        said = Edit(Message(scene.t("guard-taken", text=choice.text)))
        answer, accepts_names = Typed(choice.text), choice.accepts_names
        return [said, *await self._take(dialogue, answer, scene, pressed=False, accepts_names=accepts_names)]

    async def _advance(self, dialogue: Dialogue, draft: Draft, scene: Scene, *, in_place: bool) -> Replies:
        form = self._forms[dialogue.form]
        if dialogue.trail and dialogue.trail[-1].startswith(_DETOUR):
            back_to = dialogue.trail[-1].removeprefix(_DETOUR)
            moved = replace(dialogue, draft=draft.model_dump(mode="json"), step=back_to, trail=dialogue.trail[:-2])
            return await self._move(dialogue, moved, scene, in_place=in_place)
        following = form.after(dialogue.step, draft)
        if following is None:
            had_location = await self._had_location(dialogue, scene)
            await scene.uow.dialogues.remove(scene.key)
            said = await form.finish(draft, scene)
            noted = _noted(scene) if had_location and not any(_takes_away(one) for one in said) else []
            return [*_strip(dialogue), *noted, *said]
        moved = replace(
            dialogue,
            draft=draft.model_dump(mode="json"),
            step=following.name,
            trail=(*dialogue.trail, dialogue.step),
        )
        return await self._move(dialogue, moved, scene, in_place=in_place)

    async def _back(self, dialogue: Dialogue, scene: Scene) -> Replies:
        if not dialogue.trail:
            return _stale(scene)
        if dialogue.trail[-1].startswith(_DETOUR):
            moved = replace(dialogue, step=dialogue.trail[-2], trail=dialogue.trail[:-2])
        else:
            moved = replace(dialogue, step=dialogue.trail[-1], trail=dialogue.trail[:-1])
        return await self._move(dialogue, moved, scene, in_place=True)

    async def _skip(self, dialogue: Dialogue, scene: Scene) -> Replies:
        form = self._forms[dialogue.form]
        if not form.step(dialogue.step).is_skippable:
            return _stale(scene)
        return await self._advance(dialogue, self._draft(dialogue), scene, in_place=True)

    async def _save(self, dialogue: Dialogue, scene: Scene) -> Replies:
        form = self._forms[dialogue.form]
        if form.save is None:
            return _stale(scene)
        await scene.uow.dialogues.remove(scene.key)
        return [*_strip(dialogue), *await form.save(self._draft(dialogue), scene)]

    async def _cancel(self, dialogue: Dialogue, scene: Scene) -> Replies:
        said = await self._drop(dialogue, scene)
        return [*_strip(dialogue), Say(Message(scene.t(said or "dialogue-cancelled"), NoKeyboard()))]

    async def _drop(self, dialogue: Dialogue, scene: Scene) -> str | None:
        form = self._forms[dialogue.form]
        await scene.uow.dialogues.remove(scene.key)
        return await form.discard(self._draft(dialogue), scene) if form.discard else None

    async def _move(self, before: Dialogue, after: Dialogue, scene: Scene, *, in_place: bool) -> Replies:
        is_same_question = in_place and before.step == after.step  # of several quick taps on it each counts
        entered = await self._entered(before, after, scene)
        moved = replace(
            entered,
            draft=without_offer(entered.draft),
            version=before.version if is_same_question else before.version + 1,
            prompt_due=True,
            expires_at=scene.now + LASTS,
        )
        had_location = before.step != after.step and await self._had_location(before, scene)
        asked = await self._put_and_ask(moved, scene)
        prompt = asked[0]
        assert isinstance(prompt, Prompt)
        if in_place and not had_location and len(prompt.messages) == 1:
            return [replace(prompt, in_place=True)]
        return [*_strip(before), *(_noted(scene) if had_location else []), *asked]

    async def _had_location(self, dialogue: Dialogue, scene: Scene) -> bool:
        left = await self._question(dialogue, self._draft(dialogue), scene)
        return any(isinstance(one.keyboard, LocationKeyboard) for one in left.before)

    async def _entered(self, before: Dialogue, after: Dialogue, scene: Scene) -> Dialogue:
        form = self._forms[after.form]
        enter = form.step(after.step).enter
        if enter is None or before.step == after.step:
            return after
        draft: Draft = await enter(self._draft(after), scene)
        return replace(after, draft=draft.model_dump(mode="json"))

    async def _put_and_ask(self, dialogue: Dialogue, scene: Scene) -> list[Reply]:
        await scene.uow.dialogues.put(dialogue)
        return [*await self._prompt(dialogue, scene)]

    def _draft(self, dialogue: Dialogue) -> Draft:
        draft: Draft = self._forms[dialogue.form].model.model_validate(dialogue.draft)
        return draft

    async def _question(self, dialogue: Dialogue, draft: Draft, scene: Scene) -> Question:
        return await self._forms[dialogue.form].step(dialogue.step).ask(draft, scene)

    async def _prompt(self, dialogue: Dialogue, scene: Scene) -> list[Prompt]:
        draft = self._draft(dialogue)
        question = await self._question(dialogue, draft, scene)
        rows = [
            *(tuple(button(one.label, PICK, one.value, dialogue.version) for one in row) for row in question.rows),
            *((link,) for link in question.links),
            *self._navigation(dialogue, scene),
        ]
        keyboard = Keyboard(tuple(rows)) if rows else None
        message = Message(question.text, keyboard, is_protected=draft.is_protected)
        return [Prompt(dialogue.key, dialogue.version, (*question.before, message))]

    def _navigation(self, dialogue: Dialogue, scene: Scene) -> list[tuple[Button, ...]]:
        form = self._forms[dialogue.form]
        t, version = scene.t, dialogue.version
        row = [button(t.plain("nav-back"), BACK, version=version)] if dialogue.trail else []
        if form.step(dialogue.step).is_skippable:
            row.append(button(t.plain("nav-skip"), SKIP, version=version))
        if form.save is not None:
            row.append(button(t.plain("nav-save"), SAVE, version=version))
        if form.can_cancel:
            row.append(button(t.plain("nav-cancel"), CANCEL, version=version))
        return [tuple(row[:2]), tuple(row[2:])] if len(row) > 2 else [tuple(row)] if row else []

    def _which(self, under_way: Dialogue, form: str, argument: str, scene: Scene) -> Message:
        t = scene.t
        wanted = f"{form}.{argument}" if argument else form
        text = t("dialogue-which", current=t.plain(f"form-{under_way.form}"), wanted=t.plain(f"form-{form}"))
        resume = t.plain("dialogue-resume", current=t.plain(f"form-{under_way.form}"))
        is_same = under_way.form == form
        restart = t.plain("dialogue-anew" if is_same else "dialogue-restart", wanted=t.plain(f"form-{form}"))
        return Message(text).with_keyboard(
            (button(resume, RESUME, version=under_way.version),),
            (button(restart, RESTART, wanted, under_way.version),),
        )


def _stale(scene: Scene) -> list[Reply]:
    """The question of that button was answered before, or never had it."""
    scene.refuse("dialogue-stale")
    return [Toast(scene.t.plain("dialogue-stale"))]


def _noted(scene: Scene) -> list[Reply]:
    return [Say(Message(scene.t("dialogue-noted"), NoKeyboard()))]


def _takes_away(reply: Reply) -> bool:
    return isinstance(reply, Say) and isinstance(reply.message.keyboard, NoKeyboard)


def _strip(dialogue: Dialogue) -> list[Reply]:
    return [Strip(dialogue.prompt_message)] if dialogue.prompt_message else []
