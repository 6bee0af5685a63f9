// The neighbourhood of an article as a drawing; the library is loaded when it is opened.
"use strict";

(() => {
  const { CITING, REFERENCE, el } = SITE;
  const MOST = 90; // nodes

  SITE.neighbourhood = (found) => {
    const box = el("div", { class: "graph", role: "img",
      "aria-label": "Dessin des renvois autour de l’article ; le texte et la liste « Cité par » les donnent en mots" });
    const key = el("p", { class: "quiet" }, "◆ cite cet article, ● est cité par lui, ■ est une division ou un texte. "
      + "Un clic ouvre l’article ; tout peut être déplacé.");
    return SITE.section("around", "Voisinage", SITE.opened("Dessiner le voisinage", () => {
      SITE.script("assets/cytoscape.min.js").then(() => draw(box, found));
      return [box, key];
    }, { class: "drawing" }));
  };

  function draw(box, found) {
    const colours = getComputedStyle(document.documentElement);
    const colour = (name) => colours.getPropertyValue(`--${name}`).trim();
    const { nodes, edges } = around(found);
    const drawn = cytoscape({
      container: box,
      elements: [...[...nodes].map(([id, kind]) => ({ data: { id, label: label(found, id), kind } })),
        ...edges.map(([source, target, group]) => ({ data: { source, target, colour: colour(group) } }))],
      style: [
        { selector: "node", style: { label: "data(label)", "font-size": 11, "font-family": "system-ui, sans-serif",
          color: colour("ink"), "background-color": colour("quiet"), width: 12, height: 12, "text-valign": "bottom",
          "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": 110,
          "text-background-color": colour("paper"), "text-background-opacity": 0.85, "text-background-padding": 2 } },
        { selector: "node[kind='self']", style: { "background-color": colour("accent"), width: 22, height: 22,
          "font-weight": "bold" } },
        { selector: "node[kind='citing']", style: { shape: "diamond", width: 15, height: 15 } },
        { selector: "node[kind='division']", style: { shape: "rectangle" } },
        { selector: "edge", style: { width: 1.4, "line-color": "data(colour)", "target-arrow-color": "data(colour)",
          "target-arrow-shape": "triangle", "curve-style": "bezier", "arrow-scale": 0.8, opacity: 0.8 } },
      ],
      layout: { name: nodes.size > 30 ? "concentric" : "cose", animate: false, randomize: false, minNodeSpacing: 24,
        nodeDimensionsIncludeLabels: true, concentric: (node) => (node.data("kind") === "self" ? 2 : 1), padding: 24 },
      userZoomingEnabled: false,
      maxZoom: 1.4,
    });
    drawn.on("tap", "node", (event) => {
      const href = SITE.targetHref(event.target.id());
      if (href) location.hash = href;
    });
  }

  function around(found) { // what cites it and what it cites, each with the style of the relation
    const nodes = new Map([[found.id, "self"]]), edges = new Map();
    const add = (id, kind) => nodes.has(id) || (nodes.size < MOST && nodes.set(id, kind));
    const style = (relation) => SITE.about.relations[relation][1];
    const join = (source, target, relation) => source !== target && edges.set(`${source} ${target} ${style(relation)}`,
      [source, target, style(relation)]);
    for (const citing of found.record.c.slice(0, MOST / 2)) {
      add(citing[CITING.source], "citing");
      join(citing[CITING.source], found.id, citing[CITING.relation]);
    }
    for (const reference of found.record.r) {
      for (const target of reference[REFERENCE.targets].slice(0, 5)) {
        if (add(target, /#|^[^/]*$/.test(target) ? "division" : "cited")) join(found.id, target, reference[REFERENCE.relation]);
      }
    }
    return { nodes, edges: [...edges.values()].filter(([source, target]) => nodes.has(source) && nodes.has(target)) };
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
