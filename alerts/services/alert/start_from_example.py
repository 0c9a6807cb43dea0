"""Start a notice from an example text: its words, for its kind and branch."""

from alerts.alert import IncidentKind
from alerts.alert_form import F
from alerts.branch import Branch


def begun_with(form: F, text: str, kind: IncidentKind, branch: Branch | None) -> F:
    """Return the form with these words of an example, about this kind and for this branch (None: as is usual for the
    kind). Whoever writes for one branch keeps it."""
    begun = form.changed(words=text, kind=kind)
    if branch is None or form.own_branch is not None:
        return begun
    return begun.changed(branches=frozenset({branch}), all_branches=False)
