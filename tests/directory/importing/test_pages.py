"""The pages of imports: one of the secretariat hands a list in, another applies it, and it can be taken back."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from config.settings import Settings
from core.database import Database
from directory import jobs
from directory.models import Authority, ImportRun
from directory.service.runs import ATTEMPTS, upload_path
from tests.accounts.people import csrf_token, post

Entering = Callable[..., FlaskClient]

LIST = (
    "external_id,state,name:en,kind,city,phones,emails\n"
    "KE-1,KE,Office of the Director of Public Prosecutions,prosecution,Nairobi,+254 20 2732090,info@odpp.example\n"
    "GR-1,Greece,Ministry of Justice,ministry of justice,Athens,,\n"
    "XX-1,Frankreich und Umgebung,Nowhere,court,Nowhere,,\n"
)


def hand_in(client: FlaskClient, content: bytes, name: str = "list.csv", **fields: str) -> TestResponse:
    data = {"csrf_token": csrf_token(client, "/about"), "file": (io.BytesIO(content), name), **fields}
    return client.post("/imports", data=data, content_type="multipart/form-data")


def read(client: FlaskClient, settings: Settings, content: bytes, name: str = "list.csv", **fields: str) -> str:
    """Hand a file in, let the job run, and return the address to which its page leads."""
    answer = hand_in(client, content, name, **fields)
    assert answer.status_code == 302
    jobs.work_off(settings)
    page = client.get(answer.location)
    return page.location if page.status_code == 302 else answer.location


def authorities(app: Flask) -> list[Authority]:
    database: Database = app.extensions["entraide"].database
    with database.reading() as session:
        return list(session.scalars(select(Authority).where(Authority.source == "own").order_by(Authority.external_id)))


def test_a_list_handed_in_waits_and_a_second_person_applies_it(
    app: Flask, settings: Settings, signed_in: Entering
) -> None:
    first, second = signed_in("secretariat"), signed_in("secretariat")
    review = read(first, settings, LIST.encode())
    page = first.get(review).text
    assert "Office of the Director of Public Prosecutions" in page
    assert "Frankreich und Umgebung" in page
    assert not authorities(app)
    applied = post(second, f"{review}/apply")
    assert applied.status_code == 302
    assert [one.external_id for one in authorities(app)] == ["GR-1", "KE-1"]
    assert "Applied" in second.get(review).text


def test_the_one_who_handed_it_in_cannot_apply_it(app: Flask, settings: Settings, signed_in: Entering) -> None:
    first = signed_in("secretariat")
    review = read(first, settings, LIST.encode())
    refused = post(first, f"{review}/apply")
    assert refused.status_code == 409
    assert "second person" in refused.text
    assert not authorities(app)


def test_an_applied_import_can_be_rolled_back_on_the_page(app: Flask, settings: Settings, signed_in: Entering) -> None:
    first, second = signed_in("secretariat"), signed_in("secretariat")
    review = read(first, settings, LIST.encode())
    post(second, f"{review}/apply")
    assert post(first, f"{review}/roll-back").status_code == 302
    assert {one.status for one in authorities(app)} == {"superseded"}


def test_changed_fields_are_shown_with_old_and_new(settings: Settings, signed_in: Entering) -> None:
    first, second = signed_in("secretariat"), signed_in("secretariat")
    post(second, f"{read(first, settings, LIST.encode())}/apply")
    review = read(first, settings, LIST.replace("2732090", "2732091").encode())
    page = first.get(review).text
    assert re.search(r'<del class="e-was">\d</del>', page)
    assert re.search(r'<ins class="e-is">\d</ins>', page)
    assert "KE-1" in page


def test_the_same_list_again_has_nothing_to_apply(settings: Settings, signed_in: Entering) -> None:
    first, second = signed_in("secretariat"), signed_in("secretariat")
    post(second, f"{read(first, settings, LIST.encode())}/apply")
    page = first.get(read(first, settings, LIST.encode())).text
    assert "There is nothing to apply" in page


def test_a_refused_file_says_why_and_leaves_no_upload(settings: Settings, signed_in: Entering) -> None:
    first = signed_in("secretariat")
    address = read(first, settings, b"<html><table></table></html>", "list.html")
    assert "The file was refused" in first.get(address).text
    assert "refused" in first.get("/imports").text
    assert not list(upload_path(settings.data_folder, UUID(int=0)).parent.iterdir())


def test_progress_is_told_to_programs(settings: Settings, signed_in: Entering) -> None:
    first = signed_in("secretariat")
    location = hand_in(first, LIST.encode()).location
    waiting = first.get(f"{location}/progress").get_json()
    assert (waiting["status"], waiting["finished"]) == ("queued", False)
    assert "waits to be read" in first.get(location).text
    jobs.work_off(settings)
    assert first.get(f"{location}/progress").get_json()["finished"] is True


def test_rejected_rows_come_back_as_a_sheet_without_formulas(settings: Settings, signed_in: Entering) -> None:
    first = signed_in("secretariat")
    content = LIST + 'ZZ-9,Nowhereland,@cmd,court,"=1+1",,\n'
    review = read(first, settings, content.encode())
    sheet = first.get(f"{review}/rejected.csv")
    assert sheet.mimetype == "text/csv"
    assert "Frankreich und Umgebung" in sheet.text
    assert "'@cmd" in sheet.text
    assert ",=1+1" not in sheet.text
    assert "'=1+1" in sheet.text


def test_a_put_away_import_cannot_be_applied(app: Flask, settings: Settings, signed_in: Entering) -> None:
    first, second = signed_in("secretariat"), signed_in("secretariat")
    review = read(first, settings, LIST.encode())
    assert post(first, f"{review}/withdraw").status_code == 302
    assert post(second, f"{review}/apply").status_code == 409
    assert not authorities(app)


def test_an_unknown_profile_is_refused_at_the_door(signed_in: Entering) -> None:
    answer = hand_in(signed_in("secretariat"), LIST.encode(), profile="no-such-profile")
    assert answer.status_code == 400
    assert "no-such-profile" in answer.text


def test_a_form_without_a_file_is_told_so(signed_in: Entering) -> None:
    first = signed_in("secretariat")
    answer = post(first, "/imports")
    assert answer.status_code == 400
    assert "No file was chosen" in answer.text


def test_a_name_with_folders_is_only_a_name(settings: Settings, signed_in: Entering) -> None:
    first = signed_in("secretariat")
    review = read(first, settings, LIST.encode(), "../../etc/list.csv")
    assert "../../etc" not in first.get(review).text


def test_the_pages_are_there_for_the_secretariat(signed_in: Entering) -> None:
    first = signed_in("secretariat")
    assert "Import a list" in first.get("/imports").text
    assert "windows-1250" in first.get("/imports/new").text


def test_what_a_dead_job_process_left_is_taken_up_again(settings: Settings, signed_in: Entering, app: Flask) -> None:
    first = signed_in("secretariat")
    location = hand_in(first, LIST.encode()).location
    with app.extensions["entraide"].database.transaction() as session:
        session.execute(update(ImportRun).values(status="reading", attempts=1))
    jobs.take_up(settings)
    jobs.work_off(settings)
    assert first.get(location).status_code == 302


def test_a_file_that_kills_the_job_process_three_times_is_refused(
    settings: Settings, signed_in: Entering, app: Flask
) -> None:
    first = signed_in("secretariat")
    location = hand_in(first, LIST.encode()).location
    with app.extensions["entraide"].database.transaction() as session:
        session.execute(update(ImportRun).values(status="reading", attempts=ATTEMPTS))
    jobs.take_up(settings)
    assert jobs.work_off(settings) == 0
    assert "interrupted three times" in first.get(location).text


def test_uploads_are_readable_by_their_owner_only(settings: Settings, signed_in: Entering) -> None:
    hand_in(signed_in("secretariat"), LIST.encode())
    folder: Path = upload_path(settings.data_folder, UUID(int=0)).parent
    assert folder.stat().st_mode & 0o077 == 0
