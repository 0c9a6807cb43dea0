/** The messages of one chat in order; it stays at the newest unless its reader scrolled up. */

import { behaviour, h, icon } from "./dom.js";
import { bubble, PRESSABLE } from "./bubble.js";

const NEAR_END_PX = 48;

export class Log {
  #messages = new Map();
  #atEnd = true;
  #missed = 0;
  #height = 0;

  constructor(view) {
    this.view = view;
    this.list = h("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
    this.count = h("span", { class: "count", hidden: true });
    this.jump = h("button", { type: "button", class: "jump", "aria-label": "To the newest message", hidden: true },
      icon("down"), this.count);
    this.jump.addEventListener("click", () => this.#toEnd(behaviour()));
    this.list.addEventListener("scroll", () => this.#noteScroll(), { passive: true });
    this.list.addEventListener("click", (event) => this.#pressWord(event));
    this.list.addEventListener("keydown", (event) => this.#pressByKey(event));
    new ResizeObserver(() => this.#noteSize()).observe(this.list);
    this.element = h("div", { class: "log-frame" }, this.list, this.jump);
  }

  get isEmpty() {
    return this.#messages.size === 0;
  }

  find(messageId) {
    return this.#messages.get(messageId);
  }

  /** Show exactly these, without announcing them: a chat that is opened is not news. */
  replace(messages) {
    this.list.setAttribute("aria-live", "off");
    this.#messages = new Map(messages.map((message) => [message.message_id, message]));
    this.list.replaceChildren(...messages.map((message) => bubble(message, this.view)));
    for (const node of this.list.children) this.#arrange(node);
    this.#toEnd();
    requestAnimationFrame(() => this.list.setAttribute("aria-live", "polite"));
  }

  /** The same chat after a while without a connection: only what differs changes. */
  sync(messages) {
    const present = new Set(messages.map((message) => message.message_id));
    [...this.#messages.keys()].filter((id) => !present.has(id)).forEach((id) => this.remove(id));
    for (const message of messages) {
      if (JSON.stringify(message) !== JSON.stringify(this.find(message.message_id))) this.upsert(message);
    }
  }

  upsert(message) {
    const known = this.#node(message.message_id);
    const node = bubble(message, this.view);
    this.#messages.set(message.message_id, message);
    if (known) this.#swap(known, node);
    else this.#insert(node, message);
    this.#arrange(node);
    if (node.nextElementSibling) this.#arrange(node.nextElementSibling);
    if (this.#atEnd) this.#toEnd();
  }

  remove(messageId) {
    const node = this.#node(messageId);
    if (!node) return;
    const next = node.nextElementSibling;
    if (node.contains(document.activeElement)) this.list.focus();
    this.#messages.delete(messageId);
    node.remove();
    if (next) this.#arrange(next);
  }

  /** An edit under the finger keeps the focus on the button at the same place. */
  #swap(known, node) {
    const place = [...known.querySelectorAll("button")].indexOf(document.activeElement);
    const held = known.contains(document.activeElement);
    known.replaceWith(node);
    if (held) (node.querySelectorAll("button")[place] ?? this.list).focus();
  }

  #insert(node, message) {
    let before = this.list.lastElementChild;
    while (before && Number(before.dataset.id) > message.message_id) before = before.previousElementSibling;
    if (before) before.after(node);
    else this.list.prepend(node);
    if (message.from === this.view.user.id) this.#atEnd = true;
    else if (!this.#atEnd) this.#noteMissed(this.#missed + 1);
  }

  /** The first of a day gets the day's name, the first of a sender's run gets the tail. */
  #arrange(node) {
    const before = node.previousElementSibling;
    node.classList.toggle("new-day", before?.dataset.day !== node.dataset.day);
    node.classList.toggle("same-sender", before?.dataset.from === node.dataset.from
      && before?.dataset.day === node.dataset.day && !before.classList.contains("service"));
  }

  #node(messageId) {
    return this.#messages.has(messageId) ? this.list.querySelector(`[data-id="${Number(messageId)}"]`) : null;
  }

  #toEnd(how = "auto") {
    this.#atEnd = true;
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: how });
    this.#noteMissed(0);
    this.jump.hidden = true;
  }

  /** A scroll that comes from another height is the layout's, not the reader's. */
  #noteScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.list;
    if (clientHeight !== this.#height) return;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    this.jump.hidden = this.#atEnd;
    if (this.#atEnd) this.#noteMissed(0);
  }

  #noteSize() {
    this.#height = this.list.clientHeight;
    if (this.#atEnd) this.#toEnd();
  }

  #noteMissed(number) {
    this.#missed = number;
    this.count.textContent = number;
    this.count.hidden = number === 0;
    this.jump.setAttribute("aria-label", number ? `To the newest message, ${number} new` : "To the newest message");
  }

  #pressWord(event) {
    const link = event.target.closest(".words a[href]");
    const part = event.target.closest(PRESSABLE);
    if (link) {
      event.preventDefault();
      this.view.open(link.getAttribute("href"));
    } else if (part?.dataset.command) this.view.send(part.dataset.command);
    else part?.classList.add("shown");
  }

  #pressByKey(event) {
    if (event.key !== "Enter" || !event.target.matches(PRESSABLE)) return;
    event.preventDefault();
    event.target.click();
  }
}
