// What the first page of a site can do beside being read: show the reviews that somebody looks for, in the order that
// somebody wants. Stands right behind .filter and before the lists, so that the controls are there before anything
// below them. Each entry says itself where it stands by title and director, and what its films are; words come
// from .filter. What was asked for stands in the address.
(() => {
  "use strict";
  const place = document.currentScript.previousElementSibling;
  const words = place.dataset;
  const orders = ["issue", "title", "film-year", "director", "rating", "date"];

  const make = (name, facts = {}, ...inside) => {
    const element = Object.assign(document.createElement(name), facts);
    element.append(...inside);
    return element;
  };
  const field = (key, control) => make("label", { className: `by-${control.name}` }, make("span", {}, words[key]), control);
  const option = ([value, text]) => make("option", { value }, text);
  const select = (name, options) => make("select", { name }, ...options.map(option));
  const word_of = (order) => words[order.replace("film-year", "filmYear")];

  const look_for = make("input", { type: "search", name: "q", autocomplete: "off", spellcheck: false });
  const choices = { year: select("year", [["", words.any]]), rating: select("rating", [["", words.any]]), date: select("date", [["", words.any]]) };
  const order = select("order", orders.map((one) => [one === "issue" ? "" : one, word_of(one)]));
  const reversed = make("button", { type: "button", name: "reversed" }, words.reversed);
  const all = make("button", { type: "reset" }, words.all);
  const shown = make("p", { className: "shown" });
  shown.setAttribute("role", "status");
  const form = make("form", { autocomplete: "off" },
    field("find", look_for), field("filmYear", choices.year), field("rating", choices.rating),
    field("date", choices.date), field("order", order), make("div", { className: "buttons" }, reversed, all), shown);
  place.append(form);

  // What is asked for, as the controls say it and as the address does.
  const asked = () => ({ q: look_for.value.trim(), year: choices.year.value, rating: choices.rating.value, date: choices.date.value,
    order: order.value, reversed: reversed.getAttribute("aria-pressed") === "true" ? "1" : "" });
  const in_address = () => new URLSearchParams(location.search);
  const set_controls = (query) => {
    look_for.value = query.get("q") ?? "";
    for (const control of [...Object.values(choices), order]) {
      control.value = query.get(control.name) ?? "";
      if (control.selectedIndex < 0) control.value = "";
    }
    reversed.setAttribute("aria-pressed", String(query.get("reversed") === "1"));
  };
  const address = () => {
    const query = String(new URLSearchParams(Object.entries(asked()).filter(([, value]) => value !== "")));
    return location.pathname + (query === "" ? "" : `?${query}`) + location.hash;
  };

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const number = (text) => (text === undefined ? null : Number(text));
  const read_film = (element) => ({ year: number(element.dataset.year), rating: number(element.dataset.rating),
    spoken: element.querySelector(":scope > .stars-at [role=img], :scope > .rating [role=img]")?.getAttribute("aria-label") });
  const read_entry = (element, at) => ({
    element, at, home: element.parentElement, films: [element, ...element.querySelectorAll(".works > li")].map(read_film),
    title: number(element.dataset.title), director: number(element.dataset.director),
    date: element.querySelector("time")?.getAttribute("datetime").slice(0, 10) ?? null,
    month: element.querySelector(".month")?.textContent,
    text: plain([element.dataset.words ?? "", ...[...element.querySelectorAll(".film, .director, .works > li")].map((each) => each.textContent)].join(" ")),
  });
  const known = (values) => values.filter((value) => value !== null);
  const best = (films) => known(films.map((film) => film.rating)).sort((a, b) => b - a)[0] ?? null;
  const keys = {
    title: (entry) => entry.title, director: (entry) => entry.director, date: (entry) => entry.date,
    "film-year": (entry) => known(entry.films.map((film) => film.year))[0] ?? null,
    rating: (entry) => (best(entry.films) === null ? null : -best(entry.films)), // the best first
  };

  let entries = [];
  const seasons = [];
  const sorted = make("ol", { className: "reviews" });

  /// Options in the order of their values; a value's first words are its words.
  const offer = (control, pairs, compare) => {
    const options = new Map();
    for (const [value, text] of pairs) if (value !== null && text !== undefined && !options.has(String(value))) options.set(String(value), text);
    control.append(...[...options].sort(([a], [b]) => compare(a, b)).map(option));
    control.disabled = options.size < 2;
  };
  const offer_all = () => {
    const films = entries.flatMap((entry) => entry.films);
    offer(choices.year, films.map((film) => [film.year, String(film.year)]), (a, b) => b - a);
    offer(choices.rating, films.map((film) => [film.rating, film.spoken && words.least.replace("{}", film.spoken)]), (a, b) => b - a);
    const months = new Set(entries.map((entry) => entry.date?.slice(0, 7)));
    const length = months.size > 24 ? 4 : 7; // years, where months would be too many
    offer(choices.date, entries.map((entry) => [entry.date && entry.date.slice(0, length), length === 4 ? entry.date?.slice(0, 4) : entry.month]),
      (a, b) => (a < b ? -1 : 1));
  };

  const fits = (entry, want) =>
    plain(want.q).split(/\s+/).every((word) => entry.text.includes(word)) &&
    (want.date === "" || (entry.date ?? "").startsWith(want.date)) &&
    entry.films.some((film) => (want.year === "" || film.year === Number(want.year)) &&
      (want.rating === "" || (film.rating !== null && film.rating >= Number(want.rating))));

  const in_order = (want) => {
    const key = keys[want.order] ?? ((entry) => entry.at);
    const turn = want.reversed ? -1 : 1;
    // What says nothing about it stands last, whichever way the others stand.
    return [...entries].sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      if (left === null || right === null) return (left === null) - (right === null) || a.at - b.at;
      return left === right ? a.at - b.at : left < right ? -turn : turn;
    });
  };

  const show = () => {
    const want = asked();
    const is_sorted = want.order !== "" || want.reversed !== "";
    let count = 0;
    for (const entry of in_order(want)) {
      const fit = fits(entry, want);
      entry.element.hidden = !fit;
      if (fit) count++;
      (is_sorted ? sorted : entry.home).append(entry.element);
    }
    sorted.parentElement.hidden = !is_sorted;
    for (const season of seasons) season.hidden = is_sorted || !season.querySelector(".reviews > li:not([hidden])");
    document.body.classList.toggle("filtered", count < entries.length);
    const told = [words.shown.replace("{1}", count).replace("{2}", entries.length)];
    if (want.order !== "") told.push(`${words.order}: ${word_of(want.order)}`);
    if (want.reversed) told.push(words.reversed);
    shown.textContent = told.join(" · ");
  };

  // A word that is being typed is one step back, not one for each letter.
  let typing = false;
  const changed = (is_typing) => {
    try {
      if (is_typing && typing) history.replaceState(null, "", address());
      else if (address() !== location.pathname + location.search + location.hash) history.pushState(null, "", address());
    } catch {
      // Some browsers let no page from a disk change its address: then it tells less.
    }
    typing = is_typing;
    show();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => changed(event.target === look_for));
  look_for.addEventListener("blur", () => { typing = false; });
  reversed.addEventListener("click", () => {
    reversed.setAttribute("aria-pressed", String(reversed.getAttribute("aria-pressed") !== "true"));
    changed(false);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    set_controls(new URLSearchParams());
    changed(false);
  });
  window.addEventListener("popstate", () => {
    typing = false;
    set_controls(in_address());
    show();
  });

  // Where the address asks for something, nothing is seen that would jump.
  set_controls(in_address());
  document.documentElement.classList.toggle("asked", location.search !== "");
  document.addEventListener("DOMContentLoaded", () => {
    try {
      entries = [...document.querySelectorAll(".reviews > li")].map(read_entry);
      for (const list of new Set(entries.map((entry) => entry.home))) seasons.push(list.closest(".season") ?? list);
      place.after(make("section", { className: "sorted", hidden: true }, make("h2", { className: "unseen" }, words.reviews), sorted));
      offer_all();
      set_controls(in_address());
      show();
    } finally {
      document.documentElement.classList.remove("asked");
    }
  });
})();
