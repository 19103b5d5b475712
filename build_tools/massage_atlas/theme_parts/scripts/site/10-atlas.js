/* What our scripts share: data that arrives as a script, a storage that may be missing, and the reader's own day. */
(function () {
  "use strict";

  const arrived = {};
  const waiting = {};
  const base = document.currentScript ? document.currentScript.src.replace(/[^/]*$/, "") : "";
  const atlas = (window.atlas = window.atlas || {});

  /* Where our scripts and their data lie. */
  atlas.base = base;

  /* A data file calls this with its own name; whoever waits for it is told. */
  atlas.data = function (name, value) {
    arrived[name] = value;
    (waiting[name] || []).splice(0).forEach((ready) => ready(value));
  };

  /* Ask for data; the file is loaded by a script element, since pages from a disk may not fetch. What cannot be had is
     null. */
  atlas.load = function (name, ready) {
    if (name in arrived) return ready(arrived[name]);
    if (waiting[name]) return waiting[name].push(ready);
    waiting[name] = [ready];
    const script = document.createElement("script");
    script.src = `${base}${name}.js`;
    script.addEventListener("error", () => atlas.data(name, null));
    document.head.append(script);
  };

  /* Storage can be forbidden, full or missing: then nothing is kept, and nothing breaks. */
  atlas.keep = function (key, value) {
    try {
      if (value === undefined) return localStorage.getItem(key);
      if (value === null) return localStorage.removeItem(key);
      return localStorage.setItem(key, value);
    } catch {
      return null;
    }
  };

  /* A fact is written id:variant/phase@site; what is missing was not said. */
  atlas.facts = {
    parse(written) {
      const [, id, variant, phase, site] = /^([^:/@]+)(?::([^/@]+))?(?:\/([^@]+))?(?:@(.+))?$/.exec(written);
      return { id, variant: variant || null, phase: phase || null, site: site || null };
    },
    write({ id, variant, phase, site }) {
      const part = (mark, said) => (said === null ? "" : mark + said);
      return id + part(":", variant) + part("/", phase) + part("@", site);
    },
  };

  /* Whether a day, written year-month-day, lies behind the reader; no day does not. */
  atlas.past = function (day) {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return Boolean(day) && day < `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };
})();
