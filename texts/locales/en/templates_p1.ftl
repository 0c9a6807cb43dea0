# Templates: P1 notices that the police write and approve beforehand.

menu-templates = Send a template (P1)

templates-none = There are no templates yet. Make a P1 notice with /alert and tap “Keep as template” at the preview. After a colleague’s approval you can send it in two taps.
template-save = Keep as template
template-made = Kept as a template. { $count ->
        [0] No colleague here can approve it now. Until then it cannot be sent.
        [one] A colleague has it. After the approval you can send it with /templates.
       *[other] { $count } colleagues have it. After the approval of one of them you can send it with /templates.
    }
template-head = <b>Template: { $name }</b>
template-name = { $kind } · { $place }
template-number = (number follows)
template-own = Waits for the approval of a colleague.
template-waits = <b>To be approved.</b> Written by a colleague ({ $who }). After your approval the police can send it like this, without asking again.
template-until = Approved by { $who }. To be used until { $until }.
template-approve = Approve
template-use = Use this template
template-end = End it
template-over = This template has ended.
template-ready = Above is notice <b>{ $number }</b> as it arrives. { $count ->
        [0] At this moment nobody gets it.
        [one] It goes to 1 recipient.
       *[other] It goes to { $count } recipients.
    } Is all of it right? Then it leaves with one tap.
template-send = Send now
template-not = Do not send
template-approved = Your template <b>{ $name }</b> was approved by a colleague. You can send it with /templates.
template-ended = Your template <b>{ $name }</b> was ended by a colleague.

rejected-template-p1 = Only a P1 notice can become a template.
not-allowed-own-template = You cannot approve your own template. A colleague does that.
not-allowed-off-duty = You paused or stopped, so you are not on duty now. Turn your notices on again with /mine or /start.
too-late-template = This template does not wait any more, or has ended. See with /templates how it stands.
too-late-template-changed = This notice was changed or sent already, and is not the approved template any more. Begin again with /templates.
