"""Tests of a group chat's settings on entry and history, from what Telegram reports."""

from typing import Any

import pytest
from telegram import ChatFullInfo, ChatMemberAdministrator

from alerts.kvo_group import ChatSetting
from bot.telegram_api.chat_settings import lacking

MAY_ADD = {"permissions": {"can_invite_users": True}}
MAY_NOT_ADD = {"permissions": {"can_invite_users": False}}
PUBLIC = {"username": "koperwiek"}
ADMIN = {
    "user": {"id": 1, "is_bot": True, "first_name": "Wees Alert"},
    "status": "administrator",
    **dict.fromkeys(
        (
            "can_be_edited",
            "is_anonymous",
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
        ),
        True,
    ),
}


@pytest.mark.parametrize(
    ("told", "is_by_request"),
    [
        ({"join_by_request": True, **MAY_ADD}, True),
        (MAY_ADD, False),
        (MAY_NOT_ADD, True),
        ({**PUBLIC, **MAY_NOT_ADD}, False),
        ({**PUBLIC, **MAY_NOT_ADD, "join_by_request": True}, True),
        ({"linked_chat_id": -1001, **MAY_NOT_ADD}, False),
        ({}, False),
    ],
)
def test_who_may_come_in(told: dict[str, Any], is_by_request: bool) -> None:
    """A private group has no setting for entry by request, so its members must not be able to add others."""
    expected = set() if is_by_request else {ChatSetting.JOIN_BY_REQUEST}
    assert expected == _lacking(told) - {ChatSetting.HIDDEN_HISTORY}


@pytest.mark.parametrize(
    ("told", "is_hidden"),
    [
        ({}, True),
        ({"has_visible_history": True}, False),
        (PUBLIC, False),
        ({"linked_chat_id": -1001}, False),
        ({"is_forum": True}, False),
    ],
)
def test_who_may_read_back(told: dict[str, Any], is_hidden: bool) -> None:
    """In a public group, a discussion and a forum everybody can read earlier messages; Telegram has the setting for
    other groups only."""
    expected = set() if is_hidden else {ChatSetting.HIDDEN_HISTORY}
    assert expected == _lacking({**MAY_NOT_ADD, **told}) - {ChatSetting.JOIN_BY_REQUEST}


def _lacking(told: dict[str, Any]) -> frozenset[ChatSetting]:
    chat = ChatFullInfo.de_json(
        {
            "id": -100,
            "type": "supergroup",
            "accent_color_id": 0,
            "max_reaction_count": 1,
            "accepted_gift_types": dict.fromkeys(
                ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
                False,
            ),
            **told,
        },
        None,
    )
    place = ChatMemberAdministrator.de_json(ADMIN, None)
    return lacking(chat, place)
