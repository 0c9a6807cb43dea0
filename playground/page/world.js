/** Who and what there is, as the server told last. */

const ANONYMOUS_ADMIN = 1087968824;
const AWAY = ["left", "kicked"];
const ADMINS = ["creator", "administrator"];

export class World {
  bots = [];
  users = new Map();
  chats = new Map();

  remember(state) {
    this.bots = state.bots;
    this.users = new Map(state.users.map((user) => [user.id, user]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
  }

  isBot(id) {
    return this.bots.some((bot) => bot.id === id);
  }

  isAnonymous(id) {
    return id === ANONYMOUS_ADMIN;
  }

  nameOf(id) {
    if (this.isAnonymous(id)) return "Anonymous admin";
    const who = this.users.get(id) ?? this.bots.find((bot) => bot.id === id);
    if (who) return [who.first_name, who.last_name].filter(Boolean).join(" ");
    return this.chats.get(id)?.title ?? `User ${id}`;
  }

  /** Where a group is now: a migrated one lives on under another id. */
  whereabouts(chatId) {
    const next = this.chats.get(chatId)?.migrated_to;
    return next && this.chats.has(next) ? this.whereabouts(next) : chatId;
  }

  placesIn(chat) {
    return chat.members.filter(({ status }) => !AWAY.includes(status));
  }

  membersOf(chat) {
    return this.placesIn(chat).map(({ user }) => user);
  }

  peopleIn(chat) {
    return this.membersOf(chat).filter((id) => !this.isBot(id));
  }

  groupsOf(userId) {
    return [...this.chats.values()].filter((chat) => !chat.migrated_to && this.membersOf(chat).includes(userId));
  }

  /** "creator", "administrator", "member", or undefined for who is not there. */
  roleIn(chat, userId) {
    return chat && this.placesIn(chat).find(({ user }) => user === userId)?.status;
  }

  isAdmin(chat, userId) {
    return ADMINS.includes(this.roleIn(chat, userId));
  }

  /** Whether an admin has a right; the creator has them all. */
  may(chat, userId, right) {
    const place = chat && this.placesIn(chat).find(({ user }) => user === userId);
    return place?.status === "creator" || (place?.status === "administrator" && Boolean(place.rights?.[right]));
  }
}
