from collections.abc import Iterator
from dataclasses import replace

import pytest

from core.database import Database
from directory.search.query import SearchQuery
from directory.service.finding import find
from tests.directory.entries import publish, record, revise, withdraw


@pytest.fixture
def elsewhere(database: Database) -> Iterator[Database]:
    """The same database, as another process has it open."""
    other = Database(database.url)
    yield other
    other.dispose()


def total(database: Database, text: str) -> int:
    with database.reading() as session:
        return find(session, SearchQuery(text=text)).total


def test_what_was_committed_is_found_at_once(database: Database) -> None:
    assert total(database, "attorney") == 0
    with database.transaction() as session:
        publish(session, record())
    assert total(database, "attorney") == 1


def test_what_another_process_committed_is_found_at_once(database: Database, elsewhere: Database) -> None:
    assert total(database, "attorney") == 0
    with elsewhere.transaction() as session:
        publish(session, record())
    assert total(database, "attorney") == 1


def test_what_was_undone_is_not_found(database: Database) -> None:
    def fail_after_storing() -> None:
        with database.transaction() as session:
            publish(session, record())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_storing()
    assert total(database, "attorney") == 0


def test_a_withdrawn_authority_is_not_found(database: Database) -> None:
    with database.transaction() as session:
        authority_id = publish(session, record())
    assert total(database, "attorney") == 1
    with database.transaction() as session:
        withdraw(session, authority_id, record())
    assert total(database, "attorney") == 0


def test_an_authority_withdrawn_before_the_process_began_is_not_found(database: Database, elsewhere: Database) -> None:
    with elsewhere.transaction() as session:
        authority_id = publish(session, record())
    with elsewhere.transaction() as session:
        withdraw(session, authority_id, record())
    assert total(database, "attorney") == 0


def test_a_draft_is_not_found(database: Database) -> None:
    with database.transaction() as session:
        publish(session, replace(record(), status="draft"))
    assert total(database, "attorney") == 0


def test_a_changed_name_is_found_and_the_old_one_is_not(database: Database) -> None:
    with database.transaction() as session:
        authority_id = publish(session, record(name="Old Chamber"))
    assert total(database, "chamber") == 1
    with database.transaction() as session:
        revise(session, authority_id, replace(record(), names={"en": "New Tribunal"}))
    assert total(database, "new tribunal") == 1
    assert total(database, "chamber") == 0


def test_two_databases_have_two_indexes(database: Database, tmp_path_factory: pytest.TempPathFactory) -> None:
    from core.migrating import migrate

    other = Database(f"sqlite:///{tmp_path_factory.mktemp('other') / 'other.sqlite'}")
    migrate(other)
    with other.transaction() as session:
        publish(session, record())
    assert total(database, "attorney") == 0
    assert total(other, "attorney") == 1
    other.dispose()
