/** The topics of a forum: one shows, or all; what arrives in another is counted. */

import { h, icon } from "./dom.js";

const ALL = "all";
const GENERAL = "general";
const keyOf = (message) => (message.thread ? String(message.thread) : GENERAL);

export class TopicBar {
  #topics = [];
  #chosen = ALL;
  #unread = new Map();

  constructor(onChoose) {
    this.onChoose = onChoose;
    this.element = h("div", { class: "topics", role: "group", "aria-label": "Topics", hidden: true });
  }

  /** The thread to write to; undefined is General. */
  get thread() {
    return Number(this.#chosen) || undefined;
  }

  get isAll() {
    return this.element.hidden || this.#chosen === ALL;
  }

  shows(message) {
    return this.isAll || keyOf(message) === this.#chosen;
  }

  nameOf(thread) {
    return this.#topics.find((topic) => topic.thread === thread)?.name;
  }

  /** Null hides the bar: the chat is no forum. */
  update(topics) {
    this.element.hidden = topics === null;
    this.#topics = topics ?? [];
    if (!this.#keys().includes(this.#chosen)) this.choose(ALL);
    this.#draw();
  }

  /** Another chat: everything shows, nothing is unread. */
  reset() {
    this.#chosen = ALL;
    this.#unread.clear();
  }

  choose(key) {
    this.#chosen = key;
    if (key === ALL) this.#unread.clear();
    this.#unread.delete(key);
    this.#draw();
    this.onChoose();
  }

  addUnread(message) {
    const key = keyOf(message);
    this.#unread.set(key, (this.#unread.get(key) ?? 0) + 1);
    this.#draw();
  }

  #keys() {
    return [ALL, GENERAL, ...this.#topics.map(({ thread }) => String(thread))];
  }

  #draw() {
    const held = this.element.contains(document.activeElement) && document.activeElement.dataset.topic;
    const names = ["All", "General", ...this.#topics.map(({ name }) => name)];
    this.element.replaceChildren(...this.#keys().map((key, place) => this.#chip(key, names[place])));
    if (held) (this.element.querySelector(`[data-topic="${held}"]`) ?? this.element.firstChild).focus();
  }

  #chip(key, name) {
    const unread = this.#unread.get(key);
    return h("button", { type: "button", class: "chip", "aria-pressed": String(key === this.#chosen), dataset: { topic: key },
      onclick: () => this.choose(key) }, key !== ALL && icon("topic"), h("span", {}, name),
      unread && h("span", { class: "count" }, unread, h("span", { class: "unseen" }, " new")));
  }
}
