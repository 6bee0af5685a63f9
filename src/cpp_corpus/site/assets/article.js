// The view of an article.
"use strict";

(() => {
  const { LINE, el, hrefOf, numberOf } = SITE;
  const BESIDE = 60; // articles of the section that are listed

  SITE.views.article = async (rest) => {
    const [id, locator] = rest.split(";");
    const found = await SITE.article(id);
    if (!found) return SITE.views.lost();
    const { line, record } = found;
    const near = { before: neighbour(found, -1), after: neighbour(found, 1) };
    const name = SITE.headingOf(line);
    const sheet = el("article", { class: "sheet" }, SITE.path(found),
      el("header", {}, SITE.heading(name, " ", SITE.badge(line)), el("p", { class: "quiet" }, dates(line)), tools(found, locator)),
      SITE.textOf(found), SITE.notesOf(record), steps(found, near));
    const more = el("div", { class: "more" }, SITE.versions(found), SITE.citedBy(found), SITE.neighbourhood(found));
    const aside = el("div", { class: "beside" }, SITE.legend(record), siblings(found));
    return { title: `${name} – ${SITE.titleOf(SITE.actOf(id))}`, wide: true,
      parts: [el("div", { class: "reading" }, sheet, aside, more)], placed: () => aimed(locator),
      keys: { j: near.after && hrefOf(near.after), k: near.before && hrefOf(near.before) } };
  };

  function neighbour(found, step) { // the next number: versions of one article are steps of its time line
    const lines = found.table.a;
    let at = found.at + step;
    while (lines[at] && lines[at][LINE.number] !== null && lines[at][LINE.number] === found.line[LINE.number]) at += step;
    if (!lines[at]) return null;
    const same = found.table.byNumber.get(lines[at][LINE.number]) || [];
    const current = lines[at][LINE.number] === null ? at : same.find((place) => SITE.isLaw(lines[place])) ?? at;
    return `${SITE.actOf(found.id)}/${lines[current][LINE.key]}`;
  }

  function steps(found, near) {
    const name = (id) => numberOf(found.table.a[found.table.byKey.get(SITE.keyOf(id))]);
    const step = (id, rel, key, before, after) => (id ? el("a", { href: hrefOf(id), rel, "aria-keyshortcuts": key },
      el("span", { class: "quiet" }, before), el("span", {}, after ? `${name(id)} →` : `← ${name(id)}`)) : el("span", {}));
    return el("nav", { class: "steps", "aria-label": "Articles voisins" },
      step(near.before, "prev", "k", "Article précédent", false), step(near.after, "next", "j", "Article suivant", true));
  }

  function dates(line) {
    const from = line[LINE.from] && SITE.day(line[LINE.from]), to = line[LINE.to] && SITE.day(line[LINE.to]);
    if (from && to) return `Version du ${from} au ${to}`;
    if (from) return SITE.stateOf(line) === "future" ? `Entre en vigueur le ${from}` : `Version en vigueur depuis le ${from}`;
    return to ? `Version jusqu’au ${to}` : null;
  }

  function tools(found, locator) {
    const known = found.record.p.some((paragraph) => paragraph[2] === locator) ? locator : null;
    const copy = el("button", { type: "button", class: "copy" }, "Copier la référence");
    copy.addEventListener("click", () => copied(SITE.citation(found, known), copy));
    const outside = found.record.l ? el("a", { rel: "noopener noreferrer", target: "_blank",
      href: `https://www.legifrance.gouv.fr/codes/article_lc/${encodeURIComponent(found.record.l)}` }, "Légifrance ↗") : null;
    return el("p", { class: "tools" }, copy, outside, el("span", { class: "quiet copied" }, known ? SITE.citation(found, known) : ""));
  }

  async function copied(words, button) {
    const beside = button.parentElement.querySelector(".copied");
    try {
      await navigator.clipboard.writeText(words);
      beside.textContent = `Copié : ${words}`;
    } catch { // the browser does not let pages copy: the words can be taken from there
      beside.textContent = words;
    }
    SITE.say(beside.textContent);
  }

  function siblings(found) { // the articles of the same section
    const { table, line } = found;
    const all = table.a.filter((each) => each[LINE.division] === line[LINE.division]);
    const numbers = [...SITE.grouped(all, (each) => each[LINE.number] ?? each[LINE.key]).values()]
      .map((versions) => versions.find((each) => each === line) || versions.find(SITE.isLaw) || versions[0]);
    if (numbers.length < 2) return null;
    const here = numbers.indexOf(line);
    const from = Math.max(0, Math.min(here - BESIDE / 2, numbers.length - BESIDE));
    const shown = numbers.slice(from, from + BESIDE);
    const label = line[LINE.division] < 0 ? "Dans ce texte" : "Dans cette division";
    return el("nav", { class: "siblings", "aria-label": label }, el("h2", {}, label), el("ul", {}, shown.map((each) => el("li", {},
      el("a", { href: hrefOf(`${SITE.actOf(found.id)}/${each[LINE.key]}`), "aria-current": each === line ? "page" : null,
        class: SITE.stateOf(each) === "repealed" ? "repealed-one" : null }, numberOf(each))))));
  }

  function aimed(locator) { // scroll to a part and mark it
    if (!locator) return false;
    const own = (line) => line.dataset.locator === locator || line.dataset.locator.startsWith(`${locator}/`);
    const lines = [...document.querySelectorAll("#main p[data-locator]")].filter(own);
    lines.forEach((line) => line.classList.add("aimed"));
    if (lines.length) lines[0].scrollIntoView({ block: "center" });
    return lines.length > 0;
  }
})();
