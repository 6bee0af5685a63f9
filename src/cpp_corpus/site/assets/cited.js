// What cites an article: by relation, by act, and by the part that is cited.
"use strict";

(() => {
  const { CITING, el, hrefOf } = SITE;
  const OPEN = 60; // articles of a group that are shown at once
  const WHOLE = "*"; // stands for citations of the article as a whole

  const articles = (citations) => new Set(citations.map((citing) => citing[CITING.source])).size; // one may cite more than once

  SITE.citedBy = (found) => {
    const all = found.record.c;
    const title = all.length ? `Cité par ${SITE.some(articles(all), "article")}` : "Cité par";
    if (!all.length) return SITE.section("cited", title, el("p", { class: "quiet" }, "Aucun article du recueil ne le cite."));
    const parts = SITE.grouped(all, (citing) => citing[CITING.locator] || WHOLE);
    const groups = el("div", { class: "groups" });
    const choice = el("select", { id: "part" }, el("option", { value: "" }, `toutes (${articles(all)})`),
      [...parts].sort(([one], [other]) => one.localeCompare(other, "fr", { numeric: true })).map(([locator, list]) => el("option",
        { value: locator }, `${locator === WHOLE ? "l’article entier" : SITE.part(locator)} (${articles(list)})`)));
    const show = () => groups.replaceChildren(...byRelation(found, choice.value ? parts.get(choice.value) : all));
    choice.addEventListener("change", show);
    show();
    return SITE.section("cited", title, parts.size > 1
      ? el("p", { class: "tools" }, el("label", { for: "part" }, "Partie citée"), choice) : null, groups);
  };

  // Chooses the citations of one part, and goes there.
  SITE.showCited = (locator) => {
    const choice = document.getElementById("part");
    if (choice) {
      const values = [...choice.options].map((option) => option.value);
      choice.value = values.find((value) => value === locator) ?? values.find((value) => value.startsWith(`${locator}.`)) ?? "";
      choice.dispatchEvent(new Event("change"));
    }
    document.getElementById("cited").scrollIntoView();
    if (choice) choice.focus({ preventScroll: true });
  };

  function byRelation(found, citations) {
    const relations = [...SITE.grouped(citations, (citing) => citing[CITING.relation])].sort(([one], [other]) => one - other);
    return relations.map(([relation, list]) => {
      const [words, group] = SITE.about.relations[relation];
      return [el("h3", {}, el("span", { class: `ref ${group}` }, words), el("span", { class: "quiet" }, ` ${articles(list)}`)),
        ...byAct(found, list)];
    }).flat();
  }

  function byAct(found, citations) { // its own act first
    const own = SITE.actOf(found.id);
    const acts = [...SITE.grouped(citations, (citing) => SITE.actOf(citing[CITING.source]))];
    acts.sort(([one], [other]) => Number(other === own) - Number(one === own)
      || SITE.titleOf(one).localeCompare(SITE.titleOf(other), "fr"));
    return acts.map(([act, list]) => SITE.opened([SITE.titleOf(act), el("span", { class: "quiet" }, ` ${articles(list)}`)],
      () => el("ul", { class: "ids" }, list.map(row)), { open: list.length <= OPEN }));
  }

  function row(citing) {
    const locator = citing[CITING.locator], times = citing[CITING.count], version = SITE.versionOf(citing[CITING.source]);
    return el("li", {}, el("a", { href: hrefOf(citing[CITING.source]), "data-card": citing[CITING.source] },
      SITE.articleName(citing[CITING.source])),
    version ? el("span", { class: "quiet" }, ` ${version}`) : null,
    locator ? el("span", { class: "quiet" }, ` → ${SITE.part(locator)}`) : null,
    times > 1 ? el("span", { class: "quiet" }, ` (${times} fois)`) : null);
  }
})();
