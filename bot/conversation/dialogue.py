"""Dialogues: move people through forms, step by step.

The row in the database decides: it holds the draft, the step, and whether its question is still to be sent. A button
carries the version of the question that it belongs to, so a stale one cannot move anything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from pydantic import ValidationError

from alerts.errors import NotFound, Rejected
from alerts.guard import Found
from alerts.ports import Dialogue
from bot.conversation.callbacks import Press
from bot.conversation.form import Answer, Detour, Draft, Form, Picked, Question, Stay, Step, Then, Typed, Words
from bot.conversation.message import LocationKeyboard, Message
from bot.conversation.question_change import last_line, next_question
from bot.conversation.question_message import BACK, CANCEL, PICK, RESTART, RESUME, SAVE, SKIP, prompt_of, which_of_two
from bot.conversation.redaction import (
    ACCEPTED_NAMES,
    MEND,
    findings,
    found_after,
    mended,
    offer,
    offer_beginning,
    with_kept,
    without_offer,
)
from bot.conversation.replies import Edit, Prompt, Replies, Reply, Say, Toast
from bot.conversation.request import Request
from bot.conversation.trail import after_detour, back, is_on_detour, on_detour, onwards
from bot.conversation.typed_answer import check_typed, is_about_danger, whole_answer
from bot.logs import logger
from texts.html import Html

LASTS = timedelta(days=1)
VERBS = (PICK, BACK, SKIP, SAVE, CANCEL, RESUME, RESTART, MEND)

log = logger()


class Dialogues:
    """Moves people through forms."""

    def __init__(self, forms: Mapping[str, Form[Any]]) -> None:
        self._forms = forms

    async def begin(self, form: str, request: Request, argument: str = "", told: Typed | None = None) -> Replies:
        """Start a form; if another is under way, ask which of the two to go on with. What was `told` already is taken
        at the first step, which is asked only if that does not fit."""
        under_way = await self.under_way(request)
        if under_way is not None:
            return [Say(which_of_two(under_way, form, argument, request.t))]
        if told is None:
            return [await self._open(form, argument, request)]
        return await self._open_with(form, argument, told, request)

    async def under_way(self, request: Request) -> Dialogue | None:
        """Return the dialogue that this person is in, unless it expired or no form of this release knows it."""
        dialogue = await request.uow.dialogues.get(request.key)
        if dialogue is None or dialogue.expires_at <= request.now:
            return None
        if not self._knows(dialogue):
            log.warning("dialogue_forgotten", form=dialogue.form, step=dialogue.step)
            await request.uow.dialogues.remove(request.key)
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

    async def answer(self, answer: Answer, request: Request) -> Replies | None:
        """Handle an answer that was typed or shared; None when no dialogue waits for one."""
        dialogue = await self.under_way(request)
        if dialogue is None:
            return None
        await self._check(dialogue, request)
        step = self._forms[dialogue.form].step(dialogue.step)
        try:
            whole = whole_answer(answer, step, self._draft(dialogue))
        except Rejected as error:
            return await self._refused(dialogue, answer, error, request)
        return await self._take(dialogue, whole, request, pressed=False)

    async def press(self, press: Press, request: Request, told: Typed | None = None) -> Replies:
        """Handle the press of a button under a question; `told` is the text that the question answers, for which a form
        may be begun in place of this one."""
        dialogue = await self.under_way(request)
        if dialogue is None or (dialogue.version != press.version and press.verb != RESUME):
            return _stale(request)
        if press.verb not in (CANCEL, RESTART):
            await self._check(dialogue, request)
        match press.verb:
            case "pick":
                return await self._take(dialogue, Picked(press.entity), request, pressed=True)
            case "back":
                return await self._back(dialogue, request)
            case "skip":
                return await self._skip(dialogue, request)
            case "save":
                return await self._save(dialogue, request)
            case "mend":
                return await self._mended(dialogue, press.entity, request)
            case "resume":
                return next_question(dialogue, await self._prompt(dialogue, request), begins=None, is_pressed=True)
            case "restart":
                return await self._restart(dialogue, press.entity, told, request)
            case _:
                return await self._cancel(dialogue, request)

    async def ask_again(self, request: Request) -> Prompt | None:
        """Return the current question of the dialogue, for a restart that cannot tell whether it was sent; None
        without."""
        dialogue = await self.under_way(request)
        return await self._prompt(dialogue, request) if dialogue else None

    async def _check(self, dialogue: Dialogue, request: Request) -> None:
        check = self._forms[dialogue.form].check
        if check is not None:
            await check(request)

    async def _restart(self, dialogue: Dialogue, wanted: str, told: Typed | None, request: Request) -> Replies:
        form, _, argument = wanted.partition(".")
        begins = await self._line_after_location(dialogue, self._draft(dialogue), request)
        await self._drop(dialogue, request)
        if told is not None:
            said = await self._open_with(form, argument, told, request)
            return last_line(dialogue, said, begins=begins, is_pressed=True)
        return next_question(dialogue, await self._open(form, argument, request), begins=begins, is_pressed=True)

    async def _open(self, name: str, argument: str, request: Request) -> Prompt:
        return await self._put_and_ask(await self._opened(name, argument, request), request)

    async def _open_with(self, name: str, argument: str, told: Typed, request: Request) -> Replies:
        dialogue = replace(await self._opened(name, argument, request), prompt_due=False)
        return await self._take(dialogue, told, request, pressed=False)

    async def _opened(self, name: str, argument: str, request: Request) -> Dialogue:
        form = self._forms.get(name)
        if form is None:  # only an altered client asks for an unknown form
            raise NotFound
        draft = await form.open(argument, request)
        asked = [step for step in form.steps if step.applies(draft)]
        first = form.step(form.first(draft)) if form.first else asked[0]
        if first.enter is not None:
            draft = await first.enter(draft, request)
        return Dialogue(
            key=request.key,
            form=form.name,
            step=first.name,
            draft=draft.model_dump(mode="json"),
            trail=tuple(step.name for step in asked[: asked.index(first)]),
            version=int(request.now.timestamp()) % 10**7 * 100,  # differs from earlier dialogues here, within 31 bits
            prompt_due=True,
            prompt_message=None,
            expires_at=request.now + LASTS,
            language=request.language,
        )

    async def _take(
        self, dialogue: Dialogue, answer: Answer, request: Request, *, pressed: bool, accepts_names: bool = False
    ) -> Replies:
        form = self._forms[dialogue.form]
        step = form.step(dialogue.step)
        allowed = step.allows | ACCEPTED_NAMES if accepts_names else step.allows
        try:
            check_typed(answer, step)
            draft = self._draft(dialogue)
            taken = await step.take(draft, answer, request)
        except Rejected as error:
            if isinstance(answer, Typed) and (found := await found_after(error, answer.text, allowed)):
                return await self._offer(dialogue, answer.text, found, step, request, accepts_names=accepts_names)
            request.refuse(error)
            if pressed:
                return [Toast(request.t.plain(error.text_id, **error.fields), is_alert=True)]
            return await self._refused(dialogue, answer, error, request)
        # The guard runs last, so that an answer refused by its step (too long, no postcode) costs it nothing.
        if isinstance(answer, Typed) and (found := await findings(answer.text, step, draft, request, allowed)):
            said = await self._offer(dialogue, answer.text, found, step, request, accepts_names=accepts_names)
        else:
            said = await self._go_on(dialogue, taken, request, in_place=pressed)
        is_danger = step.words is Words.ACCOUNT and is_about_danger(answer)
        return [Say(Message(request.t("typed-first"))), *said] if is_danger else said

    async def _go_on(
        self, dialogue: Dialogue, taken: Draft | Stay[Draft] | Detour[Draft], request: Request, *, in_place: bool
    ) -> Replies:
        match taken:
            case Stay():
                moved = replace(dialogue, draft=taken.draft.model_dump(mode="json"))
            case Detour():
                moved = on_detour(dialogue, taken)
            case _:
                return await self._advance(dialogue, taken, request, in_place=in_place)
        return await self._move(dialogue, moved, request, in_place=in_place)

    async def _refused(self, dialogue: Dialogue, answer: Answer, error: Rejected, request: Request) -> Replies:
        """Ask the question again, below why the answer is none, or below 112 if it is about danger."""
        above = request.t("typed-first") if is_about_danger(answer) else request.t(error.text_id, **error.fields)
        form, draft = self._forms[dialogue.form], self._draft(dialogue)
        step, version = form.step(dialogue.step), dialogue.version
        kept, links = await offer_beginning(answer, error, step, draft, request, version=version)
        request.has_answered = bool(kept)
        values = without_offer(dialogue.draft) | kept
        open_again = replace(dialogue, draft=values, prompt_due=True, expires_at=request.now + LASTS)
        await request.uow.dialogues.put(open_again)
        question = (await self._question(dialogue, draft, request)).below(above, links)
        prompt = prompt_of(open_again, form, question, draft, request.t)
        return next_question(dialogue, prompt, begins=None, is_pressed=False)

    async def _offer(
        self,
        dialogue: Dialogue,
        text: str,
        found: Sequence[Found],
        step: Step[Any],
        request: Request,
        *,
        accepts_names: bool,
    ) -> Replies:
        """Refuse the whole answer and keep the question open; offer what is left of the text as a button."""
        message, kept = await offer(
            text, found, step, self._draft(dialogue), request, accepts_names=accepts_names, version=dialogue.version
        )
        draft = without_offer(dialogue.draft) | kept
        await request.uow.dialogues.put(replace(dialogue, draft=draft, expires_at=request.now + LASTS))
        return [Say(message)]

    async def _mended(self, dialogue: Dialogue, chosen: str, request: Request) -> Replies:
        step = self._forms[dialogue.form].step(dialogue.step)
        choice = await mended(dialogue.draft, chosen, step, self._draft(dialogue), request)
        if choice is None:
            return _stale(request)
        said = Edit(Message(request.t("guard-taken", text=choice.text)))
        answer, accepts_names = Typed(choice.text), choice.accepts_names
        return [said, *await self._take(dialogue, answer, request, pressed=False, accepts_names=accepts_names)]

    async def _advance(self, dialogue: Dialogue, draft: Draft, request: Request, *, in_place: bool) -> Replies:
        form = self._forms[dialogue.form]
        if is_on_detour(dialogue):
            return await self._move(dialogue, after_detour(dialogue, draft), request, in_place=in_place)
        following = form.after(dialogue.step, draft)
        if following is None:
            begins = await self._line_after_location(dialogue, draft, request)
            await request.uow.dialogues.remove(request.key)
            said = await self._finish(form, draft, request)
            return last_line(dialogue, said, begins=begins, is_pressed=in_place)
        return await self._move(dialogue, onwards(dialogue, following, draft), request, in_place=in_place)

    async def _finish(self, form: Form[Any], draft: Draft, request: Request) -> Replies:
        done = await form.finish(draft, request)
        if isinstance(done, Then):
            return [*await self.begin(done.form, request, done.argument), *done.replies]
        return done

    async def _back(self, dialogue: Dialogue, request: Request) -> Replies:
        if not dialogue.trail:
            return _stale(request)
        before = back(dialogue, self._forms[dialogue.form], self._draft(dialogue))
        return await self._move(dialogue, before, request, in_place=True)

    async def _skip(self, dialogue: Dialogue, request: Request) -> Replies:
        if not self._forms[dialogue.form].step(dialogue.step).is_skippable:
            return _stale(request)
        return await self._advance(dialogue, self._draft(dialogue), request, in_place=True)

    async def _save(self, dialogue: Dialogue, request: Request) -> Replies:
        form = self._forms[dialogue.form]
        if form.save is None:
            return _stale(request)
        draft = self._draft(dialogue)
        begins = await self._line_after_location(dialogue, draft, request)
        await request.uow.dialogues.remove(request.key)
        return last_line(dialogue, await form.save(draft, request), begins=begins, is_pressed=True)

    async def _cancel(self, dialogue: Dialogue, request: Request) -> Replies:
        begins = await self._line_after_location(dialogue, self._draft(dialogue), request)
        said = await self._drop(dialogue, request)
        ended = Say(Message(request.t(said or "dialogue-cancelled")))
        return last_line(dialogue, [ended], begins=begins, is_pressed=True)

    async def _drop(self, dialogue: Dialogue, request: Request) -> str | None:
        form = self._forms[dialogue.form]
        await request.uow.dialogues.remove(request.key)
        return await form.discard(self._draft(dialogue), request) if form.discard else None

    async def _move(self, before: Dialogue, after: Dialogue, request: Request, *, in_place: bool) -> Replies:
        is_same_question = in_place and before.step == after.step  # keeps its version: each quick tap counts
        entered = await self._entered(before, after, request)
        moved = replace(
            entered,
            draft=without_offer(entered.draft),
            version=before.version if is_same_question else before.version + 1,
            prompt_due=True,
            prompt_hint=None,
            expires_at=request.now + LASTS,
        )
        begins = await self._line_after_location(before, self._draft(moved), request)
        prompt = await self._put_and_ask(moved, request)
        return next_question(before, prompt, begins=begins, is_pressed=in_place)

    async def _line_after_location(self, left: Dialogue, draft: Draft, request: Request) -> Html | None:
        """Return the line that takes the location keyboard of this question away; None when it has none."""
        question = await self._question(left, self._draft(left), request)
        if not any(isinstance(one.keyboard, LocationKeyboard) for one in question.before):
            return None
        echo = self._forms[left.form].step(left.step).echo
        assert echo is not None, "a step that asks for a location says which place it understood"
        return echo(draft, request.t)

    async def _entered(self, before: Dialogue, after: Dialogue, request: Request) -> Dialogue:
        form = self._forms[after.form]
        enter = form.step(after.step).enter
        if enter is None or before.step == after.step:
            return after
        draft: Draft = await enter(self._draft(after), request)
        return replace(after, draft=draft.model_dump(mode="json"))

    async def _put_and_ask(self, dialogue: Dialogue, request: Request) -> Prompt:
        await request.uow.dialogues.put(dialogue)
        return await self._prompt(dialogue, request)

    def _draft(self, dialogue: Dialogue) -> Draft:
        draft: Draft = self._forms[dialogue.form].model.model_validate(dialogue.draft)
        return draft

    async def _question(self, dialogue: Dialogue, draft: Draft, request: Request) -> Question:
        return await self._forms[dialogue.form].step(dialogue.step).ask(draft, request)

    async def _prompt(self, dialogue: Dialogue, request: Request) -> Prompt:
        draft = self._draft(dialogue)
        question = with_kept(await self._question(dialogue, draft, request), dialogue, request.t)
        return prompt_of(dialogue, self._forms[dialogue.form], question, draft, request.t)


def _stale(request: Request) -> list[Reply]:
    """Answer a press on a question that was answered before, or that never had this button."""
    request.refuse("dialogue-stale")
    return [Toast(request.t.plain("dialogue-stale"))]
