# KVO-groepen: maken, koppelen, instellen, erin en eruit.

groups-title = <b>Jouw KVO-groepen</b>
groups-choose = Kies een groep.
groups-none = Er is in jouw gebied nog geen KVO-groep. Dat is een winkelgebied of bedrijventerrein waar gemeente, buurt, politie en ondernemers vast overleg hebben (Keurmerk Veilig Ondernemen).
groups-more = Laat meer zien
groups-from-start = Begin vooraan

group-name = <b>{ $name }</b>
group-codes = Gebied: { $codes }
group-codes-more = { $codes } en nog { $count }
group-branches = Branches: { $branches }
group-all-branches = alle branches
group-shops = Zaken: { $shops ->
        [0] nog geen
        [one] 1 doet mee, geverifieerd: { $verified }
       *[other] { $shops } doen mee, geverifieerd: { $verified }
    }
group-managed = Beheer: { $who }
group-nobody = niemand
group-no-manager = De groep heeft nog geen eigen beheerder.
group-chat-none = De groep heeft nog geen groepschat. Maak een koppelcode om er een te koppelen.
group-chat-left = Ik zit niet meer in de groepschat. Maak een koppelcode en koppel de chat opnieuw, of koppel een andere.
group-chat = De groepschat is gekoppeld.
group-chat-topic = De groepschat is gekoppeld. Berichten komen in één onderwerp. Liever een ander onderwerp? Typ daar /koppel.
group-settings-well = De instellingen zijn in orde, bekeken { $moment }.
group-settings-unknown = Hoe de chat is ingesteld, kon ik nog niet bekijken. Ik kijk zo vanzelf nog eens.
group-settings-lack = De chat is nog niet goed ingesteld. Tot die tijd komt er van een bericht maar één regel in de groep. Dit moet nog:
chat-lacks-supergroup = • <b>Maak er een supergroep van.</b> Dit is een gewone groep, en die kan niet wat nodig is. Ga naar groep bewerken › Chatgeschiedenis, kies Zichtbaar en sla op. Zet hem daarna weer op Verborgen.
chat-lacks-admin = • <b>Maak mij beheerder</b>, met het recht om mensen uit te nodigen: groep bewerken › Beheerders › Beheerder toevoegen.
chat-lacks-invite_right = • <b>Laat mij mensen uitnodigen:</b> groep bewerken › Beheerders › tik mij aan › Gebruikers uitnodigen.
chat-lacks-join_by_request = • <b>Laat mensen alleen op verzoek toe.</b> Besloten groep: zet bij groep bewerken › Machtigingen “Leden toevoegen” uit, en trek uitnodigingslinks van anderen in. Openbare groep: groep bewerken › Groepstype › Nieuwe leden goedkeuren.
chat-lacks-hidden_history = • <b>Verberg de geschiedenis voor nieuwe leden:</b> groep bewerken › Chatgeschiedenis › Verborgen. In een openbare groep en in een groep met onderwerpen kan dat niet; daar blijft het bij één regel.
chat-lacks-later = Daarna kijk ik of de rest in orde is.

group-code = Nieuwe koppelcode
group-look = Controleer opnieuw
group-link = Link naar de groepschat
group-manager = Beheerder uitnodigen
group-change = Wijzigen
group-close = Groep sluiten
group-new = Nieuwe groep
group-close-question = Wil je <b>{ $name }</b> sluiten? De groepschat krijgt dan geen berichten meer, en de beheerder van de groep is dat niet meer. De zaken blijven gewoon aangemeld.
group-close-yes = Ja, sluit de groep
group-closed = <b>{ $name }</b> is gesloten.
group-no-link = Er is nog geen link. Die maak ik zodra de chat goed is ingesteld.
group-link-what =
    Link naar de groepschat van <b>{ $name }</b>

    { $link }

    Wie bij een geverifieerde zaak van de groep hoort, komt meteen binnen. Wie ik niet ken, krijg jij te zien. Deelnemers vinden de link ook bij /mijn.
