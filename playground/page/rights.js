/** What an admin of a group may do. */

import { openSheet } from "./sheet.js";

const RIGHTS = [
  ["can_change_info", "Change group info"],
  ["can_delete_messages", "Delete messages"],
  ["can_restrict_members", "Remove people"],
  ["can_invite_users", "Invite people by link"],
  ["can_pin_messages", "Pin messages"],
  ["can_manage_topics", "Manage topics"],
  ["can_promote_members", "Make admins"],
  ["is_anonymous", "Remain anonymous"],
];
const USUAL = RIGHTS.map(([right]) => right).filter((right) => !["can_promote_members", "is_anonymous"].includes(right));

/** The chosen rights as an object, or null; `known` are those of somebody who is admin already. */
export async function askRights(host, name, { known, isForum }) {
  const has = (right) => (known ? Boolean(known[right]) : USUAL.includes(right));
  const offered = RIGHTS.filter(([right]) => isForum || right !== "can_manage_topics");
  const options = offered.map(([value, label]) => ({ value, label, checked: has(value) }));
  const values = await openSheet(host, { title: `${name} as admin`, confirm: "Save",
    fields: [{ label: "May", name: "rights", type: "checks", options }] });
  if (!values) return null;
  return { can_manage_chat: true, ...Object.fromEntries(values.rights.map((right) => [right, true])) };
}
