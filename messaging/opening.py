"""What a client does to open an authority's mailbox, in Python: for the demonstration, and for tests.

It makes the keys and signs the links as the browser does, and hands the service nothing that the browser would not.
"""

from dataclasses import dataclass, field
from types import MappingProxyType

from nacl.utils import random as draw

from messaging.protocol.chain import verify_chain
from messaging.protocol.identifiers import MailboxId
from messaging.protocol.keys import CardSecret, EpochSeed, KitSecret, PrivateKeys
from messaging.protocol.links import SALT_SIZE, Role
from messaging.protocol.new_links import Authority, NewEpoch, add_officer, enrol, open_mailbox
from messaging.protocol.password import Cost, card_way, password_salt, stretch
from messaging.protocol.secret_text import secret_text
from messaging.protocol.vault import VaultKey, VaultPlace, seal_vault, seal_way
from messaging.protocol.vault_contents import ChainPin, VaultContents
from messaging.records import NewMailbox


@dataclass(frozen=True, slots=True)
class FirstOfficer:
    """The administrator who opens the mailbox: how he signs in, and how his password is stretched."""

    sign_in_name: str
    salt_half: bytes
    password: str = field(repr=False)
    cost: Cost = field(default_factory=Cost)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What goes to the service, and what stays with the officer: his keys, the card and the recovery kit."""

    new: NewMailbox
    mailbox_id: MailboxId
    keys: PrivateKeys
    seed: EpochSeed
    kit: KitSecret
    card: CardSecret

    @property
    def card_text(self) -> str:
        """Return the card's secret as it is printed, in 13 groups."""
        return secret_text(self.card.reveal())

    @property
    def kit_text(self) -> str:
        """Return the recovery kit's secret as it is printed, in 13 groups."""
        return secret_text(self.kit.reveal())


def prepare(officer: FirstOfficer, authority: Authority, time: int) -> Prepared:
    """Return everything that opens the mailbox of *authority*; *time* is now, in seconds since 1970."""
    kit, card, keys, seed = KitSecret.generate(), CardSecret.generate(), PrivateKeys.generate(), EpochSeed.generate()
    opening = open_mailbox(kit, authority, draw(SALT_SIZE), time)
    begun = verify_chain([opening])
    newcomer = enrol(begun.mailbox_id, keys, Role.ADMINISTRATOR)
    first = add_officer(begun, kit.keys().signing, newcomer, NewEpoch(seed, time))
    chain = verify_chain([opening, first.link])
    pin = ChainPin(chain.mailbox_id, chain.entry_id, chain.head, chain.kit.key_id, compared=False)
    contents = VaultContents(keys.signing, keys.sealing, epochs=MappingProxyType({1: seed}), chains=(pin,))
    vault = _sealed(officer, contents, VaultPlace(officer.sign_in_name, chain.mailbox_id, keys.key_id, 1), card)
    new = NewMailbox(opening, first.link, first.bundles, vault)
    return Prepared(new, chain.mailbox_id, keys, seed, kit, card)


def _sealed(officer: FirstOfficer, contents: VaultContents, place: VaultPlace, card: CardSecret) -> bytes:
    salt = password_salt(officer.sign_in_name, officer.salt_half)
    way = card_way(stretch(officer.password, salt, officer.cost), card)
    vault_key = VaultKey.generate()
    return seal_vault(contents, place, vault_key, (seal_way(way, place, vault_key),)).to_bytes()
