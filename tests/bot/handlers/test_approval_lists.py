"""Tests of /goedkeuren and /concepten, and of who drafts for whom."""

import re
from dataclasses import replace

import pytest

from alerts.alert import AlertState, Approval, ApprovalKind
from alerts.ids import AlertId, MemberId
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from alerts.services.approval.remind_approvers import remind_approvers
from alerts.severity import Severity
from tests.bot.police import alerts_of, ask_approval, card, jeweller, to_preview, to_what
from tests.bot.town import Person, Town

MARSHAL = Role.CITY_MARSHAL


async def _member(town: Town, person: Person) -> MemberId:
    async with town.storage.reading() as uow:
        member = await uow.members.by_ref("telegram", str(person.id))
    assert member is not None
    return member.id


async def _another(town: Town, author: Person, severity: Severity = Severity.P2) -> Approval:
    """Copy the author's first notice as one that waits from now on."""
    async with town.storage.transaction() as uow:
        first = await uow.alerts.get(AlertId(1))
        content = replace(first.content, severity=severity)
        draft = await uow.alerts.add(await _member(town, author), content, town.clock.now())
        numbered = replace(draft, number=await uow.alerts.next_number(2026), state=AlertState.PENDING)
        pending = await uow.alerts.save(numbered)
        return await uow.alerts.request_approval(
            pending, ApprovalKind.FOUR_EYES, pending.author_id, None, town.clock.now()
        )


def _numbers(text: str) -> list[str]:
    return re.findall(r"(2026-\d{4}) · ", text)


async def test_what_is_acute_stands_on_top_and_then_what_waits_longest(town: Town) -> None:
    """The list shows acute notices first, then the longest waiting, with the waiting time and the reminder."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    town.clock.pass_by(minutes=30)
    async with town.storage.transaction() as uow:
        await remind_approvers(uow, town.clock.now())
    await _another(town, marshal)
    town.clock.pass_by(minutes=1)
    await _another(town, marshal, Severity.P1)
    town.clock.pass_by(minutes=1)
    await town.deliver()
    police.news()
    await police.types("/goedkeuren")
    shown = police.news()
    assert ["2026-0003", "2026-0001", "2026-0002"] == _numbers(shown)
    assert ["1 minuut", "32 minuten", "2 minuten"] == re.findall(r"Wachttijd: (.+?)\.", shown)
    assert 1 == shown.count("Herinnering verstuurd: vandaag om 13:30")


async def test_more_than_ten_are_shown_in_portions(town: Town) -> None:
    """More than ten are shown in portions, with the number of the rest."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    for _ in range(11):
        await _another(town, marshal)
    police.news()
    await police.types("/goedkeuren")
    assert 10 == len(_numbers(police.news()))
    assert "nog 2" in police.last.text


async def test_the_list_has_neither_ones_own_nor_what_is_elsewhere_or_settled(town: Town) -> None:
    """The list has neither one's own notices nor those elsewhere or settled."""
    author, police = await town.coordinator(1), await town.coordinator(2)
    elsewhere = await town.coordinator(3, scope="3000-3099")
    await ask_approval(author)
    for person in (author, elsewhere):
        await person.types("/goedkeuren")
        assert "Er wacht niets" in person.last.text
    await police.taps("Akkoord")
    await police.types("/goedkeuren")
    assert "Er wacht niets" in police.last.text


