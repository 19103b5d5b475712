/* Filters for the matrix, kept in the address so that a view can be shared. Without this script the table is complete. */
(function () {
  "use strict";

  const form = document.querySelector(".filters[data-of=matrix]");
  if (!form) return;

  const table = document.querySelector(".matrix");

  const rows = [...table.querySelectorAll("tbody tr")];
  const verdicts = (part) => [...part.querySelectorAll(".badge[data-verdict]")].map((badge) => badge.dataset.verdict);

  window.atlas.filters(form, function ({ verdict, family, differences }) {
    const shown = (cell) => !family || cell.dataset.family === family;
    table.querySelectorAll("[data-family]").forEach((cell) => { cell.hidden = !shown(cell); });
    let count = 0;
    rows.forEach(function (row) {
      const cells = [...row.querySelectorAll("td")].filter(shown);
      const found = cells.flatMap(verdicts);
      const differs = new Set(found).size > 1;
      row.hidden = (verdict && !found.includes(verdict)) || (differences && !differs);
      if (!row.hidden) count += 1;
    });
    return [count, rows.length];
  });
})();
