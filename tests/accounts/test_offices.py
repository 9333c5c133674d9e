"""The pages of administrators and of the secretariat."""

import re
from collections.abc import Callable
from http import HTTPStatus
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from accounts import service
from accounts.errors import InvitationOverError
from accounts.models import Invitation
from accounts.records import Offer
from accounts.service import inviting
from accounts.vocabulary import Role
from core.clock import now
from tests.accounts.people import make_account, make_authority, newcomer, post, shared_database
from tests.accounts.test_members import OPERATOR

Entering = Callable[..., FlaskClient]
LINK = re.compile(r'value="http://127\.0\.0\.1:8000(/invitation/[^"]+)"')


def test_an_administrator_invites_a_colleague_and_sees_the_link_once(app: Flask, signed_in: Entering) -> None:
    with shared_database(app).transaction() as session:
        authority = make_authority(session)
    browser = signed_in("administrator", authority)
    page = post(browser, "/authority/officers/invite", {"name": "Joseph Otieno", "role": "officer"}).text
    link = LINK.search(page)
    assert link is not None
    assert "Office of the Attorney General" in app.test_client().get(link[1]).text
    later = browser.get("/authority/officers").text
    assert "Joseph Otieno" in later
    assert LINK.search(later) is None


def test_a_revoked_link_opens_nothing(app: Flask, signed_in: Entering) -> None:
    browser = signed_in("administrator")
    page = post(browser, "/authority/officers/invite", {"name": "Joseph Otieno", "role": "officer"}).text
    link = LINK.search(page)
    (revoke,) = re.findall(r'action="(/authority/officers/invitations/[^"]+/revoke)"', page)
    assert link is not None
    post(browser, revoke)
    assert app.test_client().get(link[1]).status_code == HTTPStatus.GONE


@pytest.mark.parametrize("data", [{"name": "", "role": "officer"}, {"name": "Ada", "role": "judge"}, {"name": "Ada"}])
def test_a_wrong_invitation_is_told_and_what_was_typed_stays(signed_in: Entering, data: dict[str, object]) -> None:
    answer = post(signed_in("administrator"), "/authority/officers/invite", {**data, "post": "Counsel here"})
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert 'role="alert"' in answer.text
    assert "Counsel here" in answer.text


def test_an_administrator_invites_no_secretariat(signed_in: Entering) -> None:
    answer = post(signed_in("administrator"), "/authority/officers/invite", {"name": "Ada", "role": "secretariat"})
    assert answer.status_code == HTTPStatus.BAD_REQUEST


def test_an_administrator_closes_and_opens_a_colleagues_account(app: Flask, signed_in: Entering) -> None:
    with shared_database(app).transaction() as session:
        authority = make_authority(session)
    administrator, officer = signed_in("administrator", authority), signed_in("officer", authority)
    (close,) = re.findall(r'action="(/authority/officers/[^"]+/close)"', administrator.get("/authority/officers").text)
    post(administrator, close)
    assert officer.get("/account").status_code == HTTPStatus.FOUND
    page = administrator.get("/authority/officers").text
    assert "Closed" in page
    (open_again,) = re.findall(r'action="(/authority/officers/[^"]+/open)"', page)
    post(administrator, open_again)
    assert "Closed" not in administrator.get("/authority/officers").text


def test_an_administrator_does_not_see_other_authorities(app: Flask, signed_in: Entering) -> None:
    with shared_database(app).transaction() as session:
        stranger, _ = make_account(session, "officer", make_authority(session, "PE", "Fiscalía"), "a.stranger")
    browser = signed_in("administrator")
    assert "a.stranger" not in browser.get("/authority/officers").text
    answer = post(browser, f"/authority/officers/{stranger.id}/close")
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_the_secretariat_opens_an_authority(app: Flask, signed_in: Entering) -> None:
    with shared_database(app).transaction() as session:
        authority = make_authority(session)
    browser = signed_in("secretariat")
    address = f"/accounts/authorities/{authority}"
    assert "Office of the Attorney General" in browser.get(address).text
    page = post(browser, address, {"name": "Wanjiku Kamau", "post": "Principal state counsel"}).text
    assert LINK.search(page) is not None
    second = post(browser, address, {"name": "Somebody Else"})
    assert second.status_code == HTTPStatus.CONFLICT
    assert "Wanjiku Kamau" in second.text


def test_an_authority_that_is_not_there_has_no_page(signed_in: Entering) -> None:
    assert signed_in("secretariat").get(f"/accounts/authorities/{uuid4()}").status_code == HTTPStatus.NOT_FOUND


def test_the_secretariat_sees_all_accounts_and_closes_only_its_own_kind(app: Flask, signed_in: Entering) -> None:
    with shared_database(app).transaction() as session:
        officer, _ = make_account(session, "officer", make_authority(session), "an.officer")
        reader, _ = make_account(session, "reader", name="a.reader")
    browser = signed_in("secretariat")
    page = browser.get("/accounts").text
    assert "an.officer" in page
    assert "Office of the Attorney General" in page
    assert f"/accounts/{reader.id}/close" in page
    assert f"/accounts/{officer.id}/close" not in page
    assert post(browser, f"/accounts/{officer.id}/close").status_code == HTTPStatus.FORBIDDEN
    post(browser, f"/accounts/{reader.id}/close")
    post(browser, f"/accounts/{reader.id}/open")
    assert f"/accounts/{reader.id}/close" in browser.get("/accounts").text


def test_the_secretariat_invites_and_revokes_a_reader(app: Flask, signed_in: Entering) -> None:
    browser = signed_in("secretariat")
    page = post(browser, "/accounts/invite", {"name": "Ada Mensah", "role": "reader"}).text
    link = LINK.search(page)
    (revoke,) = re.findall(r'action="(/accounts/invitations/[^"]+/revoke)"', page)
    assert link is not None
    post(browser, revoke)
    assert app.test_client().get(link[1]).status_code == HTTPStatus.GONE


def test_the_secretariat_invites_no_officer(signed_in: Entering) -> None:
    answer = post(signed_in("secretariat"), "/accounts/invite", {"name": "Ada", "role": "officer"})
    assert answer.status_code == HTTPStatus.BAD_REQUEST


def test_markup_in_a_name_is_shown_as_text(signed_in: Entering) -> None:
    page = post(signed_in("secretariat"), "/accounts/invite", {"name": "<b>Ada</b>", "role": "reader"}).text
    assert "&lt;b&gt;Ada&lt;/b&gt;" in page
    assert "<b>Ada</b>" not in page


@pytest.mark.parametrize(("role", "shown"), [("secretariat", True), ("administrator", False), ("reader", False)])
def test_an_entry_offers_its_accounts_to_the_secretariat_only(
    app: Flask, signed_in: Entering, role: str, *, shown: bool
) -> None:
    with shared_database(app).transaction() as session:
        authority = make_authority(session)
    page = signed_in(role).get(f"/authorities/{authority}").text
    assert (f"/accounts/authorities/{authority}" in page) is shown


def test_two_browsers_that_accept_at_once_open_one_account(app: Flask) -> None:
    with shared_database(app).transaction() as session:
        token = service.invite(session, Offer(Role.READER, None, "Ada Mensah"), OPERATOR)
        waiting = service.invitation_behind(session, token)
    with shared_database(app).transaction() as session:
        late = session.get(Invitation, waiting.id)
        assert late is not None
        session.execute(update(Invitation).values(revoked_at=now()).execution_options(synchronize_session=False))
        with pytest.raises(InvitationOverError):
            inviting._use(session, late, newcomer("ada.mensah"))
