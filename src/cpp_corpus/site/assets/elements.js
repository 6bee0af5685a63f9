// Elements, and addresses inside the site. Text is only ever set as text: nothing from a document becomes markup.
"use strict";

(() => {
  const { LINE } = SITE;

  function el(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
    return made;
  }

  const stateOf = (line) => SITE.about.states[line[LINE.state]][0];
  const badge = (line) => el("span", { class: `badge ${stateOf(line)}` }, SITE.about.states[line[LINE.state]][1]);
  const isLaw = (line) => stateOf(line) === "in_force";

  const hrefOf = (id, locator) => `#/article/${id}${locator ? `;${locator}` : ""}`;
  const codeHref = (act, path) => `#/code/${act}${path ? `;${path}` : ""}`;

  function targetHref(id) { // null where the corpus has no such act
    const act = id.split(/[#/]/)[0];
    if (SITE.place(act) === undefined) return null;
    if (id.includes("#")) return codeHref(act, id.split("#")[1]);
    return id.includes("/") ? hrefOf(id) : codeHref(id);
  }

  function section(id, title, ...children) {
    return el("section", { "aria-labelledby": id }, el("h2", { id }, title), ...children);
  }

  function heading(text, ...more) { return el("h1", {}, text, ...more); }

  function list(act, lines, { first = true } = {}) { // articles with the first words of each
    return el("ul", { class: "articles" }, lines.map((line) => el("li", {},
      el("a", { href: hrefOf(`${act}/${line[LINE.key]}`) }, SITE.numberOf(line)),
      isLaw(line) ? null : [" ", badge(line)],
      !isLaw(line) && line[LINE.from] ? el("span", { class: "quiet" }, ` ${SITE.shortDay(line[LINE.from])}`) : null,
      first ? el("span", { class: "first" }, line[LINE.first]) : null)));
  }

  // A box that opens, and is filled when it does for the first time.
  function opened(summary, fill, attributes = {}) {
    const box = el("details", attributes, el("summary", {}, summary));
    const once = () => { if (box.open && box.childElementCount === 1) box.append(...[fill()].flat()); };
    box.addEventListener("toggle", once);
    once();
    return box;
  }

  Object.assign(SITE, { badge, codeHref, el, heading, hrefOf, isLaw, list, opened, section, stateOf, targetHref });
})();
