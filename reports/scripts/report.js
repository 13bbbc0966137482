"use strict";
// Finds requirements in a report: filters, search, order, open points, language. Without it the page is whole.
(() => {
  const bar = document.getElementById("filter");
  const help = document.getElementById("filter-help");
  if (!bar || !help) return;
  const root = document.documentElement;
  const said = bar.dataset;
  const at = (id) => document.getElementById(id);
  const VERDICTS = ["fail", "unknown", "review", "pass", "not_applicable"];
  const OPEN = new Set(["fail", "unknown", "review"]);
  const PICKED = ["domain", "standard", "force", "obligation"];
  const DEFAULTS = { sort: "clause", lang: root.dataset.show ?? root.lang.slice(0, 2), theme: "auto", keys: "on" };

  // --- what the page holds ----------------------------------------------------------------------

  const rows = [];
  const sections = [...document.querySelectorAll("section.standard")].map((section) => {
    const title = section.querySelector("h3");
    const body = section.querySelector(".findings tbody");
    const mine = [...body.rows].map((tr) => ({
      tr,
      section,
      title,
      order: rows.length,
      verdict: VERDICTS.indexOf(tr.classList[0]),
      weight: Number(tr.dataset.weight),
      domain: tr.dataset.domain,
      force: tr.dataset.force,
      obligation: tr.dataset.obligation,
      standard: section.dataset.standard,
    }));
    for (const row of mine) rows.push(row);
    return { section, body, rows: mine };
  });
  const notes = document.querySelectorAll(".filtered");
  const clean = (text) => text.normalize("NFKC").toLowerCase();
  const textOf = (row) => (row.text ??= clean(`${row.title.textContent} ${row.tr.textContent}`));

  // --- words ------------------------------------------------------------------------------------

  // A sentence in the language that is shown; both where both are.
  const say = (key, values = {}) => {
    const filled = (text) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    const texts = { en: said[`${key}En`], zh: said[`${key}Zh`] };
    return (state.lang === "both" ? [texts.en, texts.zh] : [texts[state.lang]]).map(filled).join(" / ");
  };

  // --- the state and the address ----------------------------------------------------------------

  const fresh = () => ({ q: "", verdicts: new Set(), domain: "", standard: "", force: "", obligation: "", ...DEFAULTS });
  let state = fresh();
  let anchor = "";

  const read = (hash) => {
    const [name, query] = hash.replace(/^#/, "").split("?");
    const asked = query === undefined ? null : fresh();
    for (const [key, value] of new URLSearchParams(query)) {
      if (key === "verdict") for (const one of value.split(".")) if (VERDICTS.includes(one)) asked.verdicts.add(one);
      const control = bar.elements.namedItem(key);
      if (key === "q") asked.q = value;
      else if (key === "keys") asked.keys = value === "off" ? "off" : "on";
      else if (control instanceof HTMLSelectElement && [...control.options].some((one) => one.value === value)) asked[key] = value;
    }
    return { name, asked };
  };

  const write = () => {
    const query = new URLSearchParams();
    if (state.verdicts.size) query.set("verdict", VERDICTS.filter((one) => state.verdicts.has(one)).join("."));
    for (const key of ["q", ...PICKED]) if (state[key]) query.set(key, state[key]);
    for (const [key, usual] of Object.entries(DEFAULTS)) if (state[key] !== usual) query.set(key, state[key]);
    const text = query.toString();
    const hash = `#${anchor}${text ? `?${text}` : ""}`;
    if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
  };

  const show = () => {
    bar.elements.q.value = state.q;
    for (const box of bar.querySelectorAll("[name=verdict]")) box.checked = state.verdicts.has(box.value);
    for (const key of [...PICKED, "sort", "lang", "theme"]) {
      const control = bar.elements.namedItem(key);
      if (control) control.value = state[key];
    }
    at("filter-keys").checked = state.keys === "on";
  };

  // --- filter, sort, dress ----------------------------------------------------------------------

  const filtered = () => Boolean(state.q.trim() || state.verdicts.size || PICKED.some((key) => state[key]));

  const filter = () => {
    const words = clean(state.q).split(/\s+/).filter(Boolean);
    const picked = PICKED.filter((key) => state[key]);
    let shown = 0;
    for (const { section, rows: mine } of sections) {
      let here = 0;
      for (const row of mine) {
        const fits =
          (!state.verdicts.size || state.verdicts.has(VERDICTS[row.verdict])) &&
          picked.every((key) => row[key] === state[key]) &&
          words.every((word) => textOf(row).includes(word));
        if (row.tr.hidden === fits) row.tr.hidden = !fits;
        if (fits) here += 1;
      }
      const away = filtered() && here === 0;
      if (section.hidden !== away) section.hidden = away;
      shown += here;
    }
    const sentence = say(shown ? "count" : "none", { shown, total: rows.length });
    at("filter-count").textContent = sentence;
    for (const note of notes) {
      note.hidden = !filtered();
      note.textContent = filtered() ? `${sentence} ${chosen()}` : "";
    }
  };

  // What is filtered by, in words: it stands above the findings and on paper.
  const chosen = () => {
    const names = [...bar.querySelectorAll("[name=verdict]:checked")].map((box) => box.labels[0].innerText.trim());
    for (const key of PICKED) if (state[key]) names.push(bar.elements[key].selectedOptions[0].text);
    if (state.q.trim()) names.push(`“${state.q.trim()}”`);
    return `(${names.join(" · ")})`;
  };

  const ORDERS = {
    clause: (a, b) => a.order - b.order,
    verdict: (a, b) => a.verdict - b.verdict || a.order - b.order,
    weight: (a, b) => b.weight - a.weight || a.order - b.order,
  };
  let sorted = "clause";
  const sort = () => {
    if (sorted === state.sort) return;
    sorted = state.sort;
    for (const { body, rows: mine } of sections) {
      body.append(...[...mine].sort(ORDERS[sorted]).map((row) => row.tr));
      for (const head of body.parentElement.querySelectorAll("th[data-sort]")) {
        if (head.dataset.sort === sorted) head.setAttribute("aria-sort", "ascending");
        else head.removeAttribute("aria-sort");
      }
    }
  };

  const scheme = document.querySelector("meta[name=color-scheme]");
  const dark = [...document.styleSheets[0].cssRules].find((rule) => rule.media?.mediaText.includes("prefers-color-scheme"));
  const DARK = { auto: dark?.media.mediaText, light: "not all", dark: "screen" };
  const dress = () => {
    if (dark && dark.media.mediaText !== DARK[state.theme]) dark.media.mediaText = DARK[state.theme];
    scheme.content = state.theme === "auto" ? "light dark" : state.theme;
    if (root.dataset.show === undefined) return;
    root.dataset.show = state.lang;
    root.lang = state.lang === "zh" ? "zh-CN" : "en";
    for (const option of bar.querySelectorAll("[data-en]")) {
      const { en, zh } = option.dataset;
      option.text = state.lang === "both" && en !== zh ? `${en} / ${zh}` : option.dataset[state.lang === "zh" ? "zh" : "en"];
    }
  };

  const apply = () => {
    dress();
    sort();
    filter();
    write();
  };

  // --- moving about -----------------------------------------------------------------------------

  const fold = (section, folded) => {
    section.classList.toggle("folded", folded);
    section.querySelector(".fold").setAttribute("aria-expanded", String(!folded));
  };

  // Bring an element into view and give it the focus; what hides it gives way.
  const goTo = (element) => {
    const section = element.closest("section.standard");
    if (section && (element.hidden || section.hidden)) clear();
    if (section) fold(section, false);
    if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: element.localName === "tr" ? "center" : "start" });
  };

  let current = null;
  const open = (step) => {
    const points = [...document.querySelectorAll(".findings tbody tr:not([hidden])")].filter((tr) => OPEN.has(tr.classList[0]));
    if (!points.length) {
      at("filter-where").textContent = say("noopen");
      return;
    }
    const from = document.activeElement?.closest(".findings tbody tr") ?? current;
    let index = points.indexOf(from);
    if (index >= 0) index += step;
    else if (!from) index = step > 0 ? 0 : -1;
    else {
      const after = points.findIndex((tr) => from.compareDocumentPosition(tr) & Node.DOCUMENT_POSITION_FOLLOWING);
      index = (after < 0 ? points.length : after) + (step > 0 ? 0 : -1);
    }
    index = (index + points.length) % points.length;
    current = points[index];
    goTo(current);
    anchor = current.id;
    write();
    at("filter-where").textContent = say("where", { n: index + 1, total: points.length });
  };

  const first = () => {
    for (const { section, rows: mine } of sections) {
      const row = !section.hidden && [...mine].sort(ORDERS[sorted]).find((one) => !one.tr.hidden);
      if (row) return goTo(row.tr);
    }
  };

  const clear = () => {
    const { sort: order, lang, theme, keys } = state;
    state = { ...fresh(), sort: order, lang, theme, keys };
    show();
    apply();
  };

  const search = () => {
    bar.elements.q.focus();
    bar.elements.q.select();
  };

  const panel = (opened) => {
    at("filter-panel").hidden = !opened;
    bar.querySelector("[data-do=panel]").setAttribute("aria-expanded", String(opened));
  };

  // --- what people do ---------------------------------------------------------------------------

  const DEEDS = {
    next: () => open(1),
    previous: () => open(-1),
    panel: () => panel(at("filter-panel").hidden),
    clear,
    fold: () => sections.forEach(({ section }) => fold(section, true)),
    unfold: () => sections.forEach(({ section }) => fold(section, false)),
    help: () => help.showModal(),
    close: () => help.close(),
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.do) DEEDS[button.dataset.do]();
    else if (button?.classList.contains("fold")) {
      const section = button.closest("section.standard");
      fold(section, !section.classList.contains("folded"));
    }
    const cell = event.target.closest("a[data-verdict]");
    if (cell) {
      const { sort: order, lang, theme, keys } = state;
      state = { ...fresh(), sort: order, lang, theme, keys };
      state.verdicts.add(cell.dataset.verdict);
      state.standard = cell.dataset.standard;
      show();
      apply();
    }
  });

  bar.addEventListener("submit", (event) => {
    event.preventDefault();
    take();
    first();
  });

  let waiting = 0;
  const take = () => {
    clearTimeout(waiting);
    state.q = bar.elements.q.value;
    state.verdicts = new Set([...bar.querySelectorAll("[name=verdict]:checked")].map((box) => box.value));
    for (const key of [...PICKED, "sort", "lang", "theme"]) state[key] = bar.elements.namedItem(key)?.value ?? state[key];
    apply();
  };
  bar.addEventListener("change", take);
  bar.addEventListener("input", (event) => {
    if (event.target.name !== "q") return;
    clearTimeout(waiting);
    waiting = setTimeout(take, 120);
  });
  at("filter-keys").addEventListener("change", (event) => {
    state.keys = event.target.checked ? "on" : "off";
    write();
  });

  const KEYS = { n: DEEDS.next, p: DEEDS.previous, "?": DEEDS.help, "/": () => search() };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !at("filter-panel").hidden && bar.contains(event.target)) {
      panel(false);
      bar.querySelector("[data-do=panel]").focus();
    }
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea, dialog");
    if (typing || state.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });

  // An address is an anchor, a state (#?q=...), or both (#anchor?q=...); an anchor alone keeps the state.
  const arrive = () => {
    const { name, asked } = read(location.hash);
    if (asked) state = asked;
    anchor = name;
    show();
    apply();
    const target = name && at(name);
    if (target && (asked || target.hidden || target.closest("section.standard"))) goTo(target);
  };
  addEventListener("hashchange", arrive);
  addEventListener("pageshow", () => show()); // browsers fill in forms again on a reload, after this has run

  // --- begin ------------------------------------------------------------------------------------

  for (const { section } of sections) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold";
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-label", say("fold"));
    section.querySelector("h3").prepend(button);
  }
  bar.hidden = false;
  // What is scrolled to stands below the bar, however tall that is.
  new ResizeObserver(() => {
    root.style.scrollPaddingTop = `${bar.offsetHeight + 16}px`;
  }).observe(bar);
  arrive();
})();
