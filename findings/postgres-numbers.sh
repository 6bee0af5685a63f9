#!/bin/sh
# Expected: PostgreSQL's French full-text search finds an article whether it is printed L. 811-2, L.811-2 or L811-2;
# at most the letter is lost.
# What happens: its parser takes "L.811-2" for the name of a file, one token. In the other two the hyphen is a minus
# sign: 811 and -2, l811 and -2. No way of writing finds another, and 73 does not find 706-73; no notice says so. The
# parser is PostgreSQL's own, compiled to WebAssembly by PGlite.
# For French law: before indexing and before asking, write every number in one way, as one token without point or
# hyphen.
set -eu
command -v npm > /dev/null || { echo "npm is needed" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.5.17

cat > search.mjs <<'JS'
import { PGlite } from "@electric-sql/pglite"
const db = new PGlite()
const value = async (sql, ...params) => Object.values((await db.query(sql, params)).rows[0])[0]
const matches = (text, query) =>
  value("SELECT to_tsvector('french', $1) @@ websearch_to_tsquery('french', $2)", text, query)

console.log(String(await value("SELECT version()")).replace(/\).*/, ")"))
const spellings = ["L. 811-2", "L.811-2", "L811-2"]
let hits = ""
for (const text of spellings) {
  console.log(`  ${text}: ${await value("SELECT to_tsvector('french', $1)::text", text)}`)
  for (const query of spellings) hits += (await matches(text, query)) ? "y" : "n"
}
const part = await matches("article 706-73", "73")
console.log("  found, text by query:", hits.match(/.../g).join(" "), "- 706-73 found by 73:", part)
if (hits !== "ynnnynnny" || part !== false) {
  console.error("changed: PostgreSQL's French search no longer keeps the three ways of writing L. 811-2 apart")
  process.exit(1)
}
process.exit(0)
JS
node search.mjs
