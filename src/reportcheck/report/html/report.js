"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const findings = all(".finding");
  const texts = findings.map((finding) => finding.textContent.toLowerCase());
  const search = byId("search"), rule = byId("rule"), page = byId("page"), letters = byId("letters");
  const told = byId("told"), help = byId("help"), ticks = byId("ticks");
  let current = -1;

  const shown = () => findings.filter((finding) => !finding.parentElement.hidden);

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = all("[name=severity]:checked").map((box) => box.value);
    findings.forEach((finding, number) => {
      const kept = severities.includes(finding.dataset.severity)
        && (!rule.value || rule.value === finding.dataset.rule)
        && (!page.value || page.value === finding.dataset.page)
        && words.every((word) => texts[number].includes(word));
      finding.parentElement.hidden = !kept;
    });
    byId("count").textContent = `${shown().length} of ${findings.length} findings`;
    current = -1;
  };

  const go = (step) => {
    const list = shown();
    if (!list.length) return;
    current = Math.min(Math.max(current + step, 0), list.length - 1);
    list[current].focus({ preventScroll: true });
    list[current].scrollIntoView({ block: "start" });
  };

  const toggle = () => {
    const off = document.body.classList.toggle("no-ticks");
    ticks.setAttribute("aria-pressed", String(!off));
  };

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    t: toggle,
    "/": () => search.focus(),
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") told.textContent = "";
    const typing = event.target.matches("input, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey || typing || help.open) return;
    const act = letters.checked && keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  // From tick to tick with the arrow keys, so that a page of five hundred is one stop of the Tab key.
  all(".sheet").forEach((sheet) => {
    const marks = all(".tick", sheet);
    sheet.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step || !marks.length || document.body.classList.contains("no-ticks")) return;
      event.preventDefault();
      const at = marks.indexOf(document.activeElement);
      marks[Math.min(Math.max(at + step, 0), marks.length - 1)].focus();
    });
    for (const mark of marks) {
      const say = () => { told.textContent = mark.getAttribute("aria-label"); };
      const hush = () => { told.textContent = ""; };
      mark.addEventListener("mouseenter", say);
      mark.addEventListener("focus", say);
      mark.addEventListener("mouseleave", hush);
      mark.addEventListener("blur", hush);
    }
  });

  ticks.addEventListener("click", toggle);
  byId("keys").addEventListener("click", () => help.showModal());
  byId("filter").addEventListener("input", filter);
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
