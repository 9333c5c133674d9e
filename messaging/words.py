"""The words of the mailbox's program, in the reader's language: the one catalogue that its scripts speak from.

Places in braces are filled by the script. Counted sentences have a key for each plural form
of CLDR that the languages of the interface use.
"""

from flask_babel import gettext as _
from flask_babel import ngettext

_FORMS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
"""A number for which Arabic and English use each form."""


def words() -> dict[str, str]:
    """Return every sentence by its key."""
    return {**_general(), **_reading(), **_writing(), **_alarms(), **_counted()}


def _general() -> dict[str, str]:
    return {
        "title": _("Messages"),
        "wrong": _("The password and the card do not fit together. Type both again."),
        "password-needed": _("Type your password."),
        "card-needed": _("Type the 13 groups that are printed on your card."),
        "groups": _("{count} of 13 groups."),
        "letter-never": _("Group {group}: the letter {letter} is never printed. Read it as {instead}."),
        "character-never": _("Group {group} holds a character that is never printed. Compare it with the card."),
        "misread": _("A character was misread. Compare every group with the card."),
        "signed-out": _(
            "Your sign-in has ended. Sign in again in another tab, then press the button again: what you typed is still"
            " here."
        ),
        "unreachable": _("The service cannot be reached. It is tried again by itself."),
        "unreachable-now": _("The service cannot be reached. Check the connection and try again."),
        "unexpected": _("Something went wrong in this page. Load it again; what was sent is not lost."),
        "leave": _("What you typed is not sent yet."),
        "group-label": _("Group {number}"),
    }


def _reading() -> dict[str, str]:
    return {
        "no-subject": _("No subject"),
        "choose": _("Choose a conversation"),
        "you-officer": _("You can read this as officer of {authority}"),
        "only-logged": _("Only logged: compare by telephone"),
        "only-logged-long": _("Only logged, not compared. Compare the safety number before something sensitive."),
        "unread-title": _("({count}) Messages"),
        "directory-name": _("in the directory: {name}"),
        "states-himself": _("{name}, {post} · key {key}"),
        "time-odd": _("time given by the sender: {time}"),
        "today": _("Today, {day}"),
        "state-and-name": _("{state}, {name}"),
        "old-key": _("{authority} has not renewed its key for {days} days. Messages can still be sent."),
    }


def _writing() -> dict[str, str]:
    return {
        "write-to": _("Write to {authority}"),
        "new-conversation": _("New conversation"),
        "text-needed": _("Write something first."),
        "subject-needed": _("Give the conversation a subject."),
        "sealing": _("Encrypting and sending …"),
        "waiting": _("Encrypted and kept in this browser; it goes out as soon as the service answers."),
        "sent": _("Sent."),
        "left-over": _("A message from an earlier visit was sent now."),
        "stale": _(
            "{authority} has not renewed its key for 90 days, so nothing is sent to it. Call it on the telephone."
        ),
        "too-long": _("This message is too long. Shorten it, or send it in two."),
        "no-mailbox": _("This authority has no mailbox yet."),
        "own-mailbox": _("This is your own authority."),
    }


def _alarms() -> dict[str, str]:
    return {
        "alarm.log": _(
            "The service shows another log than before. Nothing is opened or sent. Tell your administrator, and call"
            " the authorities concerned."
        ),
        "alarm.chain": _(
            "The keys of an authority are not those that were seen before. Nothing is opened or sent. Call the"
            " authority on a number from the directory."
        ),
        "alarm.mailbox": _(
            "The service shows another mailbox for this authority than before. Nothing is sent. Call the authority on a"
            " number from the directory."
        ),
        "alarm.members": _("Who is in this conversation cannot be confirmed. It is not shown. Call the authority."),
        "alarm.order": _("Messages of this conversation are missing or out of order. It is not shown further."),
        "alarm.vault": _(
            "The service gave something else than this browser stored. Nothing is opened. Tell your administrator."
        ),
    }


def _counted() -> dict[str, str]:
    counted = {}
    for form, number in _FORMS.items():
        # The script puts the number in, so a place stands for it here.
        counted[f"conversations.{form}"] = ngettext(
            "%(count)s conversation", "%(count)s conversations", number, count="{count}"
        )
        counted[f"sealed.{form}"] = ngettext(
            "Sealed to %(count)s authority", "Sealed to %(count)s authorities", number, count="{count}"
        )
    return counted
