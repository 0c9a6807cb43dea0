"""The branches of a notice in words, those that are alike with the reason."""

from alerts.alert import AlertContent
from alerts.alert_defaults import hit_branches
from alerts.alert_form import AlertForm
from alerts.branch import ALIKE, Branch, Likeness
from texts.phrases import Phrases


def branches_words(form: AlertForm, content: AlertContent, t: Phrases) -> str:
    """Name the branches, those that are alike with the reason; all of them if none is named."""
    if not content.branches:
        return t.plain("alert-all-branches")
    is_usual = form.is_short and "branches" in form.by_default and form.own_branch is None
    hit = hit_branches(content.kind, form.hit) if is_usual else frozenset[Branch]()
    why: dict[Likeness, list[Branch]] = {}
    for other in (one for one in Branch if one in content.branches - hit and hit):
        reason = next(ALIKE[one][other] for one in Branch if one in hit and other in ALIKE.get(one, {}))
        why.setdefault(reason, []).append(other)
    named = [_names(content.branches & hit if hit else content.branches, t)]
    alike = [
        t.plain("alert-line-alike", branches=_names(others, t), why=t.plain(f"likeness-{reason}"))
        for reason, others in why.items()
    ]
    return "; ".join([*named, *alike])


def _names(branches: frozenset[Branch] | list[Branch], t: Phrases) -> str:
    return ", ".join(t.plain(f"branch-{one}") for one in Branch if one in branches)
