"""The unit of work: one transaction, with every repository that works in it."""

from zoneinfo import ZoneInfo

from alerts import ports
from alerts.tally import NETHERLANDS
from storage.alerts.acknowledgements import SqlAcknowledgements
from storage.alerts.alerts import SqlAlerts
from storage.alerts.cascades import SqlCascades
from storage.alerts.cases import SqlCases
from storage.alerts.effects import SqlEffects
from storage.alerts.example_texts import SqlExampleTexts
from storage.alerts.feedbacks import SqlFeedbacks
from storage.alerts.incidents import SqlIncidents
from storage.alerts.measures import SqlMeasures
from storage.alerts.meetings import SqlMeetings
from storage.alerts.mo_register import SqlMoRegister
from storage.alerts.outcome_texts import SqlOutcomeTexts
from storage.alerts.patterns import SqlPatterns
from storage.alerts.report_clocks import SqlReportClocks
from storage.alerts.reports import SqlReports
from storage.alerts.sent_pictures import SqlSentPictures
from storage.alerts.support import SqlSupport
from storage.alerts.tallies import SqlTallies
from storage.alerts.tasks import SqlTasks
from storage.alerts.templates import SqlTemplates
from storage.alerts.visits import SqlVisits
from storage.audit import SqlAudit
from storage.chat_state.dialogues import SqlDialogues
from storage.chat_state.kept_forms import SqlKeptForms
from storage.chat_state.updates import SqlUpdates
from storage.database.transactions import Transaction
from storage.key_values import SqlKeyValues
from storage.outbox.channels import SqlChannels
from storage.outbox.deliveries import SqlDeliveries
from storage.outbox.dry_run import SqlDryRuns
from storage.outbox.throttled_chats import SqlClosures
from storage.people.accounts import SqlAccounts
from storage.people.grant_requests import SqlGrantRequests
from storage.people.invites import SqlInvites
from storage.people.kvo_groups import SqlKvoGroups
from storage.people.mail_addresses import SqlMailAddresses
from storage.people.members import SqlMembers
from storage.people.municipalities import SqlMunicipalities
from storage.people.postcodes import SqlPostcodes
from storage.people.premises import SqlPremises
from storage.people.roles import SqlRoles
from storage.people.rosters import SqlRosters
from storage.people.stale_menus import SqlMenus
from storage.privacy.personal_data import SqlPersonalData
from storage.privacy.retention import SqlRetention
from storage.refusal_counts import SqlRefusals


class SqlUnitOfWork:
    """`alerts.ports.UnitOfWork` in SQL. `zone` is the time zone whose days and hours tallies and shifts have."""

    def __init__(self, transaction: Transaction, zone: ZoneInfo = NETHERLANDS) -> None:
        self.updates: ports.Updates = SqlUpdates(transaction)
        self.dialogues: ports.Dialogues = SqlDialogues(transaction)
        self.members: ports.Members = SqlMembers(transaction)
        self.premises: ports.PremisesRepository = SqlPremises(transaction)
        self.municipalities: ports.Municipalities = SqlMunicipalities(transaction)
        self.postcodes: ports.Postcodes = SqlPostcodes(transaction)
        self.roles: ports.Roles = SqlRoles(transaction)
        self.grant_requests: ports.GrantRequests = SqlGrantRequests(transaction)
        self.menus: ports.Menus = SqlMenus(transaction)
        self.accounts: ports.Accounts = SqlAccounts(transaction)
        self.invites: ports.Invites = SqlInvites(transaction)
        self.kvo_groups: ports.KvoGroups = SqlKvoGroups(transaction)
        self.alerts: ports.Alerts = SqlAlerts(transaction)
        self.acknowledgements: ports.Acknowledgements = SqlAcknowledgements(transaction)
        self.sent_pictures: ports.SentPictures = SqlSentPictures(transaction)
        self.templates: ports.Templates = SqlTemplates(transaction)
        self.deliveries: ports.Deliveries = SqlDeliveries(transaction)
        self.channels: ports.Channels = SqlChannels(transaction)
        self.mail_addresses: ports.MailAddresses = SqlMailAddresses(transaction)
        self.dry_runs: ports.DryRuns = SqlDryRuns(transaction)
        self.reports: ports.Reports = SqlReports(transaction)
        self.incidents: ports.Incidents = SqlIncidents(transaction)
        self.cases: ports.Cases = SqlCases(transaction)
        self.cascades: ports.Cascades = SqlCascades(transaction)
        self.example_texts: ports.ExampleTexts = SqlExampleTexts(transaction)
        self.outcome_texts: ports.OutcomeTexts = SqlOutcomeTexts(transaction)
        self.feedbacks: ports.Feedbacks = SqlFeedbacks(transaction)
        self.patterns: ports.Patterns = SqlPatterns(transaction)
        self.report_clocks: ports.ReportClocks = SqlReportClocks(transaction)
        self.rosters: ports.Rosters = SqlRosters(transaction, zone)
        self.tallies: ports.Tallies = SqlTallies(transaction, zone)
        self.effects: ports.Effects = SqlEffects(transaction)
        self.measures: ports.Measures = SqlMeasures(transaction)
        self.support: ports.Support = SqlSupport(transaction)
        self.mo_register: ports.MoRegister = SqlMoRegister(transaction)
        self.tasks: ports.Tasks = SqlTasks(transaction)
        self.meetings: ports.Meetings = SqlMeetings(transaction)
        self.visits: ports.Visits = SqlVisits(transaction)
        self.kept_forms: ports.KeptForms = SqlKeptForms(transaction)
        self.closures: ports.Closures = SqlClosures(transaction)
        self.facts: ports.Facts = SqlKeyValues(transaction)
        self.refusals: ports.Refusals = SqlRefusals(transaction)
        self.personal: ports.PersonalData = SqlPersonalData(transaction)
        self.expired: ports.Expired = SqlRetention(transaction)
        audit = SqlAudit(transaction)
        self.audit: ports.Audit = audit
        self.recorded = audit.appended
