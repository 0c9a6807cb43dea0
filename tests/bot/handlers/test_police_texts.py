"""Tests of what police read in place of advice to call the police."""

from alerts.kvo_group import NewKvoGroup
from alerts.role import Role
from alerts.services.approval.remind_approvers import remind_approvers
from tests.bot.police import ask_approval, data
from tests.bot.reporting import jeweller, reports
from tests.bot.town import Person, Town

FRONT_DESK = "0900-8844"


async def _waits_long(town: Town, author: Person) -> None:
    """Ask for approval, and let the reminder and the deputies' turn pass."""
    await ask_approval(author)
    for _ in range(2):
        town.clock.pass_by(minutes=30)
        async with town.storage.transaction() as uow:
            await remind_approvers(uow, town.clock.now())
        await town.deliver()


async def test_police_without_an_answer_are_sent_to_a_colleague(town: Town) -> None:
    """Police whose request is not answered read to phone a colleague; a city marshal reads the number of the police."""
    agent, _ = await town.coordinator(1), await town.coordinator(2)
    await _waits_long(town, agent)
    assert agent.t("police-late-call") in agent.last.text
    assert FRONT_DESK not in agent.last.text
    marshal = await town.coordinator(3, Role.CITY_MARSHAL)
    await _waits_long(town, marshal)
    assert marshal.t("late-call") in marshal.last.text


async def test_police_whose_tip_was_stopped_are_sent_to_alert(town: Town) -> None:
    """Police whose tip a colleague stopped read to make a notice of what happened."""
    agent, colleague = await town.coordinator(1), await town.coordinator(2)
    async with town.storage.transaction() as uow:
        maker = await uow.members.by_ref("telegram", str(agent.id))
        assert maker is not None
        new = NewKvoGroup("De Koperwiek", frozenset({"2903"}), frozenset())
        await uow.kvo_groups.add(new, maker.id, town.clock.now())
    await agent.types("/preventie")
    await agent.types("Houd de achterdeur dicht.")
    await agent.taps("alleen een tip")
    await agent.taps("Naar de politie en dan versturen")
    await colleague.presses(data(colleague.last, "Tegenhouden"), colleague.last)
    assert agent.t("police-tip-stopped-how") in agent.last.text
    assert FRONT_DESK not in agent.last.text


async def test_a_shop_and_police_read_their_own_answer_to_the_same(town: Town) -> None:
    """A shop reads where to call with images and with a report that reaches nobody; police read neither number nor
    button for that."""
    agent = await town.coordinator(1, scope="3000-3099")
    shop = await jeweller(town, 2)
    photo = [{"file_id": "x", "file_unique_id": "x", "width": 9, "height": 9}]
    for person in (agent, shop):
        await person.sends(photo=photo)
    assert agent.t("police-unexpected-image") == agent.last.text
    assert shop.t("unexpected-image") == shop.last.text
    await reports(shop)
    assert FRONT_DESK in shop.last.text
    assert FRONT_DESK in [one.copy for one in shop.last.buttons]
    await agent.types("Net een overval bij een juwelier in 2903.")
    for label in ("Melding", agent.t.plain("report-safety-safe"), agent.t.plain("report-send")):
        await agent.taps(label)
    assert agent.t("police-report-receipt-nobody") in agent.last.text
    assert FRONT_DESK not in [one.copy for one in agent.last.buttons]
