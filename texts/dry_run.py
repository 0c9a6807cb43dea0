"""A dry run in words: a line at the preview, and the whole in sections, alike in the chat and the console."""

from collections.abc import Mapping
from dataclasses import dataclass

from alerts.dry_run import Arrival, DryRun, Overlap, Part, Ring
from alerts.ids import AlertId
from alerts.plain_language import MOST_WORDS
from texts.html import Html, joined, lines, paragraphs
from texts.phrases import Phrases

_SHOWN = 60  # characters of a long sentence, enough to find it
_MOST_NAMED = 5  # long sentences and hard words that are named


@dataclass(frozen=True, slots=True)
class DryRunLine:
    """A line of a section; `update` is the notice of which an update may be made instead."""

    words: Html
    update: AlertId | None = None


@dataclass(frozen=True, slots=True)
class DryRunSection:
    """A section: its title and its lines."""

    title: Html
    lines: tuple[DryRunLine, ...]


def glance_words(run: DryRun, t: Phrases) -> Html:
    """Say in one line how it would arrive now, and what is worth another look."""
    told = [t(f"dry-run-arrives-{how}", count=count) for how, count in run.arrivals.items()]
    told += [t("dry-run-held", count=count)] if (count := sum(run.held.values())) else []
    looks = len(run.long_sentences) + len(run.hard_words) + len(run.missing)
    return t("dry-run-line", told=joined(", ", *told) or t("dry-run-nobody"), looks=looks)


def dry_run_words(run: DryRun, t: Phrases) -> Html:
    """Write the whole for a chat."""
    told = (
        lines(t("dry-run-section", title=one.title), *(line.words for line in one.lines)) for one in sections(run, t)
    )
    return paragraphs(t("dry-run-head"), *told)


def sections(run: DryRun, t: Phrases) -> tuple[DryRunSection, ...]:
    """Return what there is to tell, in the order in which a sender decides."""
    overlaps = tuple(_overlap(one, t) for one in run.overlaps) or (DryRunLine(t("dry-run-no-overlap")),)
    return (
        DryRunSection(t("dry-run-whom"), _plain(_whom(run, t))),
        DryRunSection(t("dry-run-how"), _plain(_how(run, t))),
        DryRunSection(t("dry-run-lately"), _plain(_lately(run, t))),
        DryRunSection(t("dry-run-live"), overlaps),
        DryRunSection(t("dry-run-text"), _plain(_text(run, t))),
    )


def _plain(told: list[Html]) -> tuple[DryRunLine, ...]:
    return tuple(DryRunLine(one) for one in told)


def _whom(run: DryRun, t: Phrases) -> list[Html]:
    if not run.members:
        return [t("dry-run-nobody")]
    branches = [
        t(
            "dry-run-branch",
            branch=t.plain(f"branch-{branch}") if branch else t.plain("dry-run-coordinators"),
            count=sum(rings.values()),
            rings=_rings(rings, t),
        )
        for branch, rings in run.by_branch().items()
    ]
    return [t("dry-run-all", count=run.members, rings=_rings(run.by_ring(), t)), *branches]


def _rings(rings: Mapping[Ring, int], t: Phrases) -> str:
    return ", ".join(t.plain(f"dry-run-ring-{ring}", count=rings[ring]) for ring in Ring if rings.get(ring))


def _how(run: DryRun, t: Phrases) -> list[Html]:
    arrives = [t(f"dry-run-now-{how}", count=run.arrivals[how]) for how in Arrival if how in run.arrivals]
    held = [t(f"dry-run-{objection}", count=count) for objection, count in run.held.items()]
    return [*arrives, *held]


def _lately(run: DryRun, t: Phrases) -> list[Html]:
    return [t("dry-run-had", notices=had.value, count=count) for had, count in run.had.items()] or [t("dry-run-nobody")]


def _overlap(overlap: Overlap, t: Phrases) -> DryRunLine:
    alert = overlap.alert
    values: dict[str, str | int] = {"number": alert.number or "", "count": overlap.members}
    kind = t.plain(f"kind-{alert.content.kind}")
    if not overlap.can_be_updated:
        return DryRunLine(t("dry-run-overlap", kind=kind, **values))
    return DryRunLine(t("dry-run-overlap-update", kind=kind, **values), alert.id)


def _text(run: DryRun, t: Phrases) -> list[Html]:
    parts = [
        t(f"dry-run-part-{part}", told=t.plain("dry-run-lacks" if part in run.missing else "dry-run-there"))
        for part in Part
    ]
    long = [t("dry-run-long", most=MOST_WORDS, sentence=_beginning(one)) for one in run.long_sentences[:_MOST_NAMED]]
    hard = [t("dry-run-hard", word=one.word, plainer=one.plainer) for one in run.hard_words[:_MOST_NAMED]]
    return [joined(" · ", *parts), *(long + hard or [t("dry-run-plain")])]


def _beginning(sentence: str) -> str:
    return sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN].rsplit(' ', 1)[0]} …"
