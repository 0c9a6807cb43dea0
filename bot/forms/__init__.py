"""The dialogues: one module per form, and the table of all of them."""

from bot.dialogue import Dialogues
from bot.form import Form
from bot.forms.addition import ADDITION
from bot.forms.alert import ALERT
from bot.forms.area import AREA
from bot.forms.closing import CLOSING
from bot.forms.correction import CORRECTION
from bot.forms.decision import DECISION
from bot.forms.group import GROUP
from bot.forms.invite import INVITE
from bot.forms.municipality import MUNICIPALITY
from bot.forms.objection import OBJECTION
from bot.forms.premises import DETAILS, MOVE
from bot.forms.prevention import PREVENTION
from bot.forms.report import REPORT
from bot.forms.role_end import ROLE_END
from bot.forms.role_invite import ROLE_INVITE
from bot.forms.role_label import ROLE_LABEL
from bot.forms.subscribe import SUBSCRIBE

FORMS: tuple[Form, ...] = (  # type: ignore[type-arg]  # each its own draft
    REPORT,
    ADDITION,
    SUBSCRIBE,
    DETAILS,
    MOVE,
    AREA,
    INVITE,
    ALERT,
    CORRECTION,
    CLOSING,
    DECISION,
    OBJECTION,
    PREVENTION,
    GROUP,
    ROLE_INVITE,
    ROLE_END,
    ROLE_LABEL,
    MUNICIPALITY,
)

dialogues = Dialogues({form.name: form for form in FORMS})
