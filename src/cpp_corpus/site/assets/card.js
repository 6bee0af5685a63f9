// The card of a link: the words of the part that it leads to, on hover and on focus.
"use strict";

(() => {
  const { LINE, el } = SITE;
  const WIDTH = 460, LENGTH = 700, GAP = 8; // pixels, characters, pixels
  const SAID = { repealed: "abrogé", missing: "cet article n’est pas dans le recueil", external: "hors du recueil",
    unknown: "cible inconnue" };
  const card = document.getElementById("card");
  let wait = 0;
  let shown = null; // the link whose card is shown

  const linkOf = (event) => (event.target.closest
    ? event.target.closest("#main .text .ref, #main .notes .ref, #main [data-card]") : null);

  document.addEventListener("mouseover", (event) => {
    const link = linkOf(event);
    if (link === shown && link) { clearTimeout(wait); return; }
    clearTimeout(wait);
    if (link) wait = setTimeout(() => show(link), 120);
    else if (shown && !card.contains(event.target)) wait = setTimeout(hide, 300);
  });
  document.addEventListener("focusin", (event) => { const link = linkOf(event); if (link) show(link); else if (!card.contains(event.target)) hide(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  window.addEventListener("scroll", () => { if (shown && !shown.matches(":focus-visible, :hover") && !card.matches(":hover")) hide(); }, { passive: true });

  function hide() {
    clearTimeout(wait);
    card.hidden = true;
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
  }

  async function show(link) {
    if (shown && shown !== link) hide();
    shown = link;
    const words = await body(link); // which reads the table of the act, and so how it writes the number
    const parts = [head(link), ...words];
    if (shown !== link || !link.isConnected) return;
    card.replaceChildren(...parts);
    card.hidden = false;
    link.setAttribute("aria-describedby", "card");
    place(link);
  }

  function head(link) {
    const { targets = link.dataset.card || "", relation, state, locator, part, count, name } = link.dataset;
    const [first] = targets.split(" ");
    const others = Number(count) - 1;
    const title = name || (first ? SITE.nameOf(first) : link.textContent);
    const facts = [relation !== undefined && SITE.about.relations[relation][0], SAID[state],
      part === "0" && "cette partie n’existe pas", others > 0 && `et ${SITE.some(others, "autre")}`];
    return el("div", {}, el("p", { class: "what" }, locator ? `${SITE.part(locator)}, ` : "", title),
      el("p", { class: "quiet" }, facts.filter(Boolean).join(" · ")));
  }

  async function body(link) { // the words of the part, or what a division has
    const { targets = link.dataset.card || "", locator, part } = link.dataset;
    const [first] = targets.split(" ");
    if (first.includes("#")) return division(await SITE.division(first).catch(() => null));
    const found = first.includes("/") ? await SITE.article(first).catch(() => null) : null;
    if (!found) return [];
    const words = SITE.partOf(found.record, part === "0" ? null : locator);
    const cut = words.length > LENGTH ? `${words.slice(0, LENGTH).replace(/\s\S*$/, "")} …` : words;
    return [SITE.isLaw(found.line) ? null : el("p", {}, SITE.badge(found.line)),
      el("div", { class: "part" }, cut.split("\n").map((line) => el("p", {}, line)))].filter(Boolean);
  }

  function division(found) {
    if (!found) return [];
    const lines = SITE.inside(found.table, found.at).filter(SITE.isLaw);
    const ends = lines.length > 1 ? ` : ${SITE.numberOf(lines[0])} à ${SITE.numberOf(lines.at(-1))}` : "";
    const first = lines.slice(0, 3).map((line) => el("p", {}, el("strong", {}, SITE.numberOf(line)), ` ${line[LINE.first]}`));
    return [el("p", { class: "quiet" }, `${SITE.some(lines.length, "article")}${ends}`), el("div", { class: "part" }, first)];
  }

  function place(link) {
    const at = link.getClientRects()[0] || link.getBoundingClientRect();
    const width = Math.min(WIDTH, document.documentElement.clientWidth - 2 * GAP);
    card.style.width = `${width}px`;
    card.style.left = `${Math.max(GAP, Math.min(at.left, document.documentElement.clientWidth - width - GAP)) + scrollX}px`;
    const below = link.getBoundingClientRect().bottom;
    const fits = below + card.offsetHeight + GAP < innerHeight || at.top < card.offsetHeight + GAP;
    card.style.top = `${(fits ? below + 6 : at.top - card.offsetHeight - 6) + scrollY}px`;
  }

  SITE.hideCard = hide;
})();
