"""Tests that buttons pressed by others, altered, replayed or expired have no authority."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram.ext import CallbackQueryHandler

from bot.conversation.callbacks import LIMIT_BYTES, read_press, safe_id
from bot.conversation.dialogue import VERBS
from bot.routes import handler_groups
from storage import open_storage
from tests.bot import reporting
from tests.bot.group_chats import GroupChat
from tests.bot.handlers.test_invites import colleague_link, invited
from tests.bot.police import ask_approval
from tests.bot.town import Person, Town, open_town
from tests.security.screens import Seen, inspect
from tests.security.stored import rows, tables

# Tables of received updates, and of the record that they were refused.
OF_EVERYBODY = {
    "updates",
    "audit",
    "refusals",
    "dialogues",
    "facts",
    "deliveries",
    "invite_failures",
    "sqlite_sequence",
}
# Tables with a member's own settings.
OF_MEMBERS = {"members", "addresses", "premises_members", "premises_member_branches", "stale_menus"}
OF_MEMBERS |= {"followed_areas", "areas", "area_codes"}
UNTOUCHED = "SELECT count(*) FROM updates WHERE state NOT IN ('done', 'limited')"


@dataclass
class Scene:
    """A town with a history, and every button that anybody ever had."""

    town: Town
    folder: Path
    seen: Seen
    agent: Person
    other: Person
    els: Person

    def different(self) -> list[str]:
        """Return buttons with different callback data: the newest of each verb and entity, and of a form's buttons one
        of each verb."""
        verbs = {data: tuple(data.split(":")[:2]) for _, _, data in self.seen.buttons}
        keys = {verb[:1] if verb[0] in VERBS else verb: data for data, verb in verbs.items()}
        return list(keys.values())

    def people(self) -> dict[str, Person]:
        """Return the people by their chats."""
        return {str(one.id): one for one in (self.agent, self.other, self.els)}


async def play(town: Town, folder: Path) -> Scene:
    """Let a shop sign up, report and invite, and let police invite, take the report, and ask for an approval and give
    it."""
    seen = inspect(town)
    agent, other = await town.coordinator(90), await town.coordinator(91)
    els = town.person(1)
    await els.subscribes("2903AB", "jeweller", "De Parel", "1")
    await agent.taps("Verifiëren")
    await els.types("/mijn")
    await colleague_link(els)
    await reporting.reports(els)
    await agent.types("/meldingen")
    await agent.types("/aanmeldingen")
    await invited(agent, "2904AB")
    await ask_approval(agent)
    await other.types("/goedkeuren")
    await other.taps("Akkoord")
    await ask_approval(agent)
    for command in ("/lopend", "/concepten", "/groepen", "/vervanger"):
        await agent.types(command)
    await els.types("/actueel")
    await els.types("/verwijder")
    return Scene(town, folder, seen, agent, other, els)


@pytest.fixture
async def scene(town: Town, tmp_path: Path) -> Scene:
    """The scene after its whole history."""
    return await play(town, tmp_path)


async def test_nobody_else_can_press_them(scene: Scene) -> None:
    """When a stranger, a member elsewhere, and police of another scope press each button that was ever shown, also
    forwarded ones, nothing changes except the record of the refusal."""
    town, folder = scene.town, scene.folder
    eve, far = town.person(2), await town.coordinator(92, scope="3000-3099")
    await eve.subscribes("3011AB", "supermarket")
    for attacker, may in ((town.person(3), set()), (eve, OF_MEMBERS), (far, OF_MEMBERS)):
        before, asked = tables(folder, OF_EVERYBODY | may), _refusals(folder)
        for data in scene.different():
            await attacker.presses(data, attacker.bubbles[-1] if attacker.bubbles else None)
        assert before == tables(folder, OF_EVERYBODY | may)
        assert asked < _refusals(folder)
    assert [(0,)] == rows(folder, UNTOUCHED)


def _refusals(folder: Path) -> int:
    return len(rows(folder, "SELECT 1 FROM audit WHERE action LIKE '%refused%'"))


async def test_a_replay_changes_nothing_more(scene: Scene) -> None:
    """When everybody presses all of their own buttons again, no text is sent and nothing is decided or verified twice.
    Weeks later none of them changes a notice."""
    people, folder = scene.people(), scene.folder
    decided = ("alerts", "approvals", "revisions", "roles", "premises", "reports")
    shown = {(chat, data): message for chat, message, data in scene.seen.buttons if data.split(":")[0] not in VERBS}
    once = None
    for _ in range(2):
        for (chat, data), message in shown.items():
            bubble = next((one for one in people[chat].bubbles if str(one.id) == message), None)
            await people[chat].presses(data, bubble)
        now = {name: rows(folder, f"SELECT count(*) FROM {name}") for name in decided}  # noqa: S608
        assert once is None or once == now
        once = now
    scene.town.clock.pass_by(days=40)
    for (chat, data), message in shown.items():
        if data.startswith(("approve", "send", "report-take", "verify")):
            bubble = next((one for one in people[chat].bubbles if str(one.id) == message), None)
            await people[chat].presses(data, bubble)
    assert [(0,)] == rows(folder, "SELECT count(*) FROM revisions WHERE created_at > '2026-12-01'")
    assert [(0,)] == rows(folder, UNTOUCHED)


async def test_in_a_group_no_button_says_what_others_may_not_read(scene: Scene) -> None:
    """When an altered client presses buttons of private messages, and every verb, under a message of a group, nothing
    is sent or edited there, and no link is made."""
    chat, folder = GroupChat(scene.town), scene.folder
    links = rows(folder, "SELECT count(*) FROM invites")
    for person in (scene.agent, scene.other, scene.els):
        shown = [data for ref, _, data in scene.seen.buttons if ref == str(person.id)]
        for data in dict.fromkeys([*shown, *(f"{verb}:1:0" for verb in sorted(_verbs()))]):
            await person.presses(data, chat=chat.shape)
    assert [] == chat.bubbles
    assert chat.ref not in scene.seen.chats
    assert links == rows(folder, "SELECT count(*) FROM invites")


@pytest.fixture(scope="module")
def altered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[asyncio.Runner, Scene]]:
    """The town, and an event loop for tests that are no coroutines."""
    folder = tmp_path_factory.mktemp("town")
    with asyncio.Runner() as runner:
        opened = open_town(folder)
        yield runner, runner.run(play(runner.run(opened.__aenter__()), folder))
        runner.run(opened.__aexit__(None, None, None))


ODD = st.sampled_from(
    ["", "0", "-1", "²", "٣", "1.2", "1.2.3", "None", "%", "' OR 1=1", "9" * 18, "9" * 19, "a\x00", "é"]
)


@st.composite
def _changed(draw: st.DrawFn, known: list[str]) -> str:
    parts = draw(st.sampled_from(known)).split(":")
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(parts) - 1))
        parts[place] = draw(ODD | st.sampled_from(known).map(lambda one: one.split(":")[0]) | st.text(max_size=8))
    return ":".join(parts)


def test_altered_data_is_refused_without_a_crash(altered: tuple[asyncio.Runner, Scene]) -> None:
    """Callback data that an altered client changes is refused without a crash, for a person without any role."""
    runner, scene = altered
    known = sorted({data for _, _, data in scene.seen.buttons})
    eve = scene.town.person(5)
    runner.run(eve.subscribes("3011AB", "supermarket"))
    before = tables(scene.folder, OF_EVERYBODY | OF_MEMBERS)

    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(_changed(known))
    def attack(data: str) -> None:
        runner.run(eve.presses(data, eve.last))
        assert [(0,)] == rows(scene.folder, UNTOUCHED)

    attack()
    assert before == tables(scene.folder, OF_EVERYBODY | OF_MEMBERS)


@given(st.text(max_size=80))
def test_whatever_a_button_sends_can_be_read(data: str) -> None:
    """Any callback data is parsed as a press with numbers that fit, or refused; a parsed press is written back the
    same."""
    press = read_press(data)
    if press is not None:
        assert 0 <= press.entity_id < 10**18
        assert 0 <= press.version < 10**18
        if len(data.encode()) <= LIMIT_BYTES:
            assert read_press(press.pack()) == press
    assert 0 <= safe_id(data) < 10**18


def _verbs() -> set[str]:
    """Return the verbs of every button that a handler knows."""
    all_handlers = [one for group in handler_groups().values() for one in group]
    patterns = [one.pattern for one in all_handlers if isinstance(one, CallbackQueryHandler)]
    return {one.pattern.strip("^:") for one in patterns if isinstance(one, re.Pattern)}


async def test_numbers_that_fit_no_column_are_refused_on_a_server(postgres_url: str) -> None:
    """Numbers that are too large for PostgreSQL's columns are refused there."""
    storage = await open_storage(postgres_url, owner=True)
    try:
        town = Town(storage)
        agent = await town.coordinator(90)
        els = town.person(1)
        await els.subscribes("2903AB", "jeweller", "De Parel", "1")
        assert len(_verbs()) > 50
        for number, verb in enumerate(sorted(_verbs())):
            who, entity = ((els, "9" * 18), (agent, f"1.{'9' * 18}"))[number % 2]
            await who.presses(f"{verb}:{entity}:{'9' * 18}", who.last)
        async with storage.reading() as uow:
            assert [] == await uow.updates.waiting(10)
        assert els.t.plain("update-failed") not in town.screens.toasts
    finally:
        await storage.close()
