"""Nothing typed is thrown away without a button that takes it up, at any question."""

from bot.forms import FORMS
from tests.bot.conversation.questions import DRAFTS, ON_ANSWERS, stand_at
from tests.bot.conversation.test_too_long_answers import everybody
from tests.bot.reporting import under_way
from tests.bot.town import Town

SENTENCE = "Gisteren filmden twee jongens de kluis van een winkel en keken lang rond."
# Questions that take the sentence, after which something is missing that whoever really stands there has.
TAKEN_THERE = {
    ("subscribe", "branch"),
    ("alert", "reason"),
    *(("correction", step) for step in ("more", "preview", "what", "reason")),
    ("extension", "until"),
    ("decision", "comment"),
    ("objection", "objection"),
    *((form, "text") for form in ("line", "question", "answer")),
}


async def test_a_sentence_at_any_question_is_taken_or_can_be_taken_up(town: Town) -> None:
    """It is the answer, belongs to the report that is open, or has a button that begins a report or a notice."""
    person = await everybody(town)
    takes_up = tuple(person.t.plain(one) for one in ("typed-happened", "typed-notice", "typed-report"))
    lost = set()
    for form in FORMS:
        draft = form.model.model_validate(DRAFTS.get(form.name, {})).model_dump(mode="json")
        for step in form.steps:
            await stand_at(person, form.name, step.name, draft)
            before = len(person.bubbles)
            await person.types(SENTENCE)
            after = await under_way(person)
            is_taken = after is None or (after.step, after.draft) != (step.name, draft)
            buttons = {one.label for bubble in person.bubbles[before:] for one in bubble.buttons}
            if not is_taken and not any(label.startswith(takes_up) for label in buttons):
                lost.add((form.name, step.name))
    assert TAKEN_THERE | ON_ANSWERS >= lost
