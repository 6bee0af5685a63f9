// The page: which view an address asks for, the search field, and the keys.
"use strict";

(() => {
  const { el, heading, views } = SITE;
  const main = document.getElementById("main"), said = document.getElementById("said"), field = document.getElementById("q");
  let keys = {}; // where the keys of the view lead
  let turn = 0; // counts the views that were asked for: a slow one does not take the place of a later one

  SITE.say = (words) => { said.textContent = words; };

  async function show(moved) {
    const mine = ++turn;
    SITE.hideCard();
    const [, name, rest] = /^#\/([a-z]*)\/?(.*)$/.exec(decoded(location.hash)) || ["", "", ""];
    const view = Object.hasOwn(views, name) ? views[name] : views.lost;
    const made = await Promise.resolve(rest).then(view).catch(failed);
    if (mine !== turn) return;
    keys = made.keys || {};
    main.className = made.wide ? "wide-view" : "";
    main.replaceChildren(...made.parts.filter(Boolean));
    document.title = `${made.title} – ${SITE.about.title}`;
    field.value = made.query || "";
    mark(name);
    const placed = made.placed && made.placed();
    if (moved) {
      SITE.say(made.title);
      if (!placed) window.scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
    document.body.dataset.shown = location.hash || "#/";
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }

  function failed(error) {
    const old = typeof DecompressionStream === "undefined";
    return { title: "Données illisibles", parts: [heading("Données illisibles"), el("p", {}, old
      ? "Ce navigateur est trop ancien pour lire les données du recueil."
      : `Les données « ${error.message} » n’ont pas pu être lues : le dossier du recueil est-il complet ?`)] };
  }

  function mark(name) { // the place in the navigation
    for (const link of document.querySelectorAll(".top nav a")) {
      const here = link.getAttribute("href") === `#/${name}`;
      if (here) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    }
  }

  document.querySelector(".top .name").textContent = SITE.about.title;
  document.querySelector("form.search").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text) location.hash = `#/search/${encodeURIComponent(text)}`;
  });

  main.addEventListener("click", (event) => {
    const back = event.target.closest(".backs");
    if (back) SITE.showCited(back.dataset.part);
  });

  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (keys[event.key]) location.hash = keys[event.key];
    if (event.key === "/") {
      event.preventDefault();
      field.focus();
      field.select();
    }
  });

  window.addEventListener("hashchange", () => show(true));
  show(false);
})();
