/* Which pages a query means: every word is looked up by spelling, form and sound, every name is weighed by how much of
   the query it answers and how much of it the query says. */
(function () {
  "use strict";

  const { tokens, stem, likeness, slips, distance } = atlas.words;
  const MISSPELT = 3;
  const WORTH = [1, 0.97, 0.96, 0.95, 0.97, 0.72, 0.62];
  const TEXT = 0.3;
  const FEWEST = 0.3;
  const MOST = 40;

  atlas.rank = function (core, shards) {
    const skip = new Set(core.skip);
    const common = new Set(core.common);
    const alike = new Map();
    core.same.forEach((group) => group.filter((one) => !/ /.test(one)).forEach((one) => {
      if (!alike.has(one)) alike.set(one, new Set());
      group.filter((other) => other !== one && !/ /.test(other)).forEach((other) => alike.get(one).add(other));
    }));

    const weighs = (word) => (common.has(word) ? 0.25 : skip.has(word) ? 0.1 : 1);

    /* What the loaded shards know of a word: their own words, each with how well it fits. */
    const matches = function (word, isLast) {
      const found = new Map();
      const add = (known, fit, entry) => { if (!found.has(known) || found.get(known).fit < fit) found.set(known, { fit, entry }); };
      shards.needed(word).forEach((name) => shards.read(name).forEach(function (entry, known) {
        if (known === word) add(known, 1, entry);
        else if (known[0] !== word[0]) return;
        else if (word.length > 3 && stem(known) === stem(word)) add(known, 0.93, entry);
        else if (known.startsWith(word) && (isLast || word.length > 3)) add(known, (isLast ? 0.62 : 0.5) + (0.28 * word.length) / known.length, entry);
      }));
      return found;
    };

    const sure = (found) => [...found.values()].some(({ fit, entry }) => fit > 0.9 && (entry.texts.length || entry.names.some((name) => name.called !== MISSPELT)));

    /* Words that a word with a slip may have been meant to be, the closest first. */
    const meant = function (word, isLast) {
      const { start, end } = shards.spelled(word);
      const fits = new Map();
      [...start, ...end].forEach(function (known) {
        if (fits.has(known)) return;
        const fit = likeness(word, known);
        if (fit) fits.set(known, fit);
      });
      if (!fits.size && isLast && word.length > 4) {
        start.filter((known) => known.length > word.length && distance(word, known.slice(0, word.length), slips(word)) <= slips(word))
          .forEach((known) => fits.set(known, 0.5));
      }
      const starts = new Set(start);
      if (!fits.size && word.length > 6) {
        for (let at = 3; at <= word.length - 3; at++) {
          const [one, other] = [word.slice(0, at), word.slice(at)];
          const close = end.filter((known) => likeness(other, known)).sort((a, b) => likeness(other, b) - likeness(other, a))[0];
          if (starts.has(one) && close) return [[one, 0.85], [close, 0.85]];
        }
      }
      return [...fits.entries()].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, 3);
    };

    const look = function (query, ready) {
      const typed = tokens(query).slice(0, 12);
      const open = /\s$/.test(query) ? -1 : typed.length - 1;
      const told = [...new Set(typed)].filter((word) => !skip.has(word));
      const words = told.length ? told : [...new Set(typed)];
      const heavy = words.filter((word) => !common.has(word));
      const lookedUp = heavy.length ? heavy : words;
      const isLast = (word) => word === typed[open];
      const pairs = typed.slice(1).map((word, index) => typed[index] + word).filter((word) => word.length > 5);
      shards.load([...lookedUp, ...pairs].flatMap((word) => shards.needed(word)), function () {
        const found = new Map(words.map((word) => [word, matches(word, isLast(word))]));
        const together = pairs.filter((pair) => [...matches(pair, false).values()].some((one) => one.fit > 0.9));
        const unknown = lookedUp.filter((word) => word.length > 3 && !sure(found.get(word)));
        shards.load(unknown.flatMap((word) => shards.neededToSpell(word)), function () {
          const spelled = unknown.flatMap((word) => meant(word, isLast(word)).map(([known, fit]) => ({ word, known, fit })));
          const synonyms = unknown.flatMap((word) => [...(alike.get(word) || [])].slice(0, 3).map((known) => ({ word, known, fit: 0.6 })));
          shards.load([...spelled, ...synonyms].flatMap(({ known }) => shards.needed(known)), function () {
            const add = ({ word, known, fit }) => matches(known, false).forEach(function (one, other) {
              if (one.fit < 0.93) return;
              const before = found.get(word).get(other);
              if (!before || before.fit < one.fit * fit) found.get(word).set(other, { fit: one.fit * fit, entry: one.entry });
            });
            [...spelled, ...synonyms].forEach(add);
            together.forEach((pair) => found.set(pair, matches(pair, false)));
            ready(weigh(words, found, together, typed));
          });
        });
      });
    };

    const weigh = function (words, found, together, typed) {
      const asked = [...words.map((word) => [word]), ...together.map((word) => [word])];
      const share = new Map(words.map((word) => [word, weighs(word)]));
      const total = words.reduce((sum, word) => sum + share.get(word), 0);
      const covers = (pair) => words.filter((word) => typed.some((one, at) => one + typed[at + 1] === pair && (word === one || word === typed[at + 1])));
      together.forEach((pair) => share.set(pair, covers(pair).reduce((sum, word) => sum + share.get(word), 0)));

      const names = new Map();
      const texts = new Map();
      asked.forEach(([word]) => found.get(word).forEach(function ({ fit, entry }, known) {
        entry.names.forEach(function (name) {
          const key = `${name.page}|${name.text}`;
          if (!names.has(key)) names.set(key, { name, fits: new Map(), said: new Map() });
          const hit = names.get(key);
          if ((hit.fits.get(word) || 0) < fit) hit.fits.set(word, fit);
          if ((hit.said.get(known) || 0) < fit) hit.said.set(known, fit);
        });
        entry.texts.forEach((page) => {
          if (!texts.has(page)) texts.set(page, new Map());
          texts.get(page).set(word, Math.max(texts.get(page).get(word) || 0, fit));
        });
      }));

      const pages = new Map();
      const of = (number) => pages.get(number) || pages.set(number, { number, best: 0, name: null, fits: new Map(), full: [] }).get(number);
      const sum = (map) => Math.min(1, [...map.entries()].reduce((all, [word, fit]) => all + share.get(word) * fit, 0) / total);
      const whole = typed.join(" ");
      names.forEach(function ({ name, fits, said }) {
        const own = name.words.filter((word) => !skip.has(word));
        const parts = own.length ? own : name.words;
        const all = parts.reduce((total_, word) => total_ + Math.max(0.25, weighs(word)), 0);
        const told = parts.reduce((total_, word) => total_ + Math.max(0.25, weighs(word)) * (said.get(word) || (words.includes(word) ? 1 : 0)), 0) / all;
        const answered = sum(fits);
        let score = WORTH[name.called] * (0.56 * answered + 0.44 * told * answered);
        if (name.words.join(" ") === whole) score += 0.12;
        const page = of(name.page);
        if (parts.every((word) => (said.get(word) || 0) >= 0.8) && parts.some((word) => !common.has(word))) {
          const used = [...fits.keys()].flatMap((word) => (together.includes(word) ? covers(word) : [word]));
          page.full.push({ name, used });
        }
        fits.forEach((fit, word) => page.fits.set(word, Math.max(page.fits.get(word) || 0, fit * WORTH[name.called])));
        if (score > page.best) Object.assign(page, { best: score, name, told });
      });
      texts.forEach((fits, number) => fits.forEach((fit, word) => of(number).fits.set(word, Math.max(of(number).fits.get(word) || 0, fit * TEXT))));
      const scored = [...pages.values()].map((page) => ({ ...page, score: 0.72 * page.best + 0.28 * sum(page.fits) }));
      scored.sort((one, other) => other.score - one.score || one.number - other.number);
      const top = scored.length ? scored[0].score : 0;
      const least = Math.max(FEWEST, top * (top > 0.85 ? 0.66 : 0.6));
      const told = scored.filter((page) => page.full.length && page.number < core.group[3]);
      return { words, told, pages: scored.filter((page) => page.score >= least).slice(0, MOST), close: scored.slice(0, 3) };
    };

    return { look };
  };
})();
