"""Comments with which a notice is returned or rejected, and reasons for sending one alone: the ready-made ones by key,
and how long typed ones may be."""

from collections.abc import Mapping

from alerts.alert import Decision

COMMENT_LENGTH = 300  # characters
COMMENTS: Mapping[Decision, tuple[str, ...]] = {
    Decision.RETURNED: ("where_when", "details", "shorter", "reach", "call"),
    Decision.REJECTED: ("known", "no_danger", "inquiry"),
}

REASONS = ("nobody_on_duty", "acute")  # ready-made reasons for sending alone
REASON_LENGTH = 200
