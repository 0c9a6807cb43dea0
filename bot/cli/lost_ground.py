"""Lost ground: the lines that say what covers less after an import, with what to do."""

from collections.abc import Iterator, Sequence

from alerts.services.scope.find_lost_ground import Holder, LostGround

_TO_DO = {
    Holder.ROLE: "end it under /beheer and give it anew",
    Holder.INVITE: "withdraw it and make another",
    Holder.GROUP: "change its postcodes with /groepen",
    Holder.SETTINGS: "set them anew under /beheer",
    Holder.TEMPLATE: "end it with /sjablonen and make another",
}


def ground_lines(lost: Sequence[LostGround]) -> Iterator[str]:
    """Yield the lines: first how many there are, then one for each; none when nothing was lost."""
    if lost:
        yield f"{len(lost)} cover less than before, or nothing:"
    for one in lost:
        what = "nothing any more" if one.is_all else "less than before"
        now = f" (the rest lies in {', '.join(one.now)} now)" if one.now else ""
        yield f"  {one.holder} {one.what}: covers {what}{now}; {_TO_DO[one.holder]}"
