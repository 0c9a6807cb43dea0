"""One transaction with every repository in it."""

from alerts import ports
from storage.alerts import SqlAlerts
from storage.audit import SqlAudit
from storage.closures import SqlClosures
from storage.deliveries import SqlDeliveries
from storage.dialogues import SqlDialogues
from storage.engine import Transaction
from storage.expired import SqlExpired
from storage.facts import SqlFacts
from storage.invites import SqlInvites
from storage.kept_forms import SqlKeptForms
from storage.kvo_groups import SqlKvoGroups
from storage.members import SqlMembers
from storage.menus import SqlMenus
from storage.municipalities import SqlMunicipalities
from storage.personal_data import SqlPersonalData
from storage.postcodes import SqlPostcodes
from storage.premises import SqlPremises
from storage.refusals import SqlRefusals
from storage.reports import SqlReports
from storage.roles import SqlRoles
from storage.templates import SqlTemplates
from storage.updates import SqlUpdates


class SqlUnitOfWork:
    """`alerts.ports.UnitOfWork` in SQL."""

    def __init__(self, transaction: Transaction) -> None:
        self.updates: ports.Updates = SqlUpdates(transaction)
        self.dialogues: ports.Dialogues = SqlDialogues(transaction)
        self.members: ports.Members = SqlMembers(transaction)
        self.premises: ports.PremisesRepository = SqlPremises(transaction)
        self.municipalities: ports.Municipalities = SqlMunicipalities(transaction)
        self.postcodes: ports.Postcodes = SqlPostcodes(transaction)
        self.roles: ports.Roles = SqlRoles(transaction)
        self.menus: ports.Menus = SqlMenus(transaction)
        self.invites: ports.Invites = SqlInvites(transaction)
        self.kvo_groups: ports.KvoGroups = SqlKvoGroups(transaction)
        self.alerts: ports.Alerts = SqlAlerts(transaction)
        self.templates: ports.Templates = SqlTemplates(transaction)
        self.deliveries: ports.Deliveries = SqlDeliveries(transaction)
        self.reports: ports.Reports = SqlReports(transaction)
        self.kept_forms: ports.KeptForms = SqlKeptForms(transaction)
        self.closures: ports.Closures = SqlClosures(transaction)
        self.facts: ports.Facts = SqlFacts(transaction)
        self.refusals: ports.Refusals = SqlRefusals(transaction)
        self.personal: ports.PersonalData = SqlPersonalData(transaction)
        self.expired: ports.Expired = SqlExpired(transaction)
        audit = SqlAudit(transaction)
        self.audit: ports.Audit = audit
        self.recorded = audit.appended
