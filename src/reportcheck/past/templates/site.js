(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const box = document.getElementById("search"), found = document.getElementById("found"), count = document.getElementById("count");
  const MOST = 200;
  const words = text => text.toLowerCase().split(/\s+/).filter(Boolean);
  const papers = data.papers.map(([page, title, source]) => ({page, title, source, text: `${title} ${source}`.toLowerCase()}));
  const findings = data.findings.map(([paper, severity, rule, message, quote]) =>
    ({paper, severity, rule, message, text: `${rule} ${message} ${quote}`.toLowerCase()}));
  const link = (page, text) => {
    const a = document.createElement("a");
    a.href = page;
    a.textContent = text;
    return a;
  };
  const line = (...parts) => {
    const li = document.createElement("li");
    li.append(...parts);
    return li;
  };
  const show = () => {
    const asked = words(box.value);
    found.replaceChildren();
    if (!asked.length) { count.textContent = ""; return; }
    const fits = each => asked.every(word => each.text.includes(word));
    const p = papers.filter(fits), f = findings.filter(fits);
    for (const each of p.slice(0, MOST)) found.append(line("paper ", link(each.page, each.title || each.source), ` ${each.source}`));
    for (const each of f.slice(0, MOST)) {
      const paper = papers[each.paper];
      found.append(line(`${each.severity} ${each.rule} `, link(paper.page, each.message), ` ${paper.title || paper.source}`));
    }
    const more = Math.max(0, p.length - MOST) + Math.max(0, f.length - MOST);
    count.textContent = `${p.length} papers, ${f.length} findings` + (more ? `; ${more} are not shown` : "");
  };
  box.addEventListener("input", show);
  if (location.hash.length > 1) { box.value = decodeURIComponent(location.hash.slice(1)); show(); }
})();
