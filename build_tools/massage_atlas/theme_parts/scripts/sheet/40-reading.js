/* What was ticked, as facts: also what was left open, and where they want to be worked on. */
(function () {
  "use strict";

  if (!atlas.sheet) return;
  const { form, all, one } = atlas.sheet;

  const box = (answer) => one(":scope > .tick > input", answer);
  const own = (answer, what) => all(`:scope > .follow > [data-${what}]`, answer);
  const answers = (part) => all(":scope > .answer", part);
  const ticked = (part) => answers(part).filter((answer) => box(answer).checked);
  const marked = (part, mark) => all(`:scope > .tick > input[data-${mark}], :scope > .sheet-neither input[data-${mark}]`, part).some((input) => input.checked);

  /* A form or stage that is not said stays empty, which counts as all of them. */
  const factsOf = function (answer) {
    const said = (what, id) => own(answer, what).filter((part) => part.dataset[what] === id)
      .map((part) => (one("input:checked, select", part) || { value: "" }).value)[0] || null;
    return box(answer).dataset.facts.split(" ").filter(Boolean).map(atlas.facts.parse).map((fact) => ({
      id: fact.id,
      variant: fact.variant || said("forms", fact.id),
      phase: fact.phase || said("stages", fact.id) || stageOf(fact.id),
      site: said("site", fact.id),
    }));
  };
  const stageOf = (id) => (one(`.sheet-long [data-stage="${id}"] input:checked`) || { value: "" }).value || null;

  const read = function (data) {
    const facts = [];
    const certain = [];
    const gaps = { unanswered: [], unsure: [], all: [] };
    const take = function (answer, sure) {
      const name = one(":scope > .tick > span", answer).textContent;
      facts.push(...factsOf(answer));
      if (sure !== false) certain.push(...factsOf(answer));
      own(answer, "which").forEach(function (part) {
        const picked = ticked(part);
        if (!picked.length) gaps.all.push(name);
        (picked.length ? picked : answers(part)).forEach((each) => take(each, sure !== false && picked.length > 0));
      });
      own(answer, "also").forEach(function (part) {
        const picked = ticked(part);
        const asked = `${name} (${part.dataset.also})`;
        if (marked(part, "unsure")) gaps.unsure.push(asked);
        else if (!picked.length && !marked(part, "none")) gaps.unanswered.push(asked);
        picked.forEach((each) => take(each, sure));
      });
    };
    ticked(one(".sheet-who", form)).forEach((each) => take(each));
    all(".sheet-questions", form).forEach(function (group) {
      const picked = ticked(group);
      if (marked(group, "unsure")) gaps.unsure.push(group.dataset.group);
      else if (!picked.length && !marked(group, "none")) gaps.unanswered.push(group.dataset.group);
      picked.forEach((each) => take(each));
    });
    ticked(one(".chosen", form)).forEach((each) => take(each));
    certain.filter((fact) => !fact.variant && data.facts[fact.id] && data.facts[fact.id].variants).forEach(function (fact) {
      if (!gaps.all.includes(data.facts[fact.id].name)) gaps.all.push(data.facts[fact.id].name);
    });
    const unique = new Map(facts.map((fact) => [atlas.facts.write(fact), fact]));
    const medicine = all("[data-medicine]:checked, [name=medicines]:checked:not([data-none], [data-unsure])", form).length > 0 ||
      facts.some((fact) => (data.facts[fact.id] || {}).kind === "medicine");
    return { facts: [...unique.values()], certain, gaps, medicine, regions: areasIn(one(".sheet-where", form)) };
  };

  /* A smaller part that is ticked stands for its whole. */
  const areasIn = (part) => ticked(part).flatMap(function (answer) {
    const inside = one(":scope > .follow > [data-parts]", answer);
    const smaller = inside ? areasIn(inside) : [];
    return smaller.length ? smaller : [box(answer).value];
  });

  Object.assign(atlas.sheet, { box, own, answers, read });
})();
