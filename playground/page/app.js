/** The page: who is there, what they are told, and the bar on top. */

import { get, listen, post } from "./api.js";
import { $, behaviour, clock, h } from "./dom.js";
import { Faults } from "./faults.js";
import { GroupPhone } from "./groupphone.js";
import { Phone } from "./phone.js";
import { Presses } from "./presses.js";
import { World } from "./world.js";

const CLOCK_MS = 5000;
const CONNECTIONS = { connecting: "Connecting", connected: "Connected", reconnecting: "Reconnecting…" };

const world = new World();
const presses = new Presses();
const phones = new Map();
const groups = new Map();
const faults = new Faults();

const frames = () => [...phones.values(), ...groups.values()];

/** The frames that an event concerns: its viewer's, else the group's members' and the group's own, else all. */
function framesOf(event) {
  const { viewer, chat } = event;
  const own = [...groups.values()].filter((group) => group.concerns(event));
  if (viewer !== undefined) return [phones.get(viewer), ...own].filter(Boolean);
  if (!world.chats.has(chat)) return frames();
  return [...world.membersOf(world.chats.get(chat)).map((id) => phones.get(id)).filter(Boolean), ...own];
}

/** A phone shows its private chat with the first bot; other bots have their chats elsewhere. */
const isElsewhere = ({ bot, viewer }) => viewer !== undefined && bot !== undefined && bot !== world.bots[0].id;

function showState(state) {
  world.remember(state);
  $("bot").textContent = state.bots.map((bot) => `@${bot.username}`).join(", ");
  faults.show(state.faults);
  showNote(state.note);
  for (const one of frames()) one.resume();
  showPeople();
}

/** A note that was closed stays away until there is another one. */
function showNote(text) {
  const closed = sessionStorage.getItem("closed-note");
  if ($("note-text").textContent !== text) $("note-text").textContent = text;
  $("note").hidden = !text || text === closed;
}

function closeNote() {
  sessionStorage.setItem("closed-note", $("note-text").textContent);
  $("note").hidden = true;
  $("phone-tabs").querySelector('[tabindex="0"]')?.focus();
}

function showPeople() {
  const owners = [...world.users.values()].filter((user) => user.phone);
  forget(phones, (id) => owners.some((user) => user.id === id));
  for (const user of owners) showPhone(user);
  for (const phone of phones.values()) phone.updateChats();
  showGroups();
  $("nobody").hidden = frames().length > 0;
  drawPhoneTabs();
}

function forget(shown, isWanted) {
  for (const [id, one] of shown) {
    if (isWanted(id)) continue;
    one.element.remove();
    shown.delete(id);
  }
}

function showPhone(user) {
  if (phones.has(user.id)) return phones.get(user.id).update(user);
  return place(phones, user.id, new Phone(user, world, presses));
}

/** The groups that have a frame of their own come after the phones; a migrating one keeps its frame. */
function showGroups() {
  for (const [id, group] of [...groups]) moveGroup(id, group);
  forget(groups, (id) => world.chats.get(id)?.phone);
  for (const chat of world.chats.values()) {
    if (chat.phone && !groups.has(chat.id) && !groups.has(chat.migrated_from)) {
      place(groups, chat.id, new GroupPhone(chat, world, { presses, phoneOf: (userId) => phones.get(userId) }));
    }
  }
}

function moveGroup(id, group) {
  if (!world.chats.has(id)) return;
  groups.delete(id);
  groups.set(world.whereabouts(id), group);
  group.update();
}

function place(shown, id, one) {
  shown.set(id, one);
  if (shown === phones && groups.size) groups.values().next().value.element.before(one.element);
  else $("phones").append(one.element);
  inView.observe(one.element);
}

/** A press by key goes on to the phone's typing field; on a touch screen that would open the keyboard. */
function drawPhoneTabs() {
  const held = $("phone-tabs").contains(document.activeElement) && document.activeElement.dataset.phone;
  const shown = $("phone-tabs").querySelector("[aria-current]")?.dataset.phone;
  const go = (one, event) => {
    one.reveal(behaviour());
    if (event.detail === 0) one.focus();
  };
  const tab = (one) => h("button", { type: "button", dataset: { phone: one.element.id },
    onclick: (event) => go(one, event) }, one.name.textContent);
  $("phone-tabs").replaceChildren(...frames().map(tab));
  markPhoneTab(shown ?? $("phones").firstElementChild?.id);
  if (held) $("phone-tabs").querySelector(`[data-phone="${held}"]`)?.focus();
}

/** One stop for Tab; the arrows, Home and End choose among the phones. */
function moveAmongTabs(event) {
  const tabs = [...$("phone-tabs").children];
  const at = tabs.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  stopAt(tabs[(to + tabs.length) % tabs.length]).focus();
}

function stopAt(tab) {
  for (const one of $("phone-tabs").children) one.tabIndex = one === tab ? 0 : -1;
  return tab;
}

function markPhoneTab(elementId) {
  for (const tab of $("phone-tabs").children) {
    const isCurrent = tab.dataset.phone === elementId;
    tab.toggleAttribute("aria-current", false);
    if (!isCurrent) continue;
    tab.setAttribute("aria-current", "true");
    if (!$("phone-tabs").contains(document.activeElement)) stopAt(tab);
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
    world.remember(await get("state"));
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
  framesOf(event).forEach((one) => one.receive(event));
}

/** In the frame where the button was pressed; a press from elsewhere is answered on the person's phone. */
async function hearAnswer(event) {
  const owner = await presses.ownerOf(event.answer.callback_query_id);
  const shown = owner ?? framesOf(event)[0];
  shown?.receive(event);
}

function handle(event) {
  if (event.type === "state") showState(event);
  else if (event.type === "faults") faults.show(event.faults);
  else if (event.type === "note") showNote(event.note);
  else if (event.type === "user") hearOfUser(event);
  else if (event.type === "chat") hearOfChat(event);
  else if (event.type === "answer") hearAnswer(event);
  else if (event.type !== "call" && !isElsewhere(event)) framesOf(event).forEach((one) => one.receive(event));
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

function prepareSwitcher() {
  $("close-note").addEventListener("click", closeNote);
  $("phone-tabs").addEventListener("keydown", moveAmongTabs);
  $("phone-tabs").addEventListener("focusin", ({ target }) => stopAt(target));
  $("skip").addEventListener("click", (event) => {
    event.preventDefault();
    $("phone-tabs").querySelector('[tabindex="0"]')?.focus();
  });
}

function showConnection(state) {
  $("connection").dataset.state = state;
  $("connection-text").textContent = CONNECTIONS[state];
}

function tick() {
  for (const node of document.querySelectorAll(".phone-clock")) node.textContent = clock.format(new Date());
}

prepareDialogs();
prepareSwitcher();
setInterval(tick, CLOCK_MS);
listen({ onEvent: handle, onConnection: showConnection });
