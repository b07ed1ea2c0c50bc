// Every text of a page that is ours, with the language it says it is in; and the names that come from the data.
(() => {
  const data = "bdi, script, style, code, pre, textarea, [data-chart]";
  const texts = [];
  const tongue = (element) => element.closest("[lang]")?.lang ?? "";
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const words = node.data.trim().replace(/\s+/g, " ");
    if (words && !node.parentElement.closest(data)) {
      texts.push({ words, lang: tongue(node.parentElement), where: node.parentElement.localName });
    }
  }
  for (const name of ["aria-label", "title", "placeholder", "alt", "data-label"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const words = element.getAttribute(name).trim().replace(/\s+/g, " ");
      if (words && !element.closest("[data-chart] *")) texts.push({ words, lang: tongue(element), where: name });
    }
  }
  for (const chart of document.querySelectorAll("[data-chart]")) {
    const asked = JSON.parse(chart.dataset.chart);
    for (const words of [asked.x.title, asked.y.title, ...asked.series.map((series) => series.name)]) {
      if (words.trim()) texts.push({ words: words.trim(), lang: tongue(chart), where: "chart" });
    }
  }
  const names = [...new Set([...document.querySelectorAll("bdi")].map((e) => e.textContent.trim().replace(/\s+/g, " ")))];
  return { lang: document.documentElement.lang, texts, names };
})();
