/** One person's phone: who it is, and the chats they are in. */

import { post } from "./api.js";
import { tintOf } from "./bubble.js";
import { Conversation } from "./conversation.js";
import { h, icon, initials, uniqueId } from "./dom.js";
import { frame, reveal } from "./frame.js";
import { askLink } from "./links.js";
import { menuButton } from "./menu.js";
import { makeGroup } from "./newgroup.js";
import { Tabs } from "./tabs.js";

export class Phone {
  constructor(user, world, presses) {
    this.user = user;
    this.world = world;
    this.talk = new Conversation(user, world, { presses, frame: this });
    this.tabs = new Tabs((chatId) => this.goTo(chatId));
    this.#build();
    this.update(user);
    this.goTo(user.id);
  }

  #build() {
    this.name = h("h2", { id: uniqueId("name") });
    this.note = h("p", { class: "note" });
    this.status = h("p", { class: "status" });
    this.avatar = h("span", { class: "avatar", "aria-hidden": "true", dataset: { tint: tintOf(this.user.id) } });
    this.link = h("a", { class: "phone-link", target: "_blank", rel: "noopener noreferrer" });
    const who = h("div", { class: "who" }, this.name, this.status, this.note, this.link);
    const header = h("header", { class: "phone-header" }, this.avatar, who, menuButton("more", "Phone menu", () => this.#menu()));
    Object.assign(this, frame(`phone-${this.user.id}`, this.name.id, "", header, this.tabs.element, this.talk.element));
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
    this.note.hidden = Boolean(user.link); // the link takes its place
    this.link.hidden = !user.link;
    this.link.href = user.link?.url ?? "";
    this.link.replaceChildren(user.link?.text ?? "", icon("outward"));
    this.avatar.textContent = initials(name);
    const sign = this.#isBlocked ? ["blocked", "Blocked the bot"] : ["online", "Online"];
    this.status.classList.toggle("is-blocked", this.#isBlocked);
    this.status.replaceChildren(icon(sign[0]), this.#isBlocked ? "blocked" : "online");
    this.status.title = sign[1];
    this.talk.update(user);
  }

  updateChats() {
    const groups = this.world.groupsOf(this.user.id);
    const here = this.world.whereabouts(this.talk.chatId);
    const isThere = here === this.user.id || groups.some(({ id }) => id === here);
    if (!isThere) this.goToBot();
    else if (here !== this.talk.chatId) this.goTo(here);
    const bot = this.world.bots[0];
    const home = { id: this.user.id, title: bot?.first_name ?? bot?.username ?? "Bot" };
    this.tabs.update([home, ...groups], this.talk.chatId);
    this.talk.element.toggleAttribute("role", false);
    if (groups.length) this.talk.element.setAttribute("role", "tabpanel");
    this.#nameChat();
    this.talk.update();
  }

  goTo(chatId) {
    this.tabs.select(chatId);
    this.talk.open(this.user, chatId);
    this.#nameChat();
  }

  #nameChat() {
    this.talk.element.setAttribute("aria-label", this.tabs.titleOf(this.talk.chatId) ?? "Chat");
  }

  /** The private chat with the bot. */
  goToBot() {
    this.tabs.press(this.user.id);
  }

  resume() {
    this.talk.resume();
  }

  receive(event) {
    const isNews = event.type === "message" && event.chat !== this.talk.chatId;
    if (isNews && event.message.from !== this.user.id) this.tabs.addUnread(event.chat);
    this.talk.receive(event);
  }

  #menu() {
    const block = this.#isBlocked
      ? { icon: "online", label: "Unblock the bot", run: () => this.#block(false) }
      : { icon: "blocked", label: "Block the bot", run: () => this.#block(true) };
    return [
      { icon: "link", label: "Open a link…", run: () => askLink(this.talk) },
      { icon: "people", label: "New group…", run: () => this.#makeGroup() },
      block,
    ];
  }

  async #makeGroup() {
    const chatId = await makeGroup(this.talk);
    if (chatId !== null) this.goTo(chatId);
  }

  #block(blocked) {
    return this.talk.attempt(post("block", { user: this.user.id, blocked }));
  }

  reveal(how) {
    reveal(this.element, how);
  }

  focus() {
    this.talk.focus();
  }
}