async def test_drafts_show_what_waits_what_was_returned_and_what_was_kept(town: Town) -> None:
    """Drafts are listed as waiting, returned and kept, in that order, each with its buttons, in the author's
    language."""
    marshal, police = await town.coordinator(1, MARSHAL), await town.coordinator(2)
    await ask_approval(marshal)
    await police.taps("Terug met opmerking")
    await police.taps("Graag korter")
    await ask_approval(marshal)
    await to_what(marshal)
    await marshal.taps("Opslaan als concept")
    town.clock.pass_by(minutes=5)
    for language, words in (
        ("nl", ("Wachttijd: 5 minuten", "Graag korter", "nog niet af")),
        ("en", ("Waiting time: 5 minutes", "Shorter, please", "not finished")),
    ):
        if language == "en":
            await marshal.types("/mijn")
            await marshal.taps("Taal")
            await marshal.taps("English")
        await marshal.types("/concepten")
        assert [True] * 3 == [word in bubble.text for word, bubble in zip(words, marshal.bubbles[-3:], strict=True)]
    await police.types("/mijn")
    await police.taps("Taal")
    await police.taps("English")
    await police.types("/approvals")
    assert "Waiting time: 5 minutes" in _card_in_english(police)


def _card_in_english(police: Person) -> str:
    """Return the newest request on a screen in English."""
    return next(one.text for one in reversed(police.bubbles) if "For approval" in one.text)


@pytest.mark.parametrize(
    ("role", "scope"),
    [(MARSHAL, "2900-2999"), (Role.KVO_MANAGER, "kvo_group:1"), (Role.TRADE_ASSOCIATION, "branch:jeweller")],
)
async def test_each_drafter_hears_that_no_police_covers_the_place(town: Town, role: Role, scope: str) -> None:
    """Each drafter reads at the preview and the button that no police cover the place, and whom to call; the draft can
    be kept until police join."""
    elsewhere = await town.coordinator(1, scope="3000-3099")
    if role is Role.KVO_MANAGER:
        await _group(town, elsewhere)
    drafter = await town.coordinator(2, role, scope)
    await _to_preview(drafter, role)
    assert "0900-8844" in drafter.last.text
    await drafter.taps("Vraag akkoord")
    assert "geen politie" in town.screens.toasts[-1]
    await drafter.taps("Opslaan als concept")
    police = await town.coordinator(3)
    shop = await jeweller(town, 4, police)
    await drafter.types("/concepten")
    await drafter.taps("Verder")
    await drafter.taps("Vraag akkoord")
    assert "Opgesteld door een collega" in card(police).text
    await police.taps("Akkoord")
    assert 1 == len(alerts_of(shop))


async def _group(town: Town, by: Person) -> None:
    async with town.storage.transaction() as uow:
        group = NewKvoGroup("De Koperwiek", frozenset({"2903"}), frozenset())
        await uow.kvo_groups.add(group, await _member(town, by), town.clock.now())


async def _to_preview(drafter: Person, role: Role) -> None:
    if role is MARSHAL:
        await to_preview(drafter)
        return
    await to_what(drafter)
    await drafter.types("Een winkel is overvallen.")
    await drafter.taps("Overslaan")
    await drafter.taps("Overslaan")
    await drafter.types("2903")
    if role is Role.KVO_MANAGER:
        await drafter.taps("Juwelier")
        await drafter.taps("Verder met")
    else:
        await drafter.taps("5 km")
    for label in ("P2 ·", "AMBER ·", "✓ 3 dagen"):
        await drafter.taps(label)


async def test_a_managers_rejected_notice_is_for_the_group_again(town: Town) -> None:
    """A manager's rejected notice keeps group and words in the new draft."""
    police = await town.coordinator(1)
    await _group(town, police)
    manager = await town.coordinator(2, Role.KVO_MANAGER, "kvo_group:1")
    await _to_preview(manager, Role.KVO_MANAGER)
    await manager.taps("Vraag akkoord")
    await police.taps("Afwijzen")
    await police.taps("Geen gevaar")
    await manager.taps("Gebruik als nieuw concept")
    assert "De Koperwiek" in manager.last.text
    await manager.taps("Vraag akkoord")
    async with town.storage.reading() as uow:
        contents = [(await uow.alerts.get(AlertId(one))).content for one in (1, 2)]
    assert contents[0] == contents[1]
    assert contents[0].kvo_group_id == 1
