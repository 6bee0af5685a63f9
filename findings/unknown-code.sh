#!/bin/sh
# Expected: in "l'article 12 du code pénal et l'article 14 du code de déontologie des horlogers", a recogniser gives
# article 14 to the text named after it or, not knowing that text, to none.
# What happens: tisseuse does not know it, reads "l'article 12 du code pénal et l'article 14" as one list, and gives
# both to the Code pénal. Before a text that it knows ("de l'arrêté du 2 mai 2001") it does not.
# For French law: rules of conduct, charters, contracts and foreign codes are cited beside codes. Where "du ..."
# follows a number and names no known text, the number belongs to no known text.
set -eu
command -v npm > /dev/null || { echo "npm is needed" >&2; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT TERM
cd "$dir"
npm install --silent --no-audit --no-fund node@24.21.0 @tricoteuses/tisseuse@0.12.7

cat > read.mjs <<'JS'
import { readFileSync } from "node:fs"
import * as tisseuse from "@tricoteuses/tisseuse"
const { version } = JSON.parse(readFileSync("node_modules/@tricoteuses/tisseuse/package.json", "utf8"))

function articles(reference, text) {
  if (reference.type === "article") return [`${reference.num}: ${text?.title ?? text?.nature ?? "no text"}`]
  if (reference.type === "enumeration") return [...articles(reference.left, text), ...articles(reference.right, text)]
  if (reference.type === "parent-enfant") return articles(reference.child, reference.parent)
  return []
}

function read(sentence) {
  const plain = tisseuse.simplifyPlainText(sentence)
  const context = new tisseuse.TextParserContext(plain.output)
  return [...tisseuse.extractReferencesWithOriginalTransformations(context, plain)].flatMap((found) => articles(found))
}

console.log("tisseuse", version)
const seen = ["du code de déontologie des horlogers", "de l'arrêté du 2 mai 2001"].map((text) => {
  const sentence = `L'article 12 du code pénal et l'article 14 ${text} s'appliquent.`
  const found = read(sentence)
  console.log(`  ${sentence}\n    ${found.join(" | ")}`)
  return found.join()
})
if (seen.join(";") !== "12: Code pénal,14: Code pénal;12: Code pénal,14: ARRETE") {
  console.error("changed: tisseuse no longer gives the article of an unknown code to the code named before")
  process.exit(1)
}
JS
node_modules/.bin/node read.mjs
