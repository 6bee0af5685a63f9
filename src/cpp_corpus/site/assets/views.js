// Views of the data as elements. Text is only ever set as text: nothing from a document becomes markup.
"use strict";

const VIEWS = (() => {
  const { ACT, CITING, DIVISION, LINE, REFERENCE } = SITE;
  const GROUPS = ["cite", "fonde", "fonde", "fonde", "fonde", "definit", "ecarte", "ecarte", "ecarte", "ecarte", "punit", "applique", "modifie"];
  const LEGEND = { cite: "mentionne", fonde: "applique, suit ou conditionne", definit: "définit", ecarte: "exclut, réserve ou déroge",
    punit: "punit", applique: "rend applicable", modifie: "modifie" };

  function el(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.flat(3).filter((child) => child !== null && child !== undefined));
    return made;
  }

  const stateOf = (line) => SITE.about.states[line[LINE.state]];
  const hrefOf = (id, locator) => `#/article/${id}${locator ? `;${locator}` : ""}`;
  const title = (act) => { const place = SITE.place(act); return place === undefined ? act : SITE.about.acts[place][ACT.title]; };
  const day = (iso) => { const [year, month, date] = iso.split("-"); return `${date}/${month}/${year}`; };

  function short(heading) { return heading.replace(/^Article\s+/, ""); }

  function badge(state) { return el("span", { class: `badge ${state}` }, SITE.STATES[state] || state); }

  function nameOf(id) { // of a target, as people write it
    if (id.includes("#")) {
      const [act, path] = id.split("#");
      return `${path.split("/").map((step) => step.replace(".", " ")).join(", ")} — ${title(act)}`;
    }
    const act = SITE.actOf(id);
    return `article ${running(SITE.keyOf(id).split(/[~@]/)[0])} — ${title(act)}`;
  }

  function running(number) { // l811-2 → L. 811-2
    const match = /^(lo|[lrdac])([0-9].*)$/i.exec(number);
    const plain = (text) => text.replace(/-(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)\b/g, " $1");
    return match ? `${match[1].toUpperCase()}. ${plain(match[2])}` : plain(number);
  }

  function targetHref(id) {
    if (id.includes("#")) {
      const [act, path] = id.split("#");
      return SITE.place(act) === undefined ? null : `#/code/${act};${path}`;
    }
    if (!id.includes("/")) return SITE.place(id) === undefined ? null : `#/code/${id}`;
    return SITE.place(SITE.actOf(id)) === undefined ? null : hrefOf(id);
  }

  // A range of the text with its references as links; what lies outside the range is cut.
  function linked(record, text, references, start, end) {
    const made = document.createDocumentFragment();
    let at = start;
    for (const reference of references) {
      const from = Math.max(reference[REFERENCE.start], start), to = Math.min(reference[REFERENCE.end], end);
      if (from < at || to <= from) continue;
      made.append(text.slice(at, from), reference_(record, reference, text.slice(from, to)));
      at = to;
    }
    made.append(text.slice(at, end));
    return made;
  }

  function reference_(record, reference, words) {
    const state = SITE.TARGETS[reference[REFERENCE.state]];
    const targets = reference[REFERENCE.targets];
    const relation = reference[REFERENCE.relation];
    const href = state === "resolved" || state === "repealed" ? targets.map(targetHref).find(Boolean) : null;
    const locator = reference[REFERENCE.locator];
    const data = { class: `ref ${GROUPS[relation]} ${state}`, "data-targets": targets.slice(0, 6).join(" "), "data-relation": relation,
      "data-state": state, "data-locator": locator, "data-part": reference[REFERENCE.part], "data-count": targets.length };
    const [act, number] = [reference[REFERENCE.act], reference[REFERENCE.article]];
    if (state === "external" && act) data["data-name"] = `${number ? `article ${running(number)} — ` : ""}${(record.e || {})[act] || act}`;
    if (href) return el("a", { ...data, href: locator && href.startsWith("#/article") ? `${href};${locator.split("..")[0]}` : href }, words);
    return el("span", { ...data, tabindex: "0" }, words);
  }

  function ordered(record, note) {
    return record.r.filter((reference) => reference[REFERENCE.note] === note)
      .sort((one, other) => one[REFERENCE.start] - other[REFERENCE.start] || other[REFERENCE.end] - one[REFERENCE.end]);
  }

  function textOf(found) {
    const { record } = found;
    const text = record.x, references = ordered(record, -1);
    const box = el("div", { class: "text" });
    const tables = record.t || [];
    let shown = -1;
    record.p.forEach(([start, end, locator, level], at) => {
      const table = tables.findIndex(([from, to]) => start >= from && start < to);
      if (table >= 0) {
        if (table !== shown) box.append(tableOf(record, text, references, tables[table]));
        shown = table;
        return;
      }
      const mark = el("a", { class: "number", href: hrefOf(found.id, locator), "data-locator": locator,
        "aria-label": `Alinéa ${at + 1}, lien` }, String(at + 1));
      box.append(el("p", { id: `alinea-${at + 1}`, "data-locator": locator, style: `--level:${level}` }, mark,
        linked(record, text, references, start, end)));
    });
    if (!record.p.length && text) box.append(el("p", {}, linked(record, text, references, 0, text.length)));
    return box;
  }

  function tableOf(record, text, references, [, , rows]) {
    return el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Tableau" }, el("table", {}, rows.map((row) => el("tr", {},
      row.map(([start, end, columns, lines, header]) => el(header ? "th" : "td", { colspan: columns > 1 ? columns : null,
        rowspan: lines > 1 ? lines : null }, linked(record, text, references, start, end)))))));
  }

  function partOf(record, locator) { // the words of a part; all of them where there is none
    if (!locator) return record.x;
    const first = locator.split("..")[0];
    const lines = record.p.filter(([, , own]) => own === first || own.startsWith(`${first}/`));
    return lines.length ? lines.map(([start, end]) => record.x.slice(start, end)).join("\n") : record.x;
  }

  function path(found) { // the divisions of an article, as links
    const steps = [];
    for (let at = found.line[LINE.division]; at >= 0; at = found.table.d[at][DIVISION.parent]) steps.unshift(found.table.d[at]);
    const act = SITE.about.acts[found.act][ACT.id];
    return el("nav", { class: "path", "aria-label": "Plan" }, el("a", { href: `#/code/${act}` }, title(act)),
      steps.map((step) => [" › ", el("a", { href: `#/code/${act};${step[DIVISION.path]}` }, step[DIVISION.label])]));
  }

  function citedBy(found) {
    const groups = new Map();
    for (const citing of found.record.c) {
      const act = SITE.actOf(citing[CITING.source]);
      const key = `${citing[CITING.relation]} ${act}`;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(citing);
    }
    const own = SITE.actOf(found.id);
    const keys = [...groups.keys()].sort((one, other) => {
      const [a, b] = [one, other].map((key) => key.split(" "));
      return Number(b[1] === own) - Number(a[1] === own) || a[1].localeCompare(b[1]) || a[0] - b[0];
    });
    const box = el("section", { "aria-labelledby": "cited" }, el("h2", { id: "cited" }, `Cité par (${found.record.c.length})`));
    if (!keys.length) box.append(el("p", { class: "quiet" }, "Aucun article du recueil ne le cite."));
    for (const key of keys) {
      const [relation, act] = key.split(" ");
      const list = groups.get(key);
      box.append(el("details", { open: list.length <= 12 }, el("summary", {}, `${SITE.RELATIONS[relation]} — ${title(act)} (${list.length})`),
        el("ul", { class: "ids" }, list.map((citing) => el("li", {}, el("a", { href: hrefOf(citing[CITING.source]), "data-card": citing[CITING.source] },
          running(SITE.keyOf(citing[CITING.source]).split(/[~@]/)[0])),
          citing[CITING.locator] ? el("span", { class: "quiet" }, ` → ${citing[CITING.locator]}`) : null)))));
    }
    return box;
  }

  function legend() {
    return el("details", { class: "legend" }, el("summary", {}, "Légende des renvois"), el("ul", {},
      Object.entries(LEGEND).map(([group, words]) => el("li", {}, el("span", { class: `ref ${group} resolved` }, "renvoi"), ` ${words}`)),
      el("li", {}, el("span", { class: "ref cite repealed" }, "renvoi"), " vers un texte abrogé"),
      el("li", {}, el("span", { class: "ref cite missing" }, "renvoi"), " vers un article qui manque"),
      el("li", {}, el("span", { class: "ref cite external" }, "renvoi"), " vers un texte hors du recueil")));
  }

  return { GROUPS, badge, citedBy, day, el, hrefOf, legend, linked, nameOf, ordered, partOf, path, running, short, stateOf, targetHref, textOf, title };
})();
