"""Tests of /mijngegevens and /verwijder: everything about a person is sent and erased."""

import asyncio
import json
from pathlib import Path
from typing import Any

from alerts.area import Place
from alerts.audit import AuditFilter
from alerts.audit_chain import KeptHead
from alerts.delivery import Notice
from alerts.ids import AlertId
from alerts.ports import Record
from alerts.role import Role, parse_scope
from alerts.services.alert.end_alert import end_due_alerts
from alerts.services.alert.report_progress import report_progress
from alerts.services.audit.verify_audit import verify_audit
from alerts.services.invite.create_invite import create_role_invite
from alerts.services.privacy.erase_member import erase_member
from alerts.services.privacy.export_member import Export
from alerts.services.tell import tell
from alerts.typed_text import utf16_length
from bot.conversation.message import NoKeyboard
from bot.forms import FORMS
from bot.render.my_data import in_words
from storage.privacy.access_export import RECORDS, WITHHELD
from storage.privacy.personal_columns import OWN_FORMS
from tests.bot.changing import retract
from tests.bot.group_chats import GroupChat, tied_group
from tests.bot.police import ask_approval, card, data, send_alone, to_preview, to_what
from tests.bot.reporting import jeweller, labels, report_of, reports, to_signals
from tests.bot.town import BOT_NAME, ZONE, Person, Town
from tests.patience import PATIENCE


