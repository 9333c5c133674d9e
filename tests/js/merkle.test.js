import assert from "node:assert/strict";
import { test } from "node:test";

import { ProtocolError } from "../../static/js/protocol/errors.js";
import { verifyInclusion } from "../../static/js/protocol/log.js";
import { Head } from "../../static/js/protocol/wire.js";
import { needs, published, publishedFiles } from "./published.js";

/** @param {string | null} text  base64, null for nothing */
const unbase64 = (text) => new Uint8Array(Buffer.from(text ?? "", "base64"));

const files = publishedFiles("merkle/inclusion");
test("transparency-dev: every proof of inclusion gets its published verdict", needs(files.length), () => {
  for (const file of files) {
    const { leafIdx, treeSize, root, leafHash, proof, wantErr } = published(file);
    const check = () =>
      verifyInclusion(unbase64(leafHash), leafIdx, (proof ?? []).map(unbase64), new Head(treeSize, unbase64(root)));
    if (wantErr) assert.throws(check, ProtocolError, file);
    else assert.doesNotThrow(check, file);
  }
});
