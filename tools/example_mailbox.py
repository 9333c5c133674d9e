"""The mailbox that several vectors tell of; all its secrets follow from its name."""

from typing import Any

from messaging.protocol.chain import extend, open_chain
from messaging.protocol.envelope import Recipient
from messaging.protocol.identifiers import EntryId
from messaging.protocol.keys import EpochSeed, KitSecret, PrivateKeys, SealingPublic
from messaging.protocol.links import Link, Role
from messaging.protocol.new_links import Authority, NewEpoch, NewLink, add_officer, enrol, grant, open_mailbox, rotate
from tools.vector_notation import Stream

NOW = 1_790_000_000
Json = dict[str, Any]


class Example:
    """A mailbox with an administrator, a second one who may read from epoch 1, and a rotation: four links."""

    def __init__(self, name: str, state_code: str) -> None:
        draw = Stream(name)
        self.kit = KitSecret(draw(32))
        self.authority = Authority(EntryId(draw(16)), state_code, name, policy=2)
        self.salt = draw(32)
        self.officers = [PrivateKeys.generate(draw) for _ in range(2)]
        self.seeds = {number: EpochSeed(draw(32)) for number in (1, 2, 3)}
        first = open_mailbox(self.kit, self.authority, self.salt, NOW)
        self.state = open_chain(first)
        self.links: list[tuple[Link, tuple[bytes, ...]]] = [(first, ())]
        self._add_both()
        self._take(rotate(self.state, self.officers[0].signing, NewEpoch(self.seeds[3], NOW + 3)))

    def _add_both(self) -> None:
        one, two = self.officers
        newcomer = enrol(self.state.mailbox_id, one, Role.ADMINISTRATOR)
        self._take(add_officer(self.state, self.kit.keys().signing, newcomer, NewEpoch(self.seeds[1], NOW + 1)))
        colleague = grant(enrol(self.state.mailbox_id, two, Role.ADMINISTRATOR), {1: self.seeds[1]})
        self._take(add_officer(self.state, one.signing, colleague, NewEpoch(self.seeds[2], NOW + 2, days=30)))

    def _take(self, new: NewLink) -> None:
        self.state = extend(self.state, new.link)
        self.links.append((new.link, new.bundles))

    @property
    def recipient(self) -> tuple[Recipient, SealingPublic]:
        """Return the entry of header 14 and the key to seal to."""
        epoch = self.state.epoch
        return Recipient(self.state.mailbox_id, epoch.number, self.state.head), epoch.public

    def secrets(self) -> Json:
        """Return every secret of the mailbox, from which all else follows."""
        return {
            "kit": self.kit.reveal().hex(),
            "officers": [
                {"signing": keys.signing.reveal().hex(), "sealing": keys.sealing.reveal().hex()}
                for keys in self.officers
            ],
            "epochs": [self.seeds[number].reveal().hex() for number in sorted(self.seeds)],
        }
