"""The draft of an alert in the chat: its fields, and where its dialogue stands."""

from pydantic import Field

from alerts.alert import IncidentKind, RevisionKind
from alerts.alert_form import AlertForm
from alerts.branch import Branch
from bot.forms.questions.branches import BranchesDraft


class AlertDraft(AlertForm, BranchesDraft):
    """The answers of the alert form.

    `is_short`: only what happened and where are asked; the rest is set by default. `open_lines`: the group of lines
    that is open at the preview. `walks`: every step is asked though all are answered. `is_as_kept`: it was opened
    again, and stays as it was until something is changed. `example`: the text of the example that is being filled in
    (empty: one is being chosen), `example_kind` and `example_branch` what it is for. `shows_all` is the step that shows
    all of its many choices.
    """

    open_lines: str | None = None
    walks: bool = False
    is_as_kept: bool = False
    shows_all: str | None = None
    template: str | None = None
    example: str | None = None
    example_kind: IncidentKind | None = None
    example_branch: Branch | None = None
    mo_open: str | None = None
    nameable: dict[int, str] = Field(default_factory=dict)  # who can be named for TLP:RED, by function
    is_concept: bool = False  # kept before this dialogue began, so it stays when the dialogue is left
    is_editing: bool = False
    needs_reason: bool = False
    is_template: bool = False  # kept as a template instead of being sent
    change: RevisionKind = RevisionKind.CORRECTION  # of a sent alert
    is_added: bool = False  # what an update adds was typed
    reason: str | None = None
    grounds: str | None = None  # a key; None means the usual grounds

    @property
    def is_left(self) -> bool:
        """Whether the preview was left for something else than sending it."""
        return self.is_template or self.walks

    @property
    def is_protected(self) -> bool:
        """Whether the text must be protected: as the label says, and always before a label is chosen. A draft without
        any text or report needs no protection."""
        says_something = self.what is not None or self.words is not None or self.report_id is not None
        return says_something and (self.tlp is None or self.tlp.is_protected)
