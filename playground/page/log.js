/** The messages of one chat in order; it stays at the newest unless its reader scrolled up. */

import { behaviour, h, icon } from "./dom.js";
import { bubble, PRESSABLE } from "./bubble.js";

const NEAR_END_PX = 48;
const FAR = 1e12;
const keyOf = ({ chat, message_id: id }) => `${chat}/${id}`;

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
    this.list.addEventListener("dblclick", (event) => this.#replyTo(event));
    new ResizeObserver(() => this.#noteSize()).observe(this.list);
    this.element = h("div", { class: "log-frame" }, this.list, this.jump);
  }

  get isEmpty() {
    return this.list.children.length === 0;
  }

  find(messageId, chatId = this.view.chatId) {
    return this.#messages.get(`${chatId}/${messageId}`);
  }

  /** To one message, in the middle where there is room. */
  goTo(messageId) {
    this.#node(messageId, this.view.chatId)?.scrollIntoView({ block: "center", behavior: behaviour() });
  }

  /** Show exactly these, without announcing them: a chat that is opened is not news. */
  replace(messages) {
    this.#messages = new Map(messages.map((message) => [keyOf(message), message]));
    this.draw();
  }

  /** All that the view shows, anew: another topic was chosen. */
  draw() {
    this.list.setAttribute("aria-live", "off");
    const shown = [...this.#messages.values()].filter((message) => this.view.shows(message));
    shown.sort((one, other) => this.#orderOf(one) - this.#orderOf(other));
    this.list.replaceChildren(...shown.map((message) => bubble(message, this.view)));
    for (const node of this.list.children) this.#arrange(node);
    this.#toEnd();
    requestAnimationFrame(() => this.list.setAttribute("aria-live", "polite"));
  }

  /** The same chat after a while without a connection: only what differs changes. */
  sync(messages) {
    const present = new Set(messages.map(keyOf));
    const gone = [...this.#messages.values()].filter((message) => !present.has(keyOf(message)));
    for (const message of gone) this.remove(message.message_id, message.chat);
    for (const message of messages) {
      if (JSON.stringify(message) !== JSON.stringify(this.#messages.get(keyOf(message)))) this.upsert(message);
    }
  }

  upsert(message) {
    const known = this.#node(message.message_id, message.chat);
    this.#messages.set(keyOf(message), message);
    if (!this.view.shows(message)) return;
    const node = bubble(message, this.view);
    if (known) {
      this.#swap(known, node);
      this.#redrawQuotesOf(message);
    }
    else this.#insert(node, message);
    this.#arrange(node);
    if (node.nextElementSibling) this.#arrange(node.nextElementSibling);
    if (this.#atEnd) this.#toEnd();
  }

  remove(messageId, chatId = this.view.chatId) {
    const node = this.#node(messageId, chatId);
    this.#messages.delete(`${chatId}/${messageId}`);
    this.#redrawQuotesOf({ message_id: Number(messageId), chat: Number(chatId) });
    if (!node) return;
    const next = node.nextElementSibling;
    if (node.contains(document.activeElement)) this.list.focus();
    node.remove();
    if (next) this.#arrange(next);
  }

  /** What quotes a message says what that says now, or that it is deleted. */
  #redrawQuotesOf({ message_id: id, chat }) {
    for (const reply of this.#messages.values()) {
      if (reply.reply_to !== id || reply.chat !== chat) continue;
      const known = this.#node(reply.message_id, reply.chat);
      if (!known) continue;
      const node = bubble(reply, this.view);
      this.#swap(known, node);
      this.#arrange(node);
    }
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
    while (before && this.#orderOf(this.#messageOf(before)) > this.#orderOf(message)) before = before.previousElementSibling;
    if (before) before.after(node);
    else this.list.prepend(node);
    if (message.from === this.view.user.id) this.#atEnd = true;
    else if (!this.#atEnd) this.#noteMissed(this.#missed + 1);
  }

  /** The first of a day gets the day's name, the first of a sender's run gets the tail; a migration is said once. */
  #arrange(node) {
    const before = node.previousElementSibling;
    const isSaid = before?.classList.contains("service") && before.dataset.chat !== node.dataset.chat;
    node.hidden = Boolean(isSaid && before.textContent === node.textContent);
    node.classList.toggle("new-day", before?.dataset.day !== node.dataset.day);
    node.classList.toggle("same-sender", before?.dataset.from === node.dataset.from
      && before?.dataset.day === node.dataset.day && !before.classList.contains("service"));
  }

  #node(messageId, chatId) {
    return this.list.querySelector(`[data-id="${Number(messageId)}"][data-chat="${Number(chatId)}"]`);
  }

  #messageOf(node) {
    return this.find(node.dataset.id, node.dataset.chat);
  }

  /** What a group said before it migrated comes first; numbers count per chat. */
  #orderOf(message) {
    return message.message_id + (message.chat === this.view.chatId ? FAR : 0);
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

  #replyTo({ target }) {
    const node = !target.closest("button, a, .bot_command") && target.closest(".message:not(.service)");
    if (node) this.view.reply(this.#messageOf(node));
  }

  /** What can be answered, oldest first. */
  get answerable() {
    const nodes = [...this.list.querySelectorAll(".message:not(.service)")];
    return nodes.map((node) => this.#messageOf(node)).filter((message) => message.chat === this.view.chatId);
  }

  #pressByKey(event) {
    if (event.key !== "Enter" || !event.target.matches(PRESSABLE)) return;
    event.preventDefault();
    event.target.click();
  }
}
