# Uitnodigen, erbij horen, en rollen.

form-invite = de uitnodiging
invite-place = Welke zaak nodig je uit? Typ de <b>postcode</b>, bijvoorbeeld 2903 AB.
invite-unknown-place =
    Postcode <b>{ $code }</b> staat niet in onze lijst. Klopt hij echt?
    Zo niet, typ dan de goede postcode. Zo ja, ga dan na of de zaak er echt zit: wie de link gebruikt, is meteen geverifieerd.
invite-branch = Wat voor zaak is het?
invite-name = Hoe heet de zaak?
invite-number = Wat is het <b>huisnummer</b>? Bijvoorbeeld 12 of 12 A.
invite-confirm =
    Klopt dit?

    <b>{ $name }</b>
    { $place }, huisnummer { $number }
    { $branch }

    Wie de link gebruikt, is meteen geverifieerd. Geef hem dus alleen aan wie er werkt.
invite-make = Maak de link
invite-make-counter = Maak een toonbank-QR
invite-shop =
    Uitnodiging voor <b>{ $name }</b>

    { $link }

    Laat iemand van de zaak de code scannen of stuur de link. Hij werkt één keer, tot { $until }.
invite-counter =
    Toonbank-QR voor <b>{ $name }</b>

    { $link }

    Hang hem achter de toonbank, waar alleen wie er werkt hem ziet, of laat hem scannen van je telefoon. De eerste die scant, beheert de zaak; die hoort wie er daarna bij komt. Hij werkt voor { $uses } mensen, tot { $until }.
invite-colleague =
    Uitnodiging voor collega’s van <b>{ $name }</b>

    { $link }

    Laat je collega de code scannen of stuur de link. Hij werkt voor { $uses } mensen, tot { $until }. Geef hem alleen aan wie bij je werkt.
invite-share = Link doorsturen
invite-after = Zodra iemand van de zaak de link gebruikt, krijgt die de berichten voor het eigen gebied en de eigen branche, en hoor jij het. Met /uitnodigingen trek je de link in.
invite-join =
    <b>{ $name }</b> is al aangemeld. Met deze link komt er iemand bij:

    { $link }

    Laat diegene de code scannen of stuur de link. Hij werkt { $uses ->
        [one] één keer
       *[other] voor { $uses } mensen
    }, tot { $until }.
invite-join-after = Wie de link gebruikt, krijgt de berichten die deze zaak krijgt. Wie de zaak beheert, hoort het. Met /uitnodigingen trek je de link in.
invite-twin = Let op: iemand heeft zelf ook deze zaak aangemeld, zonder uitnodiging. Die aanmelding staat los van deze link. Kijk met /aanmeldingen of ze klopt.

invite-unknown = Deze uitnodiging ken ik niet. Controleer de link, of vraag een nieuwe. Met /start kun je ook zelf je zaak aanmelden.
invite-locked = Je hebt te vaak een link gebruikt die niet bestaat. Daarom werkt nu geen enkele link voor jou, tot { $until }. Controleer intussen de link, of vraag een nieuwe.
invite-maker-gone = Deze uitnodiging geldt niet meer: wie hem maakte, gaat er niet meer over. Vraag een nieuwe. Met /start kun je ook zelf je zaak aanmelden.
invite-used = Deze uitnodiging is al gebruikt. Vraag een nieuwe. Met /start kun je ook zelf je zaak aanmelden.
invite-expired = Deze uitnodiging is verlopen. Vraag een nieuwe. Met /start kun je ook zelf je zaak aanmelden.
invite-revoked = Deze uitnodiging is ingetrokken. Vraag degene die je uitnodigde wat er aan de hand is.
invite-no-ground = Het gebied waarvoor deze uitnodiging is, bestaat niet meer. Vraag een nieuwe.
invite-group-closed = Deze groep is gesloten. Vraag degene die je uitnodigde wat er aan de hand is.
invite-already = Wat je met deze uitnodiging krijgt, heb je al. Met /mijn zie je wat je volgt.
invite-own = Deze uitnodiging heb je zelf gemaakt. De link is voor een ander: jij hoort er al bij.
invite-closed = Deze zaak doet niet meer mee. Met /start kun je zelf een zaak aanmelden.

joined = Je bent uitgenodigd en hoort nu bij:
colleague-joined = { $person } heeft de uitnodiging voor <b>{ $name }</b> gebruikt en hoort er nu bij.

join-question = Er is al een aanmelding van <b>{ $name }</b> met deze postcode en branche. Is dat jouw zaak?
join-ask = Ja, vraag of ik erbij mag
join-other = Nee, dit is een andere zaak
join-asked = Gevraagd. Je hoort het zodra wie de zaak beheert antwoord geeft.
join-not = Goed, dan blijft dit een eigen aanmelding.
join-wanted = { $person } zegt bij <b>{ $name }</b> te werken en wil de berichten ook krijgen. Laat alleen iemand toe van wie je zeker weet dat die bij je werkt.
join-person = Iemand
join-admit = Toelaten
join-refuse = Weigeren
join-admitted = Toegelaten bij <b>{ $name }</b>.
join-refused = Geweigerd bij <b>{ $name }</b>.
admitted = Je bent toegelaten en hoort nu bij:
refused = Je bent niet toegelaten bij <b>{ $name }</b>. Je eigen aanmelding blijft bestaan.

role-granted = Je bent nu <b>{ $role }</b> voor { $scope }.
role-granted-group = Je beheert nu KVO-groep <b>{ $scope }</b>.
role-menu = In het menu staat wat je kunt doen.
role-signups = { $scope ->
        [kvo_group] Nieuwe aanmeldingen in de groep krijg je vanzelf te zien.
        [branch] Nieuwe aanmeldingen in je branche krijg je vanzelf te zien.
       *[other] Nieuwe aanmeldingen in je gebied krijg je vanzelf te zien.
    } Met /aanmeldingen zie je wie er nog wacht.
role-reports = Wat ondernemers uit je gebied melden, komt meteen bij je binnen en staat bij /meldingen.
role-copies = { $scope ->
        [kvo_group] Van elk bericht voor de groep krijg je een kopie.
        [branch] Van elk bericht dat ook voor je branche is, krijg je een kopie.
       *[other] Van elk bericht in je gebied krijg je een kopie.
    } Met /actueel zie je wat er nu geldt.
scope-postcode = postcode { $first }
scope-postcodes = de postcodes { $first } tot en met { $last }
scope-municipality = de gemeente { $name }
scope-branch = de branche { $branch }
scope-branch-within = de branche { $branch } in { $postcodes }
scope-kvo-group = { $name }
scope-national = heel Nederland
