// The other views: home, acts, findings, what changed, and what the corpus is made of.
"use strict";

(() => {
  const { ACT, LINE, count, el, heading, hrefOf, some } = SITE;
  const ROWS = 300; // rows of a list that are shown at first

  const known = () => SITE.about.acts.filter(([id]) => id !== "?");

  SITE.views[""] = () => ({ title: "Accueil", parts: [heading(SITE.about.title),
    el("p", { class: "lead" }, `${some(SITE.about.articles, "article")} de ${some(known().length, "texte")}`,
      SITE.about.day ? `, état du ${SITE.day(SITE.about.day)}` : "", "."), examples(), acts()] });

  SITE.views.codes = () => ({ title: "Textes", parts: [heading("Textes"), acts()] });

  function examples() { // how one searches, with an article of this corpus
    if (!SITE.about.example) return null;
    const [written, act] = SITE.about.example;
    const number = SITE.running(SITE.compact(written));
    const place = SITE.about.acts[SITE.place(act)];
    const bare = number.replace(/[^0-9A-Za-z-]/g, "").toLowerCase();
    const link = (words) => el("a", { href: `#/search/${encodeURIComponent(words)}` }, words);
    return el("p", { class: "examples" }, "Cherchez un numéro : ", link(bare), ", ",
      link(`art. ${number.replace("\u00a0", " ")} ${place[ACT.abbreviation] || SITE.lowered(place[ACT.title])}`), ", ou des mots.");
  }

  function acts() {
    return el("ul", { class: "acts" }, SITE.about.acts.map((act, at) => el("li", {},
      el("a", { href: SITE.codeHref(act[ACT.id]) }, SITE.titleOf(act[ACT.id])), el("span", { class: "quiet" }, count(SITE.sizeOf(at))))));
  }

  SITE.views.lost = () => ({ title: "Page inconnue", parts: [heading("Page inconnue"),
    el("p", {}, "Ce lien ne mène à rien dans ce recueil. ", el("a", { href: "#/" }, "Retour à l’accueil"))] });

  // ---------------------------------------------------------------------------------------------------------- findings

  SITE.views.findings = async () => {
    const found = await SITE.load("findings");
    const lead = !SITE.about.audited ? "La vérification n’a pas été faite."
      : found.length ? "Ce que la vérification des textes a relevé, par genre. Les messages sont en anglais."
        : "La vérification des textes n’a rien relevé.";
    const groups = [...SITE.grouped(found, ([code]) => code)].map(([code, rows]) => [SITE.about.checks[code] || code, rows]);
    groups.sort(([one], [other]) => one.localeCompare(other, "fr"));
    return { title: "Anomalies", parts: [heading("Anomalies"), el("p", { class: "lead" }, lead), ...groups.map(([name, rows]) => SITE.opened(
      [name, el("span", { class: "quiet" }, ` ${count(rows.length)}`)], () => listed(rows, "findings", finding)))] };
  };

  const SEVERITIES = { error: "erreur", warning: "avertissement", info: "remarque" };

  function finding([, severity, message, id, written]) {
    return el("li", {}, el("span", { class: `severity ${severity}` }, SEVERITIES[severity] || severity),
      id && SITE.targetHref(id) ? el("a", { href: SITE.targetHref(id), "data-card": id }, SITE.nameOf(id, written)) : null,
      el("p", { lang: "en" }, message));
  }

  function listed(rows, kind, row) { // a list whose end is added when it is asked for
    const box = el("ul", { class: kind }, rows.slice(0, ROWS).map(row));
    if (rows.length <= ROWS) return [box];
    const more = el("button", { type: "button" }, `Montrer les ${count(rows.length - ROWS)} autres`);
    more.addEventListener("click", () => { box.append(...rows.slice(ROWS).map(row)); more.remove(); });
    return [box, more];
  }

  // ----------------------------------------------------------------------------------------------------------- changes

  SITE.views.changes = async (rest) => { // #/changes/ACT/FROM/TO
    const [act, from, to] = rest.split("/");
    const choice = el("select", { id: "of" }, SITE.about.acts.map(([id, title]) => el("option", { value: id, selected: id === act }, title)));
    const field = (id, value) => el("input", { type: "date", id, value, required: true });
    const last = SITE.about.day || "2023-12-31";
    const [first, second] = [field("from", from || `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`), field("to", to || last)];
    const labelled = (words, made) => el("span", { class: "field" }, el("label", { for: made.id }, words), made);
    const form = el("form", { class: "tools" }, labelled("Texte", choice), labelled("après le", first), labelled("jusqu’au", second),
      el("button", { type: "submit" }, "Montrer"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.hash = `#/changes/${choice.value}/${first.value}/${second.value}`;
    });
    const found = SITE.place(act) === undefined || !from || !to ? [] : await changed(act, from, to);
    return { title: "Changements", parts: [heading("Ce qui a changé"), form, ...found] };
  };

  async function changed(act, from, to) {
    const { a, byNumber } = await SITE.table(SITE.place(act));
    const within = (iso) => Boolean(iso) && iso > from && iso <= to;
    const versions = (line) => (line[LINE.number] === null ? [] : byNumber.get(line[LINE.number]).map((at) => a[at]));
    const earlier = (line) => versions(line).filter((other) => (other[LINE.from] || "") < line[LINE.from])
      .sort((one, other) => (other[LINE.from] || "").localeCompare(one[LINE.from] || ""))[0];
    const later = (line) => versions(line).some((other) => other[LINE.from] && other[LINE.from] >= line[LINE.to]);
    const begun = a.filter((line) => within(line[LINE.from]));
    const amended = begun.filter(earlier), made = begun.filter((line) => !earlier(line));
    const ended = a.filter((line) => within(line[LINE.to]) && !later(line));
    if (!begun.length && !ended.length) {
      return [el("p", { class: "quiet" }, a.some((line) => line[LINE.from] || line[LINE.to])
        ? "Rien n’a changé entre ces deux jours." : "La source ne donne pas les dates des versions de ce texte.")];
    }
    const row = (day, more) => (line) => el("li", {}, el("a", { href: hrefOf(`${act}/${line[LINE.key]}`) }, SITE.numberOf(line)),
      el("span", { class: "quiet" }, ` ${SITE.shortDay(line[day])} `), more && more(line), el("span", { class: "first" }, line[LINE.first]));
    const compare = (line) => el("a", { class: "small", href: `#/compare/${act}/${earlier(line)[LINE.key]}/${line[LINE.key]}` }, "comparer");
    const group = (id, words, lines, show) => (lines.length ? SITE.section(id, `${words} ${count(lines.length)}`, ...listed(lines, "articles", show)) : "");
    return [group("amended", "Articles modifiés :", amended, row(LINE.from, compare)), group("made", "Articles nouveaux :", made, row(LINE.from)),
      group("ended", "Articles qui ont pris fin :", ended, row(LINE.to))];
  }

  // ------------------------------------------------------------------------------------------------------------- about

  SITE.views.about = () => {
    const { about } = SITE;
    const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
    const facts = (rows) => el("dl", {}, rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, typeof value === "number" ? count(value) : value)]));
    const states = about.states.map(([, , words], at) => [words, about.inState[at]]).filter(([, number]) => number);
    const targets = about.targets.map(([, words], at) => [words, about.references[at]]).filter(([, number]) => number);
    return { title: "Recueil", parts: [heading("Ce recueil"),
      facts([["Textes", known().length], ["État du", about.day ? SITE.day(about.day) : "non indiqué"], ["Fait par", about.generator]]),
      SITE.section("articles", "Articles", facts([...states, ["en tout", about.articles]])),
      SITE.section("references", "Renvois", facts([...targets, ["en tout", total(about.references)]])),
      SITE.section("sources", "Fichiers lus", facts([...about.formats, ["en tout", about.sources]])),
      SITE.section("keys", "Touches", el("p", {}, el("kbd", {}, "j"), " article suivant, ", el("kbd", {}, "k"), " article précédent, ",
        el("kbd", {}, "/"), " chercher, ", el("kbd", {}, "Échap"), " fermer la fiche d’un renvoi.")),
      el("p", { class: "quiet" }, "Ce recueil se lit sans réseau et ne demande rien à un serveur. Il n’a pas de valeur officielle.")] };
  };
})();