group-manager-invite =
    Uitnodiging voor de beheerder van <b>{ $name }</b>. Anderen zien: { $role }.

    { $link }

    Laat de beheerder de code scannen of stuur de link. Hij werkt één keer, tot { $until }. Wie hem gebruikt, regelt de groepschat, verifieert zaken van de groep en stelt berichten voor de groep op.

form-group = de KVO-groep
form-manager-invite = de uitnodiging voor een beheerder
group-ask-name = <b>Nieuwe KVO-groep</b>
    Een KVO-groep (Keurmerk Veilig Ondernemen) is een winkelgebied of bedrijventerrein waar gemeente, buurt, politie en ondernemers vast overleg hebben. Hoe heet het gebied? Bijvoorbeeld: De Koperwiek.
group-ask-name-again = Hoe heet de groep? Nu staat er: <b>{ $name }</b>.
group-ask-codes = <b>Welke postcodes horen erbij?</b>
    Typ er een of meer, met vier cijfers of met letters erbij. Bijvoorbeeld: 2903 AB, 2903 AC, 2904
group-codes-now = Dit staat er nu: { $codes }
group-codes-done = { $count ->
        [one] Verder met 1 postcode ›
       *[other] Verder met { $count } postcodes ›
    }
group-codes-clear = Begin de lijst opnieuw
group-ask-branches = <b>Voor welke branches is de groep?</b>
    Je kunt er meer kiezen.
group-confirm =
    Klopt dit?

    <b>{ $name }</b>
    Gebied: { $codes }
    Branches: { $branches }
group-make = Maak de groep
group-save = Zo opslaan
group-made = <b>{ $name }</b> is gemaakt. { $shops ->
        [0] Er is in dit gebied nog geen zaak aangemeld.
        [one] Er hoort 1 zaak bij, geverifieerd: { $verified }.
       *[other] Er horen { $shops } zaken bij, geverifieerd: { $verified }.
    } Nu nog de groepschat en een beheerder:
group-manager-next = Nodig ook een beheerder uit. Die regelt de groepschat, verifieert zaken van de groep en stelt berichten voor de groep op.

group-tie = <b>Zo koppel je een groepschat aan { $name }</b>
group-tie-new = Zit ik nog niet in de groepschat? Tik op de knop en kies de groep. Telegram vraagt dan of ik beheerder mag zijn: zeg ja.
group-tie-there = Zit ik er al in? Typ dan in de groepschat, en in een forum in het onderwerp waar de berichten moeten komen:
group-tie-command = <code>/koppel@{ $bot } { $code }</code>
group-tie-who = Je moet zelf beheerder van de chat zijn, en niet anoniem. De code werkt één keer, tot { $until }. Een eerdere code werkt niet meer.
group-needs = Zo moet de chat ingesteld zijn, anders komt er van een bericht maar één regel in:
    • ik ben beheerder en mag mensen uitnodigen
    • mensen komen alleen op verzoek binnen
    • nieuwe leden zien niet wat er eerder is gezegd
    Ik kijk het na zodra de chat gekoppeld is.
group-tie-choose = Kies de groepschat
group-tied = Deze chat is gekoppeld aan <b>{ $name }</b>.
group-tied-topic = Berichten komen in dit onderwerp.
group-tied-well = De instellingen zijn in orde.
group-topic-chosen = Berichten voor <b>{ $name }</b> komen vanaf nu in dit onderwerp.
group-added = Ik ben de bot van Wees Alert, dat ondernemers waarschuwt voor overvallen. Ik doe hier pas iets als deze chat is gekoppeld aan een KVO-groep: een winkelgebied of bedrijventerrein waar gemeente, buurt, politie en ondernemers vast overleg hebben (Keurmerk Veilig Ondernemen). De politie, de stadsmarinier of de beheerder van de groep haalt de code daarvoor op met /groepen, in een privégesprek met mij.
group-only-private = Dat kan alleen in een privégesprek met mij.
group-to-private = Open het privégesprek
tie-in-group = Dit werkt alleen in een groepschat. Wie de KVO-groep beheert, haalt de code op met /groepen en typt hem daar.
tie-anonymous = Ik zie niet wie je bent, want je schrijft anoniem. Zet dat uit (groep bewerken › Beheerders › jij › Anoniem blijven) en typ het nog eens.
tie-channel = Ik zie niet wie je bent, want je schrijft als kanaal. Tik links van het typveld op het plaatje van het kanaal, kies je eigen naam, en typ het nog eens.
code-unknown = Deze code werkt niet, of niet meer. Een code werkt één keer. Maak met /groepen een nieuwe, in een privégesprek met mij.
code-expired = Deze code is verlopen. Maak met /groepen een nieuwe, in een privégesprek met mij.
code-missing = Deze chat is nog niet gekoppeld. Maak met /groepen een code, in een privégesprek met mij, en typ die achter /koppel.

