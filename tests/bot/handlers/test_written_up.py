"""Tests of free text by who may draft: a choice between a report and a notice, then the preview at once."""

import pytest

from alerts.ids import AlertId
from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from bot.conversation.message import Style
from tests.bot.reporting import jeweller, labels, under_way
from tests.bot.town import Town

SENTENCE = "Net 2 jongens die de etalage van een juwelier filmden, zwarte golf, in 2903."


async def test_a_drafter_chooses_and_sees_the_preview_at_once(town: Town) -> None:
    """Who may draft is asked what to make of a typed text; a notice is at its preview after that one tap."""
    marshal, _ = await town.coordinator(1, Role.CITY_MARSHAL), await town.coordinator(2)
    await marshal.types(SENTENCE)
    answer = marshal.last
    assert answer.text.startswith(marshal.t("typed-first"))
    assert ["Wees-alertbericht (gebruikelijk)", "Melding"] == labels(marshal)
    assert [Style.PRIMARY, None] == [one.style for one in answer.buttons]
    await marshal.taps("Wees-alertbericht")
    assert [] == answer.buttons
    assert "Vraag akkoord" in labels(marshal)
    async with town.storage.reading() as uow:
        assert SENTENCE in (await uow.alerts.get(AlertId(1))).content.what


async def test_the_other_choice_is_a_report(town: Town) -> None:
    """The other button begins a report with the text, with 112 first."""
    marshal = await town.coordinator(1, Role.CITY_MARSHAL)
    await marshal.types(SENTENCE)
    await marshal.taps("Melding")
    assert marshal.last.text.startswith(marshal.t("report-safety"))
    dialogue = await under_way(marshal)
    assert dialogue is not None
    assert ("report", SENTENCE) == (dialogue.form, dialogue.draft["what"])


async def test_a_manager_of_a_group_is_offered_a_report_first(town: Town) -> None:
    """Who drafts for shops is offered a report first, as they have shops to report from."""
    police = await town.coordinator(1)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(police.id))
        assert member is not None
        await uow.kvo_groups.add(NewKvoGroup("De Terp", frozenset({"2903"}), frozenset()), member.id, town.clock.now())
    manager = await town.coordinator(2, Role.KVO_MANAGER, "kvo_group:1")
    await manager.types(SENTENCE)
    assert ["Melding (gebruikelijk)", "Wees-alertbericht"] == labels(manager)
    assert [Style.PRIMARY, None] == [one.style for one in manager.last.buttons]


async def test_who_may_not_draft_sees_nothing_of_it(town: Town) -> None:
    """A shop's text begins its report at once, and a forged press of the drafter's button is refused."""
    els = await jeweller(town, 1)
    await els.types(SENTENCE)
    assert els.last.text.startswith(els.t("report-safety"))
    await els.taps("Stoppen")
    await els.presses("write-up::0", els.last)
    assert els.t.plain("not-allowed-draft_alert") == town.screens.toasts[-1]
    assert await under_way(els) is None


@pytest.mark.parametrize("text", ["hallo", "kom snel kijken"])
async def test_what_reads_as_no_report_can_be_written_up_too(town: Town, text: str) -> None:
    """A text that is no report is answered as for everybody, with both buttons, so that nothing typed is lost."""
    police = await town.coordinator(1)
    await police.types(text)
    assert ["Wees-alertbericht", "Melding"] == labels(police)[-2:]
    await police.taps("Wees-alertbericht")
    dialogue = await under_way(police)
    assert dialogue is not None
    assert ("kind", text) == (dialogue.step, dialogue.draft["words"])


async def test_the_guard_looks_at_it_first(town: Town) -> None:
    """What the guard refuses in a text that is written up is not kept; the rest is offered."""
    police = await town.coordinator(1)
    await police.types("Overval in 2903, dader reed weg in 12-ABC-3.")
    await police.taps("Wees-alertbericht")
    assert "12-ABC-3" in police.last.text
    dialogue = await under_way(police)
    assert dialogue is not None
    assert "12-ABC-3" not in str(dialogue.draft)
