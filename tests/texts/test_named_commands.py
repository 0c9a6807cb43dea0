"""Commands that texts name: each exists under that name, and whoever is sent to one may use it."""

import re
from collections.abc import Mapping

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message

from alerts.member import Language
from alerts.role import ALLOWED, Action
from bot.conversation.menu import COMMANDS, Audience, Command
from bot.handlers.matching import TIE_COMMANDS
from texts.phrases import LOCALES

_NAMED = re.compile(r"(?<![\w/<.])/([a-z]{3,})\b")
OTHERS = "others"  # the text says who else uses the command, and sends nobody there
ANYBODY = "anybody"  # the command itself tells who may not use it what to do first

# By the beginning of a text's id: the right that everybody has who reads it. A text that names only commands for
# everybody, or for every member, needs no line.
READERS: Mapping[str, Action | Audience | str] = {
    "console-front-how": ANYBODY,
    "console-recoveries-what": OTHERS,
    "console-sign-in-none": ANYBODY,
    "console-provider-outcome-unknown": ANYBODY,
    "role-invite-no-group": OTHERS,
    "admin-duty-changed": OTHERS,
    **dict.fromkeys(("roster-got", "roster-got-every", "roster-lost", "roster-lost-every"), Action.SEE_REPORTS),
    "role-laid-down": Action.ADMINISTER,
    "role-accepted-wrong": Action.ADMINISTER,
    "sending-stopped-how": Action.DRAFT_ALERT,
    "not-allowed-last-administrator": Action.ADMINISTER,
    "approvals-more": Action.APPROVE_ALERT,
    "settled-again": Action.APPROVE_ALERT,
    "audit-hint": Action.READ_AUDIT,
    "audit-no-such-number": Action.READ_AUDIT,
    "too-late-alert-changed": Action.DRAFT_ALERT,
    "alert-kept": Action.DRAFT_ALERT,
    "alert-concept-stays": Action.DRAFT_ALERT,
    "drafts-none": Action.DRAFT_ALERT,
    "drill-due": Action.DRAFT_ALERT,
    "deputy-how-to-end": Audience.HOLDER,
    "deputy-erased": Audience.HOLDER,
    "too-late-deputy-there": Audience.HOLDER,
    "too-late-deputy-gone": Audience.HOLDER,
    "text-no-new-group": Action.MANAGE_KVO_GROUP,
    "not-allowed-draft_alert": OTHERS,
    "role-new-wrong": OTHERS,
    "role-dismissed-wrong": OTHERS,
    "role-unsourced-ended": OTHERS,
    "role-unsourced-until": OTHERS,
    "group-added": OTHERS,
    "tie-in-group": OTHERS,
    "code-unknown": Action.MANAGE_KVO_GROUP,
    "code-expired": Action.MANAGE_KVO_GROUP,
    "code-missing": Action.MANAGE_KVO_GROUP,
    "help-report": Audience.REPORTER,
    "mo-from-report": Action.SEE_REPORTS,
    "invite-after": Action.INVITE_PREMISES,
    "invite-join-after": Action.INVITE_PREMISES,
    "invite-twin": Action.INVITE_PREMISES,
    "role-signups": Action.HEAR_SIGNUPS,
    "role-reports": Action.SEE_REPORTS,
    "flood-signups": Action.ADMINISTER,
    "reports-many": Action.SEE_REPORTS,
    "signups-many": Action.HEAR_SIGNUPS,
    "invitations-none": Action.INVITE_PREMISES,
    "unverify-done": Action.VERIFY_PREMISES,
    "signup-elsewhere": Action.VERIFY_PREMISES,
    "signup-incomplete": Action.VERIFY_PREMISES,
    "text-no-group": OTHERS,
    "rejected-incident-data": OTHERS,
    "tip-stopped-how": OTHERS,
    "police-tip-stopped-how": Action.DRAFT_ALERT,
    "report-private": ANYBODY,
    "report-news-withdrawn": Audience.REPORTER,
    "too-late-report-answer": Audience.REPORTER,
    "text-report-number": Action.SEE_REPORTS,
    "too-late-feedback-reopen": Audience.REPORTER,
    "reports-overdue-more": Action.SEE_REPORTS,
    "my-reports-how": Audience.REPORTER,
    "report-gathered": Action.SEE_REPORTS,
    "reports-list-more": Action.SEE_REPORTS,
    "reviews-more": Action.APPROVE_ALERT,
    "reviews-due": Action.APPROVE_ALERT,
    "not-allowed-alone-somewhere": OTHERS,
    "not-allowed-alone": OTHERS,
    "templates-none": Action.APPROVE_ALERT,
    "template-made": Action.APPROVE_ALERT,
    "template-approved": Action.APPROVE_ALERT,
    "too-late-template": Action.APPROVE_ALERT,
    "too-late-template-changed": Action.APPROVE_ALERT,
}


@pytest.mark.parametrize("language", list(Language))
def test_every_command_that_a_text_names_exists(language: Language) -> None:
    """A Dutch text names the Dutch command and an English one the English, so that the menu has the same name."""
    known = {one.name(language) for one in COMMANDS} | {TIE_COMMANDS[language is Language.ENGLISH]}
    named = {name for names in _named(language).values() for name in names}
    assert named
    assert set() == named - known


@pytest.mark.parametrize("language", list(Language))
def test_whoever_is_sent_to_a_command_may_use_it(language: Language) -> None:
    """All readers of a text have the right to the commands that it sends them to."""
    commands = {one.name(language): one for one in COMMANDS}
    found = {
        (text_id, command.english)
        for text_id, names in _named(language).items()
        for command in (commands[name] for name in names if name in commands)
        if not _may_use(READERS.get(text_id), command)
    }
    assert set() == found


def test_every_line_of_the_readers_is_of_a_text_that_names_a_command() -> None:
    """A text that names none any more leaves no line behind."""
    assert set() == set(READERS) - set(_named(Language.DUTCH))


def _may_use(reader: Action | Audience | str | None, command: Command) -> bool:
    if command.audience in (Audience.EVERYONE, Audience.MEMBER) or reader in (OTHERS, ANYBODY, command.audience):
        return True
    needed = Action.REPORT if command.audience is Audience.REPORTER else command.audience
    return isinstance(reader, Action) and isinstance(needed, Action) and ALLOWED[reader] <= ALLOWED[needed]


def _named(language: Language) -> dict[str, list[str]]:
    """The commands that each text names."""
    files = sorted((LOCALES / language).glob("*.ftl"))
    entries = [entry for file in files for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body]
    found = {
        entry.id.name: _NAMED.findall(FluentSerializer().serialize_entry(entry))
        for entry in entries
        if isinstance(entry, Message)
    }
    return {text_id: names for text_id, names in found.items() if names}
