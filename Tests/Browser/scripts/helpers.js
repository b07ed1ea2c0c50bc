// What the other scripts share: who is seen, and how an element is named in a fault.
(() => {
  const seen = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;

  const named = (element) => {
    const id = element.id ? "#" + element.id : "";
    const style = typeof element.className === "string" ? element.className.trim().split(/\s+/).filter(Boolean) : [];
    const text = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.localName}${id}${style.map((word) => "." + word).join("")}${text ? ` “${text}”` : ""}`;
  };

  /// Moved off the page or shrunk to a point: there for those who listen, or until it has the focus.
  const hiddenFromView = (element) => {
    const box = element.getBoundingClientRect();
    return box.width <= 2 || box.height <= 2 || box.right <= 0 || box.bottom + scrollY <= 0;
  };

  const above = function* (element) {
    for (let e = element.parentElement; e; e = e.parentElement) yield e;
  };

  const style = (element) => getComputedStyle(element);
  const scrolls = (element, axis) => /auto|scroll/.test(style(element)["overflow" + axis]);
  const cuts = (element, axis) => /hidden|clip/.test(style(element)["overflow" + axis]);

  window.clienteleTest = { seen, named, hiddenFromView, above, style, scrolls, cuts };
})();
