/** The line above a group's messages: how many are in it, who waits at the door, and the way to everything else. */

import { h, icon } from "./dom.js";

const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

export class GroupBar {
  constructor(onOpen) {
    this.text = h("span", {});
    this.door = h("span", { class: "count", hidden: true });
    this.element = h("button", { type: "button", class: "group-bar", "aria-haspopup": "dialog", hidden: true, onclick: onOpen },
      icon("people"), this.text, this.door, icon("info", "Group info"));
  }

  /** Without a group it is not there. */
  update(group, world, userId) {
    this.element.hidden = !group;
    if (!group) return;
    const facts = [counted(world.membersOf(group).length, "member"), group.is_forum && "topics",
      group.hidden_history && "history hidden"];
    this.text.textContent = facts.filter(Boolean).join(", ");
    const waiting = world.may(group, userId, "can_invite_users") ? group.requests.length : 0;
    this.door.textContent = counted(waiting, "request");
    this.door.hidden = waiting === 0;
  }
}