chat-lost = <b>Ik zit niet meer in de groepschat van { $name }.</b> Ik ben eruit gehaald, of de chat bestaat niet meer. De groep krijgt daar nu niets. Koppel de chat opnieuw, of koppel een andere.
chat-lacks = <b>De groepschat van { $name } is niet goed ingesteld.</b> Tot die tijd komt er van een bericht maar één regel in de groep. Dit moet nog:
chat-mended = De groepschat van <b>{ $name }</b> was niet goed ingesteld. Dat is nu in orde.

chat-refused = <b>Ik kan niet goed schrijven in de groepschat van { $name }.</b>
chat-topic-gone = <b>Het onderwerp voor berichten in de groepschat van { $name } is weg.</b> Berichten komen nu in de chat zelf. Liever in een onderwerp? Typ daar /koppel.
chat-works = In de groepschat van <b>{ $name }</b> kan ik weer gewoon schrijven.
groups-trouble = ⚠️ { $name }
group-trouble-topic_closed = Het onderwerp voor berichten is gesloten. Ze komen zolang in het algemene onderwerp. Heropen het onderwerp, of geef mij als beheerder het recht om onderwerpen te beheren.
group-trouble-no_topic = De onderwerpen waarin ik kan schrijven, zijn gesloten. De groep krijgt nu niets. Heropen het onderwerp voor berichten of het algemene, of geef mij als beheerder het recht om onderwerpen te beheren.
group-trouble-no_rights = Ik mag er niet schrijven. De groep krijgt nu niets. Maak mij beheerder: groep bewerken › Beheerders › Beheerder toevoegen. Of zet bij Machtigingen “Berichten sturen” aan.
group-trouble-restricted = Telegram laat er geen berichten toe, of niet van mij. De groep krijgt nu niets. Open de chat en lees wat Telegram erover zegt. Blijft het zo? Maak een nieuwe groepschat en koppel die.
group-trouble-paid = Wie er schrijft, moet betalen met Stars, en dat kan ik niet. De groep krijgt nu niets. Zet dat uit bij groep bewerken, of maak mij beheerder.
group-trouble-again = Ik probeer het elke vijf minuten opnieuw, en meteen als je op Controleer opnieuw tikt.

entry-asked = Je wilt in de groepschat van <b>{ $name }</b>. Een beheerder kijkt of je daar een zaak hebt. Is je zaak nog niet aangemeld? Typ /start. Met een geverifieerde zaak in dit gebied kom je de volgende keer meteen binnen.
entry-wanted = { $person } wil in de groepschat van <b>{ $name }</b>, maar heeft daar geen geverifieerde zaak. Laat alleen iemand toe die je kent.
entry-admitted = { $person } is toegelaten tot de groepschat van <b>{ $name }</b>.
entry-declined = { $person } is niet toegelaten tot de groepschat van <b>{ $name }</b>.
entry-refused = Je bent niet toegelaten tot de groepschat van <b>{ $name }</b>. Heb je daar wel een zaak? Meld hem aan met /mijn; zodra hij geverifieerd is, kun je het opnieuw vragen.
