/** Where a person writes: the field, the commands, the attach menu and the bot's reply keyboard. */

import { h, icon, iconButton } from "./dom.js";
import { menuButton } from "./menu.js";
import { Commands } from "./commands.js";

const MEDIA = [
  { kind: "photo", icon: "photo", label: "Photo" },
  { kind: "document", icon: "document", label: "Document" },
  { kind: "sticker", icon: "sticker", label: "Sticker" },
  { kind: "voice", icon: "voice", label: "Voice message" },
];

export class Composer {
  #keyboard = null;
  #mode = "write";
  #isKeyboardWanted = false;
  #isMasked = false;
  #reply = null;

  /** `actions`: send(text, {replyTo, anonymous}), shareLocation(), sendMedia(kind), start(), unblock(), answerable(). */
  constructor(actions) {
    this.actions = actions;
    this.field = h("textarea", { rows: "1", "aria-label": "Message", placeholder: "Message", maxlength: "4096" });
    this.commands = new Commands(this.field, { onChoose: (command) => this.#sendCommand(command) });
    this.commandButton = iconButton("commands", "Commands", { onclick: () => this.commands.toggle() });
    this.keyboardButton = iconButton("keyboard", "Reply keyboard", { onclick: () => this.#toggleKeyboard() });
    this.sendButton = iconButton("send", "Send", { class: "icon-button send", onclick: () => this.#sendTyped() });
    this.maskButton = iconButton("mask", "Write as the group", { "aria-pressed": "false", hidden: true,
      onclick: () => this.#setMasked(!this.#isMasked) });
    this.bar = h("div", { class: "bar" }, menuButton("clip", "Attach", () => this.#attachments()), this.field,
      this.keyboardButton, this.maskButton, this.commandButton, this.sendButton);
    this.gate = h("button", { type: "button", class: "gate primary", hidden: true });
    this.keys = h("div", { class: "reply-keyboard", role: "group", "aria-label": "Reply keyboard", hidden: true });
    this.replyLine = h("div", { class: "reply-line", hidden: true });
    this.element = h("div", { class: "composer" }, this.commands.element, this.replyLine, this.bar, this.gate, this.keys);
    this.field.addEventListener("keydown", (event) => this.#typed(event));
    this.field.addEventListener("input", () => this.#grow());
    // A press on these must not close the list or the phone's own keyboard first.
    this.commandButton.addEventListener("mousedown", (event) => event.preventDefault());
    this.setKeyboard(null);
  }

  /** "write", or a single button instead of the field: "start", "blocked". */
  setMode(mode) {
    const gates = { start: ["Start", this.actions.start], blocked: ["Unblock the bot", this.actions.unblock] };
    const held = this.element.contains(document.activeElement);
    const changed = this.#mode !== mode;
    this.#mode = mode;
    const [label, action] = gates[mode] ?? ["", null];
    this.gate.textContent = label;
    this.gate.onclick = action;
    this.gate.hidden = !action;
    this.bar.hidden = Boolean(action);
    this.#showKeyboard(!action && this.#isKeyboardWanted);
    if (held && changed) this.focus();
  }

  /** An admin of a group may write as the group. */
  setMayMask(mayMask) {
    this.maskButton.hidden = !mayMask;
    if (!mayMask) this.#setMasked(false);
  }

  /** The next text answers this message: {message, name, text}, or null. */
  setReply(reply) {
    this.#reply = reply;
    this.replyLine.hidden = !reply;
    if (!reply) return this.replyLine.replaceChildren();
    const stop = iconButton("close", "Do not reply", { onclick: () => this.#endReply() });
    return this.replyLine.replaceChildren(icon("reply"),
      h("p", {}, h("strong", {}, `Reply to ${reply.name}`), h("span", {}, reply.text)), stop);
  }

  /** A message is gone: nothing can answer it any more. */
  forget(messageId) {
    if (this.#reply?.message.message_id === messageId) this.setReply(null);
  }

  setCommands(commands) {
    this.commands.known = commands;
  }

  setKeyboard(markup) {
    if (JSON.stringify(markup) === JSON.stringify(this.#keyboard) && markup) return;
    this.#keyboard = markup;
    const rows = markup?.rows ?? [];
    const held = this.keys.contains(document.activeElement);
    this.keys.replaceChildren(...rows.map((row) => h("div", { class: "row" }, row.map((key) => this.#key(key)))));
    this.field.placeholder = markup?.placeholder ?? "Message";
    this.keyboardButton.hidden = rows.length === 0;
    this.#grow();
    this.#isKeyboardWanted = rows.length > 0;
    this.#showKeyboard(this.#isKeyboardWanted && !this.bar.hidden);
    if (held) this.focus();
  }

  clear() {
    this.field.value = "";
    this.#grow();
  }

  /** Another chat, or other eyes: what was begun is not for there. */
  reset() {
    this.clear();
    this.setReply(null);
    this.#setMasked(false);
  }

  focus() {
    (this.gate.hidden ? this.field : this.gate).focus();
  }

  #key(key) {
    const { text, request_location: asksLocation, request_contact: asksContact } = key;
    const press = () => {
      if (asksLocation) return this.actions.shareLocation();
      if (asksContact) return this.actions.sendMedia("contact");
      if (this.#keyboard?.one_time) this.#setKeyboardWanted(false);
      return this.#send(text);
    };
    return h("button", { type: "button", class: "key", onclick: press },
      asksLocation && icon("pin"), asksContact && icon("contact"), h("span", {}, text));
  }

  #toggleKeyboard() {
    this.#setKeyboardWanted(!this.#isKeyboardWanted);
  }

  #setKeyboardWanted(wanted) {
    this.#isKeyboardWanted = wanted;
    this.#showKeyboard(wanted);
  }

  #showKeyboard(shown) {
    this.keys.hidden = !shown;
    this.keyboardButton.setAttribute("aria-expanded", String(shown));
  }

  #attachments() {
    const media = MEDIA.map(({ kind, ...item }) => ({ ...item, run: () => this.actions.sendMedia(kind) }));
    return [{ icon: "pin", label: "Share location…", run: () => this.actions.shareLocation() }, ...media];
  }

  #typed(event) {
    if (event.isComposing || this.commands.handleKey(event)) return;
    if (event.key === "Escape" && this.#reply) return this.#endReply();
    if (event.key.startsWith("Arrow") && (event.ctrlKey || event.metaKey)) return this.#moveReply(event);
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    this.#sendTyped();
  }

  /** As high as what is typed, or as the hint while nothing is; newer browsers do that by themselves. */
  #grow() {
    if (CSS.supports("field-sizing", "content")) return;
    this.field.style.height = "auto";
    const border = this.field.offsetHeight - this.field.clientHeight;
    this.field.style.height = `${this.field.scrollHeight + border}px`;
  }

  #endReply() {
    this.setReply(null);
    this.field.focus();
  }

  /** Ctrl and up: the message before the one that is answered now, the newest first; down comes back. */
  #moveReply(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const messages = this.actions.answerable();
    const at = messages.findIndex(({ message_id: id }) => id === this.#reply?.message.message_id);
    const next = at < 0 ? messages.length - 1 : Math.max(0, at + step);
    if (at < 0 && step > 0) return;
    if (messages[next]) this.actions.reply(messages[next]);
    else this.setReply(null);
  }

  #setMasked(masked) {
    this.#isMasked = masked;
    this.maskButton.setAttribute("aria-pressed", String(masked));
    this.element.classList.toggle("is-masked", masked);
    this.field.placeholder = masked ? "As the group" : (this.#keyboard?.placeholder ?? "Message");
  }

  async #send(text) {
    const isSent = await this.actions.send(text, { replyTo: this.#reply?.message.message_id, anonymous: this.#isMasked });
    if (isSent) this.setReply(null);
    return isSent;
  }

  /** What could not be sent comes back, unless something else was typed meanwhile. */
  async #sendTyped() {
    const text = this.field.value.trim();
    this.field.focus();
    if (!text) return;
    this.clear();
    const isSent = await this.#send(text);
    if (isSent || this.field.value) return;
    this.field.value = text;
    this.#grow();
  }

  /** A draft stays; only a half-typed command makes room. */
  #sendCommand(command) {
    if (this.field.value.startsWith("/")) this.clear();
    this.#send(command);
  }
}
