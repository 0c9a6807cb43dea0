/** One message as a person sees it. */

import { inWords } from "./dates.js";
import { atSecond, clock, dayName, h, icon, iconButton } from "./dom.js";

const TINTS = 8;
const MEDIA_NAMES = { photo: "Photo", document: "Document", sticker: "Sticker", voice: "Voice message", video: "Video",
  contact: "Contact" };
const SIGNS = [
  ["protected", "lock", "Protected: no forwarding or saving"],
  ["silent", "bell-off", "Sent without sound"],
];

/** What a reader may press inside a text: an address, a command, what is hidden. */
export const PRESSABLE = ".bot_command, .spoiler";

export const tintOf = (id) => String(Math.abs(id) % TINTS);

/** The server escapes and makes `html`; plain text stays text. */
function words(message, lang) {
  const text = message.text ?? message.caption;
  if (!message.html && !text) return meta(message);
  const node = h("div", { class: "words", lang, dir: "auto" });
  if (message.html) node.innerHTML = message.html;
  else node.textContent = text;
  for (const part of node.querySelectorAll("time.date_time")) showDate(part, lang);
  for (const part of node.querySelectorAll(PRESSABLE)) {
    part.setAttribute("role", "button");
    part.tabIndex = 0;
  }
  node.append(meta(message));
  return node;
}

/** A moment as this reader's app writes it; without a format the words stay, and only the hint has it. */
function showDate(node, lang) {
  const at = atSecond(Number(node.dataset.unix));
  node.dateTime = at.toISOString();
  node.title = inWords(at, "wDt", lang);
  if (node.dataset.format) node.textContent = inWords(at, node.dataset.format, lang);
}

function locationCard({ latitude, longitude }) {
  return h("div", { class: "place" },
    h("div", { class: "map", "aria-hidden": "true" }, icon("pin")),
    h("p", {}, h("strong", {}, "Location"), h("span", {}, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`)));
}

function mediaCard({ kind, url }) {
  const name = MEDIA_NAMES[kind] ?? kind;
  if (url && (kind === "photo" || kind === "sticker")) return h("img", { class: "picture", src: url, alt: name });
  const card = url ? h("a", { href: url, class: "media", download: true }) : h("div", { class: "media" });
  card.append(icon(kind in MEDIA_NAMES ? kind : "document"), h("span", {}, name));
  return card;
}

/** One line of a message, for a quote. */
export function gist(message) {
  return message.text ?? message.caption ?? MEDIA_NAMES[message.media?.kind] ?? (message.location ? "Location" : "Message");
}

function quote(message, view) {
  if (message.reply_to === undefined) return null;
  const original = view.find(message.reply_to, message.chat);
  if (!original) return h("blockquote", { class: "quote" }, h("span", {}, "Deleted message"));
  return h("blockquote", { class: "quote", dataset: { tint: tintOf(original.from) } },
    h("strong", {}, view.nameOf(original.from)), h("span", {}, gist(original)));
}

function meta(message) {
  const sent = atSecond(message.date);
  const signs = SIGNS.filter(([property]) => message[property]).map(([, name, label]) => icon(name, label));
  return h("span", { class: "meta", lang: "en" }, signs, message.edit_date && h("span", { class: "edited" }, "edited"),
    h("time", { datetime: sent.toISOString() }, clock.format(sent)));
}

function inlineButton(button, message, view) {
  const looks = { type: "button", class: button.style ? `inline ${button.style}` : "inline" };
  if (button.url) {
    return h("button", { ...looks, title: button.url, onclick: () => view.open(button.url) },
      h("span", {}, button.text), icon("outward", "link"));
  }
  if (button.app) {
    return h("button", { ...looks, title: button.app, onclick: () => view.openApp(message, button) },
      h("span", {}, button.text), icon("outward", "opens an app"));
  }
  if (button.copy) {
    return h("button", { ...looks, title: button.copy, onclick: () => view.copy(button.copy) },
      h("span", {}, button.text), icon("copy", "copies"));
  }
  const node = h("button", looks, h("span", {}, button.text));
  node.addEventListener("click", () => view.press(message, button, node));
  return node;
}

function inlineKeyboard(message, view) {
  if (!message.buttons?.length) return null;
  const rows = message.buttons.map((row) =>
    h("div", { class: "row" }, row.map((button) => inlineButton(button, message, view))));
  return h("div", { class: "buttons", role: "group", "aria-label": "Buttons" }, rows);
}

function senderLine(message, view) {
  const topic = view.topicName(message.thread);
  const tag = view.tagOf(message.from);
  return h("p", { class: "sender", dataset: { tint: tintOf(message.from) } },
    h("span", { class: "name" }, view.nameOf(message.from)), tag && h("span", { class: "tag" }, tag),
    topic && h("span", { class: "topic" }, icon("topic", "topic"), topic));
}

/** For the mouse; the keyboard has Ctrl and the up arrow in the typing field. */
function replyButton(message, view) {
  if (message.chat !== view.chatId) return null;
  return iconButton("reply", "Reply", { class: "icon-button reply", tabindex: "-1", onclick: () => view.reply(message) });
}

function content(message, view) {
  const shown = h("div", { class: "bubble" },
    view.isGroup && senderLine(message, view),
    quote(message, view),
    message.media && mediaCard(message.media),
    message.location && locationCard(message.location),
    words(message, view.user.language_code));
  return h("div", { class: "body" }, shown, replyButton(message, view), inlineKeyboard(message, view));
}

export function bubble(message, view) {
  const own = message.from === view.user.id;
  const kind = message.service ? "service" : own ? "own" : "theirs";
  const node = h("div", { class: `message ${kind}`,
    dataset: { id: message.message_id, chat: message.chat, from: message.from, day: dayName(atSecond(message.date)) } });
  if (message.service) node.append(h("p", {}, message.service));
  else node.append(h("span", { class: "unseen" }, own ? "You: " : `${view.nameOf(message.from)}: `), content(message, view));
  return node;
}
