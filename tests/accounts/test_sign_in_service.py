"""Signing in, as the service does it."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from nacl.utils import random
from sqlalchemy import select, update

from accounts import service
from accounts.errors import SignInFailedError, TooManyAttemptsError, WrongSignInNameError
from accounts.models import Account, SignInSession
from accounts.records import SignInKey
from accounts.service import signing_in
from accounts.vocabulary import sign_in_name
from core.clock import now
from core.database import Database
from tests.accounts.people import make_account

SECRET = "s" * 64
HERE = "192.0.2.7"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def throttle() -> service.Throttle:
    return service.Throttle()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (" W.Kamau ", "w.kamau"),
        ("\uff37.Kamau", "w.kamau"),
        ("STRASSE@x.example", "strasse@x.example"),
        ("Straße@x.example", "strasse@x.example"),
        ("محمد.علي", "محمد.علي"),
    ],
)
def test_a_name_is_one_however_it_is_written(written: str, kept: str) -> None:
    assert sign_in_name(written) == kept


@pytest.mark.parametrize("wrong", ["", "ab", "x" * 121, "two words", "a/b/c", "<b>name</b>", "nul\x00l", "a\u200bbc"])
def test_what_cannot_be_a_name_is_refused(wrong: str) -> None:
    with pytest.raises(WrongSignInNameError):
        sign_in_name(wrong)


def test_the_right_key_is_recognised(database: Database, throttle: service.Throttle) -> None:
    with database.transaction() as session:
        member, key = make_account(session, "secretariat", name="a.officer")
        assert service.recognise(session, "A.Officer ", key, throttle, HERE) == member.id


@pytest.mark.parametrize("name", ["a.officer", "nobody.here", "not a name!"])
def test_a_wrong_key_and_an_unknown_name_fail_alike(database: Database, throttle: service.Throttle, name: str) -> None:
    with database.transaction() as session:
        make_account(session, "secretariat", name="a.officer")
        with pytest.raises(SignInFailedError) as refusal:
            service.recognise(session, name, SignInKey(random(32)), throttle, HERE)
    assert str(refusal.value) == SignInFailedError.told


def test_every_failure_costs_one_verification(
    database: Database, throttle: service.Throttle, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    genuine = signing_in._is_proven

    def counted(key: SignInKey, kept: str) -> bool:
        made.append(kept)
        return genuine(key, kept)

    monkeypatch.setattr(signing_in, "_is_proven", counted)
    with database.transaction() as session:
        closed, key = make_account(session, "secretariat", name="closed.account")
        make_account(session, "secretariat", name="open.account")
        session.execute(update(Account).where(Account.id == closed.id).values(disabled_at=now()))
        for name in ("open.account", "closed.account", "nobody.here"):
            given = key if name == "closed.account" else SignInKey(random(32))
            with pytest.raises(SignInFailedError):
                service.recognise(session, name, given, throttle, HERE)
    assert len(made) == 3
    parameters = {kept.rsplit("$", 2)[0] for kept in made}
    assert parameters == {"$argon2id$v=19$m=8192,t=1,p=1"}


@pytest.mark.parametrize("name", ["a.officer", "nobody.here"])
def test_too_many_attempts_are_told_when_to_try_again(
    database: Database, throttle: service.Throttle, name: str
) -> None:
    with database.transaction() as session:
        make_account(session, "secretariat", name="a.officer")
        for _ in range(10):
            with pytest.raises(SignInFailedError):
                service.recognise(session, name, SignInKey(random(32)), throttle, HERE)
        with pytest.raises(TooManyAttemptsError) as refusal:
            service.recognise(session, name, SignInKey(random(32)), throttle, HERE)
    assert refusal.value.values == {"minutes": 15}


def test_a_locked_name_stays_locked_for_the_right_key_and_opens_by_unlocking(
    database: Database, throttle: service.Throttle
) -> None:
    with database.transaction() as session:
        member, key = make_account(session, "secretariat", name="a.officer")
        for _ in range(10):
            with pytest.raises(SignInFailedError):
                service.recognise(session, "a.officer", SignInKey(random(32)), throttle, HERE)
        with pytest.raises(TooManyAttemptsError):
            service.recognise(session, "a.officer", key, throttle, HERE)
        session.execute(update(Account).values(unlocks=Account.unlocks + 1))
        assert service.recognise(session, "a.officer", key, throttle, HERE) == member.id


def test_who_signs_in_begins_a_new_count(database: Database, throttle: service.Throttle) -> None:
    with database.transaction() as session:
        _, key = make_account(session, "secretariat", name="a.officer")
        for _ in range(3):
            for _ in range(9):
                with pytest.raises(SignInFailedError):
                    service.recognise(session, "a.officer", SignInKey(random(32)), throttle, HERE)
            service.recognise(session, "a.officer", key, throttle, HERE)


def test_one_address_cannot_try_many_names(throttle: service.Throttle) -> None:
    for number in range(100):
        throttle.count_sign_in(f"name.{number}", 0, HERE)
    with pytest.raises(TooManyAttemptsError):
        throttle.count_sign_in("another.name", 0, HERE)
    throttle.count_sign_in("another.name", 0, "198.51.100.9")


def test_an_unknown_name_has_a_salt_that_stays(database: Database) -> None:
    with database.reading() as session:
        first = service.stretching_of(session, "nobody.here", SECRET)
        assert service.stretching_of(session, "Nobody.Here", SECRET) == first
        assert service.stretching_of(session, "nobody.else", SECRET).salt_half != first.salt_half
        assert service.stretching_of(session, "nobody.here", "t" * 64).salt_half != first.salt_half


def test_known_and_unknown_names_get_the_same_kind_of_answer(database: Database) -> None:
    with database.transaction() as session:
        make_account(session, "secretariat", name="a.officer")
        known = service.stretching_of(session, "a.officer", SECRET)
        unknown = service.stretching_of(session, "nobody.here", SECRET)
    assert known.cost == unknown.cost
    assert len(known.salt_half.bytes) == len(unknown.salt_half.bytes) == 16


def test_a_sign_in_is_found_by_its_token_only(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "secretariat")
        begun = service.begin_session(session, member.id, "a browser")
        session.flush()
        found = service.signed_in(session, begun.token, LONG_AGO)
        assert found is not None
        assert (found.id, found.session_id) == (member.id, begun.session_id)
        assert service.signed_in(session, begun.token + "x", LONG_AGO) is None
        kept = session.scalars(select(SignInSession.token_hash)).one()
        assert begun.token.encode() not in kept


@pytest.mark.parametrize(("hours", "holds"), [(1, True), (11.9, True), (12.1, False)])
def test_a_sign_in_ends_after_twelve_hours(database: Database, hours: float, holds: bool) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "secretariat")
        begun = service.begin_session(session, member.id, "")
        session.flush()
        session.execute(update(SignInSession).values(expires_at=now() + timedelta(hours=12 - hours)))
        assert (service.signed_in(session, begun.token, now()) is not None) is holds
        assert begun.session_id is not None
        assert service.session_alive(session, begun.session_id) is holds


def test_a_sign_in_ends_after_two_idle_hours(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "secretariat")
        begun = service.begin_session(session, member.id, "")
        session.flush()
        session.execute(update(SignInSession).values(seen_at=now() - timedelta(hours=3)))
        assert service.signed_in(session, begun.token, now() - timedelta(hours=2, minutes=1)) is None
        assert service.signed_in(session, begun.token, now() - timedelta(hours=1)) is not None


def test_signing_out_ends_this_sign_in_and_no_other(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "secretariat")
        here, there = (service.begin_session(session, member.id, "") for _ in range(2))
        session.flush()
        assert here.session_id is not None
        assert service.sign_out(session, member.id, here.session_id) == [here.session_id]
        assert service.signed_in(session, here.token, now()) is None
        assert service.signed_in(session, there.token, now()) is not None


def test_nobody_ends_the_sign_in_of_another(database: Database) -> None:
    with database.transaction() as session:
        one, _ = make_account(session, "secretariat")
        two, _ = make_account(session, "secretariat")
        begun = service.begin_session(session, one.id, "")
        session.flush()
        assert begun.session_id is not None
        assert service.sign_out(session, two.id, begun.session_id) == []
        assert service.session_alive(session, begun.session_id)


def test_signing_out_elsewhere_keeps_this_browser(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "secretariat")
        here, there = (service.begin_session(session, member.id, "") for _ in range(2))
        session.flush()
        assert service.sign_out_everywhere(session, member.id, but=here.session_id) == [there.session_id]
        assert [one.id for one in service.open_sessions(session, member.id)] == [here.session_id]


def test_a_closed_account_has_no_live_sign_in(database: Database) -> None:
    with database.transaction() as session:
        member, _ = make_account(session, "secretariat")
        begun = service.begin_session(session, member.id, "")
        session.flush()
        session.execute(update(Account).values(disabled_at=now()))
        assert service.signed_in(session, begun.token, now()) is None
        assert begun.session_id is not None
        assert not service.session_alive(session, begun.session_id)
        with pytest.raises(SignInFailedError):
            service.begin_session(session, member.id, "")


def test_an_unknown_sign_in_is_not_alive(database: Database) -> None:
    with database.reading() as session:
        assert not service.session_alive(session, uuid4())


def test_a_token_and_a_key_never_show(database: Database) -> None:
    with database.transaction() as session:
        member, key = make_account(session, "secretariat")
        begun = service.begin_session(session, member.id, "")
    for text in (repr(begun), str(begun), repr(key), str(key)):
        assert begun.token not in text
        assert key.secret.hex() not in text
        assert repr(key.secret) not in text
