"""The dialogues: one module per form, and the table of all of them."""

from bot.conversation.dialogue import Dialogues
from bot.conversation.form import Form
from bot.forms.alert.closing import CLOSING
from bot.forms.alert.correction import CORRECTION
from bot.forms.alert.extension import EXTENSION
from bot.forms.alert.form import ALERT
from bot.forms.approval_comment import DECISION
from bot.forms.area import AREA
from bot.forms.draft_line import LINE
from bot.forms.group import GROUP
from bot.forms.invite import INVITE
from bot.forms.mail_address import MAIL_ADDRESS
from bot.forms.municipality.form import MUNICIPALITY
from bot.forms.municipality.report_wait import REPORT_WAIT
from bot.forms.municipality.role_label import ROLE_LABEL
from bot.forms.opening_hours import HOURS
from bot.forms.premises import DETAILS, MOVE
from bot.forms.prevention import PREVENTION
from bot.forms.quiet_hours import QUIET_HOURS
from bot.forms.report.addition import ADDITION
from bot.forms.report.answer import ANSWER
from bot.forms.report.form import REPORT
from bot.forms.report.main_number import MAIN_NUMBER
from bot.forms.report.question import QUESTION
from bot.forms.review_objection import OBJECTION
from bot.forms.role.end import ROLE_END
from bot.forms.role.group_manager import MANAGER_INVITE
from bot.forms.role.invite import ROLE_INVITE
from bot.forms.roster.change import CHANGE
from bot.forms.roster.shift import SHIFT
from bot.forms.subscribe import SUBSCRIBE
from bot.forms.task.finish import TASK_DONE
from bot.forms.task.give import TASK_GIVE
from bot.forms.task.make import TASK
from bot.forms.task.meeting import MEETING

FORMS: tuple[Form, ...] = (  # type: ignore[type-arg]  # each its own draft
    REPORT,
    ADDITION,
    QUESTION,
    ANSWER,
    MAIN_NUMBER,
    SUBSCRIBE,
    DETAILS,
    MOVE,
    HOURS,
    QUIET_HOURS,
    MAIL_ADDRESS,
    AREA,
    INVITE,
    ALERT,
    CORRECTION,
    EXTENSION,
    CLOSING,
    DECISION,
    LINE,
    OBJECTION,
    PREVENTION,
    GROUP,
    MANAGER_INVITE,
    ROLE_INVITE,
    ROLE_END,
    ROLE_LABEL,
    REPORT_WAIT,
    MUNICIPALITY,
    SHIFT,
    CHANGE,
    TASK,
    TASK_DONE,
    TASK_GIVE,
    MEETING,
)

dialogues = Dialogues({form.name: form for form in FORMS})
