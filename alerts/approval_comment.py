"""Comments with which a notice is returned or rejected: the ready-made ones by key, and how long a typed one may be."""

from collections.abc import Mapping

from alerts.alert import Decision

COMMENT_LENGTH = 300  # characters
COMMENTS: Mapping[Decision, tuple[str, ...]] = {
    Decision.RETURNED: ("where_when", "details", "shorter", "reach", "call"),
    Decision.REJECTED: ("known", "no_danger", "inquiry"),
}
