"""Use cases of templates: alerts that are written and approved beforehand."""
