/* Fills the sheet with what follows from the ticks, and says in one line how much that is. */
(function () {
  "use strict";

  if (!atlas.sheet) return;
  const { form, sheet, all, one, words, say, listed, make, read } = atlas.sheet;
  const paragraph = (label, text) => (text ? make("p", {}, ...(label ? [make("b", {}, label), " "] : []), text) : "");

  const MANY = 9; /* a longer sheet is printed smaller, so that it stays on one page */
  const WORDS = { emergency: "out", avoid: "out", "ask-first": "ask-first", "avoid-area": "not-there", adapt: "change" };

  atlas.sheet.filling = function (data) {
    let helped = null;

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

    const fill = function () {
      const { facts, gaps, medicine, regions } = read(data);
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
      if (helped !== helps.length > 0) later.open = !helps.length;
      helped = helps.length > 0;
      one("[data-nothing]", sheet).hidden = facts.length > 0;
      one("[data-child]", sheet).hidden = !all('[name="who"][value="child"]:checked', form).length;
      one("[data-keep-taking]", sheet).hidden = !medicine;
      one("[data-always]", sheet).hidden = !advice.spare.length;
      one("[data-spare]", sheet).textContent = listed(advice.spare.map(areaName));
      document.body.classList.toggle("has-many", all("li", sheet).length > MANY);

      const counts = shown.map((part) => `${all(":scope > [data-items] > li", part).length || 1} ${part.dataset.says}`);
      return counts.length ? say("summary", { counts: counts.join(", ") }) : words["summary-none"];
    };

    return fill;
  };
})();
