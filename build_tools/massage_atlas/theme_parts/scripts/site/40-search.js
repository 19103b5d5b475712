/* Opens the search: the button, a slash, Ctrl-K, a search field or a suggestion. The search itself is loaded with the
   first key; what is typed stays in the page. */
(function () {
  "use strict";

  if (!window.HTMLDialogElement) return;
  let dialog = null;
  let app = null;

  const make = function (tag, attributes, ...children) {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children);
    return element;
  };

  const build = function () {
    const close = make("button", { type: "button", className: "search-close", textContent: "Close" });
    const field = make("input", { id: "atlas-query", type: "search", autocomplete: "off", spellcheck: false });
    field.setAttribute("autocapitalize", "off");
    const status = make("p", { className: "search-count" });
    status.setAttribute("role", "status");
    dialog = make("dialog", { className: "search" },
      make("div", { className: "search-head" }, make("h2", { id: "search-title", textContent: "Search" }), close),
      make("label", { htmlFor: "atlas-query", textContent: "Your illness, medicine or question" }), field, status,
      make("div", { className: "search-results" }));
    dialog.setAttribute("aria-labelledby", "search-title");
    close.addEventListener("click", () => dialog.close());
    field.addEventListener("input", ask);
    /* A search field empties itself on Escape; here Escape always closes. */
    field.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); dialog.close(); } });
    dialog.addEventListener("click", ({ target }) => { if (target === dialog || target.closest("a")) dialog.close(); });
    document.body.append(dialog);
  };

  const ask = function () {
    if (app) return app();
    atlas.load("search", function (start) {
      if (!app) app = start ? start(dialog) : () => { dialog.querySelector("[role=status]").textContent = "The search could not be loaded. Use the list A to Z."; };
      app();
    });
  };

  const open = function (text) {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    const field = dialog.querySelector("input");
    if (text) {
      field.value = text;
      ask();
    }
    field.focus();
    field.select();
  };

  document.addEventListener("click", function (event) {
    const { target } = event;
    const field = target.closest("[role=search] button") && target.closest("[role=search]").querySelector("input");
    const wanted = target.closest("[data-search]");
    if (!field && !wanted && !target.closest(".search-button")) return;
    event.preventDefault();
    open(field ? field.value : wanted ? wanted.dataset.search : "");
  });

  document.addEventListener("keydown", function (event) {
    const key = event.key.toLowerCase();
    const combined = event.ctrlKey || event.metaKey;
    const asked = (key === "/" && !combined && !event.altKey) || (key === "k" && combined && !event.altKey && !event.shiftKey);
    if (!asked || event.target.closest("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open("");
  });

  window.addEventListener("pagehide", function () {
    if (!dialog) return;
    dialog.close();
    dialog.querySelector("input").value = "";
    if (app) app();
  });
})();
