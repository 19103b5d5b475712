/* A technique and a health matter in one query: their verdict, by the same resolver as the sheet's. */
(function () {
  "use strict";

  const STRICT = ["emergency", "avoid", "ask-first"];
  const brief = (title) => title.replace(/ \(.*\)$/, "");
  const brought = (known) => (((known || {}).brings || {})["/"] || []).map((one) => atlas.facts.parse(one).id);

  atlas.pair = function (core, shards) {
    const apart = (one, other) => !one.some((word) => other.includes(word));

    /* The reading of the query that says most: one name of a technique, one of a fact, from different words. */
    const read = function (pages, told) {
      const of = (kinds) => pages.flatMap((page, index) => (page && kinds.includes(page.safety.split("/")[0])
        ? told[index].full.map((one) => ({ ...one, page, id: page.safety.split("/")[1], score: told[index].score })) : []));
      const techniques = of(["technique"]);
      const facts = of(["condition", "contraindication"]);
      const pairs = techniques.flatMap((technique) => facts.filter((fact) => apart(technique.used, fact.used)).map((fact) => ({ technique, fact })));
      pairs.sort((one, other) => other.fact.used.length + other.technique.used.length - one.fact.used.length - one.technique.used.length ||
        other.technique.score + other.fact.score - one.technique.score - one.fact.score);
      if (!pairs.length) return null;
      const [{ technique, fact }] = pairs;
      const readings = pairs.filter((one) => one.technique.id === technique.id && String(one.fact.used) === String(fact.used)).map((one) => one.fact);
      const also = facts.filter((one) => apart(one.used, fact.used) && apart(one.used, technique.used));
      return { technique, facts: [...new Map(readings.map((one) => [one.id, one])).values()], also: [...new Set(also.map((one) => one.id))].slice(0, 2) };
    };

    const gather = function (technique, ids, ready) {
      const kinds = [shards.holding("techniques", technique), ...ids.map((id) => shards.holding("facts", id))];
      shards.load(["safety", ...kinds], function () {
        const get = (kind, id) => (shards.get(shards.holding(kind, id)) || {})[id];
        const all = [...new Set([...ids, ...ids.flatMap((id) => brought(get("facts", id)))])];
        shards.load(all.map((id) => shards.holding("facts", id)), function () {
          const known = (kind, list) => list.reduce((found, id) => (get(kind, id) ? { ...found, [id]: get(kind, id) } : found), {});
          ready({ ...shards.get("safety"), techniques: known("techniques", [technique]), facts: known("facts", all) });
        });
      });
    };

    const answer = function (reading, data) {
      const resolve = atlas.resolver(data);
      const rank = (one) => data.verdicts.indexOf(one.result.verdict);
      const [worst] = reading.facts.map((fact) => ({ fact, result: resolve(reading.technique.id, [fact.id, ...reading.also].map(atlas.facts.parse), null) }))
        .filter(({ result }) => result.verdict).sort((one, other) => rank(one) - rank(other));
      if (!worst) return null;
      const { fact, result } = worst;
      /* A verdict is as old as the oldest of its records: those of the facts, and of all they bring with them. */
      const rests = [fact.id, ...reading.also].flatMap((id) => [id, ...brought(data.facts[id])]).map((id) => data.facts[id]);
      const old = [data.techniques[reading.technique.id], ...rests].some((one) => one && atlas.past(one.closes)) && !STRICT.includes(result.verdict);
      const reasons = result.reasons.filter((one) => one.verdict === result.verdict && one.fact);
      const rules = [...new Set(reasons.map((one) => one.rule))].slice(0, 2);
      const words = (key) => [...new Set(rules.map((rule) => rule[key]).filter(Boolean))];
      const called = (one) => (one.name.called === 3 ? brief(one.page.title) : one.name.text);
      const name = called(reading.technique);
      const medicine = (data.facts[fact.id] || {}).kind === "medicine" || Boolean(fact.name.medicine);
      const other = called(fact);
      return {
        technique: { id: reading.technique.id, page: reading.technique.page, name: name[0].toUpperCase() + name.slice(1) },
        fact: { id: fact.id, page: fact.page, name: /^[A-Z][a-z]/.test(other) && fact.name.called !== 4 ? other[0].toLowerCase() + other.slice(1) : other },
        verdict: old ? "ask-first" : result.verdict, old, medicine,
        why: words("why"), instead: words("do_instead"), whom: [...new Set(result.ask_whom.map((rule) => rule.ask_whom))],
        urgency: result.urgency ? data.labels[result.urgency] : "",
        areas: result.areas.map((id) => data.regions[id].name.toLowerCase()),
      };
    };

    /* Calls back with the answer, or with null when the query does not name both sides. */
    const find = function (found, ready) {
      const told = found.told.slice(0, 24);
      if (!told.some((one) => one.number >= core.group[2]) || !told.some((one) => one.number < core.group[2])) return ready(null);
      shards.pages(told.map((one) => one.number), function (pages) {
        const reading = read(pages, told);
        if (!reading) return ready(null);
        atlas.load("resolver", () => gather(reading.technique.id, [...reading.facts.map((one) => one.id), ...reading.also],
          (data) => ready(data.techniques[reading.technique.id] && data.regions ? answer(reading, data) : null)));
      });
    };

    return { find };
  };
})();
