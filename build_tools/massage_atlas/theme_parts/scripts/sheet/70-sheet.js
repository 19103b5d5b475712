/* The appointment sheet: makes, shows, prints and copies it, and forgets all of it when the reader leaves. */
(function () {
  "use strict";

  if (!atlas.sheet) return;
  const { form, sheet, all, one, words, box, answers, read, asking, filling } = atlas.sheet;

  let announce = 0;
  let opened = [];

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

  const start = function (data) {
    const { askPlaces, askStages, find } = asking(data);
    const fill = filling(data);
    const makeSheet = function () {
      const summary = fill();
      sheet.hidden = false;
      document.body.classList.add("has-sheet");
      one("h2", sheet).focus();
      announced(summary);
    };

    /* Buttons, not a submission: a frame that allows scripts may still forbid forms. */
    const DO = { make: makeSheet, show, copy, close, print: () => window.print(), clear: () => { clear(); one("input", form).focus(); } };

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
      askStages(read(data).certain);
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
