/** One chat through one person's eyes: what was said, its topics, and where that person writes. */

import { get, post } from "./api.js";
import { gist } from "./bubble.js";
import { Composer } from "./composer.js";
import { h, icon } from "./dom.js";
import { GroupBar } from "./groupbar.js";
import { GroupInfo } from "./groupinfo.js";
import { openLink } from "./links.js";
import { Log } from "./log.js";
import { PinBar } from "./pinbar.js";
import { openSheet } from "./sheet.js";
import { TopicBar } from "./topics.js";

const TOAST_MS = 5000;
const ANSWER_WAIT_MS = 15000;
const PLACES = [
  { label: "Capelle aan den IJssel centre", values: { latitude: "51.9290", longitude: "4.5780" } },
  { label: "Rotterdam centre", values: { latitude: "51.9225", longitude: "4.4792" } },
];
const COORDINATE = { type: "number", step: "any", required: true, inputmode: "decimal" };
const TAGS = { creator: "owner", administrator: "admin" };

export class Conversation {
  #work = Promise.resolve();
  #waiting = new Map();
  #toastTimer = 0;
  #isLoaded = false;
  #info = null;

  /** `frame`: the phone around it, with screen, goTo(chatId) and goToBot(). */
  constructor(user, world, { presses, frame }) {
    this.user = user;
    this.world = world;
    this.presses = presses;
    this.frame = frame;
    this.chatId = user.id;
    this.topics = new TopicBar(() => this.#showTopic());
    this.bar = new GroupBar(() => this.showInfo());
    this.log = new Log(this.#view());
    this.pins = new PinBar((messageId) => this.log.goTo(messageId));
    this.composer = new Composer(this.#actions());
    this.toastBox = h("div", { class: "toast", role: "status" });
    this.hint = h("div", { class: "empty" }, h("p", {}, "No messages here yet."));
    this.log.element.append(this.hint, this.toastBox);
    this.element = h("div", { class: "chat" }, this.bar.element, this.pins.element, this.topics.element, this.log.element,
      this.composer.element);
  }

  #view() {
    const talk = this;
    return {
      get user() { return talk.user; },
      get chatId() { return talk.chatId; },
      get isGroup() { return talk.isGroup; },
      nameOf: (id) => this.world.nameOf(id),
      tagOf: (id) => (this.world.isBot(id) ? "bot" : TAGS[this.world.roleIn(this.group, id)]),
      topicName: (thread) => thread && this.topics.isAll && this.topics.nameOf(thread),
      shows: (message) => this.topics.shows(message),
      find: (messageId, chatId) => this.log.find(messageId, chatId),
      press: (message, button, node) => this.#press(message, button, node),
      reply: (message) => this.#reply(message),
      send: (text) => this.#send(text),
      open: (link) => openLink(link, this),
      openApp: (message, button) => this.#openApp(message, button),
      copy: (text) => this.#copy(text),
    };
  }

  #actions() {
    return {
      send: (text, how) => this.#send(text, how),
      sendMedia: (kind) => this.attempt(post("media", { ...this.#here, kind })),
      shareLocation: () => this.#shareLocation(),
      start: () => this.attempt(post("send", { ...this.#here, text: "/start" })),
      unblock: () => this.attempt(post("block", { user: this.user.id, blocked: false })),
      answerable: () => this.log.answerable,
      reply: (message) => this.#reply(message),
    };
  }

  get #here() {
    return { user: this.user.id, chat: this.chatId, thread: this.isGroup ? this.topics.thread : undefined };
  }

  get isGroup() {
    return this.chatId !== this.user.id;
  }

  get group() {
    return this.isGroup ? this.world.chats.get(this.chatId) : undefined;
  }

  get screen() {
    return this.frame.screen;
  }

  /** Another chat, or the same one through other eyes. */
  open(user, chatId) {
    const isOther = user.id !== this.user.id || chatId !== this.chatId;
    this.user = user;
    this.chatId = chatId;
    if (isOther) {
      this.#info?.close();
      this.topics.reset();
      this.composer.reset();
    }
    this.update();
    this.#enqueue(async () => this.#show(await this.#fetch(), (messages) => this.log.replace(messages)));
  }

  /** After a lost connection: what was missed comes in as news. */
  resume() {
    this.#enqueue(async () => this.#show(await this.#fetch(), (messages) => this.log.sync(messages)));
  }

  receive(event) {
    this.#enqueue(() => this.#handle(event));
  }

  /** What is known of the person or the group changed. */
  update(user = this.user) {
    this.user = user;
    this.bar.update(this.group, this.world, user.id);
    this.topics.update(this.group?.is_forum ? this.group.topics : null);
    this.composer.setMayMask(this.world.isAdmin(this.group, user.id));
    this.#info?.update();
    this.#refresh();
  }

  /** In order of arrival, so that an event never overtakes the history that is being fetched. */
  #enqueue(task) {
    this.#work = this.#work.then(task).catch((error) => this.toast(error.message, "warning"));
  }

  /** With what a group said before it migrated. */
  async #fetch() {
    const chats = [this.group?.migrated_from, this.chatId].filter((id) => id !== undefined);
    const answers = await Promise.all(chats.map((chat) => get("messages", { viewer: this.user.id, chat })));
    return { ...answers.at(-1), messages: answers.flatMap(({ messages }) => messages) };
  }

  #show({ messages, keyboard, commands }, place) {
    place(messages);
    this.#isLoaded = true;
    this.composer.setKeyboard(keyboard);
    this.composer.setCommands(commands ?? []);
    this.#refresh();
  }

  #handle(event) {
    if (event.type === "answer") return this.#answered(event.answer);
    if (event.chat !== undefined && event.chat !== this.chatId) return undefined;
    if (event.type === "message") this.#receiveMessage(event.message);
    if (event.type === "edited" && this.log.find(event.message.message_id)) this.log.upsert(event.message);
    if (event.type === "deleted") this.#forget(event.message_id);
    if (event.type === "keyboard") this.composer.setKeyboard(event.keyboard);
    if (event.type === "commands" || event.type === "chat") return this.resume();
    return this.#refresh();
  }

  #receiveMessage(message) {
    this.log.upsert(message);
    if (!this.topics.shows(message)) this.topics.addUnread(message);
  }

  #forget(messageId) {
    this.log.remove(messageId);
    this.composer.forget(messageId);
  }

