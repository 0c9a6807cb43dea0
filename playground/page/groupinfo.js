/** Everything about a group and all that one can do to it, over the conversation. */

import { post } from "./api.js";
import { tintOf } from "./bubble.js";
import { h, icon, iconButton, initials, uniqueId } from "./dom.js";
import { candidates } from "./newgroup.js";
import { askRights } from "./rights.js";
import { openPanel, openSheet } from "./sheet.js";

const ROLES = { creator: "owner", administrator: "admin", member: "" };

export class GroupInfo {
  constructor(talk, onClose) {
    this.talk = talk;
    this.world = talk.world;
    this.title = h("h3", { id: uniqueId("group") });
    this.closer = iconButton("close", "Close", { onclick: () => this.close() });
    this.content = h("div", { class: "info-content" });
    const card = h("div", { class: "info" }, h("header", {}, this.title, this.closer), this.content);
    this.update();
    const { closed, close } = openPanel(talk.screen, card, { focus: this.closer, "aria-labelledby": this.title.id });
    this.close = () => close(null);
    closed.then(onClose);
  }

  get #group() {
    return this.talk.group;
  }

  get #me() {
    return this.talk.user.id;
  }

  #may(right) {
    return this.world.may(this.#group, this.#me, right);
  }

  /** As the group is now; the focus stays at what it was on. */
  update() {
    const group = this.#group;
    if (!group) return this.close();
    const held = this.content.contains(document.activeElement) && document.activeElement.dataset.key;
    this.title.textContent = group.title;
    const kind = group.type === "supergroup" ? "Supergroup" : "Basic group";
    const facts = [kind, group.is_forum && "topics", group.hidden_history && "history hidden from newcomers",
      group.join_by_request && "entry by request"].filter(Boolean).join(" · ");
    this.content.replaceChildren(h("p", { class: "hint" }, facts), h("p", { class: "hint" }, `Chat ${group.id}`),
      ...this.#requests(), h("h4", {}, "Members"), this.#members(), this.#actions());
    if (held) (this.content.querySelector(`[data-key="${CSS.escape(held)}"]`) ?? this.closer).focus();
    return undefined;
  }

  #requests() {
    const waiting = this.#may("can_invite_users") ? this.#group.requests : [];
    if (!waiting.length) return [];
    const answer = (user, approve) => this.#do("requests", { user, by: this.#me, approve });
    const row = (user) => h("li", {}, this.#avatar(user), h("span", { class: "name" }, this.world.nameOf(user)),
      this.#button("Accept", () => answer(user, true), { class: "primary", key: `accept-${user}` }),
      this.#button("Decline", () => answer(user, false), { key: `decline-${user}` }));
    return [h("h4", {}, "At the door"), h("ul", { class: "people", "aria-label": "At the door" }, waiting.map(row))];
  }

  #members() {
    const row = ({ user, status }) => {
      const tags = [this.world.isBot(user) && "bot", ROLES[status]].filter(Boolean);
      const face = [this.#avatar(user), h("span", { class: "name" }, this.world.nameOf(user)),
        ...tags.map((tag) => h("span", { class: "tag" }, tag))];
      const actions = this.#actionsOn(user, status);
      const open = { type: "button", class: "person", "aria-haspopup": "dialog", dataset: { key: `member-${user}` },
        onclick: () => this.#choose(user, actions) };
      return h("li", {}, actions.length ? h("button", open, face) : h("div", { class: "person" }, face));
    };
    return h("ul", { class: "people", "aria-label": "Members" }, this.world.placesIn(this.#group).map(row));
  }

  /** What this person may do to somebody else. */
  #actionsOn(user, status) {
    if (user === this.#me || status === "creator") return [];
    const isAdmin = status === "administrator";
    const promote = [{ icon: "star", label: isAdmin ? "Change rights…" : "Make admin…", value: "rights" },
      isAdmin && { icon: "contact", label: "No longer admin", value: "member" }];
    const remove = { icon: "blocked", label: "Remove from the group", value: "kicked", isGrave: true };
    return [...(this.#may("can_promote_members") ? promote : []),
      (this.#may("can_restrict_members") && (!isAdmin || this.#may("can_promote_members"))) && remove].filter(Boolean);
  }

  async #choose(user, actions) {
    const name = this.world.nameOf(user);
    const chosen = await openSheet(this.talk.screen, { title: name, actions });
    if (chosen === "rights") return this.#askRights(user, name);
    return chosen && this.#setMember(user, chosen);
  }

  async #askRights(user, name) {
    const known = this.#group.members.find((place) => place.user === user)?.rights;
    const rights = await askRights(this.talk.screen, name, { known, isForum: this.#group.is_forum });
    if (rights) await this.#setMember(user, "administrator", { rights });
  }

  #setMember(user, status, more = {}) {
    return this.#do("members", { user, status, by: this.#me, ...more });
  }

  #actions() {
    const group = this.#group;
    const isAdmin = this.world.isAdmin(group, this.#me);
    return h("div", { class: "sheet-actions" },
      this.#action("plus", "Add somebody…", () => this.#add()),
      group.is_forum && this.#action("topic", "New topic…", () => this.#addTopic()),
      isAdmin && this.#action("edit", "Change the title…", () => this.#rename()),
      isAdmin && group.type === "group" && this.#action("up", "Make it a supergroup", () => this.#do("migrate", {})),
      this.#action("phone", group.phone ? "Take its frame off the page" : "Give it a frame on the page",
        () => this.#do("groups/phone", { phone: !group.phone })),
      this.#action("leave", "Leave the group", () => this.#setMember(this.#me, "left"), "grave"));
  }

  async #add() {
    const present = this.world.membersOf(this.#group);
    const options = candidates(this.world, (id) => !present.includes(id));
    if (!options.length) return this.talk.toast("Everybody is in the group already");
    const values = await openSheet(this.talk.screen, { title: "Add to the group", confirm: "Add",
      fields: [{ label: "Who", name: "user", type: "select", options }] });
    return values && this.#setMember(Number(values.user), "member");
  }

  async #addTopic() {
    const values = await openSheet(this.talk.screen, { title: "New topic", confirm: "Create",
      fields: [{ label: "Name", name: "name", required: true, maxlength: "128" }] });
    return values && this.#do("topics", { ...values, by: this.#me });
  }

  async #rename() {
    const values = await openSheet(this.talk.screen, { title: "Change the title", confirm: "Save",
      fields: [{ label: "Title", name: "title", required: true, maxlength: "128", value: this.#group.title }] });
    return values && this.#do("groups/title", { ...values, by: this.#me });
  }

  #do(path, body) {
    return this.talk.attempt(post(path, { chat: this.#group.id, ...body }));
  }

  #avatar(user) {
    return h("span", { class: "avatar small", "aria-hidden": "true", dataset: { tint: tintOf(user) } },
      initials(this.world.nameOf(user)));
  }

  #button(label, run, { key, ...properties }) {
    return h("button", { type: "button", onclick: run, dataset: { key }, ...properties }, label);
  }

  #action(sign, label, run, look = "") {
    return h("button", { type: "button", class: look, onclick: run, dataset: { key: sign } }, icon(sign), label);
  }
}
