"""Alerts, their approvals and revisions, templates and reports in SQL."""
