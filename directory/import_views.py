"""The pages of imports: hand a file in, watch it, look at what it would change, apply it as a second person."""

import csv
import io
from uuid import UUID

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from core.access import Audience, open_to
from core.web import current_actor, house, reading, tongue, transaction
from directory import jobs
from directory.import_forms import ENCODINGS, read_upload
from directory.import_shown import moment_in, shown_changes, shown_states
from directory.importing.problems import ChangeSetError
from directory.service import applying, reviewing, rolling_back, runs

blueprint = Blueprint("imports", __name__, url_prefix="/imports")

AT_ONCE = 20_000
"""Changes that the page applies; more would hold up everybody else, and are applied by command."""


@blueprint.get("")
@open_to(Audience.SECRETARIAT)
def overview() -> ResponseReturnValue:
    """Show the imports, the newest first."""
    with reading() as session:
        found = reviewing.change_sets(session)
        files = runs.recent_runs(session)
    return render_template("directory/imports.html", change_sets=found, runs=files, moment=moment_in(tongue().code))


@blueprint.get("/new")
@open_to(Audience.SECRETARIAT)
def new() -> ResponseReturnValue:
    """Show the form that takes a file."""
    from directory.importing.profiles import all_profiles

    limit = house().settings.upload_limit // (1024 * 1024)
    return render_template(
        "directory/import_new.html",
        profiles=all_profiles().values(),
        encodings=ENCODINGS,
        states=shown_states(tongue().code),
        limit=limit,
    )


@blueprint.post("")
@open_to(Audience.SECRETARIAT)
def begin() -> ResponseReturnValue:
    """Take a file and let the job process read it."""
    upload = read_upload(request.form, request.files)
    settings = house().settings
    run_id = runs.new_run_id()
    upload.file.save(runs.upload_path(settings.data_folder, run_id))
    with transaction() as session:
        runs.begin_run(session, run_id, upload.name, upload.options, current_actor())
    jobs.enqueue_import(settings, run_id)
    return redirect(url_for("imports.run", run_id=run_id))


@blueprint.get("/runs/<uuid:run_id>")
@open_to(Audience.SECRETARIAT)
def run(run_id: UUID) -> ResponseReturnValue:
    """Show how far a file has come; where it would change something, go on to that."""
    with reading() as session:
        found = runs.run_of(session, run_id)
    if found.change_set_id is not None:
        return redirect(url_for("imports.review", change_set_id=found.change_set_id))
    return render_template("directory/import_run.html", run=found)


@blueprint.get("/runs/<uuid:run_id>/progress")
@open_to(Audience.SECRETARIAT)
def progress(run_id: UUID) -> ResponseReturnValue:
    """Tell the page how far a file has come."""
    with reading() as session:
        found = runs.run_of(session, run_id)
    return jsonify(status=found.status, done=found.done, total=found.total, finished=found.finished)


@blueprint.get("/<uuid:change_set_id>")
@open_to(Audience.SECRETARIAT)
def review(change_set_id: UUID) -> ResponseReturnValue:
    """Show what an import would change, field by field."""
    page = max(1, request.args.get("page", 1, type=int))
    with reading() as session:
        found = reviewing.change_set(session, change_set_id)
        asked = request.args.get("show", "")
        show = asked if asked in {"added", "changed"} else ("changed" if found.counts.get("changed") else "added")
        changes = reviewing.changes(session, change_set_id, {"added": "add", "changed": "change"}[show], page)
        rejected = reviewing.rejected_rows(session, change_set_id)
        missing = reviewing.missing_authorities(session, change_set_id)
    return render_template(
        "directory/import_review.html",
        found=found,
        show=show,
        page=page,
        pages=-(-found.counts.get(show, 0) // reviewing.PAGE),
        changes=shown_changes(changes, tongue().code),
        rejected=rejected,
        missing=missing,
        mine=found.submitted_by == str(current_actor().id),
        too_many=found.proposed > AT_ONCE,
        moment=moment_in(tongue().code),
    )


@blueprint.get("/<uuid:change_set_id>/rejected.csv")
@open_to(Audience.SECRETARIAT)
def rejected_sheet(change_set_id: UUID) -> ResponseReturnValue:
    """Give the rejected rows back as a sheet to correct: their own cells, then the reason."""
    with reading() as session:
        rows = reviewing.rejected_rows(session, change_set_id)
    text = io.StringIO()
    writer = csv.writer(text)
    for cells in reviewing.correction_sheet(rows):
        writer.writerow(cells)
    # The mark tells spreadsheets that this is UTF-8.
    answer = Response("\ufeff" + text.getvalue(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="rejected-{change_set_id}.csv"'
    return answer


@blueprint.post("/<uuid:change_set_id>/apply")
@open_to(Audience.SECRETARIAT)
def apply(change_set_id: UUID) -> ResponseReturnValue:
    """Apply an import as a second person."""
    with transaction() as session:
        if reviewing.change_set(session, change_set_id).proposed > AT_ONCE:
            raise ChangeSetError(
                "This import is too large for the page: apply it with `entraide directory apply %(id)s --as NAME`.",
                id=change_set_id,
            )
        done = applying.apply_change_set(session, change_set_id, current_actor())
    flash(_("Applied: %(added)s added, %(changed)s changed.", added=done.added, changed=done.changed), "done")
    return redirect(url_for("imports.review", change_set_id=change_set_id))


@blueprint.post("/<uuid:change_set_id>/withdraw")
@open_to(Audience.SECRETARIAT)
def withdraw(change_set_id: UUID) -> ResponseReturnValue:
    """Put an import away without applying it."""
    with transaction() as session:
        applying.withdraw_change_set(session, change_set_id, current_actor())
    flash(_("The import was put away. Nothing was changed."), "done")
    return redirect(url_for("imports.overview"))


@blueprint.post("/<uuid:change_set_id>/roll-back")
@open_to(Audience.SECRETARIAT)
def roll_back(change_set_id: UUID) -> ResponseReturnValue:
    """Take an applied import back."""
    with transaction() as session:
        done = rolling_back.roll_back(session, change_set_id, current_actor())
    flash(_("Rolled back: %(number)s authorities are as they were.", number=done.added + done.changed), "done")
    return redirect(url_for("imports.review", change_set_id=change_set_id))
