/* Filters of a list that is complete without them: read from the address, kept in it, and put back by "Show all". */
(function () {
  "use strict";

  const atlas = (window.atlas = window.atlas || {});

  /* `apply` gets the chosen values by name, shows what they ask for, and gives how many of how many are shown. */
  atlas.filters = function (form, apply) {
    const fields = [...form.elements].filter((field) => field.name);
    const status = form.querySelector("[role=status]");
    const value = (field) => (field.type === "checkbox" ? (field.checked ? field.value : "") : field.value);
    const takes = (field, asked) => [...field.options].some((option) => option.value === asked);

    const choose = function (asked) {
      fields.forEach(function (field) {
        const wanted = asked.get(field.name) || "";
        if (field.type === "checkbox") field.checked = wanted === field.value;
        else field.value = takes(field, wanted) ? wanted : "";
      });
    };

    const write = function () {
      const asked = new URLSearchParams(location.search);
      fields.forEach((field) => (value(field) ? asked.set(field.name, value(field)) : asked.delete(field.name)));
      const query = asked.toString();
      try {
        history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
      } catch {
        /* a page in a sandbox keeps its address */
      }
    };

    const show = function () {
      const [shown, total] = apply(Object.fromEntries(fields.map((field) => [field.name, value(field)])));
      status.textContent = status.dataset.words.replace("{shown}", shown).replace("{total}", total);
    };

    form.hidden = false;
    form.addEventListener("change", () => { write(); show(); });
    form.querySelector("button").addEventListener("click", function () {
      choose(new URLSearchParams());
      write();
      show();
    });
    choose(new URLSearchParams(location.search));
    show();
  };
})();
