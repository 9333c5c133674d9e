"""What can go wrong in this room, told to the person who can put it right."""

from core.errors import EntraideError

N_ = str
"""Marks a text that is translated where it is shown."""


class AccountsError(EntraideError):
    """The base of this room's errors; a class says its sentence in `told`."""

    told = N_("Something about the accounts is not as it must be.")

    def __init__(self, **values: object) -> None:
        super().__init__(self.told, **values)


class SignInFailedError(AccountsError):
    """A sign-in failed: one sentence for a name that nobody has, a wrong password and a closed account."""

    status = 401
    told = N_(
        "The name and the password do not belong together, or the account is closed. Type both again;"
        " if it stays so, ask the administrator of your authority."
    )


class TooManyAttemptsError(AccountsError):
    """Somebody tried too often; *minutes* says when to try again."""

    status = 429
    told = N_("There were too many attempts to sign in. Try again in %(minutes)s minutes.")


class SignInNeededError(AccountsError):
    """A program came without a sign-in or a token, or with one that has ended."""

    status = 401
    told = N_("Your sign-in has ended. Sign in again; what you typed is still here.")


class TokenNeededError(AccountsError):
    """A program came to the interface for programs without a sign-in or a good token."""

    status = 401
    told = N_(
        "This needs a sign-in, or a token in the header `Authorization: Bearer …`."
        " The operator of the service makes one with `entraide accounts token NAME`."
    )


class NotForAnyoneError(AccountsError):
    """An endpoint that says of nobody that he may use it is closed."""

    status = 403
    told = N_("This place is closed: the service does not say who may use it. Tell its operator.")


class OnlyMembersError(AccountsError):
    """Something is open to signed-in people only."""

    status = 403
    told = N_("This is open to people who are signed in.")


class OnlyOfficersError(AccountsError):
    """Something is open to those who work for an authority."""

    status = 403
    told = N_("This is open to the officers and administrators of an authority.")


class OnlyAdministratorsError(AccountsError):
    """Something is open to administrators of an authority."""

    status = 403
    told = N_("This is open to the administrators of an authority. Ask one of yours to do it.")


class OnlySecretariatError(AccountsError):
    """Something is open to the secretariat."""

    status = 403
    told = N_("This is open to the secretariat only.")


class WrongSignInNameError(AccountsError):
    """A name cannot serve to sign in."""

    told = N_(
        "Name to sign in with: needs 3 to 120 letters, digits or . _ - + @, and no spaces;"
        " for example w.kamau or w.kamau@ag.example."
    )


class NameTakenError(AccountsError):
    """Somebody else signs in with this name."""

    status = 409
    told = N_("Somebody signs in with the name %(name)s already. Choose another, for example with your authority.")


class WrongProofError(AccountsError):
    """What a browser sent in place of a password is not what it must be."""

    told = N_("What your browser sent does not fit. Load the page again; if it stays so, use another browser.")


class InvitationOverError(AccountsError):
    """An invitation cannot be used: unknown, used, revoked or too old; a stranger is not told which."""

    status = 410
    told = N_("This invitation does not hold any more. Ask whoever sent it for a new one.")


class NotYoursToGiveError(AccountsError):
    """Somebody wants to open or close an account that is not his to open or close."""

    status = 403
    told = N_(
        "This is not yours to do: administrators open and close the accounts of their own authority, the"
        " secretariat its own, those of readers, and an authority's first administrator."
    )


class HasAdministratorError(AccountsError):
    """An authority has an administrator already, or one is invited."""

    status = 409
    told = N_(
        "This authority has an administrator already: %(name)s, who invites the colleagues. Close that account"
        " or revoke that invitation first if somebody else is to begin."
    )


class WrongOfferError(AccountsError):
    """An invitation does not say whom it is for, or what he shall be."""


class WrongPersonError(WrongOfferError):
    """An invitation names nobody."""

    told = N_("Name: needs 1 to 200 characters. The post or function may have 200 as well.")


class WrongEmailError(WrongOfferError):
    """An invitation carries what is no e-mail address."""

    told = N_("E-mail: needs an address such as w.kamau@ag.example, or nothing.")


class WrongRoleError(WrongOfferError):
    """An invitation names no role that there is."""

    told = N_("Role: choose one of the list.")


class WrongPlaceError(WrongOfferError):
    """A role and an authority do not fit."""

    told = N_(
        "Authority: administrators and officers belong to one, so name it (--authority);"
        " the secretariat belongs to none."
    )


class WrongLabelError(AccountsError):
    """A token has no label."""

    told = N_("Token: needs a label of 1 to 120 characters, such as nightly-copy.")


class NoSuchAccountError(AccountsError):
    """Nobody signs in with this name, or has this id."""

    status = 404
    told = N_("There is no account %(name)s. `entraide accounts list` shows all.")


class NoSuchAuthorityError(AccountsError):
    """The directory has no such entry."""

    status = 404
    told = N_("The directory has no authority %(id)s. Find its entry, and copy the id from its address.")


class OwnAccountError(AccountsError):
    """Nobody closes his own account."""

    status = 409
    told = N_("You cannot close your own account. Ask another administrator, or the secretariat.")


class SecretFieldError(AccountsError):
    """A request carries a field that is named like a secret."""

    told = N_(
        "The field %(name)s is named like a secret, and secrets never leave your browser. Nothing was stored."
        " Change that secret, since it was sent, and tell the operator of the service."
    )
