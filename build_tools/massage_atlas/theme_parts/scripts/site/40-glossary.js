/* What a word means, where it stands: on hover, on focus, and at the first tap. Escape closes it, and the pointer may
   move onto it. The texts come from the list "Words on this page"; without this script a word is a plain link. */
(function () {
  "use strict";

  const list = document.querySelector(".words-here");
  if (!list) return;

  const GRACE = 300;
  const EDGE = 8;
  const meanings = new Map([...list.querySelectorAll("[data-means]")].map((one) => [one.dataset.means, one]));
  const wordAt = (target) => (target instanceof Element ? target.closest("a.atlas-term") : null);

  const box = document.createElement("div");
  const tip = document.createElement("p");
  const more = document.createElement("a");
  box.className = "word-box";
  box.hidden = true;
  tip.id = "word-tip";
  tip.setAttribute("role", "tooltip");
  more.textContent = list.dataset.more;
  box.append(tip);
  (document.querySelector("main") || document.body).append(box);

  let shown = null;
  let touched = false;
  let timer = 0;

  /* Below the word, or above it where there is more room; never over an edge of the window. */
  const place = function (word) {
    const lines = [...word.getClientRects()];
    box.style.left = box.style.top = "0px";
    const from = box.getBoundingClientRect();
    const last = lines[lines.length - 1];
    const room = document.documentElement.clientHeight - last.bottom;
    const above = room < from.height && lines[0].top > from.height;
    const most = document.documentElement.clientWidth - from.width - EDGE;
    const left = Math.max(EDGE, Math.min((above ? lines[0] : last).left, most));
    box.style.left = `${left - from.left}px`;
    box.style.top = `${(above ? lines[0].top - from.height : last.bottom) - from.top}px`;
  };

  const close = function () {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  };

  const open = function (word, byTouch) {
    clearTimeout(timer);
    const meaning = meanings.get(word.dataset.term);
    if (!meaning) return;
    if (word !== shown) close();
    const name = document.createElement("b");
    name.textContent = `${meaning.querySelector("dt").textContent}: `;
    tip.replaceChildren(name, meaning.querySelector("dd").textContent);
    more.href = word.href;
    box.replaceChildren(tip, ...(byTouch ? [more] : []));
    shown = word;
    box.hidden = false;
    word.setAttribute("aria-describedby", tip.id);
    place(word);
  };

  /* Gone a moment after the pointer, so that it can move from the word onto the text; a focused word keeps its text. */
  const leave = function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      const focused = wordAt(document.activeElement);
      if (focused && focused.matches(":focus-visible")) open(focused, false);
      else close();
    }, GRACE);
  };

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType !== "mouse") return;
    const word = wordAt(event.target);
    if (word && word !== shown) open(word, false);
    else if (word || box.contains(event.target)) clearTimeout(timer);
  });
  document.addEventListener("pointerout", function (event) {
    if (event.pointerType !== "mouse" || !shown || box.hidden) return;
    if (wordAt(event.target) || box.contains(event.target)) leave();
  });
  document.addEventListener("pointerdown", function (event) {
    touched = event.pointerType !== "mouse";
    if (shown && !shown.contains(event.target) && !box.contains(event.target)) close();
  });
  document.addEventListener("focusin", function (event) {
    const word = wordAt(event.target);
    if (word && !touched) open(word, false);
    else if (!word && !box.contains(event.target)) close();
  });
  document.addEventListener("focusout", function (event) {
    if (wordAt(event.target) === shown && !box.contains(event.relatedTarget) && !box.matches(":hover")) close();
  });
  document.addEventListener("click", function (event) {
    const word = wordAt(event.target);
    if (!word || !touched || !meanings.has(word.dataset.term)) return;
    if (word === shown && more.isConnected) return close();
    event.preventDefault();
    open(word, true);
  });
  document.addEventListener("keydown", function (event) {
    touched = false;
    if (event.key === "Escape") close();
  });
  window.addEventListener("resize", () => shown && place(shown));
  window.addEventListener("pagehide", close);
})();
