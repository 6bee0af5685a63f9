// The data of the site: scripts that each call SITE.put with one compressed file, since a page that was opened from the
// disk may load nothing else. What the lists hold is named here.
"use strict";

const SITE = (() => {
  const waiting = new Map(); // by name: the promise of a file, and what fulfils it
  const DIVISION = { parent: 0, label: 1, path: 2, rank: 3 };
  const LINE = { key: 0, heading: 1, number: 2, state: 3, from: 4, to: 5, division: 6, shard: 7, at: 8, first: 9 };
  const REFERENCE = { start: 0, end: 1, note: 2, relation: 3, state: 4, targets: 5, locator: 6, part: 7, act: 8, article: 9 };
  const CITING = { source: 0, relation: 1, locator: 2, count: 3 };
  const ACT = { id: 0, title: 1, aliases: 2, first: 3 };
  const RELATIONS = ["mentionne", "pris en application de", "conforme à", "dans les conditions de", "entre en vigueur selon",
    "défini par", "exclut", "sous réserve de", "déroge à", "sans préjudice de", "puni par", "rend applicable", "modifie"];
  const STATES = { in_force: "en vigueur", repealed: "abrogé", future: "à venir", unknown: "état non indiqué" };
  const TARGETS = ["resolved", "repealed", "missing", "external", "unknown"];
  let about = null;
  let places = new Map(); // of acts by their ids

  function begin(found) {
    about = found;
    places = new Map(found.acts.map((act, at) => [act[ACT.id], at]));
  }

  function load(name, kept) {
    let held = waiting.get(name);
    if (!held) {
      held = {};
      held.promise = new Promise((resolve, reject) => { held.resolve = resolve; held.reject = reject; });
      waiting.set(name, held);
      const script = document.createElement("script");
      script.src = `data/${name}.js`;
      script.onerror = () => { waiting.delete(name); held.reject(new Error(name)); };
      script.onload = () => script.remove();
      document.head.append(script);
      if (!kept) forget();
    }
    return held.promise;
  }

  function forget() { // of many files of articles the oldest: memory stays flat
    const names = [...waiting.keys()].filter((name) => name.startsWith("art/"));
    for (const name of names.slice(0, Math.max(0, names.length - 40))) waiting.delete(name);
  }

  async function put(name, text) {
    const held = waiting.get(name);
    if (!held) return;
    try {
      const packed = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      const data = await new Response(stream).arrayBuffer();
      held.resolve(name.startsWith("word/") ? new Uint8Array(data) : JSON.parse(new TextDecoder().decode(data)));
    } catch (error) { held.reject(error); }
  }

  const actOf = (id) => id.slice(0, id.indexOf("/"));
  const keyOf = (id) => id.slice(id.indexOf("/") + 1);

  async function table(act) { // the table of an act by its place, with its lines by their keys and numbers
    const found = await load(`act/${act}`, true);
    if (!found.byKey) {
      found.byKey = new Map(found.a.map((line, at) => [line[LINE.key], at]));
      found.byNumber = Map.groupBy ? Map.groupBy(found.a.map((_, at) => at), (at) => found.a[at][LINE.number]) : grouped(found);
      found.byPath = new Map(found.d.map((division, at) => [division[DIVISION.path], at]));
    }
    return found;
  }

  function grouped(found) {
    const made = new Map();
    found.a.forEach((line, at) => {
      if (!made.has(line[LINE.number])) made.set(line[LINE.number], []);
      made.get(line[LINE.number]).push(at);
    });
    return made;
  }

  async function article(id) { // its record with its line, its place and its table; null where there is none
    const act = places.get(actOf(id));
    if (act === undefined) return null;
    const found = await table(act);
    const at = found.byKey.get(keyOf(id));
    if (at === undefined) return null;
    const line = found.a[at];
    const shard = await load(`art/${line[LINE.shard]}`);
    return { id, act, at, line, table: found, record: shard[line[LINE.at]] };
  }

  function bucket(word, count) {
    let made = 0;
    for (let at = 0; at < word.length; at += 1) made = (Math.imul(made, 31) + word.charCodeAt(at)) >>> 0;
    return made % count;
  }

  // Words as the index has them: no accents, ligatures apart, no plural s or x, a number with its hyphens is one word.
  function stems(text) {
    const folded = text.replace(/œ/gi, "oe").replace(/æ/gi, "ae").replace(/ß/g, "ss").replace(/[‐‑‒–]/g, "-")
      .normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const found = [];
    for (const match of folded.matchAll(/([0-9]+(?:-[0-9]+)*)(?:(?:ere|er|re)(?![\p{L}\p{N}]))?|\p{L}+/gu)) {
      const word = match[1] || match[0];
      found.push(!match[1] && word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word);
    }
    return found;
  }

  async function postings(word) { // [place, strong] of each article that has the word, in order
    const data = await load(`word/${bucket(word, about.words)}`, true);
    const size = new DataView(data.buffer).getUint32(0, true);
    if (!data.starts) data.starts = JSON.parse(new TextDecoder().decode(data.subarray(4, 4 + size)));
    if (!Object.hasOwn(data.starts, word)) return { places: new Uint32Array(), strong: new Uint8Array() };
    let at = 4 + size + data.starts[word];
    const next = () => {
      let made = 0, shift = 1, byte;
      do { byte = data[at]; at += 1; made += (byte & 127) * shift; shift *= 128; } while (byte & 128);
      return made;
    };
    const count = next();
    const places_ = new Uint32Array(count), strong = new Uint8Array(count);
    let place = 0;
    for (let index = 0; index < count; index += 1) {
      const pair = next();
      place += Math.floor(pair / 2);
      places_[index] = place;
      strong[index] = pair & 1;
    }
    return { places: places_, strong };
  }

  async function byWords(text, limit) { // { count, found: [places of the best] }
    const words = [...new Set(stems(text))];
    if (!words.length) return { count: 0, found: [] };
    const [ranks, ...lists] = await Promise.all([load("ranks", true), ...words.map(postings)]);
    if (!ranks.bytes) ranks.bytes = Uint8Array.from(atob(ranks.r), (char) => char.charCodeAt(0));
    lists.sort((one, other) => one.places.length - other.places.length);
    let scores = new Map();
    lists[0].places.forEach((place, at) => scores.set(place, ranks.bytes[place] + 60 * lists[0].strong[at]));
    for (const list of lists.slice(1)) {
      const kept = new Map();
      list.places.forEach((place, at) => {
        const score = scores.get(place);
        if (score !== undefined) kept.set(place, score + 60 * list.strong[at]);
      });
      scores = kept;
    }
    const found = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, limit);
    return { count: scores.size, found: found.map(([place]) => place) };
  }

  function actAt(place) { // the act and the line of an article by its place among all
    let act = about.acts.length - 1;
    while (about.acts[act][ACT.first] > place) act -= 1;
    return [act, place - about.acts[act][ACT.first]];
  }

  // What a number is looked up by, its prefix and suffix, and the words that name the act.
  function numberIn(text) {
    const folded = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‐‑‒–]/g, "-");
    const match = /(?:^|[^a-z0-9])(lo|[lrdac])?\s*\.?\s*\*?\s*([0-9]+(?:-[0-9]+)*)(?:\s*(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies))?(?![0-9])/.exec(folded);
    if (!match) return null;
    const rest = `${folded.slice(0, match.index)} ${folded.slice(match.index + match[0].length)}`
      .replace(/\b(?:articles?|arts?|du|de|des|la|le|les|l|d)\b\.?/g, " ");
    return { core: match[2], prefix: match[1] || "", suffix: match[3] || "", act: rest.replace(/[^a-z0-9]/g, ""), words: stems(rest) };
  }

  async function byNumber(text) { // [[act, at], ...]
    const asked = numberIn(text);
    if (!asked) return [];
    const found = (await load(`num/${bucket(asked.core, about.numbers)}`, true))[asked.core] || [];
    const acts = new Set(found.map(([act]) => act));
    let named = acts;
    if (asked.act) {
      named = new Set([...acts].filter((act) => about.acts[act][ACT.aliases].includes(asked.act)));
      if (!named.size) {
        named = new Set([...acts].filter((act) => {
          const title = stems(about.acts[act][ACT.title]);
          return asked.words.every((word) => title.includes(word));
        }));
      }
      if (!named.size) return [];
    }
    const kept = [];
    for (const [act, at] of found) {
      if (!named.has(act)) continue;
      const number = (await table(act)).a[at][LINE.number] || "";
      const exact = number === [asked.prefix + asked.core, asked.suffix].filter(Boolean).join("-");
      const prefix = /^[a-z]*/.exec(number)[0];
      if (asked.prefix && prefix !== asked.prefix) continue;
      if (asked.suffix ? !number.endsWith(`-${asked.suffix}`) : number !== prefix + asked.core) continue;
      kept.push([act, at, exact]);
    }
    return kept.sort((one, other) => Number(other[2]) - Number(one[2])).map(([act, at]) => [act, at]);
  }

  return { ACT, CITING, DIVISION, LINE, REFERENCE, RELATIONS, STATES, TARGETS, actAt, actOf, article, begin, byNumber,
    byWords, keyOf, load, numberIn, place: (act) => places.get(act), put, stems, table, get about() { return about; } };
})();
