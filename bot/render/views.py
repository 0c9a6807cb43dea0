"""All views: the name in a notice to the function that writes it."""

from collections.abc import Mapping

from bot.render.admin import ADMIN_VIEWS
from bot.render.alert_views import ALERT_VIEWS
from bot.render.approval_views import APPROVAL_VIEWS
from bot.render.attestation import ATTESTATION_VIEWS
from bot.render.change_views import CHANGE_VIEWS
from bot.render.deputy import DEPUTY_VIEWS
from bot.render.flood import FLOOD_VIEWS
from bot.render.group import GROUP_VIEWS
from bot.render.kvo_group_views import KVO_GROUP_VIEWS
from bot.render.report_views import REPORT_VIEWS
from bot.render.review import REVIEW_VIEWS
from bot.render.shop_views import SHOP_VIEWS
from bot.render.template import TEMPLATE_VIEWS
from bot.render.view import View, WriteView

VIEWS: Mapping[str, WriteView] = {
    **SHOP_VIEWS,
    **TEMPLATE_VIEWS,
    **ATTESTATION_VIEWS,
    **ADMIN_VIEWS,
    **ALERT_VIEWS,
    **APPROVAL_VIEWS,
    **CHANGE_VIEWS,
    **DEPUTY_VIEWS,
    **FLOOD_VIEWS,
    **GROUP_VIEWS,
    **KVO_GROUP_VIEWS,
    **REPORT_VIEWS,
    **REVIEW_VIEWS,
}

__all__ = ["VIEWS", "View"]
