"""/logboek: what was done, for the police in matters of their scope, for administrators about people and settings."""

from telegram import Update

from alerts.audit import PERSON
from alerts.errors import NotFound
from alerts.role import Action
from alerts.services.read_audit import AuditPage, Part, Wanted, parts_of, read_audit, wanted_by
from bot.callbacks import button, safe_id
from bot.context import Context
from bot.handlers.matching import Handler, command, pressed
from bot.message import Button, Message, in_rows, paragraphs
from bot.render.audit import audit_line
from bot.replies import Edit, Replies, Say
from bot.scene import Scene

_KEYS = {"alert": "a", "report": "m", PERSON: "p"}
_ENTITIES = {key: entity for entity, key in _KEYS.items()}


def handlers() -> list[Handler]:
    """The command, and its pages and parts."""
    return [command("logboek", "audit", show), pressed("audit", turn)]


async def show(_update: Update, context: Context) -> Replies:
    """The newest; with a number behind the command all about that alert, report or person."""
    scene, typed = context.scene, " ".join(context.args or [])
    await scene.check_may(Action.READ_AUDIT)
    try:
        wanted = await wanted_by(scene.uow, typed) if typed else Wanted()
    except NotFound:
        return [Say(Message(scene.t("audit-no-such-number")))]
    return [Say(await _page(scene, wanted, None))]


async def turn(_update: Update, context: Context) -> Replies:
    """Another part, or what was before what is shown: `PART.ROW`."""
    key, _, before = context.press.entity.partition(".")
    return [Edit(await _page(context.scene, _wanted(key), safe_id(before) or None))]


def _wanted(key: str) -> Wanted:
    """`week`, or `a12` for one alert, `m12` for one report, `p12` for one person. Raises NotFound for anything else."""
    part = next((one for one in Part if one == key), None)
    if part is not None:
        return Wanted(part)
    entity, number = _ENTITIES.get(key[:1]), safe_id(key[1:])
    if entity is None or not number:
        raise NotFound
    return Wanted(entity=entity, entity_id=number)


def _key(wanted: Wanted) -> str:
    return wanted.part.value if wanted.entity is None else f"{_KEYS[wanted.entity]}{wanted.entity_id}"


async def _page(scene: Scene, wanted: Wanted, before: int | None) -> Message:
    t = scene.t
    page = await read_audit(scene.uow, scene.actor, wanted, before=before, now=scene.now)
    title = t("audit-title-about") if wanted.entity else t("audit-title", part=t.plain(f"audit-part-{wanted.part}"))
    lines = [await audit_line(row, scene.view()) for row in page.rows]
    none = t("audit-none-yet" if page.before is not None else "audit-none")
    text = paragraphs(title, *lines, "" if lines else none, t("audit-hint"))
    return Message(text, is_protected=True).with_keyboard(*_buttons(scene, wanted, page, before))


def _buttons(scene: Scene, wanted: Wanted, page: AuditPage, before: int | None) -> tuple[tuple[Button, ...], ...]:
    t, key = scene.t, _key(wanted)
    rows: list[tuple[Button, ...]] = []
    if page.before is not None:
        rows.append((button(t.plain("audit-older"), "audit", f"{key}.{page.before}"),))
    if before is not None:
        rows.append((button(t.plain("audit-newest"), "audit", key),))
    others = [one for one in parts_of(scene.actor, scene.now) if wanted.entity is not None or one is not wanted.part]
    chosen = [button(t.plain(f"audit-part-{one}"), "audit", one) for one in others]
    return (*rows, *in_rows(chosen, 2))
