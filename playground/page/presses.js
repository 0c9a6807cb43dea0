/** Who pressed what: an answer shows on the frame where its button was pressed. */

import { post } from "./api.js";

export class Presses {
  #underWay = new Set();
  #owners = new Map();

  send(body, owner) {
    const request = post("press", body).then((pressed) => {
      this.#owners.set(pressed.callback_query_id, owner);
      return pressed;
    });
    const settled = request.catch(() => {}).finally(() => this.#underWay.delete(settled));
    this.#underWay.add(settled);
    return request;
  }

  /** Undefined for a press that was not made on this page; an answer may come before its press returns. */
  async ownerOf(queryId) {
    await Promise.all(this.#underWay);
    const owner = this.#owners.get(queryId);
    this.#owners.delete(queryId);
    return owner;
  }
}
