/** One person's phone: who it is, the chats they are in, and everything they can do there. */

import { get, post } from "./api.js";
import { tintOf } from "./bubble.js";
import { Composer } from "./composer.js";
import { clock, h, icon, uniqueId } from "./dom.js";
import { Log } from "./log.js";
import { menuButton } from "./menu.js";
import { openSheet } from "./sheet.js";
import { Tabs } from "./tabs.js";

const TOAST_MS = 5000;
const ANSWER_WAIT_MS = 15000;
const PLACES = [
  { label: "Capelle aan den IJssel centre", values: { latitude: "51.9290", longitude: "4.5780" } },
  { label: "Rotterdam centre", values: { latitude: "51.9225", longitude: "4.4792" } },
];
const COORDINATE = { type: "number", step: "any", required: true, inputmode: "decimal" };

const initials = (name) => name.split(/\s+/).map((word) => [...word][0]).slice(0, 2).join("").toUpperCase();

export class Phone {
  #work = Promise.resolve();
  #waiting = new Map();
  #toastTimer = 0;
  #isLoaded = false;

  constructor(user, world) {
    this.user = user;
    this.world = world;
    this.chatId = user.id;
    this.log = new Log(this.#view());
    this.composer = new Composer(this.#actions());
    this.tabs = new Tabs((chatId) => this.open(chatId));
    this.#build();
    this.update(user);
    this.open(user.id);
  }

  #build() {
    this.name = h("h2", { id: uniqueId("name") });
    this.note = h("p", { class: "note" });
    this.status = h("p", { class: "status" });
    this.avatar = h("span", { class: "avatar", "aria-hidden": "true", dataset: { tint: tintOf(this.user.id) } });
    this.toastBox = h("div", { class: "toast", role: "status" });
    this.hint = h("div", { class: "empty" }, h("p", {}, "No messages here yet."));
    this.log.element.append(this.hint, this.toastBox);
    const who = h("div", { class: "who" }, this.name, this.status, this.note);
    const menu = menuButton("more", "Phone menu", () => this.#menu());
    const header = h("header", { class: "phone-header" }, this.avatar, who, menu);
    const bezel = h("div", { class: "bezel", "aria-hidden": "true" },
      h("span", { class: "phone-clock" }, clock.format(new Date())), h("span", { class: "pill" }),
      h("span", { class: "battery" }));
    this.chat = h("div", { class: "chat" }, this.log.element, this.composer.element);
    this.screen = h("div", { class: "screen" }, bezel, header, this.tabs.element, this.chat);
    this.element = h("article", { class: "phone", id: `phone-${this.user.id}`, "aria-labelledby": this.name.id }, this.screen);
  }

  #view() {
    const phone = this;
    return {
      get user() { return phone.user; },
      get isGroup() { return phone.chatId !== phone.user.id; },
      nameOf: (id) => this.world.nameOf(id),
      isBot: (id) => this.world.isBot(id),
      topicName: (thread) => thread && this.#group?.topics?.find((topic) => topic.thread === thread)?.name,
      find: (messageId) => this.log.find(messageId),
      press: (message, button, node) => this.#press(message, button, node),
      send: (text) => this.composer.actions.send(text),
      open: (link) => this.#openLink(link),
    };
  }

  #actions() {
    return {
      send: (text, thread) => this.#attempt(post("send", { ...this.#here, text, thread })),
      sendMedia: (kind) => this.#attempt(post("media", { ...this.#here, kind })),
      shareLocation: () => this.#shareLocation(),
      start: () => this.#attempt(post("send", { ...this.#here, text: "/start" })),
      unblock: () => this.#block(false),
    };
  }

