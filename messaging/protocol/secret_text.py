"""How a card or kit secret is printed and read back: 13 groups of four, such as `T4HB 9XWQ …`.

The alphabet is the ten digits and the letters without I, L, O and U. 52 characters carry 260 bits: the 256 of the
secret, first bit first, then the first 4 bits of H("secret" ‖ 0x00 ‖ secret), which catch 15 misreadings in 16.
"""

from string import ascii_lowercase

from messaging.protocol import digest, labels
from messaging.protocol.errors import SecretTextError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 13
GROUP_SIZE = 4

_SECRET_SIZE = 32
_CHARACTERS = GROUPS * GROUP_SIZE
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
# ASCII alone, so that every language reads alike: Unicode's capitals of ſ and ß are S and SS.
_AS_READ = {**dict.fromkeys(map(ord, " -\t\r\n")), **{ord(small): small.upper() for small in ascii_lowercase}}
_NEVER_PRINTED = {
    "O": "the letter O is never printed: read the digit 0",
    "I": "the letter I is never printed: read the digit 1",
    "L": "the letter L is never printed: read the digit 1",
    "U": "the letter U is never printed: read the letter V",
}


def secret_text(secret: bytes) -> str:
    """Return the printed form of 32 bytes."""
    number = int.from_bytes(secret, "big") << 4 | _check_bits(secret)
    characters = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(_CHARACTERS)))
    return " ".join(characters[i : i + GROUP_SIZE] for i in range(0, _CHARACTERS, GROUP_SIZE))


def read_secret_text(text: str) -> bytes:
    """Return the 32 bytes that *text* spells; small letters, hyphens, spaces and line ends are allowed.

    `SecretTextError` names the group that cannot be right; it never repeats what was typed.
    """
    characters = text.translate(_AS_READ)
    number = 0
    for place, character in enumerate(characters):
        number = number << 5 | _value_of(character, place // GROUP_SIZE + 1)
    if len(characters) != _CHARACTERS:
        whole, rest = divmod(len(characters), GROUP_SIZE)
        raise SecretTextError(f"There must be 13 groups of 4 characters; there are {whole} and {rest} more.")
    secret = (number >> 4).to_bytes(_SECRET_SIZE, "big")
    if number & 15 != _check_bits(secret):
        raise SecretTextError("A character was misread: compare every group with the print.")
    return secret


def _value_of(character: str, group: int) -> int:
    if character in _VALUES:
        return _VALUES[character]
    advice = _NEVER_PRINTED.get(character, "it contains a character that is never printed")
    raise SecretTextError(f"Group {group}: {advice}.")


def _check_bits(secret: bytes) -> int:
    return digest.sha256(labels.bare(labels.SECRET_TEXT) + secret)[0] >> 4
