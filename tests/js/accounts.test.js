/** How passwords are weighed, and how they are stretched. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { isEnough, weigh } from "../../static/js/accounts/strength.js";
import { freshStretching, hexOf } from "../../static/js/accounts/stretching.js";

const FLOOR = 12;

/** @type {[string, string][]} */
const VERDICTS = [
  ["", "short"],
  ["elevenchars", "short"],
  ["👍👍👍👍👍👍", "short"],
  ["xx w.kamau xx yy", "name"],
  ["W.KAMAU is my name", "name"],
  ["aaaaaaaaaaaaaaaa", "monotone"],
  ["abcabcabcabcabc", "monotone"],
  ["Zebra7Zebra7Zebra7", "monotone"],
  ["passwordpassword", "common"],
  ["password12345678", "common"],
  ["abcdefghijklmnop", "common"],
  ["qwertyuiopasdfgh", "common"],
  ["zyxwvutsrqponmlk", "common"],
  ["entraide12345", "common"],
  ["grün blau rot", "fair"],
  ["seven dry lemons", "good"],
  ["four words that rhyme not", "strong"],
];

for (const [password, verdict] of VERDICTS) {
  test(`the password "${password}" is weighed as ${verdict}`, () => {
    assert.equal(weigh(password, "w.kamau@ag.example", FLOOR).verdict, verdict);
  });
}

test("only what is not easily guessed is enough", () => {
  assert.equal(isEnough(weigh("passwordpassword", "", FLOOR).level), false);
  assert.equal(isEnough(weigh("grün blau rot", "", FLOOR).level), true);
});

test("without a name no password is refused for it", () => {
  assert.equal(weigh("seven dry lemons", "", FLOOR).verdict, "good");
});

test("a new password gets fresh bytes and the compiled cost", () => {
  const one = freshStretching("w.kamau");
  const other = freshStretching("w.kamau");
  assert.deepEqual([one.passes, one.mebibytes, one.serverBytes.length], [3, 64, 16]);
  assert.notEqual(hexOf(one.serverBytes), hexOf(other.serverBytes));
});
