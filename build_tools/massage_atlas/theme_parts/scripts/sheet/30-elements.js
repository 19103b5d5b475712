/* The form and the sheet as elements of the page, and the fixed words that stand in it. */
(function () {
  "use strict";

  const form = document.getElementById("sheet-form");
  const sheet = document.getElementById("sheet");
  if (!form || !sheet) return;

  const all = (selector, inside) => [...(inside || document).querySelectorAll(selector)];
  const one = (selector, inside) => (inside || document).querySelector(selector);
  const words = Object.fromEntries(all("[data-word]").map((item) => [item.dataset.word, item.textContent]));
  const say = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => (values || {})[name]);
  const listed = (list) => list.join("; ");
  const make = function (tag, attributes, ...children) {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children.filter((child) => child !== ""));
    return element;
  };

  atlas.sheet = { form, sheet, all, one, words, say, listed, make };
})();
