/** Making a group, and choosing one to bring a bot to. */

import { post } from "./api.js";
import { openSheet } from "./sheet.js";

const NEW = "new";
const MOST_PEOPLE = 60;
const TYPES = [
  { value: "supergroup", label: "Supergroup" },
  { value: "group", label: "Basic group" },
];

/** People with a phone first, then some others, then the bots; each as {value, label}. */
export function candidates(world, isAsked) {
  const people = [...world.users.values()].filter((user) => !user.deactivated).sort((one, other) => other.phone - one.phone);
  const ids = [...people.slice(0, MOST_PEOPLE), ...world.bots].map(({ id }) => id).filter(isAsked);
  return ids.map((id) => ({ value: id, label: world.nameOf(id) + (world.isBot(id) ? " (bot)" : "") }));
}

/** The id of the group that was made, or null. */
export async function makeGroup(talk) {
  const { world, user } = talk;
  const values = await openSheet(talk.screen, { title: "New group", confirm: "Create", fields: [
    { label: "Title", name: "title", required: true, maxlength: "128" },
    { label: "Kind", name: "type", type: "select", options: TYPES },
    { label: "Topics", name: "is_forum", type: "checkbox", hint: "A forum; supergroups only" },
    { label: "History hidden from newcomers", name: "hidden_history", type: "checkbox" },
    { label: "Entry by join request", name: "join_by_request", type: "checkbox" },
    { label: "In its own frame on this page", name: "phone", type: "checkbox" },
    { label: "First members", name: "members", type: "checks", options: candidates(world, (id) => id !== user.id) },
  ] });
  if (!values) return null;
  const members = [user.id, ...values.members.map(Number)];
  const chat = await talk.attempt(post("groups", { ...values, members }));
  if (!chat) return null;
  world.chats.set(chat.id, chat);
  return chat.id;
}

/** One of the groups where the person is admin, or a new one; its id or null. */
export async function chooseGroup(talk, title) {
  const groups = talk.world.groupsOf(talk.user.id).filter((chat) => talk.world.isAdmin(chat, talk.user.id));
  if (!groups.length) return makeGroup(talk);
  const options = [...groups.map((chat) => ({ value: chat.id, label: chat.title })), { value: NEW, label: "New group…" }];
  const values = await openSheet(talk.screen, { title, confirm: "Add",
    fields: [{ label: "Group", name: "chat", type: "select", options }] });
  if (!values) return null;
  return values.chat === NEW ? makeGroup(talk) : Number(values.chat);
}
