/* The sections behind a button, where there is no room for them. Without a script they stand in the header. */
(function () {
  "use strict";

  const button = document.querySelector(".menu-button");
  if (!button) return;
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const open = (yes) => button.setAttribute("aria-expanded", String(yes));

  button.addEventListener("click", () => open(!isOpen()));
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !isOpen()) return;
    const inside = event.target.closest(".site-header");
    open(false);
    if (inside) button.focus();
  });
})();
