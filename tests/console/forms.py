"""Forms of the console's pages, filled in as a browser shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass(frozen=True, slots=True)
class FormFields:
    """The names and values that a browser would send."""

    pairs: tuple[tuple[str, str], ...]

    def __getitem__(self, name: str) -> str:
        return next(value for known, value in self.pairs if known == name)

    def __contains__(self, name: str) -> bool:
        return any(known == name for known, _ in self.pairs)

    def several(self, name: str) -> list[str]:
        """Return the values of a field that has several."""
        return [value for known, value in self.pairs if known == name]

    def changed(self, values: Mapping[str, str | list[str]]) -> "FormFields":
        """Return the fields with these values; a list gives several, and an empty one none."""
        kept = [(name, value) for name, value in self.pairs if name not in values]
        new = [(name, one) for name, value in values.items() for one in ([value] if isinstance(value, str) else value)]
        return FormFields((*kept, *new))


@dataclass(slots=True)
class _Reader(HTMLParser):
    """Reads the form with this id."""

    id: str
    pairs: list[tuple[str, str]] = field(default_factory=list)
    is_in: bool = False
    select: str = ""
    text: str = ""
    options: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.is_in = self.is_in or (tag == "form" and told.get("id") == self.id)
        name, value = told.get("name") or "", told.get("value") or ""
        if not self.is_in:
            return
        if tag == "input" and (told.get("type") not in ("checkbox", "radio") or "checked" in told):
            self.pairs.append((name, value))
        elif tag == "select":
            self.select, self.options = name, []
        elif tag == "option" and self.select:
            self.options.append((value, "selected" in told))
        elif tag == "textarea":
            self.text = name
            self.pairs.append((name, ""))

    def handle_data(self, data: str) -> None:
        if self.text:
            self.pairs[-1] = (self.text, self.pairs[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.is_in = False
        elif tag == "textarea":
            self.text = ""
        elif tag == "select" and self.select:
            chosen = [value for value, is_chosen in self.options if is_chosen] or [self.options[0][0]]
            self.pairs.append((self.select, chosen[-1]))
            self.select = ""


def fields_in(page: str, form: str) -> FormFields:
    """Return what a browser would send of the form with this id, without a button."""
    reader = _Reader(form)
    reader.feed(page)
    return FormFields(tuple(reader.pairs))
