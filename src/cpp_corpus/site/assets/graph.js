// The neighbourhood of an article as a drawing; the library is loaded when it is opened.
"use strict";

(() => {
  const { CITING, REFERENCE, el } = SITE;
  const MOST = 24, ROW = 30, COLUMN = 210; // nodes on a side, pixels between them, pixels between sides

  SITE.neighbourhood = (found) => {
    const box = el("div", { class: "graph", role: "img",
      "aria-label": "Dessin des renvois autour de l’article ; le texte et la liste « Cité par » les donnent en mots" });
    return SITE.section("around", "Voisinage", SITE.opened("Dessiner le voisinage", () => {
      const near = around(found);
      box.style.height = `${Math.max(near.left.length, near.right.length, 4) * ROW + 60}px`;
      SITE.script("assets/cytoscape.min.js").then(() => draw(box, found, near));
      return [box, el("p", { class: "quiet" }, "À gauche ce qui cite cet article, à droite ce qu’il cite (■ une division ou un texte). ",
        near.out ? `${SITE.some(near.out, "autre")} ${near.out > 1 ? "n’y sont" : "n’y est"} pas. ` : "", "Un clic ouvre l’article.")];
    }, { class: "drawing" }));
  };

  function draw(box, found, { left, right, edges }) {
    const colours = getComputedStyle(document.documentElement);
    const colour = (name) => colours.getPropertyValue(`--${name}`).trim();
    const column = Math.min(COLUMN, box.clientWidth / 3.4);
    const node = ([id, kind], side, at, count) => ({ data: { id, label: label(found, id), kind },
      position: { x: side * column, y: (at - (count - 1) / 2) * ROW } });
    const drawn = cytoscape({
      container: box,
      elements: [node([found.id, "self"], 0, 0, 1), ...left.map((each, at) => node(each, -1, at, left.length)),
        ...right.map((each, at) => node(each, 1, at, right.length)),
        ...edges.map(([source, target, group]) => ({ data: { source, target, colour: colour(group) } }))],
      style: [
        { selector: "node", style: { label: "data(label)", "font-size": 13, "font-family": "system-ui, sans-serif",
          color: colour("ink"), "background-color": colour("quiet"), width: 11, height: 11, "text-valign": "center",
          "text-halign": "right", "text-margin-x": 6, "text-wrap": "ellipsis", "text-max-width": 170 } },
        { selector: "node[kind='self']", style: { "background-color": colour("accent"), width: 22, height: 22,
          "font-weight": "bold", "text-valign": "bottom", "text-halign": "center", "text-margin-x": 0, "text-margin-y": 5,
          "text-background-color": colour("paper"), "text-background-opacity": 0.85, "text-background-padding": 2 } },
        { selector: "node[kind='citing']", style: { "text-halign": "left", "text-margin-x": -6 } },
        { selector: "node[kind='division']", style: { shape: "rectangle" } },
        { selector: "edge", style: { width: 1.4, "line-color": "data(colour)", "target-arrow-color": "data(colour)",
          "target-arrow-shape": "triangle", "curve-style": "bezier", "arrow-scale": 0.8, opacity: 0.8 } },
      ],
      layout: { name: "preset", padding: 16 },
      userZoomingEnabled: false,
      maxZoom: 1.2,
    });
    drawn.on("tap", "node", (event) => {
      const href = SITE.targetHref(event.target.id());
      if (href) location.hash = href;
    });
  }

  function around(found) { // what cites it and what it cites, each with the style of the relation
    const left = new Map(), right = new Map(), edges = new Map();
    const style = (relation) => SITE.about.relations[relation][1];
    const join = (source, target, relation) => edges.set(`${source} ${target} ${style(relation)}`, [source, target, style(relation)]);
    for (const reference of found.record.r) {
      for (const target of reference[REFERENCE.targets]) {
        if (target === found.id) continue;
        right.set(target, /#|^[^/]*$/.test(target) ? "division" : "cited");
        join(found.id, target, reference[REFERENCE.relation]);
      }
    }
    for (const citing of found.record.c) {
      const source = citing[CITING.source];
      if (source === found.id) continue;
      if (!right.has(source)) left.set(source, "citing");
      join(source, found.id, citing[CITING.relation]);
    }
    const isOther = ([id]) => Number(SITE.actOf(id) !== SITE.actOf(found.id)); // those of its own act first
    const shown = [...left].sort((one, other) => isOther(one) - isOther(other)).slice(0, MOST), beside = [...right].slice(0, MOST);
    const known = new Set([found.id, ...shown.map(([id]) => id), ...beside.map(([id]) => id)]);
    return { left: shown, right: beside, out: left.size + right.size + 1 - known.size,
      edges: [...edges.values()].filter(([source, target]) => known.has(source) && known.has(target)) };
  }

  const outside = (act) => (act.includes(":") ? act.replace(":", " n° ") : act.replaceAll("-", " "));

  function label(found, id) { // the act only where it is another one
    const [act] = id.split(/[#/]/);
    const name = id.includes("#") ? SITE.divisionName(id.split("#")[1].split("/").pop()) : id.includes("/") ? SITE.articleName(id) : "";
    if (act === SITE.actOf(found.id)) return name || SITE.titleOf(act);
    const place = SITE.place(act);
    const short = place === undefined ? outside(act) : SITE.about.acts[place][SITE.ACT.abbreviation] || SITE.titleOf(act);
    return [name, short].filter(Boolean).join(" ");
  }
})();
