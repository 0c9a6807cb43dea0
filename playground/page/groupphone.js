/** A group in a frame of its own, seen and written to as one of its members. */

import { tintOf } from "./bubble.js";
import { Conversation } from "./conversation.js";
import { h, initials, uniqueId } from "./dom.js";
import { frame, reveal } from "./frame.js";
import { askLink } from "./links.js";
import { menuButton } from "./menu.js";

export class GroupPhone {
  /** `phoneOf(userId)` is the person's own phone, if it is on the page. */
  constructor(chat, world, { presses, phoneOf }) {
    this.world = world;
    this.chatId = chat.id;
    this.phoneOf = phoneOf;
    this.talk = new Conversation(this.#somebody(chat), world, { presses, frame: this });
    this.#build();
    this.talk.open(this.talk.user, chat.id);
    this.update();
  }

  #build() {
    this.name = h("h2", { id: uniqueId("name") });
    this.avatar = h("span", { class: "avatar square", "aria-hidden": "true", dataset: { tint: tintOf(this.chatId) } });
    this.eyes = h("select", {});
    this.eyes.addEventListener("change", () => this.#lookAs(Number(this.eyes.value)));
    const who = h("div", { class: "who" }, this.name, h("label", { class: "eyes" }, "as", this.eyes));
    const menu = menuButton("more", "Group menu", () => [
      { icon: "info", label: "Group info", run: () => this.talk.showInfo() },
      { icon: "link", label: "Open a link…", run: () => askLink(this.talk) },
    ]);
    const header = h("header", { class: "phone-header" }, this.avatar, who, menu);
    Object.assign(this, frame(`group-${-this.chatId}`, this.name.id, "group-phone", header, this.talk.element));
  }

  /** Somebody who can look: the owner, or whoever is there. */
  #somebody(chat) {
    const people = this.world.peopleIn(chat);
    const id = people.find((user) => this.world.roleIn(chat, user) === "creator") ?? people[0];
    return this.world.users.get(id) ?? { id: 0, first_name: "Nobody", blocked: [] };
  }

  /** The group changed, or somebody's name did; a migrated group is followed. */
  update() {
    const here = this.world.whereabouts(this.chatId);
    const chat = this.world.chats.get(here);
    const people = this.world.peopleIn(chat);
    this.chatId = here;
    this.name.textContent = chat.title;
    this.avatar.textContent = initials(chat.title);
    const isThere = people.includes(this.talk.user.id);
    const user = isThere ? this.world.users.get(this.talk.user.id) : this.#somebody(chat);
    this.eyes.replaceChildren(...people.map((id) => h("option", { value: id }, this.world.nameOf(id))));
    this.eyes.value = user.id;
    if (!isThere || this.talk.chatId !== here) this.talk.open(user, here);
    else this.talk.update(user);
  }

  #lookAs(userId) {
    this.talk.open(this.world.users.get(userId), this.chatId);
  }

  concerns({ chat, viewer }) {
    return chat === undefined || (chat === this.chatId && (viewer === undefined || viewer === this.talk.user.id));
  }

  resume() {
    this.talk.resume();
  }

  receive(event) {
    this.talk.receive(event);
  }

  /** Another chat of the person whose eyes these are is on that person's phone. */
  goTo(chatId) {
    if (chatId !== this.chatId) this.#ownPhone()?.goTo(chatId);
  }

  goToBot() {
    this.#ownPhone()?.goToBot();
  }

  #ownPhone() {
    const phone = this.phoneOf(this.talk.user.id);
    if (phone) phone.reveal("auto");
    else this.talk.toast(`${this.world.nameOf(this.talk.user.id)} has no phone on this page`);
    return phone;
  }

  reveal(how) {
    reveal(this.element, how);
  }
}
