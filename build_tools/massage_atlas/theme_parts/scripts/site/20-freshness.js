/* A page nobody looked after grows careful by the reader's own clock: past its check date it says so, and past the
   hard limit every verdict milder than "ask first" becomes "ask". Stricter ones and urgency cards stay as they are. */
(function () {
  "use strict";

  const MILDER = ["avoid-area", "adapt", "no-warning", "not-checked"];
  const ASK = "Ask your therapist or doctor";
  const BUBBLE = "M2 3h20v14H11l-6 5v-5H2Z M9.5 8a2.5 2.3 0 1 1 2.6 2.6v1.2m0 1.4v1.6";
  const MONTHS = "January February March April May June July August September October November December".split(" ");

  const inWords = function (day) {
    const [year, month, date] = day.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  };

  const closeBadge = function (badge) {
    const was = badge.dataset.verdict;
    if (!MILDER.includes(was)) return;
    badge.dataset.verdict = "ask-first";
    badge.dataset.was = was;
    badge.classList.replace(`badge-${was}`, "badge-ask-first");
    const [spoken] = badge.querySelectorAll(".hidden");
    const shape = badge.querySelector("svg");
    if (shape) {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      Object.entries({ d: BUBBLE, fill: "none", stroke: "currentColor", "stroke-width": "2.2" }).forEach(([name, value]) => path.setAttribute(name, value));
      shape.replaceChildren(path);
    }
    badge.replaceChildren(...[shape, spoken].filter(Boolean), ASK);
  };

  /* Words made from a verdict, such as the sentence that holds for most techniques. */
  const closeWords = function (part) {
    if (!MILDER.includes(part.dataset.says)) return;
    part.textContent = "label" in part.dataset ? `${ASK}: ` : `${ASK}. What we said here is past its check date.`;
  };

  const close = function (scope) {
    [scope, ...scope.querySelectorAll(".badge[data-verdict]")].filter((one) => one.matches(".badge[data-verdict]") && !one.closest(".legend")).forEach(closeBadge);
    [scope, ...scope.querySelectorAll("[data-says]")].filter((one) => "says" in one.dataset).forEach(closeWords);
  };

  /* A review line speaks for its page, or for its word in a glossary; anything else for what stands inside it. */
  const scopeOf = (one) => (one.matches(".review-line") ? one.closest(".word") || one.closest("main, .page, article, body") : one);

  document.querySelectorAll("[data-due]").forEach(function (one) {
    if (!atlas.past(one.dataset.due)) return;
    one.textContent = `This page is past its check date (${inWords(one.dataset.due)}). Do not rely on it. ${ASK}.`;
    one.classList.add("overdue");
  });
  document.querySelectorAll("[data-closes]").forEach((one) => atlas.past(one.dataset.closes) && close(scopeOf(one)));
})();
