/* Runs before the first paint: tells the styles that scripts run, and for whom the page is shown. */
(function () {
  "use strict";

  const root = document.documentElement;
  const asked = /[?&]for=(clients|students)(?:&|$)/.exec(location.search);
  let kept = null;
  try {
    kept = localStorage.getItem("atlas-lens");
  } catch {
    kept = null; /* storage may be forbidden, full or missing */
  }
  root.classList.add("js");
  root.dataset.lens = (asked ? asked[1] : kept) === "students" ? "study" : "client";
})();
