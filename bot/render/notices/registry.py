"""The registry of views: the name in a notice to the function that renders it."""

from collections.abc import Mapping

from bot.conversation.view import View, WriteView
from bot.render.admin import ADMIN_VIEWS
from bot.render.aftercare import AFTERCARE_VIEWS
from bot.render.aftercare_case import CASE_VIEWS
from bot.render.alert_in_chat import GROUP_VIEWS
from bot.render.attestation import ATTESTATION_VIEWS
from bot.render.crowded_shop import CROWD_VIEWS
from bot.render.deputy import DEPUTY_VIEWS
from bot.render.feedback import FEEDBACK_VIEWS
from bot.render.flood import FLOOD_VIEWS
from bot.render.grant import GRANT_VIEWS
from bot.render.mail import MAIL_VIEWS
from bot.render.meeting import MEETING_VIEWS
from bot.render.notice_map import MAP_VIEWS
from bot.render.notices.alert import ALERT_VIEWS
from bot.render.notices.alert_change import CHANGE_VIEWS
from bot.render.notices.approval import APPROVAL_VIEWS
from bot.render.notices.cascade import CASCADE_VIEWS
from bot.render.notices.digest import DIGEST_VIEWS
from bot.render.notices.drill import DRILL_VIEWS
from bot.render.notices.effect import EFFECT_VIEWS
from bot.render.notices.follow_up import FOLLOW_UP_VIEWS
from bot.render.notices.kvo_group import KVO_GROUP_VIEWS
from bot.render.notices.pattern import PATTERN_VIEWS
from bot.render.notices.report import REPORT_VIEWS
from bot.render.notices.roster import ROSTER_VIEWS
from bot.render.notices.shop import SHOP_VIEWS
from bot.render.notices.unread import UNREAD_VIEWS
from bot.render.overdue import OVERDUE_VIEWS
from bot.render.review import REVIEW_VIEWS
from bot.render.task import TASK_VIEWS
from bot.render.template import TEMPLATE_VIEWS
from bot.render.tip import TIP_VIEWS

VIEWS: Mapping[str, WriteView] = {
    **SHOP_VIEWS,
    **TEMPLATE_VIEWS,
    **TIP_VIEWS,
    **UNREAD_VIEWS,
    **ATTESTATION_VIEWS,
    **ADMIN_VIEWS,
    **AFTERCARE_VIEWS,
    **CASE_VIEWS,
    **ALERT_VIEWS,
    **APPROVAL_VIEWS,
    **CHANGE_VIEWS,
    **CROWD_VIEWS,
    **DEPUTY_VIEWS,
    **DIGEST_VIEWS,
    **DRILL_VIEWS,
    **EFFECT_VIEWS,
    **FEEDBACK_VIEWS,
    **FLOOD_VIEWS,
    **FOLLOW_UP_VIEWS,
    **GRANT_VIEWS,
    **GROUP_VIEWS,
    **KVO_GROUP_VIEWS,
    **MAIL_VIEWS,
    **MAP_VIEWS,
    **MEETING_VIEWS,
    **OVERDUE_VIEWS,
    **PATTERN_VIEWS,
    **CASCADE_VIEWS,
    **REPORT_VIEWS,
    **REVIEW_VIEWS,
    **ROSTER_VIEWS,
    **TASK_VIEWS,
}

__all__ = ["VIEWS", "View"]
