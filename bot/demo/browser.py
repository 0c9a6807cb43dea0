"""A browser without a window: opens pages of the console, and presses their buttons, over HTTP."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import aiohttp


class NoButton(Exception):
    """A page has no button with the expected words."""


@dataclass(slots=True)
class Form:
    """A form of a page: where it is sent, its fields as they stand, and the words of its button."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    button: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as its reader sees it: the status, and the words within its main part."""

    status: int
    words: str
    links: tuple[str, ...]
    forms: tuple[Form, ...]

    def forms_with(self, button: str) -> list[Form]:
        """Return the forms whose button has these words."""
        return [one for one in self.forms if button in one.button]


class Browser:
    """Somebody's browser, with their cookies."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url

    async def open(self, path: str) -> Page:
        """Open a page."""
        async with self._session.get(f"{self._url}{path}") as response:
            return _read(response.status, await response.text())

    async def press(self, page: Page, words: str) -> Page:
        """Press the button with these words; return the page to which it leads. Raises NoButton."""
        forms = page.forms_with(words)
        if not forms:
            raise NoButton(f"no button {words!r}; the page says: {' '.join(page.words.split())[:300]}")
        headers = {"Origin": self._url}
        async with self._session.post(
            f"{self._url}{forms[0].action}", data=forms[0].fields, headers=headers
        ) as response:
            return _read(response.status, await response.text())


def _read(status: int, text: str) -> Page:
    reader = _Reader()
    reader.feed(text)
    lines = (" ".join(line.split()) for line in "".join(reader.words).splitlines())
    return Page(status, "\n".join(line for line in lines if line), tuple(reader.links), tuple(reader.forms))


class _Reader(HTMLParser):
    """Collects the words, links and forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._within: list[str] = []
        self._choice = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link, a form or a field."""
        given = {name: value or "" for name, value in attrs}
        if tag in ("main", "button"):
            self._within.append(tag)
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif tag == "form":
            self.forms.append(Form(given.get("action", "")))
        elif tag == "select":
            self._choice = given.get("name", "")
        elif tag == "input" and (given.get("type") == "hidden" or "checked" in given):
            self.forms[-1].fields[given.get("name", "")] = given.get("value", "")
        elif tag == "option" and ("selected" in given or self._choice not in self.forms[-1].fields):
            self.forms[-1].fields[self._choice] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if tag in self._within:
            self._within.remove(tag)

    def handle_data(self, data: str) -> None:
        """Note words of the main part, and of buttons."""
        if "main" in self._within:
            self.words.append(data)
        if "button" in self._within and self.forms:
            self.forms[-1].button += data
