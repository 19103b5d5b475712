/* The verdict for a technique and a set of facts: a filter and a max over data/safety, the same as the builder's. */
(function () {
  "use strict";

  const { parse, write } = atlas.facts;
  const within = (part, whole) => part.every((id) => whole.includes(id));
  const meets = (one, other) => one.some((id) => other.includes(id));
  const allows = (list, said) => !list || said === null || list.includes(said);
  const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  const byRule = (one, other) => compare(one.id, other.id) || one.number - other.number;
  const unique = (list) => [...new Set(list)];

  const holds = (part, fact) =>
    part.id === fact.id &&
    (part.variant === null || fact.variant === null || fact.variant === part.variant) &&
    (part.phase === null || fact.phase === null || fact.phase === part.phase);

  atlas.resolver = function (data) {
    const rank = (verdict) => data.verdicts.indexOf(verdict);
    const covers = (id) => (data.regions[id] || { covers: [] }).covers;

    /* The facts with all they bring; a form or stage nobody knows counts as not said. */
    const everything = function (facts) {
      const held = new Map();
      facts.forEach(function (fact) {
        const known = data.facts[fact.id] || {};
        const has = (list, said) => ((list || []).some(([id]) => id === said) ? said : null);
        const own = { ...fact, variant: has(known.variants, fact.variant), phase: has(known.phases, fact.phase) };
        const brought = ((known.brings || {})[`${own.variant || ""}/${own.phase || ""}`] || []).map(parse);
        [own, ...brought.map((one) => ({ ...one, site: own.site }))].forEach((one) => held.set(write(one), one));
      });
      return [...held.keys()].sort(compare).map((key) => held.get(key));
    };

    /* What a rule brings where the massage would be; null when that is not its place. */
    const effect = function (rule, site, where) {
      if (where && where.length && rule.except_regions && within(where, rule.except_regions)) return null;
      const at = rule.at && rule.at_site ? (site.length ? rule.at.concat(site) : null) : rule.at;
      if (!at) return rule.verdict;
      if (where && !meets(where, at)) return null;
      return rule.local && !(where && within(where, at)) ? "avoid-area" : rule.verdict;
    };

    return function resolve(technique, facts, region) {
      const has = data.techniques[technique];
      const asked = region ? covers(region) : null;
      const where = asked && has.regions ? asked.filter((id) => has.regions.includes(id)) : asked || has.regions || null;
      const held = everything(facts);
      const reasons = [];
      const silent = [];
      const unchecked = has.looked ? [] : [data.healthy_adult];
      const fire = (rule, verdict, fact, areas) => reasons.push({ rule, verdict, fact, areas });
      held.forEach(function (fact) {
        const known = data.facts[fact.id] || {};
        const here = (one) => allows(one.to, technique) && allows(one.variants, fact.variant) && allows(one.phases, fact.phase);
        let answered = false;
        (known.rules || []).filter(here).forEach(function (rule) {
          if (fact.phase !== null && (rule.except_phases || []).includes(fact.phase)) return;
          if (!(rule.with || []).every((part) => held.some((other) => holds(parse(part), other)))) return;
          const verdict = effect(rule, covers(fact.site), where);
          const site = rule.at_site && fact.site !== null ? [fact.site] : [];
          if (verdict) fire(rule, verdict, write(fact), [...(rule.named || []), ...site]);
          else silent.push(rule);
          answered = answered || Boolean(verdict) || !rule.with;
        });
        const said = (list, value) => !list || list.includes(value);
        const fits = (one) => allows(one.to, technique) && said(one.variants, fact.variant) && said(one.phases, fact.phase);
        if (!answered && !(known.fits || []).some(fits)) unchecked.push(write(fact));
      });
      const spare = [];
      data.standing.filter((rule) => rule.at && allows(rule.to, technique)).forEach(function (rule) {
        if (asked && where.length && within(where, rule.at)) fire(rule, rule.verdict, null, rule.named || []);
        else if (!where || meets(where, rule.at)) spare.push(...(rule.named || []));
      });
      reasons.sort((a, b) => rank(a.verdict) - rank(b.verdict) || byRule(a.rule, b.rule) || compare(String(a.fact), String(b.fact)));
      const fired = unique(reasons.map((one) => one.rule));
      const rules = (list) => unique(list).sort(byRule);
      const worst = reasons.length ? reasons[0].verdict : unchecked.length ? "not-checked" : "no-warning";
      const apart = where !== null && !where.length;
      return {
        verdict: apart && !(worst === "emergency" || worst === "avoid") ? null : worst,
        reasons,
        areas: unique(reasons.filter((one) => one.verdict === "avoid-area").flatMap((one) => one.areas)).sort(compare),
        adaptations: rules(fired.filter((rule) => rule.do_instead)),
        ask_whom: rules(fired.filter((rule) => rule.ask_whom)),
        urgency: data.urgencies.find((urgency) => fired.some((rule) => rule.urgency === urgency)) || null,
        not_checked: unchecked,
        elsewhere: rules(silent.filter((rule) => !fired.includes(rule))),
        spare: unique(spare),
      };
    };
  };

  atlas.data("resolver", atlas.resolver);
})();
