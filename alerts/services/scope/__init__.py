"""Use cases of scopes and ground: what lies in which scope, and what no scope covers."""
