"""The links and forms of a page, as whoever attacks it reads them, and what of it a browser would run."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

TYPED = ("text", "search", "date", "time", "datetime-local", "number", "email", "tel", "url")


@dataclass(slots=True)
class Form:
    """A form: where it is sent, how, its fields with what the page proposes, which of them somebody types into, and the
    buttons that say what is to be done."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    typed: set[str] = field(default_factory=set)
    buttons: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class PageParts(HTMLParser):
    """What a page consists of. `strange`: elements that no template has, and attributes that run something."""

    links: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    _select: str = ""
    _is_in_form: bool = False

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in ("img", "b-evil") or any(name.startswith("on") for name in told):
            self.strange.append(self.get_starttag_text() or tag)
        if tag == "a" and told.get("href", "").startswith("/"):
            self.links.append(told["href"])
        if tag == "form":
            self.forms.append(Form(told.get("action", ""), told.get("method", "get").upper()))
            self._is_in_form = True
        elif self._is_in_form:
            self._in_form(tag, told)

    def _in_form(self, tag: str, told: dict[str, str]) -> None:
        form, name, kind = self.forms[-1], told.get("name", ""), told.get("type", "text")
        if tag == "button" and name:
            form.buttons.append((name, told.get("value", "")))
        elif tag == "textarea":
            form.fields.setdefault(name, "")
            form.typed.add(name)
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in told or self._select not in form.fields):
            form.fields[self._select] = told.get("value", "")
        elif tag == "input" and name:
            if kind in ("radio", "checkbox"):
                if "checked" in told or name not in form.fields:
                    form.fields[name] = told.get("value", "")
                return
            form.fields[name] = told.get("value", "")
            if kind in TYPED:
                form.typed.add(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_in_form = False
        elif tag == "select":
            self._select = ""


def parts_of(html: str) -> PageParts:
    """Return what this page consists of."""
    parts = PageParts()
    parts.feed(html)
    return parts
