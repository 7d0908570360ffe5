"use strict";
(() => {
  const form = document.getElementById("filter");
  const query = document.getElementById("q");
  const outlet = document.getElementById("outlet");
  const hits = document.getElementById("hits");
  const toggles = [...form.querySelectorAll("[data-status]")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const SAYING = "h3, h4, mark, figcaption > b, figcaption > bdi, .source, .ident > a, td";
  const items = [...document.querySelectorAll("[data-item]")].map((element) => ({
    element,
    status: element.dataset.status,
    outlets: element.dataset.outlets.split("|"),
    search: [...element.querySelectorAll(SAYING)].map((part) => part.textContent.toLowerCase()).join(" "),
  }));

  const folds = [...document.querySelectorAll("details.fold")];
  const wasOpen = folds.map((fold) => fold.open);

  const apply = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    const statuses = new Set(toggles.filter((t) => t.getAttribute("aria-pressed") === "true").map((t) => t.dataset.status));
    let shown = 0;
    for (const item of items) {
      const fits =
        statuses.has(item.status) &&
        (!outlet.value || item.outlets.includes(outlet.value)) &&
        words.every((word) => item.search.includes(word));
      item.element.hidden = !fits;
      shown += fits;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
    }
    const narrowed = words.length > 0 || outlet.value !== "";
    folds.forEach((fold, at) => {
      fold.open = narrowed || wasOpen[at];
    });
    const here = Number(hits.dataset.total) > items.length ? " on this page" : "";
    const count = shown === items.length ? items.length.toLocaleString("en") : `${shown} of ${items.length.toLocaleString("en")}`;
    hits.textContent = `${count} questions${here}`;
  };

  for (const toggle of toggles) {
    toggle.addEventListener("click", () => {
      toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  }
  query.addEventListener("input", apply);
  outlet.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
  });
  form.hidden = false;
  apply();
})();
