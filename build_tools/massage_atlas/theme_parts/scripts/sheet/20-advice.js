/* From what was ticked to the groups of the sheet: every rule that fires, each under what it asks of the reader. */
(function () {
  "use strict";

  const GROUPS = { emergency: "help", avoid: "wait", "ask-first": "ask", "avoid-area": "spare", adapt: "tell" };
  const add = (list, one) => one !== undefined && one !== null && !list.includes(one) && list.push(one);
  const brief = (name) => name.replace(/ \(.*\)$/, "");

  /* `facts` are those ticked, `regions` where they want to be worked on; a region only ever adds. */
  atlas.advice = function (data, technique, facts, regions) {
    const resolve = atlas.resolver(data);
    const rank = (verdict) => data.verdicts.indexOf(verdict);
    const stricter = (one, other) => (rank(other) < rank(one) ? other : one);
    const whole = resolve(technique, facts, null);
    const places = regions.map((id) => resolve(technique, facts, id));
    const closed = (ids) => ids.some((id) => data.facts[id] && atlas.past(data.facts[id].closes));
    const tooOld = atlas.past(data.techniques[technique].closes);
    const known = (id) => (data.facts[id] || {}).name || id;

    /* Each rule once, as strict as its strictest reading; only a ban in every place asked for bans the visit. */
    const judged = new Map();
    const key = (reason) => `${reason.rule.id}#${reason.rule.number}|${reason.fact}`;
    [whole, ...places].forEach(({ reasons }) => reasons.forEach(function (reason) {
      const before = judged.get(key(reason));
      judged.set(key(reason), before ? { ...before, verdict: stricter(before.verdict, reason.verdict) } : reason);
    }));
    const bans = (result, id) => result.reasons.some((one) => key(one) === id && one.verdict === "avoid");
    const verdictOf = function (id, reason) {
      const everywhere = bans(whole, id) || (places.length && places.every((result) => bans(result, id)));
      return reason.verdict === "avoid" && !everywhere ? "avoid-area" : reason.verdict;
    };

    const parts = { help: new Map(), wait: new Map(), ask: new Map(), spare: new Map(), tell: new Map() };
    const brought = function ({ id, variant, phase }) {
      const brings = (data.facts[id] || {}).brings || {};
      return (brings[`${variant || ""}/${phase || ""}`] || []).map((one) => atlas.facts.parse(one).id);
    };
    const from = (fact) => facts.filter((one) => one.id !== fact.id).find((one) => brought(one).includes(fact.id));
    const item = function (part, id, fact) {
      const origin = fact && !facts.some((one) => one.id === fact.id) ? from(fact) : null;
      const fresh = { name: (data.facts[id] || {}).name || "", origin: origin ? known(origin.id) : "",
        urgency: null, why: [], instead: [], whom: [], until: [], areas: [], closed: false };
      if (!parts[part].has(id)) parts[part].set(id, fresh);
      return parts[part].get(id);
    };
    [...judged.entries()].forEach(function ([id, reason]) {
      const { rule } = reason;
      const fact = reason.fact ? atlas.facts.parse(reason.fact) : null;
      const verdict = verdictOf(id, reason);
      const old = rank(verdict) > rank("ask-first") && (tooOld || closed([rule.id]));
      const part = rule.urgency === "call-now" ? "help" : old ? "ask" : GROUPS[verdict];
      const to = item(part, rule.id, fact);
      const urgencies = [to.urgency, rule.urgency].filter(Boolean);
      to.urgency = data.urgencies.find((one) => urgencies.includes(one)) || null;
      to.closed = to.closed || old;
      add(to.why, rule.why);
      add(to.instead, rule.do_instead);
      add(to.whom, rule.ask_whom);
      add(to.until, rule.until);
      if (verdict === "avoid-area") (reason.areas.length ? reason.areas : [""]).forEach((area) => add(to.areas, area));
    });

    /* What was ticked and brought nothing is still told; past its check date, it is asked about. */
    const heard = new Set([...judged.values()].map((one) => one.fact && atlas.facts.parse(one.fact).id));
    const unknown = [];
    whole.not_checked.map(atlas.facts.parse).forEach(({ id }) => add(unknown, known(id)));
    facts.filter(({ id }) => !heard.has(id) && !unknown.includes(known(id))).forEach(function (fact) {
      const old = tooOld || closed([fact.id, ...brought(fact)]);
      const to = item(old ? "ask" : "tell", fact.id, null);
      to.closed = old;
      to.silent = !old;
    });

    /* Rules that only other techniques meet: each technique under the strictest of them, with every such reason. */
    const base = new Set([...judged.values()].map((one) => one.rule));
    const others = new Map();
    const kinds = [];
    Object.keys(data.techniques).filter((id) => id !== technique).forEach(function (id) {
      const result = resolve(id, facts, null);
      if (result.verdict === "not-checked") kinds.push(brief(data.techniques[id].name));
      const special = result.reasons.filter((one) => one.fact && !base.has(one.rule));
      special.filter((one) => one.verdict === special[0].verdict).forEach(function ({ rule, verdict, areas }) {
        const milder = rank(verdict) > rank("ask-first") && (closed([rule.id]) || atlas.past(data.techniques[id].closes));
        const as = milder ? "ask-first" : verdict;
        if (!others.has(as)) others.set(as, { verdict: as, techniques: [], why: [], instead: [], whom: [], areas: [] });
        const to = others.get(as);
        add(to.techniques, brief(data.techniques[id].name));
        add(to.why, rule.why);
        add(to.instead, rule.do_instead);
        add(to.whom, milder ? "" : rule.ask_whom);
        areas.forEach((area) => add(to.areas, area));
      });
    });
    const spare = [];
    [whole, ...places].forEach((result) => result.spare.forEach((id) => add(spare, id)));
    const techniques = [...others.values()].sort((a, b) => rank(a.verdict) - rank(b.verdict));
    return { parts, techniques, unknown, kinds, spare };
  };
})();
