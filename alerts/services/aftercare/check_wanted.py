"""Check whether a queued message of aftercare is still wanted by its reader, at the last moment before it goes."""

from alerts.aftercare.case import Consent
from alerts.delivery import Notice
from alerts.errors import NotFound
from alerts.ids import CasePersonId
from alerts.ports import UnitOfWork

_STATES = {"care-ask": Consent.ASKED, "care-step": Consent.YES, "care-new-keeper": Consent.YES}
VIEWS = frozenset(_STATES)


async def is_wanted(uow: UnitOfWork, notice: Notice) -> bool:
    """Whether the person of this notice has neither stopped nor been erased, and the case is open and not objected
    to."""
    try:
        person = await uow.cases.person(CasePersonId(int(notice.fields["person"])))
        case = await uow.cases.get(person.case_id)
    except NotFound:
        return False
    return person.consent is _STATES[notice.view] and case.is_open and case.objected_at is None
