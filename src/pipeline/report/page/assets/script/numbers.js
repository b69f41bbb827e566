import { byId, make } from "./elements.js";
import { visibleText } from "./visible.js";

/** Panels of which one is shown at a time; on paper and without scripts all are. */
export function startTabs(group) {
  const panels = [...group.querySelectorAll(":scope > [data-panel]")];
  if (panels.length < 2) return;
  const bar = make("div", "tab-bar");
  bar.role = "tablist";
  bar.ariaLabel = group.dataset.tabs;
  const tabs = panels.map((panel, place) => tabOf(panel, `${group.parentElement.id}-${place}`));
  const choose = (place) => {
    for (const [index, tab] of tabs.entries()) {
      tab.ariaSelected = String(index === place);
      tab.tabIndex = index === place ? 0 : -1;
      panels[index].classList.toggle("folded", index !== place);
    }
  };
  for (const [place, tab] of tabs.entries()) {
    tab.addEventListener("click", () => choose(place));
    tab.addEventListener("keydown", (event) => {
      const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const to = (next + tabs.length) % tabs.length;
      choose(to);
      tabs[to].focus();
    });
  }
  bar.append(...tabs);
  group.prepend(bar);
  choose(0);
}

function tabOf(panel, id) {
  const tab = make(
    "button",
    panel.className,
    make("i", ""),
    make("bdi", "", visibleText(panel.dataset.panel)),
  );
  tab.type = "button";
  tab.role = "tab";
  tab.id = `tab-${id}`;
  panel.id = `panel-${id}`;
  panel.role = "tabpanel";
  tab.setAttribute("aria-controls", panel.id);
  panel.setAttribute("aria-labelledby", tab.id);
  return tab;
}

/** Lines beside a number, at hover and at focus; Escape puts them away. */
export function startTips() {
  const tip = byId("tip");
  let owner = null;
  const hide = () => {
    owner = null;
    tip.hidden = true;
  };
  const show = (event) => {
    const number = event.target.closest?.("[data-tip]");
    if (number === null || number === undefined) return;
    const [title, ...lines] = JSON.parse(number.dataset.tip);
    tip.replaceChildren(make("b", "", title), ...lines.map((line) => make("span", "", line)));
    tip.hidden = false;
    owner = number;
    place(tip, owner.getBoundingClientRect());
  };
  for (const name of ["mouseover", "focusin"]) document.addEventListener(name, show);
  document.addEventListener("mouseout", (event) => {
    if (event.target.closest?.("[data-tip]")) hide();
  });
  document.addEventListener("focusout", hide);
  const follow = () => owner && place(tip, owner.getBoundingClientRect());
  document.addEventListener("scroll", follow, { capture: true, passive: true });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
}

/** Below the number, or above where there is no room, and never beyond the edge. */
function place(tip, number) {
  const room = 8;
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(Math.max(room, number.left), document.documentElement.clientWidth - width - room);
  const below = number.bottom + room;
  const top = below + height > window.innerHeight ? Math.max(room, number.top - height - room) : below;
  tip.style.left = `${left}px`;
  tip.style.top = `${top}px`;
}
