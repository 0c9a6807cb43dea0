/** The chats of one phone; there is nothing to choose, and nothing to see, with only one. */

import { h } from "./dom.js";

/** So much of the tab before the chosen one stays in sight. */
const NEIGHBOUR_PX = 48;

export class Tabs {
  #unread = new Map();
  #chats = [];
  #selected = null;

  constructor(onSelect) {
    this.onSelect = onSelect;
    this.element = h("div", { class: "tabs", role: "tablist", "aria-label": "Chats", hidden: true });
    this.element.addEventListener("keydown", (event) => this.#move(event));
  }

  update(chats, selected) {
    this.#chats = chats;
    this.element.hidden = chats.length < 2;
    this.select(selected);
  }

  select(chatId) {
    const held = this.element.contains(document.activeElement);
    this.#selected = chatId;
    this.#unread.delete(chatId);
    this.#draw();
    const tab = this.element.querySelector('[aria-selected="true"]');
    if (held) tab?.focus();
    if (tab) this.element.scrollLeft = tab.offsetLeft - NEIGHBOUR_PX;
  }

  /** As a press on the tab; nothing when it is open already. */
  press(chatId) {
    if (chatId !== this.#selected) this.onSelect(chatId);
  }

  addUnread(chatId) {
    this.#unread.set(chatId, (this.#unread.get(chatId) ?? 0) + 1);
    this.#draw();
  }

  titleOf(chatId) {
    return this.#chats.find(({ id }) => id === chatId)?.title;
  }

  #draw() {
    this.element.replaceChildren(...this.#chats.map((chat) => this.#tab(chat)));
  }

  #tab({ id, title }) {
    const isSelected = id === this.#selected;
    const unread = this.#unread.get(id);
    return h("button", { type: "button", role: "tab", class: "tab", "aria-selected": String(isSelected),
      tabindex: isSelected ? "0" : "-1", onclick: () => this.press(id), dataset: { chat: id } },
      h("span", {}, title), unread && h("span", { class: "count" }, unread, h("span", { class: "unseen" }, " new")));
  }

  #move({ key }) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const at = this.#chats.findIndex(({ id }) => id === this.#selected);
    this.press(this.#chats[(at + step + this.#chats.length) % this.#chats.length].id);
  }
}
