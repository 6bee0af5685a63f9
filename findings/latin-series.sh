#!/bin/sh
# Expected: a function that sorts the article numbers of Légifrance knows bis, ter, quater, quinquies, sexies ...
# What happens: sortArticlesNumbers of @tricoteuses/legifrance takes "quinquies", "novies" and "terdecies" for members
# of the series, but its table of values has cinquies, nonies and tridecies in their place, and what the table lacks
# counts 9999: 12 quinquies comes after 12 vicies. No error, and the other sixteen are in order, so that it looks
# right.
# For French law: check a sort against the whole Latin series before a range ("12 bis à 12 sexies") is expanded over
# it.
set -eu
command -v npm > /dev/null || { echo "npm is needed" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
npm install --silent --no-audit --no-fund node@24.21.0 @tricoteuses/legifrance@0.17.0 prettier@3.10.1

cat > sort.mjs <<'JS'
import { readFileSync } from "node:fs"
import { sortArticlesNumbers } from "@tricoteuses/legifrance"
const { version } = JSON.parse(readFileSync("node_modules/@tricoteuses/legifrance/package.json", "utf8"))
const adverbs =
  "bis ter quater quinquies sexies septies octies novies decies undecies duodecies terdecies quaterdecies " +
  "quindecies sexdecies septdecies octodecies novodecies vicies"
const order = adverbs.split(" ").map((adverb) => `12 ${adverb}`)
const sorted = [...order].sort(sortArticlesNumbers)
console.log(`@tricoteuses/legifrance ${version}, numbers given in the right order:`)
console.log("  sorted:", sorted.join(", "))
const late = sorted.slice(sorted.indexOf("12 vicies") + 1)
if (late.join() !== "12 quinquies,12 novies,12 terdecies") {
  console.error("changed: @tricoteuses/legifrance no longer sorts quinquies, novies and terdecies after vicies")
  process.exit(1)
}
console.log("  after 12 vicies:", late.join(", "))
JS
node_modules/.bin/node sort.mjs