def records_of(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Return the records in the file that came last."""
    [*_, document] = [one.message.document for one in person.bubbles if one.message.document is not None]
    whole = json.loads(document.content)
    assert (whole["program"], whole["schema"]) == ("wees-alert", 1)
    assert whole["made_at"].endswith("Z")
    records: dict[str, list[dict[str, Any]]] = whole["records"]
    return records


async def busy(town: Town, agent: Person) -> Person:
    """A jeweller with every kind of record that a shop can leave."""
    els = await jeweller(town, 1, agent)
    await reports(els)
    await els.taps(els.t.plain("report-add"))
    await els.types("Ze reden weg in een blauwe bus.")
    await to_preview(agent)
    await send_alone(agent)
    await els.taps("Gelezen")
    await els.types("/mijn")
    await els.taps("Wijzig De Parel")
    await els.taps(els.t.plain("shop-branches"))
    await els.taps("Opticien")
    await els.types("/mijn")
    await els.taps(els.t.plain("mine-areas-menu"))
    await els.taps(els.t.plain("areas-add"))
    await els.types("3011")
    await els.taps(els.t.plain("wider-choice", kilometres="3"))
    await els.types("/melding")
    els.news()
    return els


async def test_everything_is_sent_in_words_and_as_a_file(town: Town) -> None:
    """The export comes in words and as a file, with what the person told, typed and tapped, and nothing of others."""
    agent = await town.coordinator(90)
    els = await busy(town, agent)
    await els.types("/mijngegevens")
    words, file = els.bubbles[-2:]
    records = records_of(els)
    there = {name for name, rows in records.items() if rows}
    assert there >= {
        *("member", "addresses", "memberships", "premises", "added_branches", "followed_areas", "areas", "reports"),
        *("report_signals", "report_events", "seen", "deliveries", "dialogues", "audit", "alert_numbers"),
    }
    assert records["addresses"][0]["ref"] == str(els.id)
    assert records["premises"][0]["name"] == "De Parel 1"
    assert records["reports"][0]["member_id"] == records["member"][0]["id"]
    assert "Ze reden weg in een blauwe bus." in [one["comment"] for one in records["report_events"]]
    assert str(agent.id) not in json.dumps(records)
    assert "De Parel 1" in words.text
    assert "M-2026-0001" in words.text
    assert f"Stappen van jou in het logboek: {len(records['audit'])}\n" in words.text, "a count, and no keys"
    assert not words.message.is_protected
    assert not file.message.is_protected, "it is theirs to take along"
    assert file.text == els.t("mydata-file")


async def test_a_coordinator_reads_what_they_did_and_no_text_under_a_label(town: Town) -> None:
    """A coordinator's export has their steps, without texts under a label."""
    agent = await town.coordinator(90)
    els = await busy(town, agent)
    await agent.types("/mijngegevens")
    records = records_of(agent)
    assert ["police"] == [one["role"] for one in records["roles"]]
    assert ["2026-0001"] == [one["number"] for one in records["alerts_written"]]
    assert "scooter" not in json.dumps(records)
    assert str(els.id) not in json.dumps(records)
    assert "secret" not in json.dumps(records)
    assert agent.t.plain("role-police") in agent.bubbles[-2].text


def the_file(person: Person) -> str:
    """Return the file, which is sent without protection."""
    document = person.last.message.document
    assert document is not None
    return document.content.decode()


async def test_words_under_a_label_do_not_leave_with_it(town: Town) -> None:
    """The export has no words under a label: not of a notice that is corrected, kept or judged, nor of another's
    report, because the file may be forwarded."""
    marshal, agent = await town.coordinator(90, Role.CITY_MARSHAL), await town.coordinator(91)
    els = await jeweller(town, 1, agent)
    await ask_approval(marshal)
    await agent.taps("Terug met opmerking")
    await agent.types("Laat de vuurpijl weg.")
    await agent.types("/mijngegevens")
    assert "vuurpijl" not in the_file(agent)
    assert "overvallen" not in the_file(agent)
    assert [WITHHELD] == [one["comment"] for one in records_of(agent)["approvals_decided"]]
    await to_what(marshal)
    await marshal.types("Een man brak een vitrine open.")
    await marshal.types("/mijngegevens")
    assert "vitrine" not in the_file(marshal)
    assert [("alert", WITHHELD)] == [(one["form"], one["draft"]) for one in records_of(marshal)["dialogues"]]
    await marshal.taps("Opslaan als concept")
    await marshal.types("/mijngegevens")
    assert "vitrine" not in the_file(marshal)
    assert [{"id", "form", "kept_at"}] == [set(one) for one in records_of(marshal)["kept_forms"]]
    await to_signals(els)
    await els.taps(els.t.plain("signal-photos"))
    await els.taps(els.t.plain("report-send"))
    await agent.taps("Maak er")
    await agent.types("/mijngegevens")
    assert "2903AB" not in the_file(agent)


async def test_what_one_says_of_an_open_notice_is_shown(town: Town) -> None:
    """An answer about a GREEN notice, and what the person typed about their own observation, are in the export."""
    marshal, agent = await town.coordinator(90, Role.CITY_MARSHAL), await town.coordinator(91)
    els = await jeweller(town, 1, agent)
    await ask_approval(marshal, severity="P3 ·", tlp="GREEN ·")
    await agent.taps("Terug met opmerking")
    await agent.types("Laat de vuurpijl weg.")
    await agent.types("/mijngegevens")
    assert ["Laat de vuurpijl weg."] == [one["comment"] for one in records_of(agent)["approvals_decided"]]
    await to_signals(els)
    await els.taps(els.t.plain("signal-photos"))
    await els.types("/mijngegevens")
    assert [["photos"]] == [one["draft"]["signals"] for one in records_of(els)["dialogues"]]


def test_of_every_form_it_is_known_whether_it_is_about_oneself() -> None:
    """Every form is on the list of forms about oneself or on the other; a new form has to be added to one of them."""
    about_others = {
        *(
            "alert",
            "correction",
            "extension",
            "closing",
            "decision",
            "objection",
            "prevention",
            "group",
            "municipality",
            "invite",
        ),
        *("role-invite", "manager-invite", "role-end", "role-label", "line", "question", "main-number"),
        *("shift", "shift-change", "report-wait"),
        *("task", "task-done", "task-give", "meeting"),
    }
    assert {form.name for form in FORMS} - about_others == OWN_FORMS


async def test_somebody_with_much_still_gets_one_message(town: Town) -> None:
    """An export with much data is one message within Telegram's 4096 UTF-16 units, and the file has all of it."""
    record = {"id": 1, "name": "x" * 60, "words": "x" * 60, "number": "M-2026-0001", "role": "police", "form": "report"}
    values = {"language": "nl", "branch": "jeweller", "state": "sent", "ref": "1", "alert_number": "2026-0001"}
    rows: list[Record] = [
        {**record, **values, "action": f"a.very.long.step.of.the.record.{n}", "words": f"{n}" * 60} for n in range(9)
    ]
    export = Export(town.clock.now(), dict.fromkeys(RECORDS, rows))
    for t in town.texts.values():
        assert utf16_length(in_words(export, t, ZONE)) < 4096


async def test_three_times_a_day_is_enough(town: Town) -> None:
    """The export can be asked for three times a day."""
    els = await jeweller(town, 1)
    for _ in range(4):
        await els.types("/mydata")
    assert els.t("limit-exports", most=3) == els.last.text
    town.clock.pass_by(days=1, seconds=1)
    await els.types("/mydata")
    assert els.t("mydata-file") == els.last.text


async def test_a_group_is_no_place_for_it(town: Town) -> None:
    """In a group the commands are refused with a sentence; a stranger has no data."""
    els, group = await jeweller(town, 1), GroupChat(town)
    for command in ("/mijngegevens", "/verwijder"):
        await group.hears(els, f"{command}@{BOT_NAME}")
        assert els.t("group-only-private") == group.last.text
        piet = town.person(7)
        await piet.types(command)
        assert piet.t("mydata-nothing") == piet.last.text
    assert [] == [one for one in els.bubbles if one.message.document]


async def test_erased_is_gone_from_every_byte(town: Town, tmp_path: Path) -> None:
    """Number and words of an erased person are in no file of the database; their report stays without a reporter."""
    agent = await town.coordinator(90)
    els = await busy(town, agent)
    await els.sends(photo=[{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}], media_group_id="77")
    await els.types("/start guess-1")
    await els.types("/start guess-2")
    mine = (str(els.id), "De Parel 1")
    assert all(_is_in_a_file(tmp_path, word) for word in mine), "the test looks in the right place"
    await els.types("/verwijder")
    assert els.t.plain("erase-yes") in labels(els)
    await els.taps(els.t.plain("erase-yes"))
    assert els.t("erase-done") in els.last.text
    assert isinstance(els.last.keyboard, NoKeyboard)
    assert "start" in els.menu
    assert "melding" not in els.menu
    async with asyncio.timeout(PATIENCE):
        while any(_is_in_a_file(tmp_path, word) for word in mine):  # noqa: ASYNC110 -- a file has no event
            await asyncio.sleep(0.01)
    report = await report_of(town)
    assert (None, None) == (report.member_id, report.premises_id)
    assert _is_in_a_file(tmp_path, "blauwe bus"), "what was seen stays for the police"


async def test_of_a_place_that_was_shared_the_postcode_area_stays(town: Town) -> None:
    """Of a shared location the postcode area stays: the report still has a place and can become a notice, without the
    shop's address."""
    els = town.person(1)
    await els.types("/start")
    await els.shares(51.9301, 4.5791)
    await els.types(els.t.plain("branch-jeweller"))
    await els.taps(els.t.plain("start-right"))
    await els.types("De Parel 1")
    await els.types("1")
    await els.types("2903AB")
    await reports(els)
    exact = (await report_of(town)).place
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    async with town.storage.reading() as uow:
        area = await uow.postcodes.get("2903")
    assert area is not None
    assert ("2903AB", False) == (exact.pc6, exact.point == area.point)
    assert Place("2903", None, area.point) == (await report_of(town)).place


def _is_in_a_file(directory: Path, words: str) -> bool:
    return any(words.encode() in file.read_bytes() for file in directory.glob("town.db*"))


async def test_who_was_erased_begins_anew(town: Town) -> None:
    """An erased person who comes back is a stranger without earlier data, and gets no alerts."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    await els.types("/verwijder")
    confirm = data(els.last, els.t.plain("erase-yes"))
    await els.presses(confirm, els.last)
    els.news()
    await to_preview(agent)
    await send_alone(agent)
    assert "" == els.news()
    await els.types("/mijn")
    assert els.t("not-allowed-start-first") == els.last.text
    await els.subscribes("2903AB", "jeweller", "De Parel 1", "1")
    await els.presses(confirm, els.last)
    assert els.t.plain("not-allowed-erase-other") == town.screens.toasts[-1]
    await els.types("/mijngegevens")
    assert 1 == len(records_of(els)["premises"])


async def test_a_no_and_an_old_button_erase_nothing(town: Town) -> None:
    """A *no*, an old button and a button of somebody else erase nothing."""
    els, jan = await jeweller(town, 1), await jeweller(town, 2)
    await els.types("/erase")
    yes = data(els.last, els.t.plain("erase-yes"))
    await jan.presses(yes)
    assert jan.t.plain("not-allowed-erase-other") == town.screens.toasts[-1]
    town.clock.pass_by(hours=1, seconds=1)
    await els.presses(yes)
    assert els.t.plain("too-late-erase") == town.screens.toasts[-1]
    await els.taps(els.t.plain("erase-no"))
    assert els.t("erase-kept") == els.last.text
    await els.types("/mijn")
    assert "De Parel 1" in els.last.text


async def test_the_shop_goes_on_with_who_is_there_longest(town: Town) -> None:
    """After its owner's erasure the member who has been there longest owns the shop."""
    agent = await town.coordinator(90)
    els = await jeweller(town, 1, agent)
    ria = town.person(2)
    async with town.storage.transaction() as uow:
        member = await uow.members.by_ref("telegram", str(els.id))
        assert member is not None
        [following] = await uow.premises.followings(member.id)
        joined = await uow.members.add(
            channel="telegram", ref=str(ria.id), language=member.language, now=town.clock.now()
        )
        await uow.premises.join(following.premises.id, joined.id, is_owner=False, now=town.clock.now())
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    async with town.storage.reading() as uow:
        assert [(joined.id, True)] == [
            (one.member_id, one.is_owner) for one in await uow.premises.members_of(following.premises.id)
        ]
        assert "De Parel 1" == (await uow.premises.get(following.premises.id)).name


async def test_a_coordinator_goes_too_and_the_work_goes_on(town: Town) -> None:
    """After a coordinator's erasure their notices still count, others end and correct them, and the role is over."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    await jeweller(town, 1, agent)
    await to_preview(agent)
    await agent.taps("Vraag akkoord")
    await colleague.taps("Akkoord", card(colleague))
    await agent.types("/verwijder")
    await agent.taps(agent.t.plain("erase-yes"))
    await agent.types("/alert")
    assert agent.t("not-allowed-draft_alert") == agent.last.text
    await colleague.types("/lopend")
    assert "2026-0001" in colleague.last.text
    town.clock.pass_by(days=4)
    async with town.storage.transaction() as uow:
        await end_due_alerts(uow, town.clock.now())
        await report_progress(uow, town.clock.now())
    await town.deliver()


async def test_the_last_administrator_stays(town: Town) -> None:
    """The last administrator cannot be erased until there is another one."""
    first = await town.coordinator(90, Role.ADMINISTRATOR, "national")
    await first.types("/verwijder")
    assert first.t("not-allowed-last-administrator") == first.last.text
    await first.presses(f"erase-me:1:{int(town.clock.now().timestamp())}")
    assert first.t.plain("not-allowed-last-administrator") == town.screens.toasts[-1]
    await town.coordinator(91, Role.ADMINISTRATOR, "national")
    await first.types("/verwijder")
    await first.taps(first.t.plain("erase-yes"))
    assert first.t("erase-done") in first.last.text


async def test_the_record_holds_and_says_nothing_of_who_was_erased(town: Town) -> None:
    """The record contains nothing about an erased person but the erasure, and its chain verifies, against an earlier
    head too."""
    agent = await town.coordinator(90)
    els = await busy(town, agent)
    async with town.storage.reading() as uow:
        member, head = await uow.members.by_ref("telegram", str(els.id)), await uow.audit.head()
    assert member is not None
    assert head is not None
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    chain = await verify_audit(town.storage, [KeptHead(head.sequence, head.hash)])
    assert [] == chain.findings
    async with town.storage.reading() as uow:
        rows = await uow.audit.latest(AuditFilter(), before=None, limit=1_000)
        assert [] == await uow.audit.latest(AuditFilter(person=member.id), before=None, limit=1_000)
    assert {"data.erased", "audit.forgotten"} <= {one.action for one in rows}
    assert [] == [one for one in rows if str(els.id) in str(one.details)]


async def test_what_was_done_in_a_role_can_still_be_shown(town: Town) -> None:
    """Steps in a role stay with a number that leads to nobody: the purpose of reading a report, approvals, grants.
    Steps of the same person for a shop are emptied, and no line is cut off."""
    agent, colleague = await town.coordinator(90), await town.coordinator(91)
    root = await town.coordinator(92, Role.ADMINISTRATOR, "national")
    els = await jeweller(town, 1, agent)
    await reports(els)
    await els.presses("approve:1:1")
    await colleague.presses("report-read:1.aftercare:0", colleague.last)
    await colleague.presses("verify:99:0")
    await ask_approval(agent)
    await colleague.taps("Akkoord", card(colleague))
    for person in (els, colleague):
        await person.types("/verwijder")
        await person.taps(person.t.plain("erase-yes"))
    nobody = "<b>iemand van wie alles is gewist (nr. 2)</b>"
    await agent.types("/logboek")
    seen = agent.last.text
    await agent.taps("Ouder")
    seen += agent.last.text
    assert f"{nobody} las melding M-2026-0001: Nazorg" in seen
    assert f"{nobody} gaf akkoord op bericht 2026-0001" in seen
    assert "<b>(gewist)</b> stuurde melding M-2026-0001" in seen
    await root.presses("audit:people:0", root.last)
    assert "gaf iemand van wie alles is gewist (nr. 2) een rol: overvalcoördinator van de politie (" in root.last.text
    await root.presses("audit:refused:0", root.last)
    assert 2 == root.last.text.count("<b>(gewist)</b> kreeg nee op (gewist)\n")
    assert [] == (await verify_audit(town.storage)).findings


async def test_what_is_at_a_groups_door_goes_too(town: Town, tmp_path: Path) -> None:
    """A join request that a manager was sent, with the person's number, is erased too."""
    agent, chat = await town.coordinator(90), GroupChat(town)
    els = await jeweller(town, 1)
    await tied_group(agent, chat)
    await chat.is_asked(els)
    assert f"id={els.id}" in agent.last.text
    await agent.taps("Weigeren")
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    async with asyncio.timeout(PATIENCE):
        while _is_in_a_file(tmp_path, str(els.id)):  # noqa: ASYNC110 -- a file has no event
            await asyncio.sleep(0.01)


async def test_a_retraction_does_not_look_for_who_was_erased(town: Town) -> None:
    """A retraction skips the erased person, reaches the others, and the sender's count goes on."""
    agent = await town.coordinator(90)
    els, jan = await jeweller(town, 1, agent), await jeweller(town, 2, agent)
    await to_preview(agent)
    await send_alone(agent)
    await els.types("/verwijder")
    await els.taps(els.t.plain("erase-yes"))
    els.news()
    await agent.types("/lopend")
    await retract(agent)
    assert "" == els.news()
    assert "INGETROKKEN" in jan.last.text
    async with town.storage.transaction() as uow:
        await report_progress(uow, town.clock.now())
    await town.deliver()
    async with town.storage.reading() as uow:
        counts = await uow.deliveries.counts(AlertId(1))
    assert {("sent", 1, 2), ("sent", 2, 1), ("skipped", 2, 1)} == {
        (one.state, one.revision, one.count) for one in counts
    }


async def test_what_waits_for_others_can_still_be_written(town: Town) -> None:
    """A waiting message about an erased person is sent without a link to their profile."""
    els, jan = await jeweller(town, 1), await jeweller(town, 2)
    async with town.storage.transaction() as uow:
        mine = await uow.members.by_ref("telegram", str(els.id))
        theirs = await uow.members.by_ref("telegram", str(jan.id))
        assert mine is not None
        assert theirs is not None
        [following] = await uow.premises.followings(mine.id)
        notice = Notice("colleague-joined", {"premises": following.premises.id, "member": theirs.id})
        await tell(uow, [mine.id], notice, "joined", town.clock.now())
        await erase_member(uow, theirs, town.clock.now())
    await town.deliver()
    assert els.t("person-erased") in els.last.text


async def test_what_others_called_a_coordinator_goes_too(town: Town, tmp_path: Path) -> None:
    """The function from the link, which may identify a coordinator, is erased too."""
    async with town.storage.transaction() as uow:
        created = await create_role_invite(
            uow, Role.POLICE, parse_scope("2903"), now=town.clock.now(), label="wijkagent van de Bongerd"
        )
    agent = town.person(90)
    await agent.types(f"/start {created.secret}")
    await agent.types("/mijngegevens")
    assert ["wijkagent van de Bongerd"] == [one["label"] for one in records_of(agent)["roles"]]
    await agent.types("/verwijder")
    await agent.taps(agent.t.plain("erase-yes"))
    async with asyncio.timeout(PATIENCE):
        while _is_in_a_file(tmp_path, "van de Bongerd"):  # noqa: ASYNC110 -- a file has no event
            await asyncio.sleep(0.01)
