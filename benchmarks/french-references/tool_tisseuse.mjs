// tisseuse on the texts of a file: node tool_tisseuse.mjs FOLDER_OF_THE_PACKAGE TEXTS.json OUT.json
//
// Only its recogniser runs: its linker asks a PostgreSQL database for the ids of articles. Typography is made plain as
// its own linker does. The tree of a reference is flattened to articles, each with the text that it belongs to.
import { readFileSync, writeFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const [folder, texts, out] = process.argv.slice(2)
const peer = await import(pathToFileURL(`${folder}/dist/index.js`).href)

function flatten(reference, text, into) {
  switch (reference.type) {
    case "enumeration":
    case "exclusion":
      flatten(reference.left, text, into)
      flatten(reference.right, text, into)
      break
    case "bounded-interval":
      if (reference.first.type === "article") into.push(claim(reference, reference.first.num, reference.last.num, text))
      break
    case "counted-interval":
      flatten(reference.first, text, into)
      break
    case "parent-enfant":
      if (reference.parent.type === "texte") {
        flatten(reference.child, reference.parent, into)
        flatten(reference.parent, null, into)
      } else {
        flatten(reference.parent, text, into)
        flatten(reference.child, text, into)
      }
      break
    case "reference_et_action":
      flatten(reference.reference, text, into)
      break
    case "citation":
      for (const inside of reference.references ?? []) flatten(inside, text, into)
      break
    case "texte":
      into.push(claim(reference, null, null, reference)) // a mention, for "du même code"
      break
    case "article":
      if (reference.num !== undefined) into.push(claim(reference, reference.num, null, text))
      break
  }
}

function claim(reference, first, last, text) {
  const { start, stop } = reference.originalTransformation?.position ?? reference.position
  const act = text && {
    present: text.present === true,
    same: text.relative !== undefined || text.ofTheSaid === true,
    legitext: text.cid ?? null,
    name: text.title ?? (text.titleRest && `code ${text.titleRest}`) ?? null,
    nature: text.nature,
    number: text.num ?? text.date ?? null,
  }
  return { start, end: stop, first, last: last ?? null, act: act ?? null }
}

function read(text) {
  const plain = peer.simplifyPlainText(text)
  const context = new peer.TextParserContext(plain.output)
  const found = []
  for (const reference of peer.extractReferencesWithOriginalTransformations(context, plain)) flatten(reference, null, found)
  return found
}

const inputs = JSON.parse(readFileSync(texts, "utf8")).map((row) => row.text)
for (const text of inputs.slice(0, 200)) read(text)
const begin = process.cpuUsage()
const found = inputs.map(read)
const { user, system } = process.cpuUsage(begin)
const seconds = (user + system) / 1e6
writeFileSync(out, JSON.stringify({ seconds, found }))
