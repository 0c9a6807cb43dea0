"""The form of a correction, an update or an extension: its fields with their labels, what is wrong, and what a
colleague made of them."""

from collections.abc import Iterable, Mapping

from aiohttp import web

from alerts.alert import Alert, RevisionKind
from alerts.errors import Rejected
from alerts.modus_operandi import MO_FIELDS
from alerts.severity import Severity
from console.choice import Choice
from console.guard_marks import marked
from console.pages.alerts.alerts import PATHS
from console.pages.alerts.change_views import ChangeView, Field
from console.pages.alerts.correction_fields import KINDS, MO, Typed
from console.part_of_day import PART_OF_DAY, part_words
from console.rendering import phrases_of
from console.site import SITE
from texts.modus_operandi import mo_name
from texts.phrases import Phrases

_MAIN = ("kind", "what", "when", "severity", "until")


def form_of(
    request: web.Request,
    alert: Alert,
    revision: int,
    typed: Typed,
    kind: RevisionKind,
    *,
    wrong: Mapping[str, Rejected] | None = None,
    theirs: Mapping[str, str] | None = None,
) -> ChangeView:
    """Return the form with these fields. `revision` is the number of the text that its writer has read; `theirs` is
    what a colleague made of some of the fields meanwhile. That of an extension has the end alone."""
    t = phrases_of(request)
    fields = {name: _field(name, alert, typed, wrong or {}, theirs or {}, t) for name in (*_MAIN, *MO)}
    fields[PART_OF_DAY] = _part_of_day(request, typed)
    is_longer = kind is RevisionKind.EXTENSION
    main = ("until",) if is_longer else (*_MAIN[:3], PART_OF_DAY, *_MAIN[3:])
    return ChangeView(
        number=alert.number or "",
        path=f"/alerts/{alert.id}/{PATHS[kind]}",
        back=f"/alerts/{alert.id}",
        title=t(f"console-change-title-{kind}", number=alert.number or ""),
        explained=t(f"console-change-explained-{kind}"),
        revision=revision,
        fields=tuple(fields[name] for name in main if fields[name].label),
        more=() if is_longer else tuple(fields[name] for name in MO),
        typed=tuple(typed.items()),
    )


def _field(
    name: str, alert: Alert, typed: Typed, wrong: Mapping[str, Rejected], theirs: Mapping[str, str], t: Phrases
) -> Field:
    value, error, other = typed[name], wrong.get(name), theirs.get(name)
    choices = _choices(name, value, t)
    return Field(
        name=name,
        label=_label(name, alert, t),
        value=value,
        choices=choices,
        wrong=t(error.text_id, **error.fields) if error is not None else None,
        passages=marked(error) if error is not None else (),
        theirs="" if other is None else _shown(name, other, choices, t),
    )


def _part_of_day(request: web.Request, typed: Typed) -> Field:
    """Return the box of a part of the day; without a label where a time was told."""
    box = typed[PART_OF_DAY]
    label = part_words(box, typed["when"], phrases_of(request), request.app[SITE].zone)
    return Field(name=PART_OF_DAY, label=label, value=box)


def _label(name: str, alert: Alert, t: Phrases) -> str:
    if name in _MAIN:
        return t.plain(f"alert-edit-{name}")
    return t.plain(f"mo-{mo_name(name.removeprefix('mo-'), alert.content.kind)}")


def _choices(name: str, chosen: str, t: Phrases) -> tuple[Choice, ...]:
    """Return the list to choose from; empty for a field that is typed."""
    match name.removeprefix("mo-"):
        case "kind":
            return _listed(KINDS, "kind", chosen, t)
        case "severity":
            return _listed(Severity, "severity", chosen, t)
        case field if field in MO_FIELDS and name != field:
            nothing = Choice("", t.plain("console-change-unknown"), chosen == "")
            return (nothing, *_listed(MO_FIELDS[field], f"mo-{field}", chosen, t))
        case _:
            return ()


def _listed(keys: Iterable[str], text: str, chosen: str, t: Phrases) -> tuple[Choice, ...]:
    return tuple(Choice(str(key), t.plain(f"{text}-{key}"), str(key) == chosen) for key in keys)


def _shown(name: str, value: str, choices: tuple[Choice, ...], t: Phrases) -> str:
    """Return what a colleague made of a field, in words."""
    if not value:
        return t.plain("console-change-emptied")
    if name in ("when", "until"):
        return value.replace("T", " ")
    return next((one.label for one in choices if one.key == value), value)
