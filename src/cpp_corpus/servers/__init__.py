"""Questions to a corpus over MCP and HTTP: one table of questions, two servers (docs/servers.md)."""
