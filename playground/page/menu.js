/** A button that opens a small menu: arrows move, Escape closes, a press outside too. */

import { h, icon, iconButton } from "./dom.js";

function menuItem(item, close) {
  const run = () => {
    close();
    item.run();
  };
  return h("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: run }, icon(item.icon), item.label);
}

function move(menu, step) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length].focus();
}

/** `items()` is asked at each opening: [{icon, label, run}]. */
export function menuButton(iconName, label, items) {
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label, hidden: true });
  const button = iconButton(iconName, label, { "aria-haspopup": "menu", "aria-expanded": "false" });
  const wrapper = h("div", { class: "menu-anchor" }, button, menu);

  const close = () => {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.focus();
  };
  const open = () => {
    menu.replaceChildren(...items().map((item) => menuItem(item, close)));
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    menu.firstChild.focus();
  };
  const keys = { ArrowDown: () => move(menu, 1), ArrowUp: () => move(menu, -1), Escape: close,
    Home: () => menu.firstChild.focus(), End: () => menu.lastChild.focus() };

  button.addEventListener("click", () => (menu.hidden ? open() : close()));
  menu.addEventListener("keydown", (event) => {
    if (!keys[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    keys[event.key]();
  });
  wrapper.addEventListener("focusout", (event) => {
    if (wrapper.contains(event.relatedTarget)) return;
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
  });
  return wrapper;
}
