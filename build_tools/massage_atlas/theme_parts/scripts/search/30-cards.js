/* What is said about danger: the help card, and what to check first. Each word of a saying, or one that means the same,
   has to be typed, in any order; a word with a slip counts. Sayings that only sound like danger are taken out first. */
(function () {
  "use strict";

  const { tokens, stem, sound, distance } = atlas.words;

  /* Where a phrase begins among words. */
  const has = (words, phrase) => {
    for (let index = 0; index + phrase.length <= words.length; index++) {
      if (phrase.every((word, step) => words[index + step] === word)) return index;
    }
    return -1;
  };

  /* Some places of a query, as bits; what stands behind the thirtieth word shares a place that many may take. */
  const MANY = 1 << 30;
  const bits = (place, length) => Array.from({ length }, (_, step) => 1 << Math.min(place + step, 30)).reduce((all, one) => all | one, 0);

  /* Other forms that a word may stand for: tightened, tightening and tightens for tight, gush for gushing. */
  const forms = function (word) {
    const bare = ["ening", "ened", "ness", "ing", "es", "ed", "ly", "in", "s", "d"].filter((end) => word.endsWith(end))
      .map((end) => word.slice(0, -end.length)).filter((one) => one.length > 3);
    const all = [word, ...bare, ...bare.map((one) => one.replace(/(.)\1$/, "$1"))];
    return ["", "e", "s", "ed", "ing"].flatMap((end) => all.map((one) => (end === "ing" ? one.replace(/e$/, "") : one) + end)).slice(1);
  };

  atlas.cards = function (core) {
    const skip = new Set(core.skip);
    const cut = (saying) => tokens(saying);

    /* Each word of the groups, and the groups it stands in; a phrase is kept with its words. */
    const groupsOf = new Map();
    const phrases = [];
    core.same.forEach((group, number) => group.forEach(function (saying) {
      const words = cut(saying);
      if (words.length > 1) return phrases.push({ words, number });
      return (groupsOf.get(words[0]) || groupsOf.set(words[0], new Set()).get(words[0])).add(number);
    }));

    const CONNECTS = new Set(["not", "no", "without", "never", "myself", "want"]);
    const content = (words) => {
      const left = words.filter((word) => !skip.has(word) || CONNECTS.has(word));
      return left.length ? left : words;
    };

    /* A saying as a list of needs: each a word's first group, or the word itself. Phrases of a group become one need; words
       joined by _ have to stand together as they are. */
    const groupOfPhrase = new Map(phrases.map(({ words, number }) => [words.join(" "), number]));
    const needs = function (saying) {
      const found = saying.split(" ").reduce((all, part) => all.concat(/_/.test(part) ? [{ words: cut(part), exact: true, groups: [] }]
        : cut(part).map((word) => ({ words: [word], groups: [...(groupsOf.get(word) || [])].slice(0, 1) }))), []);
      for (let from = 0; from < found.length; from++) {
        for (let to = Math.min(found.length, from + 5); to > from + 1; to--) {
          const run = found.slice(from, to);
          const phrase = run.flatMap((one) => one.words);
          if (run.some((one) => one.exact) || !groupOfPhrase.has(phrase.join(" "))) continue;
          found.splice(from, to - from, { words: phrase, groups: [groupOfPhrase.get(phrase.join(" "))] });
          break;
        }
      }
      const real = found.filter((one) => one.exact || one.words.length > 1 || one.groups.length || !skip.has(one.words[0]));
      return real.length > 1 || found.length === 1 ? real : found;
    };

    const harmless = core.harmless.map(cut);
    const past = core.past.map(cut);
    const known = new Set([...groupsOf.keys()]);
    const help = core.help.map((saying) => ({ page: -1, urgency: "call-now", part: "", needs: needs(saying) }));
    const said = core.signs.flatMap((sign) => sign.said.map((saying) => ({ ...sign, needs: needs(saying) })));
    /* A name that says no more than where it hurts is for the other card. */
    const places = new Set(core.checks.flatMap((one) => one.called.flatMap(cut)));
    const pain = new Set(core.pain);
    const named = core.signs.flatMap((sign) => sign.names.map((name) => ({ ...sign, words: content(cut(name)) })))
      .filter(({ words }) => !words.every((word) => pain.has(word) || places.has(word)));
    [...help, ...said].forEach((one) => one.needs.forEach((need) => need.words.forEach((word) => known.add(word))));
    named.forEach((one) => one.words.forEach((word) => known.add(word)));
    phrases.forEach(({ words }) => words.forEach((word) => known.add(word)));
    const vocabulary = [...known].filter((word) => word.length > 3 && !skip.has(word));
    /* Words of what is harmless or past stand as they are. */
    [...harmless, ...past].flat().forEach((word) => known.add(word));

    const near = (word) => vocabulary.find((one) => one[0] === word[0] && distance(word, one, 1) < 2 && (word.length > 4 || sound(one) === sound(word)));
    const spelling = new Map();
    const corrected = function (word) {
      if (known.has(word) || word.length < 4 || skip.has(word)) return word;
      if (!spelling.has(word)) spelling.set(word, forms(word).find((one) => known.has(one)) || near(word) || word);
      return spelling.get(word);
    };

    /* A number can tell of danger: one in the range of a reading, beside one of its words and without a unit of time; or so
       many weeks, which are a pregnancy. What it means is read after what was typed. */
    const readings = core.readings.map((one) => ({ ...one, beside: one.beside.map(cut) }));
    const read = function (query, words) {
      const parts = query.toLowerCase().match(/\d+(?:[.,]\d+)?|[a-z]+/g) || [];
      return readings.filter(({ beside, from, to, weeks }) => parts.some(function (part, place) {
        const number = parseFloat(part.replace(",", "."));
        if (!(number >= from && number <= to)) return false;
        const [last, next, then] = [parts[place - 1], parts[place + 1], parts[place + 2]];
        if (weeks) return /^(weeks?|wks?)$/.test(next) && !LASTS.has(last) && !LASTS.has(then);
        return !UNITS.has(next) && beside.some((phrase) => has(words, phrase) >= 0);
      })).flatMap(({ means }) => cut(means));
    };

    const areas = core.checks.flatMap((check) => check.called.map((name) => ({ check, words: content(cut(name)) })))
      .sort((one, other) => other.words.length - one.words.length);
    const typed = function (query) {
      let words = cut(query).map((word) => (core.joined[word] ? cut(core.joined[word]) : [corrected(word)])).reduce((all, one) => all.concat(one), []);
      harmless.forEach(function (phrase) {
        const place = has(words.map(stem), phrase.map(stem));
        if (place >= 0) words = words.slice(0, place).concat(words.slice(place + phrase.length));
      });
      return words.concat(read(query, words));
    };

    const find = function (query) {
      const words = typed(query);
      /* Where each group stands in the query, as bits: one place for a word, several for a phrase. */
      const groups = new Map();
      const stands = (number, place) => (groups.get(number) || groups.set(number, []).get(number)).push(place);
      words.forEach((word, place) => (groupsOf.get(word) || []).forEach((number) => stands(number, bits(place, 1))));
      phrases.forEach(function ({ words: phrase, number }) {
        const place = has(words, phrase);
        if (place >= 0) stands(number, bits(place, phrase.length));
      });
      const stems = words.map(stem);
      const stemmed = new Set(stems);
      const places = function (need) {
        const found = need.groups.flatMap((number) => groups.get(number) || []);
        const place = need.exact || need.words.length > 1 ? has(words, need.words) : need.groups.length ? -1 : stems.indexOf(stem(need.words[0]));
        return place < 0 ? found : [...found, bits(place, need.words.length)];
      };
      /* Each need by words of its own: "blood pressure" is no blood. */
      const apart = (all, from, taken) => from === all.length || all[from].some((one) => !(one & taken & ~MANY) && apart(all, from + 1, taken | one));
      const met = function (needed) {
        const all = [];
        for (const need of needed) {
          const found = places(need);
          if (!found.length) return false;
          all.push(found);
        }
        return apart(all, 0, 0);
      };

      const over = past.some((phrase) => has(words, phrase) >= 0);
      const rest = content(words);
      const only = (name) => rest.every((word) => name.includes(stem(word)) || AROUND.has(word));
      const isNamed = function (one) {
        const name = one.words.map(stem);
        if (over || !name.every((word) => stemmed.has(word))) return false;
        return name.length > 1 || only(name);
      };
      const hits = [...said.filter((one) => met(one.needs)), ...named.filter(isNamed), ...help.filter((one) => met(one.needs))];
      const best = new Map();
      hits.forEach(function (hit) {
        const weight = (hit.needs || hit.words).length;
        const key = hit.part || hit.page;
        if (!best.has(key) || best.get(key).weight < weight) best.set(key, { ...hit, weight });
      });
      const rank = (hit) => (hit.part ? 0 : hit.page < 0 ? 3 : hit.urgency === "call-now" ? 1 : 2);
      const cards = [...best.values()].sort((one, other) => rank(one) - rank(other) || other.weight - one.weight).slice(0, 3);
      return { help: cards, check: cards.length ? null : check(words) };
    };

    const check = function (words) {
      if (!words.some((word) => pain.has(word))) return null;
      const told = content(words);
      const area = areas.find(({ words: name }) => has(told, name) >= 0);
      return area ? area.check : null;
    };

    return { find };
  };

  /* Words beside the name of an illness that leave it what it is: a question about now. */
  const AROUND = new Set(("massage now sudden suddenly sign signs symptom symptoms think having is it this my am i emergency help warning today possible " +
    "suspected could a the of for in or what do if me he she hes shes has have first ever mum mums mom moms dad dads wife wifes husband " +
    "husbands son daughter brother sister nan gran grandma grandad grandpa friend client someone").split(" "));

  /* Words after a number that make it no reading, and words around a number of weeks that make it a stretch of time. */
  const UNITS = new Set("hour hours hrs h minute minutes min mins day days week weeks month months year years times am pm ml mg mcg g kg".split(" "));
  const LASTS = new Set("for since last past every each in within next over another after ago of later between post apart old off back".split(" "));
})();
