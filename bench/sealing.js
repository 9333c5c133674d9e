/**
 * Runs in a page of the product: times what the browser's protocol does with one message, in turn with the bare
 * operations of libsodium. Gives `{ product, bare }`, the median seconds of each round.
 */
async ({ links, seeds, reader, control, template, signingSeed, text, rounds, times }) => {
  const load = (name) => import(`/static/js/protocol/${name}.js`);
  const [{ fromHex }, { default: sodium }, keys, envelopes] = await Promise.all(
    ["bytes", "sodium", "keys", "envelope"].map(load),
  );
  const [{ verifyChain }, { parseLink }, { receive }, { beginMembership, parseControl }, { letter }] =
    await Promise.all(["chain", "links", "receiving", "control", "content"].map(load));

  const chains = links.map((chain) => verifyChain(chain.map((link) => parseLink(fromHex(link)))));
  const own = chains[reader];
  const seed = new keys.EpochSeed(fromHex(seeds[reader]));
  const model = envelopes.parseEnvelope(fromHex(template));
  const signer = new keys.SigningKey(fromHex(signingSeed));
  const sender = chains.find((chain) => same(chain.mailboxId, model.header.author.mailboxId));
  const recipients = model.recipients.map((entry) => [
    entry,
    chains.find((chain) => same(chain.mailboxId, entry.mailboxId)).epoch.public,
  ]);
  const draft = { header: model.header, recipients, content: letter(text) };
  const seen = { membership: beginMembership(parseControl(fromHex(control))), previous: null, known: new Set() };
  const held = new Map([[own.epoch.number, seed]]);

  function same(a, b) {
    return sodium.memcmp(a, b);
  }

  function product() {
    const sent = envelopes.envelopeBytes(envelopes.sealMessage(signer, draft));
    return receive(envelopes.parseEnvelope(sent), sender, own, held, seen).content.text;
  }

  const plain = sodium.from_string(text);
  const info = sodium.from_string("entraide bench");
  const pair = sodium.crypto_sign_seed_keypair(fromHex(signingSeed));
  const key = sodium.randombytes_buf(32);
  const nonce = new Uint8Array(24);
  const publics = recipients.map(([, publicKey]) => publicKey.raw);

  const place = model.recipients.findIndex((entry) => same(entry.mailboxId, own.mailboxId));
  const short = nonce.subarray(0, 12);

  /** The four steps of HPKE's key schedule that depend on the message, as bare HMACs. */
  function schedule(shared) {
    sodium.crypto_auth_hmacsha256(info, key);
    const secret = sodium.crypto_auth_hmacsha256(info, shared);
    sodium.crypto_auth_hmacsha256(info, secret);
    return sodium.crypto_auth_hmacsha256(info, secret);
  }

  function hybridSeal(raw) {
    const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc(raw);
    const sealing = schedule(sharedSecret);
    return [ciphertext, sodium.crypto_aead_chacha20poly1305_ietf_encrypt(key, null, null, short, sealing)];
  }

  function hybridOpen([ciphertext, sealed]) {
    const opening = schedule(sodium.crypto_kem_xwing_dec(ciphertext, seed.reveal()));
    return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, short, opening);
  }

  function bare() {
    const signature = sodium.crypto_sign_detached(plain, pair.privateKey);
    const body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, null, null, nonce, key);
    const stanzas = publics.map(hybridSeal);
    sodium.crypto_sign_verify_detached(signature, plain, pair.publicKey);
    const opened = hybridOpen(stanzas[place]);
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, null, nonce, opened);
  }

  const actions = { product, bare };
  const found = { product: [], bare: [] };
  if (product() !== text || sodium.to_string(bare()) !== text) throw new Error("what was opened is not what was sealed");
  for (let warm = 0; warm < times; warm++) for (const action of Object.values(actions)) action();
  for (let round = 0; round < rounds; round++) {
    const taken = { product: [], bare: [] };
    for (let i = 0; i < times; i++) {
      for (const [name, action] of Object.entries(actions)) {
        const begun = performance.now();
        action();
        taken[name].push((performance.now() - begun) / 1000);
      }
    }
    for (const name of Object.keys(actions)) {
      found[name].push(taken[name].sort((a, b) => a - b)[Math.floor(times / 2)]);
    }
  }
  return found;
}
