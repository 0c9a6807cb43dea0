"""Routes: the table of contents of the bot. Groups are tried in this order; the first handler that matches answers."""

from collections.abc import Callable

from bot.handlers import (
    acknowledgements,
    admin,
    aftercare,
    aftercare_cases,
    alert,
    alert_changes,
    anonymous,
    approval,
    archive,
    audit,
    bot_membership,
    cascade,
    console,
    crowded_shops,
    delivery_rules,
    deputy,
    dialogue,
    feedback,
    figures,
    free_text,
    grants,
    group_chat,
    groups,
    help_card,
    incidents,
    invite,
    join_requests,
    live_alerts,
    mail,
    menu,
    mo_register,
    my_data,
    my_overview,
    overdue,
    patterns,
    prevention,
    report,
    report_duplicates,
    reports,
    reviews,
    rings,
    robbery_now,
    robbery_report,
    roster,
    signups,
    start,
    support,
    tasks,
    templates,
    unexpected,
)
from bot.handlers.matching import Handler

ROUTES: tuple[tuple[str, tuple[Callable[[], list[Handler]], ...]], ...] = (
    ("who comes and goes, and who hides", (bot_membership.handlers, anonymous.handlers)),
    ("anybody", (start.handlers, help_card.handlers, robbery_now.handlers, support.handlers, menu.handlers)),
    (
        "retailers",
        (
            report.handlers,
            robbery_report.handlers,
            feedback.handlers,
            aftercare.handlers,
            my_overview.handlers,
            delivery_rules.handlers,
            mail.handlers,
            live_alerts.handlers,
            archive.handlers,
            acknowledgements.handlers,
            mo_register.handlers,
            my_data.handlers,
        ),
    ),
    (
        "coordinators",
        (
            reports.handlers,
            report_duplicates.handlers,
            aftercare_cases.handlers,
            cascade.handlers,
            rings.handlers,
            overdue.handlers,
            incidents.handlers,
            patterns.handlers,
            roster.handlers,
            tasks.handlers,
            figures.handlers,
            alert.handlers,
            alert_changes.handlers,
            prevention.handlers,
            approval.handlers,
            reviews.handlers,
            templates.handlers,
            signups.handlers,
            crowded_shops.handlers,
            invite.handlers,
        ),
    ),
    (
        "who has which role, who confirms that, who stands in, and who looks back",
        (deputy.handlers, grants.handlers, admin.handlers, audit.handlers, console.handlers),
    ),
    ("KVO groups", (groups.handlers, group_chat.handlers, join_requests.handlers)),
    ("answers to questions, and text without one", (dialogue.handlers, free_text.handlers)),
    ("the rest", (unexpected.handlers,)),
)


def handler_groups() -> dict[int, list[Handler]]:
    """Return the handlers by the number of their group."""
    return {
        number: [handler for module in modules for handler in module()]
        for number, (_name, modules) in enumerate(ROUTES)
    }
