"""Updates from Telegram: received, stored, admitted, and dispatched to their handlers."""
