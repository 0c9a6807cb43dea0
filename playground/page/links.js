/** Links that somebody opens: to a bot, to add a bot to a group, into a group, or elsewhere. */

import { post } from "./api.js";
import { chooseGroup } from "./newgroup.js";
import { openSheet } from "./sheet.js";

const TELEGRAM = /^(https?:\/\/)?t(elegram)?\.me\/(\+|joinchat\/)?/i;

/** `talk` is the conversation in which it was opened. */
export function openLink(link, talk) {
  const telegram = TELEGRAM.exec(link);
  if (telegram?.[3]) return join(link, talk);
  if (/[?&]startgroup\b/.test(link)) return addBot(link, talk);
  if (telegram || link.startsWith("tg://resolve")) return start(link, talk);
  if (/^https?:\/\//i.test(link)) return window.open(link, "_blank", "noopener");
  return talk.toast(`Nothing opens ${link}`, "warning");
}

export async function askLink(talk) {
  const bot = talk.world.bots[0]?.username ?? "bot";
  const values = await openSheet(talk.screen, { title: "Open a link", confirm: "Open",
    fields: [{ label: "Link", name: "link", type: "url", required: true, placeholder: `https://t.me/${bot}?start=…` }] });
  if (values) openLink(values.link.trim(), talk);
}

function start(link, talk) {
  talk.frame.goToBot();
  return talk.attempt(post("follow", { user: talk.user.id, link }));
}

async function join(link, talk) {
  const answer = await talk.attempt(post("join", { user: talk.user.id, link }));
  if (answer) talk.toast(answer.joined ? "Joined" : "Asked to join", "online");
}

async function addBot(link, talk) {
  const chat = await chooseGroup(talk, "Add the bot to a group");
  if (chat === null) return;
  const answer = await talk.attempt(post("follow", { user: talk.user.id, link, chat }));
  if (answer) talk.frame.goTo(chat);
}
