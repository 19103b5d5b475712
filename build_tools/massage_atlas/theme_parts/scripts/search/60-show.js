/* What the search shows, in this order: one card, the answer for a pair, the best match, and the rest by kind. */
(function () {
  "use strict";

  const SHOWN = 3;
  const WAIT = 40;
  const { MISSPELT, MEDICINE, HEADING } = { MISSPELT: 3, MEDICINE: 4, HEADING: 5 };

  const make = function (tag, attributes, ...children) {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children.filter(Boolean));
    return element;
  };
  const root = atlas.base.replace(/assets\/$/, "");
  /* A page opened from a disk has no server that would look for the index of a folder. */
  const href = (url) => root + (location.protocol === "file:" ? url.replace(/(^|\/)(#|$)/, "$1index.html$2") : url);
  const link = (url, text) => make("a", { href: href(url), textContent: text });
  const line = (text, className) => (text ? make("p", { className: className || "", textContent: text }) : null);

  const start = function (core, dialog) {
    const words = core.words;
    const say = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const shards = atlas.shards(core);
    const cards = atlas.cards(core);
    const rank = atlas.rank(core, shards);
    const pair = atlas.pair(core, shards);
    const field = dialog.querySelector("input");
    const status = dialog.querySelector("[role=status]");
    const place = dialog.querySelector(".search-results");
    const open = new Set();
    let asked = 0;
    let telling = 0;

    const groupOf = (number) => core.group.reduce((found, first, group) => (number >= first ? group : found), 0);

    /* The cards */

    const signs = (pages) => {
      const shown = pages.filter(Boolean);
      return shown.length ? make("ul", { className: "search-rows" }, ...shown.map((page) => make("li", {}, link(page.url, page.title), " ", make("span", { textContent: page.short })))) : null;
    };

    const helpCard = function (hits, pages) {
      const [first] = hits;
      const harm = /thoughts-of-harm/.test(first.part);
      const unsafe = first.part && !harm;
      const now = harm || hits.some((hit) => hit.urgency === "call-now");
      const card = make("section", { className: `card card-${now ? "call-now" : "today"}` });
      card.dataset.atlasUrgent = now ? "call-now" : "today";
      const heading = (hidden, text) => make("h3", { className: "card-heading" }, make("span", { className: "hidden", textContent: `${hidden} ` }), text);
      if (first.part) {
        card.append(heading(words.urgent, harm ? words.harm : words.unsafe),
          make("p", {}, link(first.part, harm ? words["harm-link"] : words["unsafe-link"])),
          line(say(harm ? "harm-call" : "unsafe-call", { call: core.call })));
        if (unsafe) card.classList.replace("card-call-now", "card-today");
        return card;
      }
      card.append(heading(now ? words.emergency : words.urgent, now ? say("call", { call: core.call }) : words.today));
      if (hits.every((hit) => hit.page < 0)) card.append(line(words.any));
      card.append(...[signs(pages), make("p", {}, link("get-help/", words["get-help"])), line(now ? words["call-foot"] : words["today-foot"], "card-foot")].filter(Boolean));
      return card;
    };

    const checkCard = function (check, pages) {
      const card = make("section", { className: "card card-today" }, make("h3", { className: "card-heading", textContent: say("check", { area: check.name }) }),
        signs(pages), line(words["check-foot"], "card-foot"));
      card.dataset.atlasCheck = check.name;
      return card;
    };

    /* The answer for a pair */

    const badge = function (verdict, technique, fact) {
      const made = new DOMParser().parseFromString(core.badges[verdict], "text/html").body.firstElementChild;
      made.dataset.technique = technique;
      made.dataset.fact = fact;
      return document.importNode(made, true);
    };

    const pairCard = function (found) {
      const { technique, fact, verdict } = found;
      const told = say("pair", { technique: technique.name, fact: fact.name, verdict: found.old ? words["closed-verdict"] : core.labels[verdict] });
      const bare = verdict === "no-warning" || verdict === "not-checked";
      const says = found.old ? [words.closed] : bare || verdict === "emergency" ? [core.meanings[verdict]] : [];
      const ask = verdict === "ask-first" && found.whom.length ? [say("ask", { whom: found.whom.join("; ") })] : [];
      /* Beside "do not have this", places would read as if the rest were possible. */
      const placed = found.areas.length && !["emergency", "avoid"].includes(verdict);
      const areas = placed ? [say(verdict === "avoid-area" ? "leave" : "leave-too", { areas: found.areas.join(", ") })] : [];
      const leave = verdict === "avoid-area" && !areas.length ? [core.meanings[verdict]] : areas;
      const possible = verdict === "emergency" || !found.instead.length ? [] : [say("instead", { what: found.instead.join(" ") })];
      const why = found.old || bare ? [] : [...found.why, ...possible];
      const card = make("section", { className: "search-pair" }, make("h3", { textContent: told }), make("p", {}, badge(verdict, technique.id, fact.id),
        found.urgency ? " " : null, found.urgency ? make("b", { className: "urgency", textContent: `${found.urgency}.` }) : null),
        line([...says, ...ask, ...leave, ...why].join(" ")), found.medicine ? line(words["keep-taking"]) : null,
        make("p", {}, link(technique.page.url, technique.page.title), ", ", link(fact.page.url, fact.page.title)));
      card.dataset.atlasPair = "";
      return card;
    };

    /* One result */

    const because = function ({ page, hit }) {
      const name = hit.name;
      if (!name) return line(words["because-text"], "note");
      const what = core.what[page.safety.split("/")[1]];
      if (name.medicine && what) {
        const medicine = name.medicine[0].toUpperCase() + name.medicine.slice(1);
        const isBrand = name.called === MEDICINE && name.text !== name.medicine;
        return line(isBrand ? say("brand", { brand: name.text, medicine: name.medicine, what }) : say("medicine", { medicine, what }), "note");
      }
      const inTitle = page.title.toLowerCase().includes(name.text.toLowerCase());
      return name.called === MISSPELT || name.called >= HEADING || inTitle ? null : line(say("because", { name: name.text }), "note");
    };

    const item = function (row) {
      const { page } = row;
      const anchor = link(page.url, page.title);
      anchor.dataset.atlasResult = page.url;
      const tags = (page.tags & 1 ? `${words.signs} ` : "") + (page.tags & 2 ? words.changes : "");
      return make("li", {}, make("span", { className: "search-kind", textContent: core.kinds[page.label] }), " ", anchor,
        line([page.short, tags].filter(Boolean).join(" ")), because(row),
        row.twin ? make("p", { className: "note" }, `${words.also} `, link(row.twin.page.url, row.twin.page.title)) : null);
    };

    const list = (rows) => make("ul", { className: "search-rows" }, ...rows.map(item));

    /* A health condition and the rules of the same name are one result. */
    const merged = function (rows) {
      const by = new Map(rows.map((row) => [row.hit.number, row]));
      rows.forEach(function (row) {
        const twin = by.get(row.page.twin);
        if (!twin) return;
        row.twin = twin;
        if (twin.hit.score > row.hit.score) row.hit = { ...twin.hit, number: row.hit.number, name: row.hit.score > 0.9 * twin.hit.score ? row.hit.name : twin.hit.name };
        by.delete(twin.hit.number);
      });
      return rows.filter((row) => by.has(row.hit.number));
    };

    const groups = function (rows) {
      const [best] = rows.slice().sort((one, other) => other.hit.score - one.hit.score || one.hit.number - other.hit.number);
      const parts = rows.length > 1 ? [make("h3", { textContent: words.best }), list([best])] : [];
      core.groups.forEach(function (title, group) {
        const members = rows.filter((row) => row.group === group && (rows.length < 2 || row !== best));
        if (!members.length) return;
        const all = open.has(group) || members.length <= SHOWN;
        parts.push(make("h3", { textContent: title }), list(all ? members : members.slice(0, SHOWN)));
        if (all) return;
        const more = make("button", { type: "button", textContent: `${say("all", { count: members.length })}: ${title}` });
        more.addEventListener("click", function () {
          const kept = more.previousElementSibling;
          kept.replaceWith(list(members));
          more.previousElementSibling.querySelectorAll("a[data-atlas-result]")[SHOWN].focus();
          more.remove();
        });
        parts.push(more);
      });
      return parts;
    };

    const nothing = function (query, close) {
      const names = close.filter(Boolean);
      return [line(say("nothing", { query }), "search-nothing"),
        names.length ? make("p", {}, `${words["close-names"]} `, ...names.flatMap((page, index) => [index ? ", " : "", link(page.url, page.title)])) : null,
        core.uncovered.length ? make("p", {}, `${words["not-covered"]} `, ...core.uncovered.flatMap(([name, url], index) => [index ? ", " : "", link(url, name)]), ", ", link("not-covered/", words["not-covered-all"])) : null,
        make("p", {}, link("a-z/", words["a-z"]))].filter(Boolean);
    };

    const tell = function (rows, urgent) {
      const results = rows === 1 ? words.one : say("many", { count: rows });
      clearTimeout(telling);
      telling = setTimeout(() => { status.textContent = say(urgent ? "count-warning" : "count", { results }); }, WAIT);
    };

    const show = function (query, parts, rows, urgent) {
      place.replaceChildren(...parts);
      place.dataset.query = query;
      tell(rows, urgent);
    };

    const run = function () {
      const query = field.value.slice(0, 200);
      const mine = ++asked;
      if (atlas.words.tokens(query).join("").length < 2) {
        place.replaceChildren();
        place.dataset.query = query;
        clearTimeout(telling);
        status.textContent = "";
        return;
      }
      const danger = cards.find(query);
      const current = (next) => (...all) => { if (mine === asked) next(...all); };
      rank.look(query, current(function (found) {
        pair.find(found, current(function (answered) {
          const numbers = found.pages.map((hit) => hit.number);
          const held = danger.help.filter((hit) => hit.page >= 0).map((hit) => hit.page);
          const checks = danger.check ? danger.check.signs : [];
          const close = numbers.length ? [] : found.close.map((hit) => hit.number);
          shards.pages([...numbers, ...held, ...checks, ...close], current(function (pages) {
            const cut = (size) => pages.splice(0, size);
            const rows = merged(cut(numbers.length).map((page, index) => ({ page, hit: found.pages[index], group: groupOf(found.pages[index].number), twin: null })).filter((row) => row.page));
            const parts = [];
            const [help, checked, near] = [cut(held.length), cut(checks.length), cut(close.length)];
            if (danger.help.length) parts.push(helpCard(danger.help, help));
            else if (danger.check) parts.push(checkCard(danger.check, checked));
            if (answered) parts.push(pairCard(answered));
            const results = groups(rows);
            show(query, [...parts, ...(rows.length || parts.length ? results : nothing(query, near))], rows.length, parts.length > (answered ? 1 : 0));
          }));
        }));
      }));
    };
    return run;
  };

  /* What the opener gets: a function to call whenever the field has changed. The first calls wait for the core. */
  atlas.data("search", function (dialog) {
    let run = null;
    const status = dialog.querySelector("[role=status]");
    atlas.load("search/core", function (core) {
      run = core ? start(core, dialog) : () => { status.textContent = "The search could not be loaded. Use the list A to Z."; };
      run();
    });
    return () => run && run();
  });
})();
