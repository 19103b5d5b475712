/* Filters for the matrix, kept in the address so that a view can be shared. Without this script the table is complete. */
(function () {
  "use strict";

  const table = document.querySelector(".matrix");
  const filters = document.querySelector(".matrix-filters");
  if (!table || !filters) return;

  const rows = [...table.querySelectorAll("tbody tr")];
  const status = filters.querySelector("[role=status]");
  const field = (name) => filters.elements[name];
  const verdicts = (part) => [...part.querySelectorAll(".badge[data-verdict]")].map((badge) => badge.dataset.verdict);

  const read = function () {
    const asked = new URLSearchParams(location.search);
    ["verdict", "family"].forEach(function (name) {
      const value = asked.get(name) || "";
      field(name).value = [...field(name).options].some((option) => option.value === value) ? value : "";
    });
    field("differences").checked = asked.get("differences") === "1";
  };

  const write = function () {
    const asked = new URLSearchParams(location.search);
    const values = { verdict: field("verdict").value, family: field("family").value, differences: field("differences").checked ? "1" : "" };
    Object.entries(values).forEach(([name, value]) => (value ? asked.set(name, value) : asked.delete(name)));
    const query = asked.toString();
    try {
      history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    } catch {
      /* a page in a sandbox keeps its address */
    }
  };

  const apply = function () {
    const family = field("family").value;
    const verdict = field("verdict").value;
    const shown = (cell) => !family || cell.dataset.family === family;
    table.querySelectorAll("[data-family]").forEach((cell) => { cell.hidden = !shown(cell); });
    let count = 0;
    rows.forEach(function (row) {
      const cells = [...row.querySelectorAll("td")].filter(shown);
      const found = cells.flatMap(verdicts);
      const differs = new Set(found).size > 1;
      row.hidden = (verdict && !found.includes(verdict)) || (field("differences").checked && !differs);
      if (!row.hidden) count += 1;
    });
    status.textContent = `${count} of ${rows.length} rows shown`;
  };

  filters.hidden = false;
  filters.addEventListener("change", () => { write(); apply(); });
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(() => { write(); apply(); }));
  read();
  apply();
})();
