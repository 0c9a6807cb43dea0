# De console voor mensen zonder Telegram, en de pagina's Mensen en rollen en Logboek.

console-link-role = Je krijgt deze rol: { $role }.
console-link-confirmed = Ze telt zodra een tweede persoon het bevestigt.
console-role-waits = <b>{ $role }</b>, { $scope }: deze rol wacht tot een tweede persoon haar bevestigt.
console-no-messages = Zonder Telegram krijg je geen berichten op je telefoon. Wat op je wacht staat onder Vandaag: kijk daar zelf.
console-mydata-file = Alles wat we van je bewaren, in één bestand. De namen van de velden zijn in het Engels.
console-mydata-download = Mijn gegevens downloaden
console-mydata-erase = Alles van mij wissen
console-mydata-erase-how = Je rollen eindigen, en je toegangssleutels en gegevens worden gewist. Wat je in een rol deed blijft staan onder een nummer dat naar niemand meer leidt. Dit kan niet ongedaan worden gemaakt.
