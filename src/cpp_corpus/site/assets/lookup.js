// Search: by the number of an article, however it is written, and by words.
"use strict";

(() => {
  const { ACT, LINE, actAt, load, table } = SITE;
  const ADVERBS = "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies|duodecies|terdecies";
  const SMALL = "au|de|du|en|et|la|le|ou"; // words that may follow a number: its suffix where nothing comes after them
  const NUMBER = new RegExp(String.raw`(?:^|[^a-z0-9])(lo|[lrdac])?\s*\.?\s*\*?\s*([0-9]+(?:-[0-9]+)*)`
    + String.raw`(?:er)?((?:\s*[- ]\s*(?:${ADVERBS}|(?!(?:${SMALL})\s+\S)[a-z]{1,2})(?![a-z0-9.'’]))*)(?![0-9])`);
  const STRONG = 60; // what a word adds that stands in a heading, or often in the text

  function bucket(word, count) {
    let made = 0;
    for (let at = 0; at < word.length; at += 1) made = (Math.imul(made, 31) + word.charCodeAt(at)) >>> 0;
    return made % count;
  }

  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‐‑‒–]/g, "-");

  // Words as the index has them: no accents, ligatures apart, no plural s or x, a number with its hyphens is one word.
  function stems(text) {
    const folded = bare(text.replace(/œ/gi, "oe").replace(/æ/gi, "ae").replace(/ß/g, "ss"));
    const found = [];
    for (const match of folded.matchAll(/([0-9]+(?:-[0-9]+)*)(?:(?:ere|er|re)(?![\p{L}\p{N}]))?|\p{L}+/gu)) {
      const word = match[1] || match[0];
      found.push(!match[1] && word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word);
    }
    return found;
  }

  async function postings(word) { // the places of the articles that have the word, in order, and where it is strong
    const data = await load(`word/${bucket(word, SITE.about.words)}`);
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
    const places = new Uint32Array(count), strong = new Uint8Array(count);
    let place = 0;
    for (let index = 0; index < count; index += 1) {
      const pair = next();
      place += Math.floor(pair / 2);
      places[index] = place;
      strong[index] = pair & 1;
    }
    return { places, strong };
  }

  // { count, acts: Map of act to how many, found: places of the best }; of one act alone where `act` is its place.
  async function byWords(text, limit, act = null) {
    const words = [...new Set(stems(text))];
    if (!words.length) return { count: 0, acts: new Map(), found: [] };
    const [ranks, ...lists] = await Promise.all([load("ranks"), ...words.map(postings)]);
    if (!ranks.bytes) ranks.bytes = SITE.bytes(ranks.r);
    lists.sort((one, other) => one.places.length - other.places.length);
    const places = lists.slice(1).reduce((kept, list) => common(kept, list.places), lists[0].places);
    const acts = new Map(), wanted = [];
    let own = -1, end = 0; // the places of an act stand together
    for (const place of places) {
      if (place >= end) {
        [own] = actAt(place);
        end = SITE.about.acts[own][ACT.first] + SITE.sizeOf(own);
      }
      acts.set(own, (acts.get(own) || 0) + 1);
      if (act === null || own === act) wanted.push(place);
    }
    return { count: wanted.length, acts, found: best(wanted, lists, ranks.bytes, limit) };
  }

  function common(one, other) { // the places of both, in their order
    const kept = new Uint32Array(one.length);
    let count = 0;
    for (let at = 0, beside = 0; at < one.length && beside < other.length;) {
      if (one[at] < other[beside]) at += 1;
      else if (one[at] > other[beside]) beside += 1;
      else { kept[count] = one[at]; count += 1; at += 1; beside += 1; }
    }
    return kept.subarray(0, count);
  }

  function best(places, lists, ranks, limit) { // those of the highest score, in their order where it is the same
    const scores = places.map((place) => ranks[place]);
    for (const list of lists) {
      let beside = 0;
      places.forEach((place, at) => {
        while (list.places[beside] < place) beside += 1;
        scores[at] += STRONG * list.strong[beside];
      });
    }
    const byScore = SITE.grouped(places.keys(), (at) => scores[at]);
    const found = [];
    for (const score of [...byScore.keys()].sort((one, other) => other - one)) {
      if (found.length >= limit) break;
      for (const at of byScore.get(score)) found.push(places[at]);
    }
    return found.slice(0, limit);
  }

  // What a number is looked up by, its prefix and suffix, and the words that name the act.
  function numberIn(text) {
    const folded = bare(text);
    const match = NUMBER.exec(folded);
    if (!match) return null;
    const rest = `${folded.slice(0, match.index)} ${folded.slice(match.index + match[0].length)}`
      .replace(/\b(?:articles?|arts?|du|de|des|la|le|les|l|d)\b\.?/g, " ");
    const suffix = match[3].trim().replace(/^-/, "").trim().split(/[\s-]+/).filter(Boolean).join("-");
    return { core: match[2], prefix: match[1] || "", suffix, act: rest.replace(/[^a-z0-9]/g, ""), words: stems(rest) };
  }

  function named(acts, asked) { // those of the acts that the words name
    const short = acts.filter((act) => SITE.about.acts[act][ACT.aliases].includes(asked.act));
    if (short.length) return short;
    return acts.filter((act) => {
      const title = stems(SITE.about.acts[act][ACT.title]);
      return asked.words.every((word) => title.includes(word));
    });
  }

  async function byNumber(text) { // [[act, at], …], the number as it was written first
    const asked = numberIn(text);
    if (!asked) return [];
    const found = (await load(`num/${bucket(asked.core, SITE.about.numbers)}`))[asked.core] || [];
    let acts = [...new Set(found.map(([act]) => act))];
    if (asked.act) acts = named(acts, asked);
    const kept = [];
    for (const [act, at] of found.filter(([one]) => acts.includes(one))) {
      const line = (await table(act)).a[at];
      const number = line[LINE.number] || "";
      const prefix = /^[a-z]*/.exec(number)[0];
      if (asked.prefix && prefix !== asked.prefix) continue;
      if (number !== [prefix + asked.core, asked.suffix].filter(Boolean).join("-")) continue;
      kept.push([act, at, prefix === asked.prefix, SITE.about.states[line[LINE.state]][0] === "in_force"]);
    }
    kept.sort((one, other) => Number(other[3]) - Number(one[3]) || Number(other[2]) - Number(one[2]));
    return kept.map(([act, at]) => [act, at]);
  }

  Object.assign(SITE, { byNumber, byWords, numberIn, stems });
})();