  get #here() {
    return { user: this.user.id, chat: this.chatId };
  }

  get #group() {
    return this.world.chats.get(this.chatId);
  }

  get #isBlocked() {
    return this.user.blocked.length > 0;
  }

  update(user) {
    this.user = user;
    const name = this.world.nameOf(user.id);
    this.name.textContent = name;
    this.note.title = user.note ?? "";
    this.note.textContent = user.note ?? (user.username ? `@${user.username}` : "");
    this.avatar.textContent = initials(name);
    const sign = this.#isBlocked ? ["blocked", "Blocked the bot"] : ["online", "Online"];
    this.status.classList.toggle("is-blocked", this.#isBlocked);
    this.status.replaceChildren(icon(sign[0]), this.#isBlocked ? "blocked" : "online");
    this.status.title = sign[1];
    this.#refresh();
  }

  updateChats() {
    const groups = this.world.groupsOf(this.user.id);
    if (this.chatId !== this.user.id && !groups.some(({ id }) => id === this.chatId)) this.open(this.user.id);
    const bot = this.world.bots[0];
    this.tabs.update([{ id: this.user.id, title: bot?.first_name ?? bot?.username ?? "Bot" }, ...groups], this.chatId);
    this.chat.setAttribute("aria-label", this.tabs.titleOf(this.chatId) ?? "Chat");
    this.chat.toggleAttribute("role", false);
    if (groups.length) this.chat.setAttribute("role", "tabpanel");
  }

  open(chatId) {
    this.chatId = chatId;
    this.tabs.select(chatId);
    this.#enqueue(async () => this.#show(await this.#fetch(), (messages) => this.log.replace(messages)));
  }

  /** After a lost connection: what was missed comes in as news. */
  resume() {
    this.#enqueue(async () => this.#show(await this.#fetch(), (messages) => this.log.sync(messages)));
  }

  receive(event) {
    this.#enqueue(() => this.#handle(event));
  }

  /** In order of arrival, so that an event never overtakes the history that is being fetched. */
  #enqueue(task) {
    this.#work = this.#work.then(task).catch((error) => this.#toast(error.message, "warning"));
  }

  #fetch() {
    return get("messages", { viewer: this.user.id, chat: this.chatId });
  }

  #show({ messages, keyboard, commands }, place) {
    place(messages);
    this.#isLoaded = true;
    this.composer.setTopics(this.#group?.is_forum ? this.#group.topics : []);
    this.composer.setKeyboard(keyboard);
    this.composer.setCommands(commands ?? []);
    this.#refresh();
  }

  #handle(event) {
    if (event.type === "answer") return this.#answered(event.answer);
    if (event.chat !== undefined && event.chat !== this.chatId) {
      if (event.type === "message") this.tabs.addUnread(event.chat);
      return undefined;
    }
    if (event.type === "message") this.log.upsert(event.message);
    if (event.type === "edited" && this.log.find(event.message.message_id)) this.log.upsert(event.message);
    if (event.type === "deleted") this.log.remove(event.message_id);
    if (event.type === "keyboard") this.composer.setKeyboard(event.keyboard);
    if (event.type === "commands" || event.type === "chat") return this.resume();
    return this.#refresh();
  }

  #refresh() {
    const isPrivate = this.chatId === this.user.id;
    const isEmpty = this.#isLoaded && this.log.isEmpty;
    this.hint.hidden = !isEmpty;
    if (!isPrivate) this.composer.setMode("write");
    else if (this.#isBlocked) this.composer.setMode("blocked");
    else this.composer.setMode(isEmpty ? "start" : "write");
  }

  #menu() {
    const block = this.#isBlocked
      ? { icon: "online", label: "Unblock the bot", run: () => this.#block(false) }
      : { icon: "blocked", label: "Block the bot", run: () => this.#block(true) };
    return [{ icon: "link", label: "Open a link…", run: () => this.#askLink() }, block];
  }

  #block(blocked) {
    return this.#attempt(post("block", { user: this.user.id, blocked }));
  }

  async #askLink() {
    const bot = this.world.bots[0]?.username ?? "bot";
    const values = await openSheet(this.screen, { title: "Open a link", confirm: "Open",
      fields: [{ label: "Link", name: "link", type: "url", required: true, placeholder: `https://t.me/${bot}?start=…` }] });
    if (values) this.#openLink(values.link.trim());
  }

  #openLink(link) {
    const telegram = /^(https?:\/\/)?t(elegram)?\.me\/(\+|joinchat\/)?/i.exec(link);
    if (telegram?.[3]) return this.#join(link);
    if (telegram || link.startsWith("tg://resolve")) return this.#follow(link);
    if (/^https?:\/\//i.test(link)) return window.open(link, "_blank", "noopener");
    return this.#toast(`Nothing opens ${link}`, "warning");
  }

  async #follow(link) {
    this.tabs.press(this.user.id);
    return this.#attempt(post("follow", { user: this.user.id, link }));
  }

  async #join(link) {
    const answer = await this.#attempt(post("join", { user: this.user.id, link }));
    if (answer) this.#toast(answer.joined ? "Joined" : "Asked to join", "online");
  }

  async #shareLocation() {
    const values = await openSheet(this.screen, { title: "Share a location", confirm: "Share", presets: PLACES,
      fields: [
        { label: "Latitude", name: "latitude", value: "51.9290", min: "-90", max: "90", ...COORDINATE },
        { label: "Longitude", name: "longitude", value: "4.5780", min: "-180", max: "180", ...COORDINATE },
      ] });
    if (!values) return;
    const point = { latitude: Number(values.latitude), longitude: Number(values.longitude) };
    await this.#attempt(post("location", { ...this.#here, ...point }));
  }

  /** The button shows that it waits until the bot answers, as a client does. */
  async #press(message, button, node) {
    node.setAttribute("aria-busy", "true");
    const request = post("press", { ...this.#here, message_id: message.message_id, data: button.data });
    const pressed = await this.#attempt(request);
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
    else if (text) this.#toast(text);
  }

  #toast(text, sign) {
    clearTimeout(this.#toastTimer);
    this.toastBox.replaceChildren(h("p", {}, sign && icon(sign), h("span", {}, text)));
    this.#toastTimer = setTimeout(() => this.toastBox.replaceChildren(), TOAST_MS);
  }

  /** The answer, or null after saying in the phone what went wrong. */
  async #attempt(request) {
    try {
      return await request;
    } catch (error) {
      this.#toast(error.message, "warning");
      return null;
    }
  }

  reveal(how) {
    this.element.scrollIntoView({ behavior: how, inline: "center", block: "nearest" });
  }

  /** Once it is known what can be done here. */
  focus() {
    this.#enqueue(() => this.composer.focus());
  }
}
