"""/logboek: the audit log, for police about matters in scope, for administrators about people and settings."""

from telegram import Update

from alerts.audit import PERSON
from alerts.errors import NotFound
from alerts.role import Action
from alerts.services.audit.read_audit import AuditPage, Part, Wanted, parts_of, read_audit, wanted_by
from bot.conversation.callbacks import button, safe_id
from bot.conversation.message import Button, Message, in_rows
from bot.conversation.replies import Edit, Replies, Say
from bot.conversation.request import Context, Request
from bot.handlers.matching import Handler, command, pressed
from bot.render.audit import audit_line
from texts.html import paragraphs

_KEYS = {"alert": "a", "report": "m", PERSON: "p"}
_ENTITIES = {key: entity for entity, key in _KEYS.items()}


def handlers() -> list[Handler]:
    """List the handlers for the command and for its pages and parts."""
    return [command("logboek", "audit", show), pressed("audit", turn)]


async def show(_update: Update, context: Context) -> Replies:
    """Show the newest entries; with a number after the command, all entries about that alert, report or person."""
    request, typed = context.request, " ".join(context.args or [])
    await request.check_may(Action.READ_AUDIT)
    try:
        wanted = await wanted_by(request.uow, typed) if typed else Wanted()
        return [Say(await _page(request, wanted, None))]
    except NotFound as error:
        request.refuse(error)
        return [Say(Message(request.t("audit-no-such-number")))]


async def turn(_update: Update, context: Context) -> Replies:
    """Show another part or an older page: `PART.ROW` in the button's data."""
    key, _, before = context.press.entity.partition(".")
    return [Edit(await _page(context.request, _wanted(key), safe_id(before) or None))]


def _wanted(key: str) -> Wanted:
    """Parse `week`, or `a12` for an alert, `m12` for a report, `p12` for a person. Raises NotFound for anything
    else."""
    part = next((one for one in Part if one == key), None)
    if part is not None:
        return Wanted(part)
    entity, number = _ENTITIES.get(key[:1]), safe_id(key[1:])
    if entity is None or not number:
        raise NotFound
    return Wanted(entity=entity, entity_id=number)


def _key(wanted: Wanted) -> str:
    return wanted.part.value if wanted.entity is None else f"{_KEYS[wanted.entity]}{wanted.entity_id}"


async def _page(request: Request, wanted: Wanted, before: int | None) -> Message:
    t = request.t
    page = await read_audit(request.uow, request.actor, wanted, before=before, now=request.now)
    title = t("audit-title-about") if wanted.entity else t("audit-title", part=t.plain(f"audit-part-{wanted.part}"))
    lines = [await audit_line(row, request.view()) for row in page.rows]
    none = t("audit-none-yet" if page.before is not None else "audit-none")
    text = paragraphs(title, *lines, "" if lines else none, t("audit-hint"))
    return Message(text, is_protected=True).with_keyboard(*_buttons(request, wanted, page, before))


def _buttons(request: Request, wanted: Wanted, page: AuditPage, before: int | None) -> tuple[tuple[Button, ...], ...]:
    t, key = request.t, _key(wanted)
    rows: list[tuple[Button, ...]] = []
    if page.before is not None:
        rows.append((button(t.plain("audit-older"), "audit", f"{key}.{page.before}"),))
    if before is not None:
        rows.append((button(t.plain("audit-newest"), "audit", key),))
    others = [
        one for one in parts_of(request.actor, request.now) if wanted.entity is not None or one is not wanted.part
    ]
    chosen = [button(t.plain(f"audit-part-{one}"), "audit", one) for one in others]
    return (*rows, *in_rows(chosen, 2))
