"""A walk through every page of the console that fills each field of each form with markup, and then looks at every page
that shows it. A new page or field is found by the walk itself."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest
from aiohttp import web

from console.security.limits import LIMITS, SlidingLimit
from tests.bot.administering import administrator
from tests.bot.role_world import HERE, RoleWorld, build
from tests.bot.town import Person, Town
from tests.console.accounts import enrolled
from tests.console.visitor import Answer, Visitor, running_console
from tests.security.console_routes import things_at
from tests.security.page_forms import Form, parts_of

pytestmark = pytest.mark.sweep

EVIL = '"><img src=x onerror=alert(1)></textarea></title><b-evil>'
REFUSED = f"{EVIL} 12-ABC-3"  # by the guard, so that the page shows it again
TEMPLATES = Path(__file__).parents[2] / "console"
# Forms after which the walk could not go on; what is typed into them is no more than a number of a thing.
LAST = re.compile("/sign-out|/language|/account/passkeys/remove|.*/sessions/end")
# Links that lead out of the console, or to a file.
OUT = ("/static/", "/link/")


class Walk:
    """A walk of one visitor: which pages and fields were seen."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.pages: set[str] = set()
        self.fields: set[str] = set()
        self.forms: set[tuple[str, ...]] = set()
        self.shown = 0

    async def look_everywhere(self) -> dict[str, list[Form]]:
        """Follow every link, but of those that differ in the values of their query only one; return the forms of each
        page."""
        found: dict[str, list[Form]] = {}
        seen: set[tuple[str, ...]] = set()
        waiting = ["/today"]
        while waiting:
            path = waiting.pop()
            page, _, query = path.partition("?")
            shape = (page, *parse_qs(query))
            if shape in seen or path.startswith(OUT):
                continue
            seen.add(shape)
            answer = await self.visitor.get(path)
            self.check(answer, path)
            parts = parts_of(answer.text)
            found[path] = parts.forms
            waiting += [answer.headers["Location"]] if answer.status == 303 else []
            waiting += [link.partition("#")[0] for link in parts.links]
        self.pages |= set(found)
        return found

    async def fill_in(self, path: str, form: Form, *, is_last: bool) -> None:
        """Send a form that was not seen yet with markup in what is typed, and in every field, once for each of its
        buttons; and so the forms of the page that comes back. Forms with nothing to type come last: they decide, but
        for those that ask what something is read for."""
        action = form.action or path
        shape = (re.sub(r"\d+", "N", action), *sorted(form.fields), *(value for _, value in form.buttons))
        if shape in self.forms or LAST.match(action) or not (form.typed or is_last or action.endswith("/read")):
            return
        self.forms.add(shape)
        self.fields |= form.typed
        ways = ((form.typed, REFUSED), (form.typed, EVIL), (set(form.fields) - {"form_token"}, EVIL))
        for filled in (dict.fromkeys(*way) for way in ways):
            for button in form.buttons or [("", "")]:
                answer = await self._send(action, form.method, {**form.fields, **filled, **dict([button])})
                self.check(answer, action)
                for further in parts_of(answer.text).forms:
                    await self.fill_in(action, further, is_last=is_last)

    async def _send(self, action: str, method: str, fields: dict[str, str]) -> Answer:
        if method == "GET":
            return await self.visitor.get(f"{action.partition('?')[0]}?{urlencode(fields)}")
        answer = await self.visitor.post(action.partition("?")[0], fields)
        return await self.visitor.get(answer.headers["Location"]) if answer.status == 303 else answer

    def check(self, answer: Answer, path: str) -> None:
        """Check that nothing of the markup became part of the page."""
        assert answer.status < 500, path
        assert "/sign-in" not in answer.headers.get("Location", ""), f"{path} ended the session of the walk"
        if answer.text and not answer.headers["Content-Type"].startswith("text/html"):
            assert answer.headers["Content-Disposition"].startswith("attachment")  # no browser shows it as a page
            return
        assert (path, []) == (path, parts_of(answer.text).strange)
        self.shown += answer.text.count("b-evil")


def _fields_of_templates() -> set[str]:
    """The names of the fields into which somebody types, as far as the templates spell them out."""
    found: set[str] = set()
    for template in TEMPLATES.rglob("*.html"):
        text = re.sub(r"{%.*?%}|{{.*?}}", "", template.read_text(encoding="utf-8"))
        for tag in re.findall(r"<(?:input|textarea)[^>]*>", text):
            if not re.search(r'type="(?:hidden|radio|checkbox)"', tag):
                found |= set(re.findall(r'name="([\w.]+)"', tag))
    return found


async def _walked(world: RoleWorld, visitor: Visitor, person: Person) -> Walk:
    walk = Walk(visitor.beside())
    await enrolled(person, walk.visitor)
    for is_last in (False, False, False, True):  # what is made or read leads to further pages
        for path, forms in sorted((await walk.look_everywhere()).items()):
            for number, _form in enumerate(forms):
                now = parts_of((await walk.visitor.get(path)).text).forms
                if number < len(now):
                    await walk.fill_in(path, now[number], is_last=is_last)
        await world.town.deliver()
    await walk.look_everywhere()
    return walk


def _unlimited(app: web.Application) -> None:
    limits = app[LIMITS]
    limits.by_address, limits.by_account = SlidingLimit(1_000_000, 1.0), SlidingLimit(1_000_000, 1.0)
    limits.failures = SlidingLimit(1_000_000, 1.0)


async def test_no_field_becomes_markup(town: Town) -> None:
    """Police, an administrator of a municipality and one of the country fill in every form that they find; no page has
    an element of what they typed, and the walk found every field that a template has."""
    world = await build(town)
    await things_at(world, HERE)
    async with running_console(town, change=_unlimited) as visitor:
        people = (world.people["P"], world.people["A"], await administrator(town))
        walks = [await _walked(world, visitor, person) for person in people]
    assert set() == _fields_of_templates() - set().union(*(walk.fields for walk in walks))
    assert sum(walk.shown for walk in walks) > 100
