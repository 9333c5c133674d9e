"""Put the 195 States into their table, so that every authority can name one."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from directory.vocabulary.states import all_states

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

DOCUMENT = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
STATE = sa.table(
    "state",
    sa.column("code", sa.String),
    sa.column("names", DOCUMENT),
    sa.column("region", sa.String),
    sa.column("requirements", DOCUMENT),
    sa.column("legislation_links", DOCUMENT),
)


def upgrade():
    rows = [
        {
            "code": found.code,
            "names": dict(found.names),
            "region": found.region,
            "requirements": {},
            "legislation_links": [],
        }
        for found in all_states()
    ]
    op.bulk_insert(STATE, rows)


def downgrade():
    op.execute(STATE.delete())
