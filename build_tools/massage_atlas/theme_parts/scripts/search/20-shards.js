/* The shards of the index: which ones a word needs, and what they say about it. Each is loaded once. */
(function () {
  "use strict";

  const here = new Map();

  /* Call back when all have arrived; one that cannot be had counts as empty. */
  const load = function (names, ready) {
    const missing = [...new Set(names)].filter((name) => !here.has(name));
    if (!missing.length) return ready();
    let left = missing.length;
    missing.forEach((name) => atlas.load(`search/${name}`, function (value) {
      here.set(name, value || null);
      left -= 1;
      if (!left) ready();
    }));
  };

  const at = function (firsts, word) {
    let low = 0;
    let high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };

  /* The shards that hold the words beginning with `start`, at most `most` of them. */
  const range = function (kind, firsts, start, most) {
    if (!firsts.length) return [];
    const first = at(firsts, start);
    const last = Math.min(at(firsts, `${start}{`), first + most - 1);
    return Array.from({ length: last - first + 1 }, (_, index) => `${kind}-${first + index}`);
  };

  const back = (word) => [...word].reverse().join("");

  const shards = function (core) {
    const parsed = new Map();

    const needed = (word) => range("names", core.names, word, word.length > 2 ? 2 : 1);
    const neededToSpell = (word) => [
      ...range("starts", core.starts, word.slice(0, 2), 2),
      ...range("ends", core.ends, back(word).slice(0, 2), 2),
    ];

    /* A shard's names by each of their words. */
    const read = function (name) {
      if (parsed.has(name)) return parsed.get(name);
      if (!here.has(name)) return new Map();
      const byWord = new Map();
      const value = here.get(name) || { n: [], t: {} };
      const entry = (word) => byWord.get(word) || byWord.set(word, { names: [], texts: [] }).get(word);
      value.n.forEach(function ([page, called, text, medicine]) {
        const words = atlas.words.tokens(text);
        const one = { page, called, text, medicine: medicine || "", words };
        new Set(words).forEach((word) => entry(word).names.push(one));
      });
      Object.keys(value.t).forEach((word) => { entry(word).texts = value.t[word]; });
      parsed.set(name, byWord);
      return byWord;
    };

    const spelled = function (word) {
      const start = range("starts", core.starts, word.slice(0, 2), 2);
      const end = range("ends", core.ends, back(word).slice(0, 2), 2);
      const list = (names, turn) => names.flatMap((name) => (here.get(name) || "").split(" ").map(turn));
      return { start: list(start, (one) => one), end: list(end, back) };
    };

    const pages = function (numbers, ready) {
      const block = (number) => `pages-${Math.floor(number / core.block)}`;
      load(numbers.map(block), () => ready(numbers.map(function (number) {
        const [url, title, short, safety, tags, twin, label] = (here.get(block(number)) || [])[number % core.block] || [];
        return url === undefined ? null : { number, url, title, short, safety, tags, twin, label };
      })));
    };

    const holding = (kind, id) => `${kind}-${at(core[kind], id)}`;
    const get = (name) => here.get(name) || null;

    return { load, holding, get, needed, neededToSpell, read, spelled, pages };
  };

  atlas.shards = shards;
})();
