#!/bin/sh
# Expected: a full-text index that is asked for whole words ("strict", the default of FlexSearch) finds article 124 for
# "124", and does not find article 1240.
# What happens: the default encoder of FlexSearch 0.8 takes numbers apart into groups of three digits and drops hyphens
# between them. Article 1240 is kept as 124 and 0: it is found for "124", before article 124, and also for "0". 706-73
# and 70673 are one number, and so are L. 112-11 and L. 1121-1.
# For French law: give the index an encoder of your own with one token for each number, hyphens included.
set -eu
command -v npm > /dev/null || { echo "npm is needed" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
npm install --silent --no-audit --no-fund node@24.21.0 flexsearch@0.8.212

cat > search.cjs <<'JS'
const { Index } = require("flexsearch")
const { version } = require("./node_modules/flexsearch/package.json")
const numbers = ["1240", "124", "706-73", "70673", "L. 112-11", "L. 1121-1"]
const index = new Index()
numbers.forEach((number, at) => index.add(at, `Article ${number} du code des sabliers`))
console.log(`flexsearch ${version}, of the articles ${numbers.join(", ")}:`)
const found = ["124", "0", "706-73", "L. 112-11"].map((query) => {
  const articles = index.search(query).map((at) => numbers[at])
  console.log(`  "${query}" finds ${articles.join(", ") || "nothing"}`)
  return articles.join()
})
if (found[0] !== "1240,124" || found[1] !== "1240" || found[2] !== "706-73,70673") {
  console.error("changed: flexsearch no longer takes numbers apart by default")
  process.exit(1)
}
JS
node_modules/.bin/node search.cjs
