/* Words as people type them: cut like the builder's, and compared by form, by spelling and by sound. */
(function () {
  "use strict";

  const ENDINGS = ["ations", "nesses", "ments", "ation", "ness", "ment", "ings", "ions", "ing", "ers", "ies", "ied", "ion", "ous", "al", "ed", "er", "es", "ia", "ic", "is", "ly", "or", "us", "a", "e", "i", "s", "y"];

  const tokens = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/['\u2019]/g, "")
    .replace(/[^a-z0-9]+/g, " ").trim().split(" ").filter(Boolean);

  /* The stem is what forms of a word share: kneads, kneaded and kneading; arthritis and arthritic. */
  const stems = new Map();
  const stem = function (word) {
    if (stems.has(word)) return stems.get(word);
    let left = word;
    for (let round = 0; round < 3; round++) {
      const ending = ENDINGS.find((one) => left.endsWith(one) && left.length - one.length >= (one.length > 1 ? 4 : 3));
      if (!ending) break;
      left = ending === "ation" || ending === "ations" ? left.slice(0, left.lastIndexOf("ion")) : left.slice(0, -ending.length);
    }
    left = left.replace(/([bdfgklmnprt])\1$/, "$1");
    stems.set(word, left);
    return left;
  };

  /* The sound: what is spoken alike is written alike, and the vowels after the first letter go. */
  const sound = (word) => word.replace(/^(kn|gn|pn)/, "n").replace(/^ps/, "s").replace(/^wr/, "r").replace(/^x/, "s").replace(/rh/g, "r")
    .replace(/ph/g, "f").replace(/gh(?!$)/g, "g").replace(/gh$/, "").replace(/tch/g, "ch").replace(/sch/g, "sk").replace(/ck/g, "k")
    .replace(/sc(?=[eiy])/g, "s").replace(/c(?=[eiy])/g, "s").replace(/ch(?=[rl])/g, "k").replace(/c(?!h)/g, "k").replace(/q/g, "k")
    .replace(/z/g, "s").replace(/x/g, "ks").replace(/dg/g, "j").replace(/g(?=[eiy])/g, "j").replace(/(.)\1+/g, "$1")
    .replace(/^[aeiouyh]+/, "a").replace(/(?!^)[aeiouyhw]/g, "").replace(/(.)\1+/g, "$1");

  /* How many letters were changed, lost, added or swapped; more than `most` is told as one more than that. */
  const distance = function (one, other, most) {
    const far = most + 1;
    if (Math.abs(one.length - other.length) > most) return far;
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let row = 1; row <= one.length; row++) {
      const now = [row];
      for (let column = 1; column <= other.length; column++) {
        const same = one[row - 1] === other[column - 1] ? 0 : 1;
        let least = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + same);
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) least = Math.min(least, before[column - 2] + 1);
        now.push(least);
      }
      if (Math.min(...now) > most) return far;
      before = last;
      last = now;
    }
    return last[other.length];
  };

  const slips = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

  /* How close a known word is to a typed one, by spelling or sound: 1 for the same, 0 for another word. */
  const likeness = function (typed, known) {
    const most = slips(typed);
    const heard = typed.length > 4 && known.length > 4 && sound(typed) === sound(known);
    const far = distance(typed, known, heard ? most + (typed.length < 8 ? 1 : 2) : most);
    if (far <= most) return 0.9 - 0.08 * far + (heard ? 0.04 : 0);
    return heard && far <= most + (typed.length < 8 ? 1 : 2) ? 0.74 : 0;
  };

  atlas.words = { tokens, stem, sound, distance, slips, likeness };
})();
