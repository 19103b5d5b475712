/* Shows the sources of one kind or one year. Without this script all are there, and each kind has a page of its own. */
(function () {
  "use strict";

  const form = document.querySelector(".filters[data-of=sources]");
  if (!form) return;

  const rows = [...document.querySelectorAll("li[data-kind][data-year]")];
  const lists = [...new Set(rows.map((row) => row.closest(".part")))];

  window.atlas.filters(form, function ({ kind, year }) {
    let shown = 0;
    rows.forEach(function (row) {
      row.hidden = (kind && row.dataset.kind !== kind) || (year && row.dataset.year !== year);
      if (!row.hidden) shown += 1;
    });
    lists.forEach(function (list) {
      const empty = !list.querySelector("li[data-kind]:not([hidden])");
      list.hidden = empty;
      list.previousElementSibling.hidden = empty;
    });
    return [shown, rows.length];
  });
})();
