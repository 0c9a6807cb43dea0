"""The readers of a TLP:RED alert besides the police: coordinators named by function."""

from alerts.errors import InvalidText
from alerts.services.alert.find_nameable import find_nameable
from alerts.tlp import Tlp
from bot.conversation.callbacks import safe_id
from bot.conversation.form import Answer, Choice, Picked, Question, Stay, marked
from bot.conversation.request import Request
from bot.forms.alert.draft import AlertDraft
from texts.html import Html
from texts.phrases import Phrases
from texts.roles import function_words

_DONE = "done"


async def with_nameable(draft: AlertDraft, request: Request) -> AlertDraft:
    """Return the draft with the coordinators whom a RED alert concerns and whose role does not admit them."""
    nameable = {
        int(grant.member_id): await function_words(request.uow, [grant], request.t)
        for grant in await find_nameable(draft, request.uow, request.person().id, request.now)
    }
    return draft.changed(nameable=nameable, named=frozenset(draft.named & nameable.keys()))


def named_line(draft: AlertDraft, t: Phrases) -> Html:
    """List the functions of the named readers; empty if nobody is named."""
    words = [draft.nameable[one] for one in sorted(draft.named) if one in draft.nameable]
    return t("named-too", tlp=Tlp.RED, who=", ".join(words)) if words else Html("")


async def ask_named(draft: AlertDraft, request: Request) -> Question:
    """Ask which coordinators may read the alert too."""
    t = request.t
    rows = [
        (Choice(marked(words[:1].upper() + words[1:], member in draft.named), str(member)),)
        for member, words in draft.nameable.items()
    ]
    done = t.plain("named-done", count=len(draft.named))
    return Question(t("named-ask", tlp=Tlp.RED), (*rows, (Choice(done, _DONE),)))


async def take_named(draft: AlertDraft, answer: Answer, _request: Request) -> AlertDraft | Stay[AlertDraft]:
    """Toggle one coordinator, or continue."""
    value = answer.value if isinstance(answer, Picked) else ""
    if value == _DONE:
        return draft
    if safe_id(value) not in draft.nameable:
        raise InvalidText("tap-a-button")
    return Stay(draft.changed(named=draft.named ^ {safe_id(value)}))
