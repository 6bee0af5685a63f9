// The view of a search: articles of that number, then those that have the words.
"use strict";

(() => {
  const { ACT, LINE, el, hrefOf } = SITE;
  const LIMIT = 1000, SHOWN = 50, BEFORE = 8, AFTER = 24; // hits, hits at once, words
  const SMALL = 2; // words of so few letters are marked beside others alone

  SITE.views.search = (text) => results(text, null);

  SITE.views.in = (rest) => { // #/in/ACT/TEXT: in one act
    const [, act, text] = /^([^/]*)\/(.*)$/.exec(rest) || [];
    return SITE.place(act) === undefined ? SITE.views.lost() : results(text, SITE.place(act));
  };

  async function results(text, act) {
    const start = performance.now();
    const numbers = (await SITE.byNumber(text)).filter(([own]) => act === null || own === act);
    const asksWords = /\p{L}{2}/u.test(text) || !numbers.length;
    const words = asksWords ? await SITE.byWords(text, LIMIT, act) : { count: 0, acts: new Map(), found: [] };
    const known = new Set(numbers.map(String));
    const places = words.found.map(SITE.actAt).filter((place) => !known.has(String(place)));
    const hits = [...numbers.map((place) => [place, null]), ...places.map((place) => [place, text])];
    const list = el("ol", { class: "hits" });
    const more = el("button", { type: "button" }, "Montrer les suivants");
    const append = async () => { // the next of them
      const from = list.childElementCount, next = hits.slice(from, from + SHOWN);
      const acts = [...new Set(next.map(([[own]]) => own))];
      const tables = new Map(await Promise.all(acts.map(async (own) => [own, await SITE.table(own)])));
      list.append(...next.map(([[own, at], asked]) => hit(own, tables.get(own).a[at], asked)));
      more.hidden = list.childElementCount >= hits.length;
      if (from) list.children[from].querySelector("a").focus();
    };
    more.addEventListener("click", append);
    await append();
    document.body.dataset.took = String(Math.round(performance.now() - start));
    const count = Math.max(hits.length, numbers.length + words.count - (words.found.length - places.length));
    const found = count ? SITE.some(count, "résultat") : "Aucun article";
    const advice = count ? "" : ". Essayez moins de mots, ou un numéro sans le nom du texte.";
    const first = count > hits.length ? `, dont les ${SITE.count(hits.length)} premiers` : "";
    return { title: `${found} pour « ${text} »`, query: text, parts: [SITE.heading(`« ${text} »`),
      el("p", { class: "tools" }, el("span", { class: "quiet" }, `${found}${first}${advice}`), filter(text, act, words.acts)), list, more] };
  }

  function filter(text, act, acts) { // to one act of those that have hits
    if (acts.size < 2 && act === null) return null;
    const rows = [...acts].sort((one, other) => other[1] - one[1]);
    const choice = el("select", { id: "within" }, el("option", { value: "" }, "tous les textes"), rows.map(([own, count]) => el("option",
      { value: SITE.about.acts[own][ACT.id], selected: own === act }, `${SITE.about.acts[own][ACT.title]} (${SITE.count(count)})`)));
    choice.addEventListener("change", () => {
      const words = encodeURIComponent(text);
      location.hash = choice.value ? `#/in/${choice.value}/${words}` : `#/search/${words}`;
    });
    return [el("label", { for: "within" }, "Dans"), choice];
  }

  function hit(act, line, text) {
    const id = `${SITE.about.acts[act][ACT.id]}/${line[LINE.key]}`;
    const words = el("p", {}, line[LINE.first]);
    if (text) snippet(id, text, words);
    return el("li", {}, el("a", { href: hrefOf(id) }, SITE.headingOf(line)),
      el("span", { class: "quiet" }, ` ${SITE.titleOf(SITE.about.acts[act][ACT.id])} `), SITE.isLaw(line) ? null : SITE.badge(line), words);
  }

  const seen = new IntersectionObserver((entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
    seen.unobserve(target);
    target.fill();
  }));

  function snippet(id, text, box) { // the words around the best place, when the hit comes into view
    box.fill = async () => {
      const { record } = await SITE.article(id);
      const asked = new Set(SITE.stems(text));
      const words = [...record.x.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)];
      const stems = words.map((word) => SITE.stems(word[0]).find((stem) => asked.has(stem)) || "");
      const at = best(stems);
      if (at === null) return;
      const from = Math.max(0, at - BEFORE), to = Math.min(words.length, at + AFTER);
      box.replaceChildren(from ? "… " : "", ...marked(record.x, words, stems, from, to), to < words.length ? " …" : "");
    };
    seen.observe(box);
  }

  const isSmall = (stem) => stem.length <= SMALL && !/[0-9]/.test(stem);

  function best(stems) { // where most of the words that were asked for stand close together
    let found = null, most = 0;
    stems.forEach((stem, at) => {
      if (isSmall(stem)) return;
      const near = stems.slice(at, at + AFTER / 2);
      const value = new Set(near.filter(Boolean)).size + (stems[at + 1] ? 0.5 : 0);
      if (value > most) [found, most] = [at, value];
    });
    const any = stems.findIndex(Boolean);
    return found ?? (any < 0 ? null : any);
  }

  function marked(text, words, stems, from, to) { // words that follow one another make one mark; small ones alone none
    const made = [];
    let at = words[from].index;
    for (let place = from; place < to; place += 1) {
      let last = place;
      while (stems[last] && last + 1 < to && stems[last + 1]) last += 1;
      while (isSmall(stems[place]) && place < last) place += 1; // small ones at its ends have no mark
      while (isSmall(stems[last]) && place < last) last -= 1;
      const end = words[last].index + words[last][0].length;
      const run = stems.slice(place, last + 1);
      made.push(text.slice(at, words[place].index));
      const piece = text.slice(words[place].index, end);
      made.push(run.some((stem) => stem && !isSmall(stem)) ? el("mark", {}, piece) : piece);
      at = end;
      place = last;
    }
    return made;
  }
})();
