# De noodkaart: docs/domain.md §4.

help-numbers =
    <b>Bel 112</b> bij een overval, bij gevaar of als je nu iets verdachts ziet.

    <b>0900-8844</b>: politie, als het geen spoed heeft
    <b>0800-7000</b>: Meld Misdaad Anoniem, als het geen spoed heeft
    <b>0900-0101</b>: Slachtofferhulp
help-saar =
    <b>Zie je iets verdachts? SAAR</b>
    <b>S</b>ignaleer: kijk goed wat er gebeurt.
    <b>A</b>larmeer: bel 112.
    <b>A</b>pp: meld dat 112 is gebeld.
    <b>R</b>eageer op veilige afstand. Ga niemand achterna.
help-raak =
    <b>Word je overvallen? RAAK</b>
    <b>R</b>ustig blijven.
    <b>A</b>ccepteren: doe wat de dader zegt.
    <b>A</b>fgeven: geld en spullen zijn het niet waard.
    <b>K</b>ijken: onthoud wat je ziet.
    Druk alleen op de alarmknop als niemand het ziet.
help-bot = Dit is geen alarmnummer. Alleen wat je meldt, komt bij politie of stadsmarinier.
help-report = Heb je iets gezien? Meld het met /melding.
help-choices = Je zaak aanmelden doe je met /start, je keuzes veranderen met /mijn.
