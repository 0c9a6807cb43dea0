# What the bot does not expect.

unexpected-image =
    I do not accept photos, videos or files, and keep nothing of them. Please do not share them with other businesses either.
    If it is happening now: call <b>112</b>. If you have images for the police: keep them yourself and call <b>0900-8844</b>, or look at politie.nl.
unexpected-invitation = Is it the QR code of an invitation? I cannot read pictures. Scan the code with the camera of your phone, or paste the link here.
unexpected-voice = I cannot listen to voice messages, and keep nothing of them. Type it, or choose something from the menu. In danger: call <b>112</b>. Is it for the police: call <b>0900-8844</b>.
unexpected-contact = I do not accept details of other people. Are they for the police: call <b>0900-8844</b>. You invite a colleague through /mine.
police-unexpected-image = I do not accept photos, videos and files, and keep nothing of them. Do not share them with businesses either. They belong in the system of the police.
police-unexpected-voice = I cannot listen to voice messages, and keep nothing of them. Type it, or choose something from the menu.
police-unexpected-contact = I do not accept details of other people. They belong in the system of the police.
unexpected-sticker = Nice, but I can do nothing with a sticker. Type /help to see what you can do.
unexpected-other = I can do nothing with this. Type /help to see what you can do.
unexpected-edit = I do not read changes to a message. Send it again as a new message.
unexpected-command = I do not know this command. This is what you can type:
unexpected-anonymous = You are writing anonymously as the group, so I do not know who you are. Turn that off, or send it to me in private.
unexpected-channel = You are writing as a channel, so I do not know who you are. Tap the picture of the channel left of the typing field and choose your own name, or send it to me in private.
unexpected-button = This button does nothing any more. Choose something from the menu.
