// The versions of an article on a time line, and the words that differ between two of them.
"use strict";

(() => {
  const { LINE, el, hrefOf } = SITE;

  const begins = (line) => line[LINE.from] || (/@(.*)$/.exec(line[LINE.key]) || ["", ""])[1];

  SITE.versions = (found) => { // null where there is one version
    const places = found.line[LINE.number] === null ? [] : found.table.byNumber.get(found.line[LINE.number]) || [];
    if (places.length < 2) return null;
    const lines = places.map((at) => found.table.a[at])
      .sort((one, other) => begins(one).localeCompare(begins(other)));
    const act = SITE.actOf(found.id);
    const name = (line) => (line[LINE.from] ? SITE.shortDay(line[LINE.from])
      : SITE.versionOf(`${act}/${line[LINE.key]}`) || `version ${lines.indexOf(line) + 1}`);
    const here = lines.indexOf(found.line);
    const stop = (line) => el("li", { class: line === found.line ? "here" : null },
      el("a", { href: hrefOf(`${act}/${line[LINE.key]}`), "aria-current": line === found.line ? "page" : null }, name(line)),
      el("span", { class: "quiet" }, SITE.about.states[line[LINE.state]][1]));
    const choice = (id, label, chosen) => [el("label", { for: id }, label), el("select", { id },
      lines.map((line, at) => el("option", { value: line[LINE.key], selected: at === chosen }, name(line))))];
    const older = choice("older", "Comparer la version du", here > 0 ? here - 1 : 0);
    const newer = choice("newer", "à celle du", here > 0 ? here : 1);
    const button = el("button", { type: "button", class: "compare" }, "Comparer");
    const result = el("div", { "aria-live": "polite" });
    button.addEventListener("click", async () => {
      const ids = [older, newer].map(([, list]) => `${act}/${list.value}`);
      result.replaceChildren(await compared(...ids));
    });
    return SITE.section("versions", `${places.length} versions`, el("ol", { class: "timeline" }, lines.map(stop)),
      el("p", { class: "tools" }, older, newer, button), result);
  };

  SITE.views.compare = async (rest) => { // #/compare/ACT/OLDER/NEWER
    const [act, older, newer] = rest.split("/");
    const ids = [`${act}/${older}`, `${act}/${newer}`];
    const found = await Promise.all(ids.map(SITE.article));
    if (found.includes(null)) return SITE.views.lost();
    const name = SITE.headingOf(found[1].line);
    const version = (one) => el("a", { href: hrefOf(one.id) }, one.line[LINE.from]
      ? `version du ${SITE.day(one.line[LINE.from])}` : `version : ${SITE.about.states[one.line[LINE.state]][1]}`);
    return { title: `${name}, deux versions`, parts: [SITE.path(found[1]), SITE.heading(`${name} : ce qui a changé`),
      el("p", {}, "De la ", version(found[0]), " à la ", version(found[1]), "."), await compared(...ids)] };
  };

  async function compared(older, newer) { // the words of both, paragraph by paragraph
    await SITE.script("assets/diff.min.js");
    const [before, after] = (await Promise.all([older, newer].map(SITE.article))).map((found) => found.record.x);
    if (before === after) return el("p", { class: "quiet" }, "Les deux versions ont les mêmes mots.");
    const box = el("div", { class: "text diff" });
    const blocks = Diff.diffArrays(before.split("\n"), after.split("\n"));
    for (let at = 0; at < blocks.length; at += 1) {
      const [one, other] = [blocks[at], blocks[at + 1]];
      if (one.removed && other && other.added) {
        const pairs = Math.max(one.value.length, other.value.length);
        for (let line = 0; line < pairs; line += 1) box.append(changed(one.value[line] ?? "", other.value[line] ?? ""));
        at += 1;
      } else {
        box.append(...one.value.map((words) => el("p", {}, one.added ? el("ins", {}, words)
          : one.removed ? el("del", {}, words) : words)));
      }
    }
    return box;
  }

  function changed(before, after) {
    return el("p", { class: "changed" }, Diff.diffWordsWithSpace(before, after).map(({ added, removed, value }) => (
      added ? el("ins", {}, value) : removed ? el("del", {}, value) : value)));
  }
})();
