/** The page: who is there, what they are told, and the bar on top. */

import { get, listen, post } from "./api.js";
import { $, behaviour, clock, h } from "./dom.js";
import { Faults } from "./faults.js";
import { Phone } from "./phone.js";

const CLOCK_MS = 5000;
const ANONYMOUS_ADMIN = 1087968824;
const AWAY = ["left", "kicked"];
const CONNECTIONS = { connecting: "Connecting", connected: "Connected", reconnecting: "Reconnecting…" };

const world = {
  bots: [],
  users: new Map(),
  chats: new Map(),
  isBot: (id) => world.bots.some((bot) => bot.id === id),
  nameOf(id) {
    if (id === ANONYMOUS_ADMIN) return "Anonymous admin";
    const who = world.users.get(id) ?? world.bots.find((bot) => bot.id === id);
    if (who) return [who.first_name, who.last_name].filter(Boolean).join(" ");
    return world.chats.get(id)?.title ?? `User ${id}`;
  },
  membersOf: (chat) => chat.members.filter(({ status }) => !AWAY.includes(status)).map(({ user }) => user),
  groupsOf: (userId) => [...world.chats.values()].filter((chat) => !chat.migrated_to && world.membersOf(chat).includes(userId)),
};
const phones = new Map();
const faults = new Faults();

/** The phones that an event concerns: its viewer's, else the group's members', else all. */
function phonesOf({ viewer, chat }) {
  if (viewer !== undefined) return [phones.get(viewer)].filter(Boolean);
  if (!world.chats.has(chat)) return [...phones.values()];
  return world.membersOf(world.chats.get(chat)).map((id) => phones.get(id)).filter(Boolean);
}

/** A phone shows its private chat with the first bot; other bots have their chats elsewhere. */
const isElsewhere = ({ bot, viewer }) => viewer !== undefined && bot !== undefined && bot !== world.bots[0].id;

function remember(state) {
  world.bots = state.bots;
  world.users = new Map(state.users.map((user) => [user.id, user]));
  world.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
}

function showState(state) {
  remember(state);
  $("bot").textContent = state.bots.map((bot) => `@${bot.username}`).join(", ");
  faults.show(state.faults);
  for (const phone of phones.values()) phone.resume();
  showPeople();
}

function showPeople() {
  const owners = [...world.users.values()].filter((user) => user.phone);
  for (const [id, phone] of phones) {
    if (owners.some((user) => user.id === id)) continue;
    phone.element.remove();
    phones.delete(id);
  }
  for (const user of owners) showPhone(user);
  for (const phone of phones.values()) phone.updateChats();
  $("nobody").hidden = phones.size > 0;
  drawPhoneTabs();
}

function showPhone(user) {
  if (phones.has(user.id)) return phones.get(user.id).update(user);
  const phone = new Phone(user, world);
  phones.set(user.id, phone);
  $("phones").append(phone.element);
  return inView.observe(phone.element);
}

function drawPhoneTabs() {
  const shown = $("phone-tabs").querySelector("[aria-current]")?.dataset.phone;
  const tab = (phone) => h("button", { type: "button", dataset: { phone: phone.element.id },
    onclick: () => phone.reveal(behaviour()) }, phone.name.textContent);
  $("phone-tabs").replaceChildren(...[...phones.values()].map(tab));
  markPhoneTab(shown ?? $("phones").firstElementChild?.id);
}

function markPhoneTab(elementId) {
  for (const tab of $("phone-tabs").children) {
    const isCurrent = tab.dataset.phone === elementId;
    tab.toggleAttribute("aria-current", false);
    if (!isCurrent) continue;
    tab.setAttribute("aria-current", "true");
    $("phone-tabs").scrollTo({ left: tab.offsetLeft - 16, behavior: behaviour() });
  }
}

const inView = new IntersectionObserver((entries) => {
  const entry = entries.find(({ isIntersecting }) => isIntersecting);
  if (entry) markPhoneTab(entry.target.id);
}, { root: $("phones"), threshold: 0.6 });

let reloading = null;
let isStale = false;

/** After thousands of people came at once: the whole state, one request at a time. */
function reload() {
  isStale = true;
  reloading ??= readState().finally(() => (reloading = null));
  return reloading;
}

async function readState() {
  while (isStale) {
    isStale = false;
    remember(await get("state"));
    showPeople();
  }
}

function hearOfUser({ user }) {
  if (!user) return reload();
  world.users.set(user.id, user);
  return showPeople();
}

function hearOfChat(event) {
  world.chats.set(event.chat, event.info);
  showPeople();
  phonesOf(event).forEach((phone) => phone.receive(event));
}

function handle(event) {
  if (event.type === "state") showState(event);
  else if (event.type === "faults") faults.show(event.faults);
  else if (event.type === "user") hearOfUser(event);
  else if (event.type === "chat") hearOfChat(event);
  else if (event.type !== "call" && !isElsewhere(event)) phonesOf(event).forEach((phone) => phone.receive(event));
}

async function addPhone(event) {
  event.preventDefault();
  const form = $("add-form");
  const wanted = { ...Object.fromEntries(new FormData(form)), phone: true };
  try {
    const user = await post("users", wanted);
    form.reset();
    $("add").close();
    hearOfUser({ user });
    phones.get(user.id).reveal(behaviour());
    phones.get(user.id).focus();
  } catch (error) {
    $("add-error").textContent = error.message;
  }
}

function prepareDialogs() {
  $("open-faults").addEventListener("click", () => $("faults").showModal());
  $("open-add").addEventListener("click", () => {
    $("add-error").textContent = "";
    $("add").showModal();
  });
  $("add-form").addEventListener("submit", addPhone);
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
    });
  }
}

function showConnection(state) {
  $("connection").dataset.state = state;
  $("connection-text").textContent = CONNECTIONS[state];
}

function tick() {
  for (const node of document.querySelectorAll(".phone-clock")) node.textContent = clock.format(new Date());
}

prepareDialogs();
setInterval(tick, CLOCK_MS);
listen({ onEvent: handle, onConnection: showConnection });
