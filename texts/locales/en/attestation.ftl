# Every half year: is it still right?

attest-question = <b>Is this still right?</b>
attest-reminder = <b>Is this still right?</b> You have not answered this yet. Without an answer the business is no longer verified in two weeks.
attest-why = I ask this every half year, so that notices reach only those whom they concern.
attest-yes = Yes, this is right
attest-no = Something has changed
attest-thanks = Thank you. I will ask again in half a year.
attest-changed = The details of this business have just been changed. Look carefully and tap again.
attest-change = Has something changed? Change it below: a coordinator then looks at your business again. If all is right after all, tap Yes, this is right.
attest-lapsed = <b>{ $name }</b> is no longer verified: the question whether all is still right got no answer twice.
attest-lapsed-colleague = Is whoever runs the business gone? Ask a coordinator of the police or the municipality for a new invitation: whoever comes by it first runs the business.
signup-lapsed = <b>No longer verified</b>: this business has not confirmed twice that its details are still right.
too-late-attest-done = This has been confirmed already. Thank you.
too-late-attest-lapsed = The business is no longer verified. A coordinator will look at it again.
