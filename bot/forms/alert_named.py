"""Who reads a TLP:RED notice besides the police: coordinators who are named, each by a function."""

from alerts.egress import admits_coordinator
from alerts.errors import InvalidText
from alerts.services.publish_alert import grants_touched
from alerts.severity import Tlp
from bot.callbacks import safe_id
from bot.form import Answer, Choice, Picked, Question, Stay, marked
from bot.forms.alert_draft import AlertDraft
from bot.message import Html
from bot.render.role import function_words
from bot.scene import Scene
from bot.texts import Phrases

_DONE = "done"


async def with_nameable(draft: AlertDraft, scene: Scene) -> AlertDraft:
    """The draft with the coordinators whom a RED notice touches and who do not get it by their role."""
    if draft.tlp is not Tlp.RED or draft.missing is not None:
        return draft.changed(nameable={}, named=frozenset())
    unnamed = draft.changed(named=frozenset()).content()
    nameable = {
        int(grant.member_id): await function_words(scene.uow, [grant], scene.t)
        for grant in await grants_touched(scene.uow, unnamed, scene.now)
        if grant.member_id != scene.person().id and not admits_coordinator(unnamed, grant.member_id, grant)
    }
    return draft.changed(nameable=nameable, named=frozenset(draft.named & nameable.keys()))


def named_line(draft: AlertDraft, t: Phrases) -> Html:
    """Who reads it though it is RED; empty when nobody is named."""
    words = [draft.nameable[one] for one in sorted(draft.named) if one in draft.nameable]
    return t("named-too", tlp=Tlp.RED, who=", ".join(words)) if words else Html("")


async def ask_named(draft: AlertDraft, scene: Scene) -> Question:
    """Tick those who should read it too."""
    t = scene.t
    rows = [
        (Choice(marked(words[:1].upper() + words[1:], member in draft.named), str(member)),)
        for member, words in draft.nameable.items()
    ]
    done = t.plain("named-done", count=len(draft.named))
    return Question(t("named-ask", tlp=Tlp.RED), (*rows, (Choice(done, _DONE),)))


async def take_named(draft: AlertDraft, answer: Answer, _scene: Scene) -> AlertDraft | Stay[AlertDraft]:
    """Toggle one, or go on."""
    value = answer.value if isinstance(answer, Picked) else ""
    if value == _DONE:
        return draft
    if safe_id(value) not in draft.nameable:
        raise InvalidText("tap-a-button")
    return Stay(draft.changed(named=draft.named ^ {safe_id(value)}))
