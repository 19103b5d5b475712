/* Questions that depend on what was ticked: where it is, how long, and what the search under the questions found. */
(function () {
  "use strict";

  if (!atlas.sheet) return;
  const { form, all, one, words, say, make, box, own } = atlas.sheet;

  atlas.sheet.asking = function (data) {
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

    return { askPlaces, askStages, find };
  };
})();
