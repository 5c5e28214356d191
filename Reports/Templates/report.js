// Filters and keys of the audit page. Without it the page reads as well, only not filtered.
"use strict";
(() => {
  const verdict = document.getElementById("verdict");
  const main = document.querySelector("main");
  const filters = document.getElementById("filters");
  // The order of reading is the order that is shown.
  main.before(verdict, filters);
  filters.hidden = false;

  const findings = [...document.querySelectorAll(".finding")];
  const sections = [...document.querySelectorAll(".document")];
  const status = document.getElementById("shown");
  const onlyBlocking = document.getElementById("only-blocking");
  const severities = [...filters.querySelectorAll("[name=severity]")];

  const apply = () => {
    const wanted = new Set(severities.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const finding of findings) {
      const isShown = wanted.has(finding.dataset.severity)
        && (!onlyBlocking.checked || finding.dataset.blocking === "true");
      finding.hidden = !isShown;
      if (isShown) count += 1;
    }
    for (const group of document.querySelectorAll(".subject")) {
      group.hidden = !group.querySelector(".finding:not([hidden])");
    }
    for (const mark of document.querySelectorAll("mark[data-finding]")) {
      const finding = document.getElementById(mark.dataset.finding);
      mark.classList.toggle("muted", finding !== null && finding.hidden);
    }
    for (const section of sections) {
      const isQuiet = onlyBlocking.checked && section.dataset.unread !== "true"
        && !section.querySelector(".finding:not([hidden])");
      section.hidden = isQuiet;
    }
    status.textContent = `${count} of ${findings.length} findings shown`;
  };
  filters.addEventListener("change", apply);
  filters.addEventListener("submit", (event) => event.preventDefault());

  if (sections.length > 1) {
    const contents = document.getElementById("contents");
    const list = document.createElement("ul");
    for (const section of sections) {
      const link = document.createElement("a");
      link.href = `#${section.id}`;
      link.textContent = section.querySelector("h2").textContent;
      const item = document.createElement("li");
      item.append(link, ` ${section.dataset.summary}`);
      list.append(item);
    }
    contents.append(list);
    contents.hidden = false;
  }

  let current = -1;
  const go = (step) => {
    const shown = findings.filter((finding) => !finding.hidden);
    if (shown.length === 0) return;
    const known = shown.indexOf(findings[current]);
    const next = shown[(known + step + shown.length) % shown.length] ?? shown[0];
    current = findings.indexOf(next);
    const mark = document.getElementById(next.dataset.mark ?? "");
    mark?.closest("details")?.setAttribute("open", "");
    mark?.scrollIntoView({ block: "center" });
    next.scrollIntoView({ block: "nearest" });
    next.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, select, textarea") && event.key !== "Escape") return;
    switch (event.key) {
      case "n": case "j": go(1); break;
      case "p": case "k": go(-1); break;
      case "b": onlyBlocking.checked = !onlyBlocking.checked; apply(); break;
      case "t": window.scrollTo(0, 0); verdict.focus({ preventScroll: true }); break;
      default: return;
    }
    event.preventDefault();
  });
  // Paper has nothing to unfold.
  window.addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  // A link from a finding may lead into a part that is folded away.
  window.addEventListener("hashchange", () => {
    document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");
  });
  apply();
})();
