/** The list of commands above the typing field: by its button, or by typing "/". */

import { h, uniqueId } from "./dom.js";

export class Commands {
  #known = [];
  #matches = [];
  #at = 0;

  constructor(field, { onChoose }) {
    this.field = field;
    this.onChoose = onChoose;
    this.element = h("ul", { class: "commands", role: "listbox", id: uniqueId("commands"), "aria-label": "Commands",
      tabindex: "0", hidden: true });
    field.setAttribute("aria-controls", this.element.id);
    field.setAttribute("aria-autocomplete", "list");
    field.addEventListener("input", () => this.#complete());
    field.addEventListener("blur", ({ relatedTarget }) => relatedTarget !== this.element && this.close());
    this.element.addEventListener("blur", ({ relatedTarget }) => relatedTarget !== field && this.close());
    this.element.addEventListener("keydown", (event) => this.#keyInList(event));
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.element.hidden;
  }

  set known(commands) {
    this.#known = commands;
    if (this.isOpen) this.#complete();
  }

  toggle() {
    if (this.isOpen) return this.close();
    this.field.focus();
    return this.#show(this.#known);
  }

  close() {
    this.element.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }

  /** True when the key was the list's. */
  handleKey(event) {
    if (!this.isOpen) return false;
    const keys = { ArrowDown: () => this.#mark(this.#at + 1), ArrowUp: () => this.#mark(this.#at - 1),
      Escape: () => this.close(), Enter: () => this.#choose(this.#at), Tab: () => this.#fill() };
    if (!keys[event.key] || event.shiftKey) return false;
    event.preventDefault();
    keys[event.key]();
    return true;
  }

  /** The list can be focused to be scrolled; what is chosen or typed there goes on in the field. */
  #keyInList(event) {
    if (event.key === "Tab" || !this.handleKey(event)) return;
    if (!this.isOpen) this.field.focus();
  }

  #complete() {
    const typed = this.field.value;
    const matches = this.#known.filter(({ command }) => `/${command}`.startsWith(typed));
    if (typed.startsWith("/") && matches.length) this.#show(matches);
    else this.close();
  }

  #show(matches) {
    this.#matches = matches;
    this.element.replaceChildren(...matches.map((match, place) => this.#option(match, place)));
    if (!matches.length) this.element.append(h("li", { class: "none" }, "This bot has set no commands here."));
    this.element.hidden = false;
    if (matches.length) this.#mark(0);
  }

  #option({ command, description }, place) {
    return h("li", { role: "option", id: `${this.element.id}-${place}`, onclick: () => this.#choose(place) },
      h("strong", {}, `/${command}`), h("span", {}, description));
  }

  #mark(place) {
    const options = this.element.querySelectorAll('[role="option"]');
    if (!options.length) return;
    this.#at = (place + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.#at)));
    options[this.#at].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", options[this.#at].id);
  }

  #fill() {
    if (this.#matches.length) this.field.value = `/${this.#matches[this.#at].command} `;
    this.close();
  }

  #choose(place) {
    this.close();
    if (this.#matches.length) this.onChoose(`/${this.#matches[place].command}`);
  }
}
