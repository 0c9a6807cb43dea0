"""Emergency words at any question are answered with 112 first."""

import pytest

from bot.forms import FORMS
from tests.bot.conversation.questions import DRAFTS, FREE, ON_ANSWERS, stand_at
from tests.bot.conversation.test_too_long_answers import NAMES, everybody
from tests.bot.town import Town

# Texts that coordinators write about what happened: a knife in them is no cry.
OF_COORDINATORS = {(form, step) for form, step in FREE - NAMES if form not in ("report", "addition")}


@pytest.mark.parametrize("words", ["help!", "hij heeft een mes", "overval!!"])
async def test_danger_at_any_question_is_answered_with_112_first(town: Town, words: str) -> None:
    """Before anything else, at every question but those for a coordinator's own text; the first question of a report is
    about 112 itself."""
    person = await everybody(town)
    first, silent = (person.t("typed-first"), person.t("report-safety")), set()
    for form in FORMS:
        draft = form.model.model_validate(DRAFTS.get(form.name, {})).model_dump(mode="json")
        for step in form.steps:
            await stand_at(person, form.name, step.name, draft)
            before = len(person.bubbles)
            await person.types(words)
            if not any(one.text.startswith(first) for one in person.bubbles[before : before + 1]):
                silent.add((form.name, step.name))
    there = {("correction", "preview"), ("extension", "until"), ("answer", "text")}  # they need what was sent or asked
    assert not silent - OF_COORDINATORS - ON_ANSWERS - there
