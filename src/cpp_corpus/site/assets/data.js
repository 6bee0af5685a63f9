// The data of the site: scripts that each call SITE.put with one compressed file, since a page that was opened from the
// disk may load nothing else. What the lists hold is named here. The other scripts add their functions to SITE.
"use strict";

const SITE = (() => {
  const ACT = { id: 0, title: 1, aliases: 2, first: 3, abbreviation: 4 };
  const DIVISION = { parent: 0, label: 1, path: 2 };
  const LINE = { key: 0, heading: 1, number: 2, state: 3, from: 4, to: 5, division: 6, shard: 7, at: 8, first: 9 };
  const PARAGRAPH = { start: 0, end: 1, locator: 2, level: 3 };
  const REFERENCE = { start: 0, end: 1, note: 2, relation: 3, state: 4, targets: 5, locator: 6, part: 7, act: 8,
    article: 9 };
  const CITING = { source: 0, relation: 1, locator: 2, count: 3 };
  const KEPT = 40; // files of articles in memory

  const tables = new Map(); // those that have been read
  const waiting = new Map(); // by name: the promise of a file, and what fulfils it
  const scripts = new Map();
  let about = null;
  let places = new Map(); // of acts by their ids

  function begin(found) {
    about = found;
    places = new Map(found.acts.map((act, at) => [act[ACT.id], at]));
  }

  function script(path) { // loads a script once
    if (!scripts.has(path)) {
      scripts.set(path, new Promise((resolve, reject) => {
        const made = document.createElement("script");
        made.src = path;
        made.onload = resolve;
        made.onerror = () => { scripts.delete(path); reject(new Error(path)); };
        document.head.append(made);
      }));
    }
    return scripts.get(path);
  }

  function load(name) { // the data of a file such as "art/12"
    const known = waiting.get(name);
    if (known) {
      waiting.delete(name);
      waiting.set(name, known); // the last that was asked for stands last
      return known.promise;
    }
    const held = {};
    held.promise = new Promise((resolve, reject) => { held.resolve = resolve; held.reject = reject; });
    waiting.set(name, held);
    const made = document.createElement("script");
    made.src = `data/${name}.js`;
    made.onerror = () => { waiting.delete(name); held.reject(new Error(`${name}.js`)); };
    made.onload = () => made.remove();
    document.head.append(made);
    forget();
    return held.promise;
  }

  function forget() { // the files of articles that were asked for longest ago: memory stays flat
    const names = [...waiting.keys()].filter((name) => name.startsWith("art/"));
    for (const name of names.slice(0, Math.max(0, names.length - KEPT))) waiting.delete(name);
  }

  function bytes(text) { // of base64
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
    const packed = atob(text), made = new Uint8Array(packed.length);
    for (let at = 0; at < packed.length; at += 1) made[at] = packed.charCodeAt(at);
    return made;
  }

  async function put(name, text) {
    const held = waiting.get(name);
    if (!held) return;
    try {
      const stream = new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      const data = new Response(stream);
      held.resolve(name.startsWith("word/") ? new Uint8Array(await data.arrayBuffer()) : await data.json());
    } catch (error) {
      held.reject(error);
    }
  }

  const actOf = (id) => id.slice(0, id.indexOf("/"));
  const keyOf = (id) => id.slice(id.indexOf("/") + 1);

  async function table(act) { // the table of an act by its place, with its lines by their keys and numbers
    const found = await load(`act/${act}`);
    if (!found.byKey) {
      found.byKey = new Map(found.a.map((line, at) => [line[LINE.key], at]));
      found.byNumber = grouped(found.a.keys(), (at) => found.a[at][LINE.number]);
      found.byPath = new Map(found.d.map((division, at) => [division[DIVISION.path], at]));
      tables.set(about.acts[act][ACT.id], found);
    }
    return found;
  }

  async function article(id) { // its record, its line, its place and its table; null where there is none
    const act = places.get(actOf(id));
    if (act === undefined) return null;
    const found = await table(act);
    const at = found.byKey.get(keyOf(id));
    if (at === undefined) return null;
    const line = found.a[at];
    const shard = await load(`art/${line[LINE.shard]}`);
    return { id, act, at, line, table: found, record: shard[line[LINE.at]] };
  }

  function known(id) { // the line of an article, where the table of its act has been read
    const found = tables.get(actOf(id));
    return found ? found.a[found.byKey.get(keyOf(id))] : undefined;
  }

  async function division(id) { // of an id such as code-penal#livre.i/titre.ii: its act, its table and its place
    const [act, path] = id.split("#");
    if (!places.has(act)) return null;
    const found = await table(places.get(act));
    const at = reached(found, path);
    return at < 0 ? null : { act, table: found, at };
  }

  function reached(found, path) { // the division of a path, of which levels may be left out; -1 where there is none
    if (found.byPath.has(path)) return found.byPath.get(path);
    const steps = path.split("..")[0].split("/");
    return found.d.findIndex((one) => {
      const own = one[DIVISION.path].split("/");
      let at = 0;
      for (const step of own) if (step === steps[at]) at += 1;
      return at === steps.length && own[own.length - 1] === steps[steps.length - 1];
    });
  }

  function inside(found, at) { // the lines of a division and of those in it
    const within = new Set([at]);
    found.d.forEach((one, place) => { if (within.has(one[DIVISION.parent])) within.add(place); });
    return found.a.filter((line) => within.has(line[LINE.division]));
  }

  function actAt(place) { // the act and the line of an article by its place among all
    let low = 0, high = about.acts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (about.acts[middle][ACT.first] <= place) low = middle; else high = middle - 1;
    }
    return [low, place - about.acts[low][ACT.first]];
  }

  function sizeOf(act) { // how many articles an act has, by its place
    const next = about.acts[act + 1];
    return (next ? next[ACT.first] : about.articles) - about.acts[act][ACT.first];
  }

  function grouped(items, key) { // a Map of lists
    const made = new Map();
    for (const item of items) {
      const name = key(item);
      if (!made.has(name)) made.set(name, []);
      made.get(name).push(item);
    }
    return made;
  }

  return { ACT, bytes, CITING, DIVISION, LINE, PARAGRAPH, REFERENCE, actAt, actOf, article, begin, division, grouped, inside,
    keyOf, known, load, place: (act) => places.get(act), put, reached, read: (act) => tables.get(act), script, sizeOf, table, views: {},
    get about() { return about; } };
})();
