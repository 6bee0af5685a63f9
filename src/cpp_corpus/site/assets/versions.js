// The versions of an article on a time line, and the words that differ between two of them.
"use strict";

(() => {
  const { LINE, el, hrefOf } = SITE;
  const LIKE = 0.4, MOST = 40000; // how alike two paragraphs are that are compared; pairs of paragraphs that are tried

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
        box.append(...aligned(one.value, other.value).map(([old, now]) => (now === null ? el("p", {}, el("del", {}, old))
          : old === null ? el("p", {}, el("ins", {}, now)) : changed(old, now))));
        at += 1;
      } else {
        box.append(...one.value.map((words) => el("p", {}, one.added ? el("ins", {}, words)
          : one.removed ? el("del", {}, words) : words)));
      }
    }
    return box;
  }

  // Paragraphs beside those that have most words in common with them, in their order; null beside the others.
  function aligned(before, after) {
    const words = (text) => SITE.grouped(text.match(/[\p{L}\p{N}]+/gu) || [], (word) => word);
    const [olds, news] = [before.map(words), after.map(words)];
    if (olds.length * news.length > MOST) return [...before.map((old) => [old, null]), ...after.map((now) => [null, now])];
    const best = [...olds, null].map(() => new Array(news.length + 1).fill(0)); // of the paragraphs from there on
    const value = (row, column) => {
      const likeness = alike(olds[row], news[column]);
      return likeness < LIKE ? 0 : likeness + best[row + 1][column + 1];
    };
    for (let row = olds.length - 1; row >= 0; row -= 1) {
      for (let column = news.length - 1; column >= 0; column -= 1) {
        best[row][column] = Math.max(best[row + 1][column], best[row][column + 1], value(row, column));
      }
    }
    const made = [];
    let row = 0, column = 0;
    while (row < olds.length || column < news.length) {
      if (row < olds.length && column < news.length && best[row][column] > 0 && best[row][column] === value(row, column)) {
        made.push([before[row], after[column]]);
        row += 1;
        column += 1;
      } else if (row < olds.length && (column === news.length || best[row][column] === best[row + 1][column])) {
        made.push([before[row], null]);
        row += 1;
      } else {
        made.push([null, after[column]]);
        column += 1;
      }
    }
    return made;
  }

  function alike(one, other) { // the share of their words that both have, from 0 to 1
    const size = (words) => [...words.values()].reduce((sum, list) => sum + list.length, 0);
    const total = size(one) + size(other);
    if (!total) return 0;
    const shared = [...one].reduce((sum, [word, list]) => sum + Math.min(list.length, (other.get(word) || []).length), 0);
    return (2 * shared) / total;
  }

  function changed(before, after) {
    return el("p", { class: "changed" }, Diff.diffWordsWithSpace(before, after).map(({ added, removed, value }) => (
      added ? el("ins", {}, value) : removed ? el("del", {}, value) : value)));
  }
})();
