/* The appointment sheet: reads the ticks, fills the sheet, and forgets all of it when the reader leaves. */
(function () {
  "use strict";

  const form = document.getElementById("sheet-form");
  const sheet = document.getElementById("sheet");
  if (!form || !sheet) return;

  const all = (selector, inside) => [...(inside || document).querySelectorAll(selector)];
  const one = (selector, inside) => (inside || document).querySelector(selector);
  const words = Object.fromEntries(all("[data-word]").map((item) => [item.dataset.word, item.textContent]));
  const say = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => (values || {})[name]);
  const listed = (list) => list.join("; ");
  const make = function (tag, attributes, ...children) {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children.filter((child) => child !== ""));
    return element;
  };
  const paragraph = (label, text) => (text ? make("p", {}, ...(label ? [make("b", {}, label), " "] : []), text) : "");

  const MANY = 9; /* a longer sheet is printed smaller, so that it stays on one page */
  let data = null;
  let announce = 0;
  let opened = [];

  /* Reading the form */

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

  const read = function () {
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

  /* Questions that depend on what was ticked: where it is, how long, and what the search found */

  const radios = function (name, options, data_) {
    const fieldset = make("fieldset", { className: "follow-up" }, make("legend", {}, data_.ask));
    fieldset.dataset[data_.key] = data_.id;
    [...options, ["", words["not-sure"]]].forEach(([value, text]) => {
      fieldset.append(make("label", { className: "tick" }, make("input", { type: "radio", name, value }), " ", make("span", {}, text)));
    });
    return fieldset;
  };

  const askPlaces = () => all(".answer", form).filter((answer) => box(answer).checked).forEach(function (answer) {
    (box(answer).dataset.facts || "").split(" ").filter(Boolean).map(atlas.facts.parse).forEach(function ({ id }) {
      const known = data.facts[id];
      if (!known || !known.site || own(answer, "site").some((part) => part.dataset.site === id)) return;
      let follow = one(":scope > .follow", answer);
      if (!follow) answer.append((follow = make("div", { className: "follow" })));
      const select = make("select", { name: `${box(answer).value}-${id}-site`, autocomplete: "off" }, make("option", { value: "" }, words["not-sure"]));
      const level = (parent, depth) => Object.keys(data.regions).filter((region) => (data.regions[region].parent || null) === parent)
        .forEach((region) => {
          select.append(make("option", { value: region }, `${"\u2013 ".repeat(depth)}${data.regions[region].name}`));
          level(region, depth + 1);
        });
      level(null, 0);
      const label = make("label", { className: "follow-up sheet-site" }, make("span", {}, words.site), select);
      label.dataset.site = id;
      follow.append(label);
    });
  });

  const askStages = function (facts) {
    const place = one(".sheet-long", form);
    const wanted = facts.filter((fact) => (data.facts[fact.id] || {}).phases)
      .filter((fact) => !all(`[data-stages="${fact.id}"]`, form).some((part) => box(part.closest(".answer")).checked))
      .filter((fact) => !all("input:checked", form).some((input) => (input.dataset.facts || "").includes(`${fact.id}/`)))
      .map((fact) => fact.id);
    all("[data-stage]", place).filter((part) => !wanted.includes(part.dataset.stage)).forEach((part) => part.remove());
    [...new Set(wanted)].filter((id) => !one(`[data-stage="${id}"]`, place)).forEach((id) => {
      place.append(radios(`stage-${id}`, data.facts[id].phases, { key: "stage", id, ask: say("stage", { name: data.facts[id].name }) }));
    });
    one("[data-no-stages]", place).hidden = wanted.length > 0;
  };

  const factBox = function (id, because) {
    const input = make("input", { type: "checkbox", name: "found", value: id });
    input.dataset.facts = id;
    const known = data.facts[id];
    const text = make("span", {}, known.name, because ? make("span", { className: "note" }, ` (${say("because", { name: because })})`) : "");
    const answer = make("div", { className: "answer" }, make("label", { className: "tick" }, input, " ", text));
    if (known.variants) {
      answer.append(make("div", { className: "follow" }, radios(`found-${id}`, known.variants, { key: "forms", id, ask: words.which })));
    }
    return answer;
  };

  const find = function (query) {
    const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[^a-z0-9]+/g, " ").trim();
    const wanted = plain(query);
    const found = one(".found", form);
    all(".answer", found).forEach((answer) => answer.remove());
    const hits = wanted.length < 2 ? [] : Object.entries(data.facts).map(function ([id, known]) {
      const own = [known.name, ...(known.names || [])];
      const names = [...own, ...(known.misspelt || [])];
      const at = names.findIndex((name) => ` ${plain(name)}`.includes(` ${wanted}`));
      return at < 0 ? null : { id, because: at > 0 && at < own.length ? names[at] : "" };
    }).filter((hit) => hit && !one(`.chosen input[value="${hit.id}"]`, form));
    hits.slice(0, 12).forEach((hit) => found.append(factBox(hit.id, hit.because)));
    one("[data-found]", form).textContent = wanted.length < 2 ? "" : hits.length ? say("found", { count: hits.length }) : say("found-none", { query });
  };

  /* Filling the sheet */

  const areaName = (id) => data.regions[id].name.toLowerCase();

  const lineOf = function (item, part) {
    const areas = item.areas.map((id) => (id ? areaName(id) : words.trouble));
    const origin = item.origin ? ` (${say("with", { name: item.origin })})` : "";
    const urgent = item.urgency && part !== "help" ? [make("b", { className: "urgency" }, ` ${data.labels[item.urgency]}.`)] : [];
    const asks = item.whom.length && part !== "help";
    return make("li", {}, make("p", {}, make("b", {}, `${item.name}${origin}:`), ...urgent, item.silent ? ` ${words["no-rule"]}` : "",
      item.closed ? ` ${words.closed}` : "", " ", item.why.join(" ")),
      paragraph("", areas.length ? say("leave", { areas: listed(areas) }) : ""),
      paragraph(asks ? words.ask : "", asks ? `${listed(item.whom)}.` : ""),
      paragraph("", item.instead.join(" ")), paragraph("", part === "wait" || part === "ask" ? item.until.join(" ") : ""));
  };

  const WORDS = { emergency: "out", avoid: "out", "ask-first": "ask-first", "avoid-area": "not-there", adapt: "change" };

  const fill = function () {
    const { facts, gaps, medicine, regions } = read();
    const advice = atlas.advice(data, form.dataset.technique, facts, regions);
    Object.entries(advice.parts).forEach(function ([name, items]) {
      const part = one(`[data-part="${name}"]`, sheet);
      part.hidden = !items.size;
      one("[data-items]", part).replaceChildren(...[...items.values()].map((item) => lineOf(item, name)));
    });
    const helps = [...advice.parts.help.values()];
    const asks = [...advice.parts.ask.values()];
    const whom = [...new Set(asks.flatMap((item) => (item.whom.length && !item.closed ? item.whom : [words["your-helper"]])))];
    one("[data-whom]", sheet).textContent = listed(whom);
    const calls = helps.some((item) => item.urgency !== "today");
    one("[data-call]", sheet).hidden = !calls;
    one("[data-today]", sheet).hidden = calls;

    const left = one("[data-techniques]", sheet);
    left.hidden = !advice.techniques.length;
    one("[data-items-techniques]", left).replaceChildren(...advice.techniques.map(({ verdict, techniques, why, instead, whom, areas }) =>
      make("li", {}, make("p", {}, make("b", {}, `${words[WORDS[verdict]]}:`), ` ${listed(techniques)}.`),
        paragraph(verdict === "ask-first" ? words.ask : "", verdict === "ask-first" ? `${listed(whom.map((who) => who || words["your-helper"]))}.` : ""),
        paragraph("", verdict === "avoid-area" ? say("leave", { areas: listed(areas.length ? areas.map(areaName) : [words.trouble]) }) : ""),
        paragraph("", verdict === "adapt" ? instead.join(" ") : why.join(" ")))));
    if (advice.techniques.length) one('[data-part="tell"]', sheet).hidden = false;
    one('[data-part="tell"] .lead', sheet).hidden = !advice.parts.tell.size;

    const unchecked = [["unanswered", gaps.unanswered], ["unsure", gaps.unsure], ["all", gaps.all], ["unknown", advice.unknown],
      ["kinds", facts.length ? advice.kinds : []]].filter(([, things]) => things.length);
    const open = one('[data-part="unchecked"]', sheet);
    open.hidden = !unchecked.length;
    one("[data-items]", open).replaceChildren(...unchecked.map(([key, things]) => make("li", {}, say(key, { things: listed([...new Set(things)]) }))));

    const shown = all("[data-says]:not([hidden])", sheet);
    const later = one("[data-later]", sheet);
    later.hidden = !all("[data-part]:not([hidden])", later).length;
    later.classList.toggle("folds", helps.length > 0);
    if (fill.helped !== helps.length > 0) later.open = !helps.length;
    fill.helped = helps.length > 0;
    one("[data-nothing]", sheet).hidden = facts.length > 0;
    one("[data-child]", sheet).hidden = !all('[name="who"][value="child"]:checked', form).length;
    one("[data-keep-taking]", sheet).hidden = !medicine;
    one("[data-always]", sheet).hidden = !advice.spare.length;
    one("[data-spare]", sheet).textContent = listed(advice.spare.map(areaName));
    document.body.classList.toggle("has-many", all("li", sheet).length > MANY);

    const counts = shown.map((part) => `${all(":scope > [data-items] > li", part).length || 1} ${part.dataset.says}`);
    return counts.length ? say("summary", { counts: counts.join(", ") }) : words["summary-none"];
  };

  /* Told once, politely, after the ticking stops. */
  const announced = function (text) {
    clearTimeout(announce);
    announce = setTimeout(function () {
      const status = one("[data-status]", sheet);
      if (status.textContent !== text) status.textContent = text;
    }, 700);
  };

  const clear = function () {
    form.reset();
    all(".found .answer, .chosen .answer, [data-stage], .sheet-site", form).forEach((part) => part.remove());
    all("[data-items], [data-items-techniques]", sheet).forEach((list) => list.replaceChildren());
    one("[data-found]", form).textContent = "";
    one("[data-no-stages]", form).hidden = false;
    one("[data-status]", sheet).textContent = one("[data-told]", sheet).textContent = "";
    one("textarea", sheet).hidden = true;
    one("textarea", sheet).value = "";
    clearTimeout(announce);
    close();
    sheet.hidden = true;
    document.body.classList.remove("has-sheet", "has-many");
  };

  /* Showing, printing, copying */

  const dialog = one("dialog.sheet-shown");
  const close = () => { if (dialog.open) dialog.close(); one("[data-copy]", dialog).replaceChildren(); };

  const show = function () {
    const copy = sheet.cloneNode(true);
    all("[data-tools], [data-told], [data-status], textarea", copy).forEach((part) => part.remove());
    all("details", copy).forEach((part) => { part.open = true; });
    copy.removeAttribute("id");
    one("h2", copy).removeAttribute("id");
    one("[data-copy]", dialog).replaceChildren(copy);
    dialog.showModal();
  };

  const asText = () => all("h2, h3, p, li", sheet)
    .filter((part) => !part.closest("[hidden], [data-tools], [role=status]") && !(part.tagName === "LI" && one("p", part)))
    .map(function (part) {
      const text = part.textContent.replace(/\s+/g, " ").trim();
      if (/^H/.test(part.tagName)) return `\n${text.toUpperCase()}`;
      return part.closest("li") ? `${part.tagName === "LI" || !part.previousElementSibling ? "- " : "  "}${text}` : text;
    })
    .join("\n").trim();

  const copy = function () {
    const field = one("textarea", sheet);
    const done = (key) => { one("[data-told]", sheet).textContent = words[key]; };
    field.value = asText();
    const byHand = function () {
      field.hidden = false;
      field.focus();
      field.select();
      done(document.execCommand && document.execCommand("copy") ? "copied" : "copy-by-hand");
    };
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(() => done("copied"), byHand);
    else byHand();
  };

  const makeSheet = function () {
    const summary = fill();
    sheet.hidden = false;
    document.body.classList.add("has-sheet");
    one("h2", sheet).focus();
    announced(summary);
  };

  /* Buttons, not a submission: a frame that allows scripts may still forbid forms. */
  const DO = { make: makeSheet, show, copy, close, print: () => window.print(), clear: () => { clear(); one("input", form).focus(); } };

  const start = function (value) {
    data = value;
    document.body.classList.add("has-script");
    all("[data-script]", form).forEach((part) => { part.hidden = false; });

    form.addEventListener("change", function ({ target }) {
      const group = target.closest(".sheet-questions, [data-also], [data-which]");
      if (target.type === "checkbox" && target.checked && group) {
        const alone = "none" in target.dataset || "unsure" in target.dataset;
        const direct = [...answers(group).map(box), ...all(":scope > .tick > input, :scope > .sheet-neither input", group)];
        direct.filter((input) => input !== target && direct.includes(target) && (alone || "none" in input.dataset || "unsure" in input.dataset))
          .forEach((input) => { input.checked = false; });
      }
      if (target.closest(".found") && target.name === "found") {
        one(".chosen", form).append(target.closest(".answer"));
        target.focus();
      }
      askPlaces();
      askStages(read().certain);
      if (!sheet.hidden) announced(fill());
    });
    form.addEventListener("input", ({ target }) => { if (target.id === "finder") find(target.value); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.id === "finder") event.preventDefault(); });
    document.addEventListener("click", function ({ target }) {
      const button = target.closest("[data-do]");
      if (button) DO[button.dataset.do]();
    });
    window.addEventListener("beforeprint", () => { opened = all("details:not([open])", sheet); opened.forEach((part) => { part.open = true; }); });
    window.addEventListener("afterprint", () => { opened.forEach((part) => { part.open = false; }); });
    window.addEventListener("pagehide", clear);
    window.addEventListener("pageshow", ({ persisted }) => persisted && clear());
    clear();
  };

  atlas.load("safety", (value) => value && start(value));
})();
