// The view of an act: the tree of its divisions.
"use strict";

(() => {
  const { DIVISION, LINE, el } = SITE;

  SITE.views.code = async (rest) => {
    const [act, path] = rest.split(";");
    const place = SITE.place(act);
    if (place === undefined) return SITE.views.lost();
    const table = await SITE.table(place);
    const aimed = path === undefined ? -1 : SITE.reached(table, path);
    const children = SITE.grouped(table.d.keys(), (at) => table.d[at][DIVISION.parent]);
    const held = SITE.grouped(table.a, (line) => line[LINE.division]);
    const open = new Set();
    for (let at = aimed; at >= 0; at = table.d[at][DIVISION.parent]) open.add(at);
    const leaves = (at) => [held.has(at) ? SITE.list(act, held.get(at)) : null, ...(children.get(at) || []).map(branch)]
      .filter(Boolean);
    const branch = (at) => SITE.opened(table.d[at][DIVISION.label], () => leaves(at),
      { open: open.has(at), class: at === aimed ? "aimed" : null, id: `d${at}` });
    const top = children.get(-1) || [];
    if (top.length === 1) open.add(top[0]);
    const states = SITE.about.states.map(([, one, several], at) => [one, several, table.a.filter((line) => line[LINE.state] === at).length]);
    const counted = states.filter(([, , number]) => number);
    const words = counted.map(([one, several, number]) => `${counted.length > 1 ? `${SITE.count(number)} ` : ""}${number > 1 ? several : one}`);
    return { title: SITE.titleOf(act), parts: [
      el("nav", { class: "path", "aria-label": "Plan" }, el("ol", {}, el("li", {}, el("a", { href: "#/codes" }, "Textes")))),
      SITE.heading(SITE.titleOf(act)),
      el("p", { class: "quiet" }, `${SITE.some(table.a.length, "article")}${words.length > 1 ? " : " : " "}${words.join(", ")}`),
      el("div", { class: "tree" }, leaves(-1))],
    placed: () => {
      const box = document.getElementById(`d${aimed}`);
      if (box) box.scrollIntoView({ block: "start" });
      return Boolean(box);
    } };
  };
})();