  #showTopic() {
    this.composer.setReply(null);
    this.log.draw();
    this.#refresh();
  }

  #refresh() {
    const isEmpty = this.#isLoaded && this.log.isEmpty;
    this.hint.hidden = !isEmpty;
    this.pins.update(this.group?.pinned, (messageId) => this.log.find(messageId));
    if (this.isGroup) this.composer.setMode("write");
    else if (this.user.blocked.length) this.composer.setMode("blocked");
    else this.composer.setMode(isEmpty ? "start" : "write");
  }

  #send(text, { replyTo, anonymous } = {}) {
    return this.attempt(post(anonymous ? "send_anonymous" : "send", { ...this.#here, text, reply_to: replyTo }));
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.toast(`Copied: ${text}`);
    } catch {
      this.toast("This browser did not allow copying", "warning");
    }
  }

  #reply(message) {
    this.composer.setReply({ message, name: this.world.nameOf(message.from), text: gist(message) });
    this.composer.focus();
  }

  showInfo() {
    this.#info = new GroupInfo(this, () => (this.#info = null));
  }

  /** A phone opens an app in itself; here it is a page beside this one. */
  async #openApp(message, button) {
    const where = { user: this.user.id, chat: message.chat, message_id: message.message_id, label: button.text };
    const answer = await this.attempt(post("web_app", where));
    if (answer) window.open(answer.url, "_blank", "noopener");
  }

  async #shareLocation() {
    const values = await openSheet(this.screen, { title: "Share a location", confirm: "Share", presets: PLACES,
      fields: [
        { label: "Latitude", name: "latitude", value: "51.9290", min: "-90", max: "90", ...COORDINATE },
        { label: "Longitude", name: "longitude", value: "4.5780", min: "-180", max: "180", ...COORDINATE },
      ] });
    if (!values) return;
    const point = { latitude: Number(values.latitude), longitude: Number(values.longitude) };
    await this.attempt(post("location", { ...this.#here, ...point }));
  }

  /** The button shows that it waits until the bot answers, as a client does. */
  async #press(message, button, node) {
    node.setAttribute("aria-busy", "true");
    const body = { user: this.user.id, chat: message.chat, message_id: message.message_id, data: button.data };
    const pressed = await this.attempt(this.presses.send(body, this.frame));
    const done = () => node.removeAttribute("aria-busy");
    if (!pressed || this.#waiting.delete(pressed.callback_query_id)) return done();
    this.#waiting.set(pressed.callback_query_id, done);
    return setTimeout(done, ANSWER_WAIT_MS);
  }

  /** The answer may be here before the press itself returns; then it is left for `#press` to find. */
  #answered({ callback_query_id: id, text, alert }) {
    this.#waiting.get(id)?.();
    if (!this.#waiting.delete(id)) this.#waiting.set(id, () => {});
    if (text && alert) openSheet(this.screen, { text, confirm: "OK", cancellable: false });
    else if (text) this.toast(text);
  }

  toast(text, sign) {
    clearTimeout(this.#toastTimer);
    this.toastBox.replaceChildren(h("p", {}, sign && icon(sign), h("span", {}, text)));
    this.#toastTimer = setTimeout(() => this.toastBox.replaceChildren(), TOAST_MS);
  }

  /** The answer, or null after saying in the phone what went wrong. */
  async attempt(request) {
    try {
      return await request;
    } catch (error) {
      this.toast(error.message, "warning");
      return null;
    }
  }

  /** Once it is known what can be done here. */
  focus() {
    this.#enqueue(() => this.composer.focus());
  }
}
