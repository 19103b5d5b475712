/* Shows a page for clients or for students. Only text blocks change; what is about safety belongs to both. Without a
   script both texts stand under their headings. */
(function () {
  "use strict";

  const root = document.documentElement;
  const target = function () {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; /* a fragment that is no text */
    }
  };

  /* The list of contents names only what is shown. */
  document.querySelectorAll(".contents a[href^='#']").forEach(function (link) {
    const part = document.getElementById(link.hash.slice(1));
    if (part && part.dataset.audience) link.closest("li").dataset.audience = part.dataset.audience;
  });

  /* Whoever follows a link into a text for the others sees that text. */
  const follow = function () {
    const part = target();
    const own = part && part.closest("[data-audience]");
    if (!own || own.dataset.audience === root.dataset.lens) return;
    show(own.dataset.audience);
    part.scrollIntoView();
  };

  const show = function (who) {
    root.dataset.lens = who;
    document.querySelectorAll("input[name='lens']").forEach((input) => (input.checked = input.value === who));
  };

  const share = function (who) {
    const address = new URL(location.href);
    address.searchParams.delete("for");
    if (who === "study") address.searchParams.set("for", "students");
    try {
      history.replaceState(history.state, "", address);
    } catch {
      /* a page from a disk or in a sandbox keeps its address */
    }
  };

  const control = document.querySelector(".lens");
  if (control) {
    const said = control.querySelector("[role='status']");
    control.addEventListener("change", function (event) {
      const who = event.target.value;
      const place = control.getBoundingClientRect().top;
      show(who);
      window.scrollBy(0, control.getBoundingClientRect().top - place);
      atlas.keep("atlas-lens", who === "study" ? "students" : null);
      share(who);
      said.textContent = event.target.dataset.says;
    });
    show(root.dataset.lens || "client");
  }
  addEventListener("hashchange", follow);
  follow();
})();
