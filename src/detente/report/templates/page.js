"use strict";
(function () {
  // Sorting: headings become buttons; numbers and dates by data-v, else by text.
  const collator = new Intl.Collator("en", { numeric: true });
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v;
  };
  document.querySelectorAll("table.sortable").forEach((table) => {
    const headings = Array.from(table.tHead.rows[0].cells);
    headings.forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const number = heading.classList.contains("num") || heading.classList.contains("balance");
        const before = heading.getAttribute("aria-sort");
        const down = before ? before === "ascending" : number;
        headings.forEach((other) => other.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", down ? "descending" : "ascending");
        const compare = (a, b) => {
          const x = value(a, column), y = value(b, column);
          return number ? Number(x) - Number(y) : collator.compare(x, y);
        };
        const body = table.tBodies[0];
        body.append(...Array.from(body.rows).sort((a, b) => (down ? compare(b, a) : compare(a, b))));
      });
    });
  });

  const unfold = (element) => {
    for (let node = element; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
    }
  };

  // A number leads to exactly the items that it counts; the others step back until asked for.
  const showAll = (pair) => {
    pair.querySelectorAll(".item").forEach((item) => { item.hidden = false; });
    pair.querySelectorAll(".picked").forEach((note) => note.remove());
  };
  const pick = (pair, token, words) => {
    showAll(pair);
    const items = Array.from(pair.querySelectorAll(".item"));
    const chosen = items.filter((item) => item.dataset.t.split(" ").includes(token));
    if (!chosen.length) return;
    items.forEach((item) => { item.hidden = !chosen.includes(item); });
    chosen.forEach(unfold);
    const note = document.createElement("p");
    note.className = "picked";
    note.setAttribute("role", "status");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Show all";
    button.addEventListener("click", () => { showAll(pair); pair.querySelector("h3 a").focus(); });
    note.append((words ? words + ": " : "") + chosen.length + " of " + items.length + " shown. ", button);
    pair.querySelector("h3").after(note);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-pick]");
    if (!link) return;
    const pair = document.getElementById(link.hash.slice(1));
    if (pair) pick(pair, link.dataset.pick, link.getAttribute("aria-label"));
  });

  // A link into something folded unfolds it.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const pair = target.closest(".pair");
    if (pair && target !== pair && target.hidden) showAll(pair);
    unfold(target);
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
  reveal();

  // Paper has no folds.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    folded.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => { folded.forEach((details) => { details.open = false; }); });
})();
