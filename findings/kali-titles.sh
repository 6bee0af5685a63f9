#!/bin/sh
# Expected: a package of the national collective agreements, with a file for each, has the articles of each.
# What happens: of the 393 files of @socialgouv/kali-data 343 are a title with an empty list of children, among them
# that of the notaries (IDCC 2205). Nothing in the file says so, its type is that of the others, and a script that reads
# them all ends without an error and without their articles.
# For French law: count the articles of each file before its agreement is said to be there; take the others from KALI.
set -eu
command -v npm > /dev/null || { echo "npm is needed" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
npm pack --silent @socialgouv/kali-data@3.449.0 > /dev/null
tar xzf ./*.tgz

cat > count.mjs <<'JS'
import { readdirSync, readFileSync } from "node:fs"
const { version } = JSON.parse(readFileSync("package/package.json", "utf8"))
const articles = (node) => (node.type === "article" ? 1 : 0) + (node.children ?? []).reduce((n, one) => n + articles(one), 0)
const files = readdirSync("package/data").filter((name) => name.startsWith("KALICONT"))
const empty = []
for (const name of files) {
  const agreement = JSON.parse(readFileSync(`package/data/${name}`, "utf8"))
  if (articles(agreement) === 0) empty.push(agreement.data.num)
}
console.log(`@socialgouv/kali-data ${version}: ${files.length} files of agreements, ${empty.length} without an article`)
console.log("  the agreement of the notaries, IDCC 2205, has", empty.includes(2205) ? "none" : "some")
if (files.length !== 393 || empty.length !== 343 || !empty.includes(2205)) {
  console.error("changed: @socialgouv/kali-data has the articles of more agreements, or of fewer")
  process.exit(1)
}
JS
node count.mjs
