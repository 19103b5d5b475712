/* On paper nothing is closed: parts that open are open while the page is printed. */
(function () {
  "use strict";

  let opened = [];

  addEventListener("beforeprint", function () {
    opened = [...document.querySelectorAll("main details:not([open])")];
    opened.forEach((part) => (part.open = true));
  });
  addEventListener("afterprint", function () {
    opened.splice(0).forEach((part) => (part.open = false));
  });
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));
})();
