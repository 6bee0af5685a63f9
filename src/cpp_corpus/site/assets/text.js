// The text of an article: its alinéas, its tables and notes, with the references as links.
"use strict";

(() => {
  const { CITING, DIVISION, LINE, PARAGRAPH, REFERENCE, codeHref, el, hrefOf, targetHref } = SITE;
  const MARKED = ["repealed", "missing", "external", "unknown"]; // states of references that have a sign

  // A range of the text with its references as links; what lies outside the range is cut.
  function linked(record, text, references, start, end) {
    const made = document.createDocumentFragment();
    let at = start;
    for (const reference of references) {
      const from = Math.max(reference[REFERENCE.start], start), to = Math.min(reference[REFERENCE.end], end);
      if (from < at || to <= from) continue;
      made.append(text.slice(at, from), link(record, reference, text.slice(from, to)));
      at = to;
    }
    made.append(text.slice(at, end));
    return made;
  }

  function link(record, reference, words) {
    const state = SITE.about.targets[reference[REFERENCE.state]][0];
    const targets = reference[REFERENCE.targets];
    const relation = reference[REFERENCE.relation];
    const locator = reference[REFERENCE.locator];
    const act = reference[REFERENCE.act], number = reference[REFERENCE.article];
    const href = state === "resolved" || state === "repealed" ? targets.map(targetHref).find(Boolean) : null;
    const data = { class: `ref ${SITE.about.relations[relation][1]} ${state}`, "data-relation": relation,
      "data-targets": targets.slice(0, 6).join(" "), "data-state": state, "data-locator": locator,
      "data-part": reference[REFERENCE.part], "data-count": targets.length };
    if (state === "external" && act) {
      data["data-name"] = `${number ? `article ${SITE.running(number)} — ` : ""}${(record.e || {})[act] || act}`;
    }
    if (!href) return el("span", { ...data, tabindex: "0", role: "note" }, words);
    const aimed = locator && href.startsWith("#/article") ? `${href};${locator.split("..")[0]}` : href;
    return el("a", { ...data, href: aimed }, words);
  }

  function ordered(record, note) { // the references of the text (note -1) or of a note
    return record.r.filter((reference) => reference[REFERENCE.note] === note)
      .sort((one, other) => one[REFERENCE.start] - other[REFERENCE.start] || other[REFERENCE.end] - one[REFERENCE.end]);
  }

  function citedParts(record) { // how many articles cite each part, by its locator
    const made = new Map();
    for (const citing of record.c) {
      const locator = (citing[CITING.locator] || "").split("..")[0];
      if (locator) made.set(locator, (made.get(locator) || new Set()).add(citing[CITING.source]));
    }
    return made;
  }

  function textOf(found) {
    const { record } = found;
    const text = record.x, references = ordered(record, -1), tables = record.t || [], cited = citedParts(record);
    const box = el("div", { class: "text" });
    let shown = -1;
    record.p.forEach((paragraph, at) => {
      const [start, end] = paragraph, locator = paragraph[PARAGRAPH.locator];
      const table = tables.findIndex(([from, to]) => start >= from && start < to);
      if (table >= 0) {
        if (table !== shown) box.append(tableOf(record, text, references, tables[table]));
        shown = table;
        return;
      }
      const mark = el("a", { class: "number", href: hrefOf(found.id, locator), "data-locator": locator,
        "aria-label": `Alinéa ${at + 1}, lien` }, String(at + 1));
      const times = cited.has(locator) ? cited.get(locator).size : 0;
      const backs = times ? el("button", { type: "button", class: "backs", "data-part": locator,
        title: `Cité par ${SITE.some(times, "article")} : ${SITE.part(locator)}` },
      el("span", { class: "unseen" }, "Cité "), String(times), el("span", { class: "unseen" }, " fois")) : null;
      cited.delete(locator);
      const level = Math.min(paragraph[PARAGRAPH.level], 5);
      box.append(el("p", { id: `alinea-${at + 1}`, "data-locator": locator, class: level ? `level-${level}` : null },
        mark, linked(record, text, references, start, end), backs));
    });
    if (!record.p.length && text) box.append(el("p", {}, linked(record, text, references, 0, text.length)));
    if (!text.trim()) box.append(el("p", { class: "quiet" }, "La source ne donne pas de texte."));
    return box;
  }

  function tableOf(record, text, references, [, , rows]) {
    const cell = ([start, end, columns, lines, header]) => el(header ? "th" : "td", { colspan: columns > 1 ? columns : null,
      rowspan: lines > 1 ? lines : null }, linked(record, text, references, start, end));
    return el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Tableau" },
      el("table", {}, rows.map((row) => el("tr", {}, row.map(cell)))));
  }

  function notesOf(record) {
    if (!record.n) return null;
    return el("section", { class: "notes", "aria-label": "Notes" }, record.n.map((note, number) => el("p", {},
      linked(record, note, ordered(record, number), 0, note.length))));
  }

  function partOf(record, locator) { // the words of a part; all of them where there is none
    if (!locator) return record.x;
    const first = locator.split("..")[0];
    const own = (paragraph) => paragraph[PARAGRAPH.locator] === first
      || paragraph[PARAGRAPH.locator].startsWith(`${first}/`);
    const lines = record.p.filter(own);
    return lines.length ? lines.map(([start, end]) => record.x.slice(start, end)).join("\n") : record.x;
  }

  function path(found) { // the divisions of an article, as links
    const steps = [];
    for (let at = found.line[LINE.division]; at >= 0; at = found.table.d[at][DIVISION.parent]) steps.unshift(at);
    const act = SITE.actOf(found.id);
    const step = (at) => el("li", {}, el("a", { href: codeHref(act, found.table.d[at][DIVISION.path]) },
      found.table.d[at][DIVISION.label]));
    return el("nav", { class: "path", "aria-label": "Plan" }, el("ol", {},
      el("li", {}, el("a", { href: codeHref(act) }, SITE.titleOf(act))), steps.map(step)));
  }

  function legend(record) { // the relations and states that the article has
    const groups = new Set(record.r.map((reference) => SITE.about.relations[reference[REFERENCE.relation]][1]));
    const states = new Set(record.r.map((reference) => SITE.about.targets[reference[REFERENCE.state]][0]));
    if (!groups.size) return null;
    const row = (kind, words) => el("li", {}, el("span", { class: `ref ${kind}` }, "renvoi"), ` ${words}`);
    return el("section", { class: "legend", "aria-label": "Légende des renvois" }, el("h2", {}, "Renvois"), el("ul", {},
      Object.entries(SITE.about.groups).filter(([group]) => groups.has(group)).map(([group, words]) => row(group, words)),
      SITE.about.targets.filter(([state]) => MARKED.includes(state) && states.has(state))
        .map(([state, words]) => row(`plain ${state}`, words))));
  }

  Object.assign(SITE, { legend, linked, notesOf, partOf, path, textOf });
})();
