"""Tables of accounts in the console: one-time links, passkeys, identities at a provider, sessions, and challenges that
were answered."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, String, Text, UniqueConstraint

from storage.tables.schema import entity, link, moment, table

console_links = entity(
    "console_links",
    Column("secret_hash", String(64), nullable=False),
    link("member_id", "members"),
    link("created_by", "members", optional=True),
    moment("created_at"),
    moment("expires_at"),
    UniqueConstraint("secret_hash"),
    Index(None, "member_id"),
)

passkeys = entity(
    "passkeys",
    link("member_id", "members"),
    # Both in base64url, as browsers write them; the key is public.
    Column("credential_id", Text, nullable=False),
    Column("public_key", Text, nullable=False),
    Column("sign_count", BigInteger, nullable=False),
    moment("created_at"),
    moment("used_at", optional=True),
    UniqueConstraint("credential_id"),
    Index(None, "member_id"),
)

identities = entity(
    "identities",
    link("member_id", "members"),
    Column("issuer", Text, nullable=False),
    Column("subject", String(255), nullable=False),
    moment("created_at"),
    moment("used_at", optional=True),
    UniqueConstraint("issuer", "subject"),
    Index(None, "member_id"),
)

# A session that began with a passkey or with an identity ends with it.
sessions = entity(
    "sessions",
    Column("secret_hash", String(64), nullable=False),
    link("member_id", "members"),
    # With neither it began from the chat's own app.
    link("passkey_id", "passkeys", ondelete="CASCADE", optional=True),
    link("identity_id", "identities", ondelete="CASCADE", optional=True),
    moment("created_at"),
    moment("seen_at"),
    moment("fresh_at"),
    UniqueConstraint("secret_hash"),
    Index(None, "member_id"),
    Index(None, "passkey_id"),
    Index(None, "identity_id"),
    CheckConstraint("passkey_id IS NULL OR identity_id IS NULL", name="one_beginning"),
)

# Challenges that a passkey has answered, so that no answer counts twice; they expire within minutes anyway.
used_challenges = table(
    "used_challenges",
    Column("challenge_hash", String(64), primary_key=True),
    moment("expires_at"),
)
