/** The line with the message that was pinned last, and the way to it. */

import { gist } from "./bubble.js";
import { h, icon } from "./dom.js";

export class PinBar {
  #messageId = null;

  constructor(onOpen) {
    this.text = h("span", {});
    this.element = h("button", { type: "button", class: "group-bar pin-bar", hidden: true, onclick: () => onOpen(this.#messageId) },
      icon("pinned", "Pinned message"), this.text);
  }

  /** `find`: a message by its id; one that is not here to read is not shown. */
  update(pinned, find) {
    const message = [...(pinned ?? [])].reverse().map((id) => find(id)).find(Boolean);
    this.#messageId = message?.message_id ?? null;
    this.element.hidden = !message;
    this.text.textContent = message ? gist(message) : "";
  }
}
