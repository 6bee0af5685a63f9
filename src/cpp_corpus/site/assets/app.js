// Routes, and what answers to the keyboard and the pointer.
"use strict";

(() => {
  const { ACT, DIVISION, LINE, REFERENCE } = SITE;
  const { badge, day, el, hrefOf, nameOf, running, short, stateOf, title } = VIEWS;
  const main = document.getElementById("main"), card = document.getElementById("card"), said = document.getElementById("said");
  const field = document.getElementById("q");
  let near = { before: null, after: null }; // the articles before and after the one that is shown
  let turn = 0; // counts the views that were asked for: a slow one does not replace a later one

  const routes = { "": home, article, code, codes, search, findings, changes, about };

  document.querySelector(".top .name").textContent = SITE.about.title;
  window.addEventListener("hashchange", () => show(true));

  async function show(moved) {
    const mine = ++turn;
    hide();
    const [name, rest] = parts();
    let made;
    try { made = await (routes[name] || lost)(rest); } catch (error) { made = failed(error); }
    if (mine !== turn) return;
    near = made.near || { before: null, after: null };
    main.replaceChildren(...made.parts);
    document.title = `${made.title} – ${SITE.about.title}`;
    said.textContent = made.title;
    if (name !== "search") field.value = "";
    if (!(made.placed && made.placed()) && moved) window.scrollTo(0, 0);
    if (moved && name !== "search") main.focus({ preventScroll: true });
    document.body.dataset.shown = location.hash || "#/";
  }

  function parts() {
    const found = /^#\/([a-z]*)\/?(.*)$/.exec(decoded(location.hash)) || [];
    return [found[1] || "", found[2] || ""];
  }

  function decoded(text) { try { return decodeURIComponent(text); } catch { return text; } }

  function heading(text, ...more) { return el("h1", {}, text, ...more); }
  function lost() { return { title: "Page inconnue", parts: [heading("Page inconnue"), el("p", {}, "Ce lien ne mène à rien dans ce recueil. ", el("a", { href: "#/" }, "Retour à l’accueil"))] }; }
  function failed(error) { return { title: "Fichier manquant", parts: [heading("Fichier manquant"), el("p", {}, `Les données « ${error.message} » n’ont pas pu être lues : le dossier du recueil est-il complet ?`)] }; }

  function home() {
    const count = SITE.about.articles.toLocaleString("fr-FR");
    return { title: "Accueil", parts: [heading(SITE.about.title),
      el("p", { class: "lead" }, `${count} articles de ${SITE.about.acts.length} textes${SITE.about.day ? `, état du ${day(SITE.about.day)}` : ""}. Cherchez un numéro (706-73, « l811-2 csi », « art. 1240 C. civ. ») ou des mots.`), list()] };
  }

  function codes() { return { title: "Codes", parts: [heading("Codes et textes"), list()] }; }

  function list() {
    const next = (at) => (SITE.about.acts[at + 1] ? SITE.about.acts[at + 1][ACT.first] : SITE.about.articles);
    return el("ul", { class: "acts" }, SITE.about.acts.map((act, at) => el("li", {}, el("a", { href: `#/code/${act[ACT.id]}` }, act[ACT.id] === "?" ? "Sans texte connu" : act[ACT.title]),
      el("span", { class: "quiet" }, ` ${(next(at) - act[ACT.first]).toLocaleString("fr-FR")}`))));
  }

  async function article(rest) {
    const [id, locator] = rest.split(";");
    const found = await SITE.article(id);
    if (!found) return lost();
    const { line, record, table } = found;
    const state = stateOf(line);
    const name = short(line[LINE.heading]);
    const at = (place) => (table.a[place] ? `${SITE.about.acts[found.act][ACT.id]}/${table.a[place][LINE.key]}` : null);
    const around = { before: at(found.at - 1), after: at(found.at + 1) };
    const step = (target, words, key) => (target ? el("a", { href: hrefOf(target), rel: key === "k" ? "prev" : "next", title: `Touche ${key}` }, words) : null);
    const copy = el("button", { type: "button", class: "copy" }, "Copier la référence");
    copy.addEventListener("click", () => copied(found, null));
    const parts = [VIEWS.path(found), el("header", { class: "article" }, heading(`Article ${running(name)}`, " ", badge(state)),
      el("p", { class: "quiet" }, dates(line)), el("p", { class: "tools" }, copy,
        record.l ? el("a", { href: `https://www.legifrance.gouv.fr/codes/article_lc/${encodeURIComponent(record.l)}`, rel: "noopener noreferrer", target: "_blank" }, "Légifrance") : null)),
      VIEWS.textOf(found)];
    if (record.n) {
      parts.push(el("section", { class: "notes", "aria-label": "Notes" }, record.n.map((note, number) => el("p", {}, VIEWS.linked(record, note, VIEWS.ordered(record, number), 0, note.length)))));
    }
    parts.push(VIEWS.legend(), el("nav", { class: "steps", "aria-label": "Articles voisins" }, step(around.before, "← article précédent", "k"), step(around.after, "article suivant →", "j")));
    const versions = line[LINE.number] === null ? [] : table.byNumber.get(line[LINE.number]) || [];
    if (versions.length > 1) parts.push(timeline(found, versions));
    parts.push(VIEWS.citedBy(found), neighbourhood(found));
    return { title: `Article ${running(name)} – ${title(SITE.actOf(id))}`, parts, near: around, placed: () => shown(locator) };
  }

  function dates(line) {
    if (line[LINE.from] && line[LINE.to]) return `Version du ${day(line[LINE.from])} au ${day(line[LINE.to])}`;
    if (line[LINE.from]) return `Version en vigueur depuis le ${day(line[LINE.from])}`;
    return line[LINE.to] ? `Version jusqu’au ${day(line[LINE.to])}` : "";
  }

  function shown(locator) { // scroll to a part and mark it
    if (!locator) return false;
    const lines = [...main.querySelectorAll("p[data-locator]")].filter((line) => line.dataset.locator === locator || line.dataset.locator.startsWith(`${locator}/`));
    lines.forEach((line) => line.classList.add("aimed"));
    if (lines.length) lines[0].scrollIntoView({ block: "center" });
    return lines.length > 0;
  }

  async function copied(found, locator) {
    const number = running(short(found.line[LINE.heading]));
    const place = locator ? `${spoken(locator)} de l’` : "";
    const words = `${place}article ${number} du ${title(SITE.actOf(found.id)).replace(/^C/, "c")}`;
    try { await navigator.clipboard.writeText(words); said.textContent = `Copié : ${words}`; } catch { said.textContent = words; }
    const button = main.querySelector(".copy");
    if (button) button.textContent = said.textContent;
  }

  function spoken(locator) { // II/1°/a → a du 1° du II
    return locator.split("/").reverse().map((step) => { const line = /^al([0-9]+)$/.exec(step); return line ? `${line[1] === "1" ? "1er" : `${line[1]}e`} alinéa` : step; }).join(" du ");
  }

  // ------------------------------------------------------------------------------------------------------- versions

  function timeline(found, versions) {
    const sorted = [...versions].sort((one, other) => (found.table.a[one][LINE.from] || "").localeCompare(found.table.a[other][LINE.from] || ""));
    const act = SITE.about.acts[found.act][ACT.id];
    const name = (at) => { const line = found.table.a[at]; return line[LINE.from] ? day(line[LINE.from]) : `version ${sorted.indexOf(at) + 1}`; };
    const options = (chosen) => sorted.map((at) => el("option", { value: at, selected: at === chosen }, `${name(at)} – ${SITE.STATES[stateOf(found.table.a[at])]}`));
    const here = sorted.indexOf(found.at);
    const older = el("select", { "aria-label": "Version ancienne" }, options(sorted[here > 0 ? here - 1 : 0]));
    const newer = el("select", { "aria-label": "Version nouvelle" }, options(sorted[here > 0 ? here : 1]));
    const result = el("div", { class: "text diff", "aria-live": "polite" });
    const compare = el("button", { type: "button", class: "compare" }, "Comparer");
    compare.addEventListener("click", async () => {
      await script("assets/diff.min.js");
      const [before, after] = await Promise.all([older, newer].map((list) => SITE.article(`${act}/${found.table.a[list.value][LINE.key]}`)));
      result.replaceChildren(...lines(Diff.diffWordsWithSpace(before.record.x, after.record.x)));
    });
    return el("section", { "aria-labelledby": "versions" }, el("h2", { id: "versions" }, `Versions (${sorted.length})`),
      el("ol", { class: "timeline" }, sorted.map((at) => el("li", { class: at === found.at ? "here" : null }, el("a", { href: hrefOf(`${act}/${found.table.a[at][LINE.key]}`), "aria-current": at === found.at ? "page" : null }, name(at)),
        el("span", { class: "quiet" }, SITE.STATES[stateOf(found.table.a[at])])))), el("p", { class: "tools" }, older, " → ", newer, compare), result);
  }

  function lines(changes) { // the words of both, paragraph by paragraph
    const made = [el("p", {})];
    for (const change of changes) {
      change.value.split("\n").forEach((words, at) => {
        if (at) made.push(el("p", {}));
        if (words) made[made.length - 1].append(change.added ? el("ins", {}, words) : change.removed ? el("del", {}, words) : words);
      });
    }
    return made.filter((line) => line.childNodes.length);
  }

  const scripts = new Map();
  function script(path) {
    if (!scripts.has(path)) {
      scripts.set(path, new Promise((resolve, reject) => {
        const made = el("script", { src: path });
        made.onload = resolve;
        made.onerror = () => reject(new Error(path));
        document.head.append(made);
      }));
    }
    return scripts.get(path);
  }

  // -------------------------------------------------------------------------------------------------- neighbourhood

  function neighbourhood(found) {
    const box = el("div", { class: "graph", hidden: true, role: "img", "aria-label": "Graphe des renvois ; les listes ci-dessus disent la même chose" });
    const button = el("button", { type: "button", "aria-expanded": "false" }, "Dessiner le voisinage");
    button.addEventListener("click", async () => {
      await script("assets/cytoscape.min.js");
      box.hidden = false;
      button.setAttribute("aria-expanded", "true");
      draw(box, found);
    });
    return el("section", { "aria-labelledby": "around" }, el("h2", { id: "around" }, "Voisinage"), el("p", { class: "tools" }, button), box);
  }

  function draw(box, found) {
    const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const nodes = new Map([[found.id, "self"]]), edges = [];
    for (const citing of found.record.c.slice(0, 40)) { nodes.set(citing[0], nodes.get(citing[0]) || "in"); edges.push([citing[0], found.id]); }
    for (const reference of found.record.r) for (const target of reference[REFERENCE.targets].slice(0, 5)) {
      if (nodes.size > 90) break;
      nodes.set(target, nodes.get(target) || "out");
      edges.push([found.id, target]);
    }
    const label = (id) => (id.includes("#") ? id.split("#")[1].split("/").pop().replace(".", " ") : running((SITE.keyOf(id) || id).split(/[~@]/)[0]));
    const drawn = cytoscape({ container: box, elements: [...[...nodes].map(([id, kind]) => ({ data: { id, label: label(id), kind } })),
      ...edges.map(([source, target]) => ({ data: { source, target } }))],
    style: [{ selector: "node", style: { label: "data(label)", "font-size": 11, color: colour("--ink"), "background-color": colour("--line"), width: 14, height: 14, "text-valign": "bottom", "text-margin-y": 3 } },
      { selector: "node[kind='self']", style: { "background-color": colour("--accent"), width: 24, height: 24 } },
      { selector: "node[kind='in']", style: { shape: "diamond" } },
      { selector: "edge", style: { width: 1, "line-color": colour("--line"), "target-arrow-color": colour("--line"), "target-arrow-shape": "triangle", "curve-style": "bezier", "arrow-scale": 0.7 } }],
    layout: { name: "concentric", concentric: (node) => (node.data("kind") === "self" ? 2 : 1), minNodeSpacing: 26, animate: false }, userZoomingEnabled: false });
    drawn.on("tap", "node", (event) => { const href = VIEWS.targetHref(event.target.id()); if (href) location.hash = href; });
  }

  // ----------------------------------------------------------------------------------------------------------- tree

  async function code(rest) {
    const [act, aimed] = rest.split(";");
    const place = SITE.place(act);
    if (place === undefined) return lost();
    const found = await SITE.table(place);
    const children = new Map(), held = new Map();
    found.d.forEach((division, at) => { const parent = division[DIVISION.parent]; if (!children.has(parent)) children.set(parent, []); children.get(parent).push(at); });
    children.forEach((list_) => list_.sort((one, other) => found.d[one][DIVISION.rank] - found.d[other][DIVISION.rank]));
    found.a.forEach((line) => { const at = line[LINE.division]; if (!held.has(at)) held.set(at, []); held.get(at).push(line); });
    const target = aimed === undefined ? -1 : reached(found, aimed);
    const open = new Set();
    for (let at = target; at >= 0; at = found.d[at][DIVISION.parent]) open.add(at);
    const branch = (at) => {
      const box = el("details", { open: open.has(at), class: at === target ? "aimed" : null, id: `d${at}` }, el("summary", {}, found.d[at][DIVISION.label]));
      const fill = () => { if (box.childElementCount === 1) box.append(...leaves(at)); };
      if (open.has(at)) fill();
      box.addEventListener("toggle", fill);
      return box;
    };
    const leaves = (at) => [held.has(at) ? articles(act, held.get(at)) : null, ...(children.get(at) || []).map(branch)].filter(Boolean);
    const lead = el("p", { class: "quiet" }, `${found.a.length.toLocaleString("fr-FR")} articles`);
    return { title: title(act), parts: [heading(act === "?" ? "Sans texte connu" : title(act)), lead, el("div", { class: "tree" }, leaves(-1))],
      placed: () => { const box = document.getElementById(`d${target}`); if (box) box.scrollIntoView({ block: "start" }); return Boolean(box); } };
  }

  function reached(found, path) { // the division of a path, of which levels may be left out
    if (found.byPath.has(path)) return found.byPath.get(path);
    const steps = path.split("..")[0].split("/");
    return found.d.findIndex((division) => {
      const own = division[DIVISION.path].split("/");
      let at = 0;
      for (const step of own) if (step === steps[at]) at += 1;
      return at === steps.length && own[own.length - 1] === steps[steps.length - 1];
    });
  }

  function articles(act, lines_) {
    return el("ul", { class: "articles" }, lines_.map((line) => el("li", {}, el("a", { href: hrefOf(`${act}/${line[LINE.key]}`) }, running(short(line[LINE.heading]))),
      stateOf(line) === "in_force" ? null : [" ", badge(stateOf(line))], line[LINE.from] && stateOf(line) !== "in_force" ? el("span", { class: "quiet" }, ` ${day(line[LINE.from])}`) : null,
      el("span", { class: "first" }, line[LINE.first]))));
  }

  // --------------------------------------------------------------------------------------------------------- search

  document.querySelector("form.search").addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) location.hash = `#/search/${encodeURIComponent(field.value.trim())}`;
  });

  async function search(text) {
    field.value = text;
    const start = performance.now();
    const numbers = await SITE.byNumber(text);
    const words = /\p{L}{2}/u.test(text) || !numbers.length ? await SITE.byWords(text, 50) : { count: 0, found: [] };
    const took = performance.now() - start;
    const known = new Set(numbers.map(([act, at]) => `${act} ${at}`));
    const places = [...numbers.slice(0, 200), ...words.found.map(SITE.actAt).filter(([act, at]) => !known.has(`${act} ${at}`))];
    const tables = new Map(await Promise.all([...new Set(places.map(([act]) => act))].map(async (act) => [act, await SITE.table(act)])));
    const count = numbers.length + words.count;
    const rows = places.map(([act, at], place) => hit(act, tables.get(act).a[at], place < numbers.length ? null : text));
    document.body.dataset.took = String(Math.round(took));
    return { title: `${count.toLocaleString("fr-FR")} résultat${count > 1 ? "s" : ""} pour « ${text} »`,
      parts: [heading(`« ${text} »`), el("p", { class: "quiet" }, count ? `${count.toLocaleString("fr-FR")} résultat${count > 1 ? "s" : ""}${count > places.length ? `, les ${places.length} premiers` : ""}` : "Aucun article. Essayez moins de mots, ou un numéro sans le nom du code."),
        el("ol", { class: "hits" }, rows)] };
  }

  function hit(act, line, text) {
    const id = `${SITE.about.acts[act][ACT.id]}/${line[LINE.key]}`;
    const words = el("p", {}, line[LINE.first]);
    if (text) snippet(id, text, words);
    return el("li", {}, el("a", { href: hrefOf(id) }, `Article ${running(short(line[LINE.heading]))}`), el("span", { class: "quiet" }, ` ${SITE.about.acts[act][ACT.title]} `),
      stateOf(line) === "in_force" ? null : badge(stateOf(line)), words);
  }

  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => { seen.unobserve(target); target.fill(); }));

  function snippet(id, text, box) { // the words around the first match, when the hit comes into view
    box.fill = async () => {
      const found = await SITE.article(id);
      const asked = new Set(SITE.stems(text));
      const words = [...found.record.x.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu)];
      const first = words.findIndex((word) => SITE.stems(word[0]).some((stem) => asked.has(stem)));
      if (first < 0) return;
      const from = Math.max(0, first - 9), to = Math.min(words.length, first + 24);
      box.replaceChildren(from ? "… " : "");
      let at = words[from].index;
      for (const word of words.slice(from, to)) {
        box.append(found.record.x.slice(at, word.index));
        box.append(SITE.stems(word[0]).some((stem) => asked.has(stem)) ? el("mark", {}, word[0]) : word[0]);
        at = word.index + word[0].length;
      }
      box.append(" …");
    };
    seen.observe(box);
  }

  // ---------------------------------------------------------------------------------------------- findings, changes

  async function findings() {
    const found = await SITE.load("findings", true);
    const groups = new Map();
    for (const each of found) { if (!groups.has(each[0])) groups.set(each[0], []); groups.get(each[0]).push(each); }
    const row = ([, severity, message, id]) => el("li", {}, id ? el("a", { href: hrefOf(id), "data-card": id }, nameOf(id)) : null, el("p", { lang: "en", class: severity }, message));
    const group = ([code_, rows]) => {
      const box = el("details", {}, el("summary", {}, `${code_} (${rows.length.toLocaleString("fr-FR")})`));
      box.addEventListener("toggle", () => { if (box.childElementCount === 1) box.append(el("ul", { class: "findings" }, rows.slice(0, 500).map(row)), rows.length > 500 ? el("p", { class: "quiet" }, `… et ${rows.length - 500} de plus`) : ""); });
      return box;
    };
    return { title: "Anomalies", parts: [heading("Anomalies"), el("p", { class: "lead" }, found.length ? "Ce que la vérification du recueil a relevé : renvois sans cible, liens qui contredisent leurs mots, doublons…" : "La vérification du recueil n’a rien relevé, ou n’a pas été faite."), [...groups].sort(([one], [other]) => one.localeCompare(other)).map(group)].flat() };
  }

  async function changes() {
    const acts = el("select", { id: "of" }, SITE.about.acts.map((act, at) => el("option", { value: at }, act[ACT.title])));
    const from = el("input", { type: "date", id: "from" }), to = el("input", { type: "date", id: "to" });
    from.value = "2020-01-01"; to.value = SITE.about.day || new Date().toISOString().slice(0, 10);
    const result = el("div", { "aria-live": "polite" });
    const button = el("button", { type: "button" }, "Montrer");
    button.addEventListener("click", async () => {
      const found = await SITE.table(Number(acts.value));
      const act = SITE.about.acts[acts.value][ACT.id];
      const within = (iso) => iso && iso > from.value && iso <= to.value;
      const begun = found.a.filter((line) => within(line[LINE.from])), ended = found.a.filter((line) => within(line[LINE.to]));
      const part = (words, list_) => [el("h2", {}, `${words} (${list_.length})`), articles(act, list_)];
      result.replaceChildren(...part("Versions entrées en vigueur", begun), ...part("Versions qui ont pris fin", ended),
        begun.length + ended.length ? "" : el("p", { class: "quiet" }, "Rien, ou la source ne donne pas de dates."));
    });
    return { title: "Changements", parts: [heading("Ce qui a changé"), el("p", { class: "tools form" }, el("label", { for: "of" }, "Texte"), acts, el("label", { for: "from" }, "après le"), from, el("label", { for: "to" }, "jusqu’au"), to, button), result] };
  }

  function about() {
    const fact = (name, value) => [el("dt", {}, name), el("dd", {}, value)];
    const number = (value) => value.toLocaleString("fr-FR");
    return { title: "Recueil", parts: [heading("Ce recueil"), el("dl", {}, ...[["Textes", number(SITE.about.acts.length)], ["Articles", number(SITE.about.articles)], ["Fichiers lus", number(SITE.about.sources)],
      ["Anomalies", number(SITE.about.findings)], ["État du", SITE.about.day ? day(SITE.about.day) : "non indiqué"], ["Fait par", SITE.about.generator]].map(([name, value]) => fact(name, value)).flat()),
    el("p", {}, "Touches : ", el("kbd", {}, "j"), " et ", el("kbd", {}, "k"), " pour l’article suivant et précédent, ", el("kbd", {}, "/"), " pour chercher."),
    el("p", {}, "Ce recueil se lit sans réseau et ne demande rien à un serveur. Il n’a pas de valeur officielle.")] };
  }

  // ------------------------------------------------------------------------------------------------ keyboard, cards

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "j" && near.after) location.hash = hrefOf(near.after);
    if (event.key === "k" && near.before) location.hash = hrefOf(near.before);
    if (event.key === "/") { event.preventDefault(); field.focus(); field.select(); }
  });

  let wait = 0;
  const carded = (event) => (event.target.closest ? event.target.closest(".text .ref, .notes .ref, [data-card]") : null);
  document.addEventListener("mouseover", (event) => { const link = carded(event); clearTimeout(wait); if (link) wait = setTimeout(() => tell(link), 120); else if (!card.contains(event.target)) wait = setTimeout(hide, 250); });
  document.addEventListener("focusin", (event) => { const link = carded(event); if (link) tell(link); else hide(); });
  window.addEventListener("scroll", () => hide(), { passive: true });

  function hide() { clearTimeout(wait); card.hidden = true; document.querySelectorAll("[aria-describedby=card]").forEach((link) => link.removeAttribute("aria-describedby")); }

  async function tell(link) { // the target part of a reference
    const { targets = link.dataset.card || "", relation, state, locator, part, count, name } = link.dataset;
    const first = targets.split(" ")[0];
    const made = [el("p", { class: "what" }, el("strong", {}, name || (first ? nameOf(first) : link.textContent)), locator ? ` — ${spoken(locator)}` : "")];
    if (relation !== undefined) made.push(el("p", { class: "quiet" }, SITE.RELATIONS[relation], { repealed: " · texte abrogé", missing: " · cet article n’est pas dans le recueil", external: " · hors du recueil", unknown: " · cible inconnue" }[state] || "", part === "0" ? " · cette partie n’existe pas" : "", Number(count) > 1 ? ` · ${count} articles` : ""));
    const found = first.includes("/") && !first.includes("#") ? await SITE.article(first).catch(() => null) : null;
    if (found) {
      const words = VIEWS.partOf(found.record, part === "0" ? null : locator);
      if (stateOf(found.line) !== "in_force") made[0].append(" ", badge(stateOf(found.line)));
      made.push(el("div", { class: "part" }, (words.length > 700 ? `${words.slice(0, 700)} …` : words).split("\n").map((line) => el("p", {}, line))));
    }
    if (!link.isConnected) return;
    card.replaceChildren(...made);
    card.hidden = false;
    link.setAttribute("aria-describedby", "card");
    const at = link.getBoundingClientRect();
    const width = Math.min(440, innerWidth - 16);
    card.style.width = `${width}px`;
    card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8)) + scrollX}px`;
    const below = at.bottom + card.offsetHeight + 8 < innerHeight || at.top < card.offsetHeight + 8;
    card.style.top = `${(below ? at.bottom + 6 : at.top - card.offsetHeight - 6) + scrollY}px`;
  }

  show(false);
})();
