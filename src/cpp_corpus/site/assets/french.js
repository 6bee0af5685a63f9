// Names of articles, parts, divisions and days as people write them.
"use strict";

(() => {
  const { ACT, LINE } = SITE;
  const ADVERB = /-(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies|duodecies|terdecies)\b/g;

  const count = (number) => number.toLocaleString("fr-FR");
  const some = (number, word) => `${count(number)} ${number > 1 ? word.replace(/(\S+)/g, "$1s") : word}`;

  function day(iso) {
    const [year, month, date] = iso.split("-").map(Number);
    const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
    return `${date === 1 ? "1er" : date} ${months[month - 1]} ${year}`;
  }

  const shortDay = (iso) => iso.split("-").reverse().join("/");

  function titleOf(act) { // of an act by its id
    const place = SITE.place(act);
    if (act === "?") return "Sans texte connu";
    return place === undefined ? act : SITE.about.acts[place][ACT.title];
  }

  const lowered = (title) => title.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

  function running(number) { // l811-2 → L. 811-2
    const match = /^(lo|[lrdac])(\*?[0-9].*)$/i.exec(number);
    const spaced = (text) => text.replace(ADVERB, " $1").replace(/( \p{Ll}+)-([A-Z]{1,2})(?![^-])/gu, "$1 $2");
    if (!match) return spaced(number);
    const star = match[2].startsWith("*") ? "*" : "";
    return `${match[1].toUpperCase()}.${star}\u00a0${spaced(match[2].slice(star.length))}`;
  }

  const compact = (heading) => heading.replace(/^Article\s+/i, "").replace(/^([LRDA]|LO)\.\s*/, "$1");
  const numberOf = (line) => running(compact(line[LINE.heading])); // L. 112-1
  const headingAs = (written) => (/^Article\b/i.test(written) ? `Article ${running(compact(written))}` : written);
  const headingOf = (line) => headingAs(line[LINE.heading]);

  function articleName(id) { // of an id, without its act: as its heading has it where that is known
    const line = SITE.known(id);
    if (line) return numberOf(line);
    const number = SITE.keyOf(id).split(/[~@]/)[0];
    return running(/[0-9]/.test(number[0] + (number[1] || "")) ? number.replace(/-([a-z])(?![a-z])/g, (_, letter) => `-${letter.toUpperCase()}`)
      : number.replaceAll("-", " "));
  }

  function versionOf(id) { // what tells an article from others of its number
    const [, sign, mark] = /([~@])(.*)$/.exec(SITE.keyOf(id)) || [];
    if (!sign) return null;
    return sign === "@" ? shortDay(mark) : `n° ${mark}`;
  }

  function divisionName(path) {
    const step = (words) => words.replace("..", " à ").replace(/\.(?=[^ ])/, " ").replace(/-/g, " ");
    return path.split("/").map(step).map((words) => words.replace(/ ([ivxlcdm]+)\b/g, (found) => found.toUpperCase())
      .replace(/\b(?:legislative|preliminaire|reglementaire)/, (found) => found.replace("e", "é"))).join(", ");
  }

  function divisionOf(act, path) { // its title where the table of its act has been read
    const table = SITE.read(act);
    const at = table ? SITE.reached(table, path) : -1;
    return at < 0 ? divisionName(path) : table.d[at][SITE.DIVISION.label];
  }

  function nameOf(id, heading) { // of a target; with the heading of an article where that is known
    if (id.includes("#")) {
      const [act, path] = id.split("#");
      return `${divisionOf(act, path)} — ${titleOf(act)}`;
    }
    if (!id.includes("/")) return titleOf(id);
    const written = heading || (SITE.known(id) || [])[LINE.heading];
    const name = written ? lowered(headingAs(written)) : `article ${articleName(id)}`;
    return `${name} — ${titleOf(SITE.actOf(id))}`;
  }

  function part(locator) { // II/1°/a → a du 1° du II
    const step = (words) => {
      const alinea = /^al([0-9]+)$/.exec(words);
      if (alinea) return `${alinea[1] === "1" ? "1er" : `${alinea[1]}e`} alinéa`;
      return words;
    };
    const ends = locator.split("..");
    if (ends.length > 1) return `${part(ends[0])} à ${part(ends[1])}`;
    return locator.split("/").reverse().map(step).join(" du ");
  }

  function genitive(title) { // Code pénal → du code pénal, Loi … → de la loi …
    const name = lowered(title);
    if (/^(?:loi|constitution|convention)\b/.test(name)) return `de la ${name}`;
    return /^[aeiouyéèêâîôûh]/.test(name) ? `de l’${name}` : `du ${name}`;
  }

  function citation(found, locator) { // the running form: 1° du II de l’article L. 112-1 du code …
    const act = SITE.actOf(found.id);
    const place = locator ? `${part(locator)} de l’` : "";
    const title = act === "?" ? "" : ` ${genitive(titleOf(act))}`;
    return `${place}${lowered(headingOf(found.line))}${title}`.replaceAll("\u00a0", " ");
  }

  Object.assign(SITE, { articleName, citation, compact, count, day, divisionName,
    headingOf, lowered, nameOf, numberOf, part, running, shortDay, some, titleOf, versionOf });
})();
