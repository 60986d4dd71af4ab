"""The one-file page, from tables and figures."""
