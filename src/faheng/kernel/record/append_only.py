"""Triggers by which the database itself refuses to change a table."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
"""
POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION faheng_append_only() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$ LANGUAGE plpgsql
"""
POSTGRES = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION faheng_append_only()
"""


class AppendOnly(Operation):
    """Make a table refuse UPDATE and DELETE (and TRUNCATE on PostgreSQL)."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, table: str) -> None:
        """Name the table."""
        self.table = table

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Leave Django's picture of the models as it is."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create the triggers."""
        for statement in self._statements(schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the triggers."""
        if schema_editor.connection.vendor == "sqlite":
            for verb in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER {self.table}_no_{verb}")
        else:
            schema_editor.execute(
                f"DROP TRIGGER {self.table}_append_only ON {self.table}"
            )

    def describe(self) -> str:
        """Say what the operation does."""
        return f"Make {self.table} append-only"

    def _statements(self, vendor: str) -> list[str]:
        if vendor == "sqlite":
            return [
                SQLITE.format(table=self.table, verb=verb)
                for verb in ("update", "delete")
            ]
        return [POSTGRES_FUNCTION, POSTGRES.format(table=self.table)]
