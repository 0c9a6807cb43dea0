"""Clusters of sightings: trios that support each other, joined where they share a pair.

The method is clique percolation with k = 3 (Palla and others 2005). A cluster is a property of the set of links: the
order in which reports came plays no part, and a report without links changes nothing.
"""

from collections.abc import Iterator

import numpy as np

from alerts.patterns.links import Links, Numbers


def clusters_of(links: Links) -> Iterator[tuple[Numbers, float]]:
    """Yield the numbers of each cluster in order, with the mean score of its links.

    A trio is three sightings of which each two have a link; trios that share a link are one cluster.
    """
    links = links.best().in_circles()
    trios = links.trios()
    labels = _labels(trios, len(links))
    members = np.unique(trios)
    members = members[np.argsort(labels[members], kind="stable")]
    begins = np.flatnonzero(np.diff(labels[members], prepend=-1))
    for group in np.split(members, begins[1:]) if len(members) else ():
        yield np.unique(np.concatenate([links.first[group], links.second[group]])), float(links.score[group].mean())


def _labels(trios: Numbers, count: int) -> Numbers:
    """Return for each link the lowest link that it is joined with, by way of trios."""
    labels = np.arange(count)
    while len(trios):
        lowest = labels[trios].min(axis=1)
        lower = labels.copy()
        np.minimum.at(lower, trios.ravel(), np.repeat(lowest, 3))
        lower = lower[lower]
        if (lower == labels).all():
            break
        labels = lower
    return labels
