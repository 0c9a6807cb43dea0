"""answerCallbackQuery: the bot's answer to a button press."""

from playground.errors import bad_request
from playground.html import utf16_length
from playground.methods.call import Call, Method
from playground.posting import where

LONGEST_ANSWER = 200
ANSWERABLE_SECONDS = 600.0
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(call: Call) -> bool:
    """Show a toast or an alert to the person who pressed; once, within `ANSWERABLE_SECONDS`."""
    query = call.world.queries.get(call.params.text("callback_query_id"))
    is_old = query is None or call.world.clock() - query.at > ANSWERABLE_SECONDS
    if query is None or is_old or query.answered or query.bot_id != call.bot.id:
        raise bad_request(TOO_OLD)
    text = call.params.text("text")
    if utf16_length(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered = True
    answer = {
        "callback_query_id": query.id,
        "user": query.user_id,
        "text": text,
        "alert": call.params.flag("show_alert"),
    }
    if call.params.has("url"):
        answer["url"] = call.params.text("url")
    place = {**where(query.message.chat), "viewer": query.user_id}
    call.world.events.add("answer", **place, message_id=query.message.message_id, answer=answer)
    return True


METHODS: dict[str, Method] = {"answerCallbackQuery": answer_callback_query}
